// Asks Python, and tells the reader what it answers, or that no answer comes.

const PATIENCE = 4000; // ms without a reply before the reader is told

class Asking {
  constructor(model, said, hear) {
    this.model = model;
    this.said = said;
    this.said.setAttribute("role", "status");
    this.waiting = 0;
    this.hear = (reply) => {
      clearTimeout(this.waiting);
      reply.problem ? this.say(reply.problem, true) : hear(reply);
    };
    model.on("msg:custom", this.hear);
  }

  say(sentence, problem = false) {
    this.said.textContent = sentence;
    this.said.classList.toggle("problem", problem);
  }

  ask(message, unanswered) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.say(`${unanswered}: the kernel is busy, or it was restarted. Run this cell again if this stays.`, true), PATIENCE);
    this.model.send(message);
  }

  end() {
    clearTimeout(this.waiting);
    this.model.off("msg:custom", this.hear);
  }
}
