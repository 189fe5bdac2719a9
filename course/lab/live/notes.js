// Private notes: a text that Python keeps in a file. Python is asked for it whenever this is shown, as after a reload.

const PAUSE = 400; // ms without a key before it is saved
const PATIENCE = 4000; // ms without a reply before the reader is told

function render({ model, el }) {
  const [text, counter, said] = page(el);
  let limit = Infinity;
  let kept = "";
  let pause = 0;
  let waiting = 0;

  const say = (sentence, problem = false) => {
    said.textContent = sentence;
    said.classList.toggle("problem", problem);
  };
  const ask = (message) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => say(`${message.do === "read" ? "Not open" : "Not saved"} yet: the kernel is busy, or it was restarted. Run this cell again if this stays.`, true), PATIENCE);
    model.send(message);
  };
  const save = () => {
    clearTimeout(pause);
    pause = 0;
    say("Saving…");
    ask({ do: "write", text: text.value });
  };
  const count = () => {
    const characters = [...text.value].length;
    counter.textContent = `${characters.toLocaleString("en")} of ${limit.toLocaleString("en")} characters`;
    counter.classList.toggle("problem", characters > limit);
  };

  text.addEventListener("input", () => {
    count();
    clearTimeout(pause);
    pause = setTimeout(save, PAUSE);
  });
  text.addEventListener("blur", () => pause && save());
  const hear = (reply) => {
    clearTimeout(waiting);
    kept = reply.kept ?? kept;
    if (reply.problem) {
      say(reply.problem, true);
    } else if ("saved" in reply) {
      if (reply.saved === text.value) say(`Saved. ${kept}`);
    } else {
      limit = reply.limit;
      text.value = reply.text;
      text.disabled = false;
      count();
      say(kept);
    }
  };
  model.on("msg:custom", hear);
  ask({ do: "read" });
  return () => {
    if (pause) save();
    clearTimeout(waiting);
    model.off("msg:custom", hear);
  };
}

function page(el) {
  el.classList.add("math-to-code");
  keepKeys(el);
  const text = document.createElement("textarea");
  text.setAttribute("aria-label", "Private notes");
  text.placeholder = "Write whatever helps you.";
  text.disabled = true;
  const bar = document.createElement("div");
  bar.className = "bar said";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  const counter = document.createElement("span");
  counter.className = "at-the-end";
  bar.append(said, counter);
  el.append(text, bar);
  return [text, counter, said];
}

export default { render };
