// Saves progress and notes as a file, and loads them from one: Python makes the text, and judges it.

const LARGEST = 2_000_000; // characters, as in moving.py
const PATIENCE = 4000; // ms without a reply before the reader is told

function render({ model, el }) {
  el.classList.add("math-to-code");
  keepKeys(el);
  const said = Object.assign(document.createElement("span"), { className: "said" });
  said.setAttribute("role", "status");
  const choice = Object.assign(document.createElement("input"), { type: "file", accept: ".json,application/json", hidden: true });
  choice.setAttribute("aria-label", "File with progress and notes");
  let waiting = 0;

  const say = (sentence, problem = false) => {
    said.textContent = sentence;
    said.classList.toggle("problem", problem);
  };
  const ask = (message) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => say("No answer yet: the kernel is busy, or it was restarted. Run this cell again if this stays.", true), PATIENCE);
    model.send(message);
  };
  const load = async () => {
    const [file] = choice.files;
    choice.value = ""; // or the same file could not be chosen again
    if (!file) return;
    if (file.size > 4 * LARGEST) return say("This file is too large to be one of ours. Nothing was changed.", true);
    try {
      ask({ do: "load", text: await file.text() });
    } catch {
      say("This file cannot be read. Nothing was changed.", true);
    }
  };
  const hear = (reply) => {
    clearTimeout(waiting);
    if (reply.problem) return say(reply.problem, true);
    if (!reply.file) return say(reply.said);
    download(reply.file, reply.text);
    say(`Saved as ${reply.file}, where your browser puts downloads.`);
  };

  choice.addEventListener("change", load);
  model.on("msg:custom", hear);
  const bar = Object.assign(document.createElement("div"), { className: "bar" });
  bar.append(button("Save progress and notes as a file", () => ask({ do: "save" })), button("Load from a file", () => choice.click()), choice, said);
  el.append(bar);
  return () => {
    clearTimeout(waiting);
    model.off("msg:custom", hear);
  };
}

function button(name, press) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: name });
  made.addEventListener("click", press);
  return made;
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export default { render };
