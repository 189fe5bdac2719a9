// Saves progress and notes as a file, and loads them from one: Python makes the text, and judges it.

const LARGEST = 2_000_000; // characters, as in moving.py

function render({ model, el }) {
  el.classList.add("math-to-code");
  keepKeys(el);
  const said = Object.assign(document.createElement("span"), { className: "said" });
  const choice = Object.assign(document.createElement("input"), { type: "file", accept: ".json,application/json", hidden: true });
  choice.setAttribute("aria-label", "File with progress and notes");

  const asking = new Asking(model, said, (reply) => {
    if (!reply.file) return asking.say(reply.said);
    saveText(reply.file, reply.text);
    asking.say(`Saved as ${reply.file}, where your browser puts downloads.`);
  });
  const ask = (message) => asking.ask(message, "No answer yet");
  const load = async () => {
    const [file] = choice.files;
    choice.value = ""; // or the same file could not be chosen again
    if (!file) return;
    if (file.size > 4 * LARGEST) return asking.say("This file is too large to be one of ours. Nothing was changed.", true);
    try {
      ask({ do: "load", text: await file.text() });
    } catch {
      asking.say("This file cannot be read. Nothing was changed.", true);
    }
  };

  choice.addEventListener("change", load);
  const bar = Object.assign(document.createElement("div"), { className: "bar" });
  bar.append(button("Save progress and notes as a file", () => ask({ do: "save" })), button("Load from a file", () => choice.click()), choice, said);
  el.append(bar);
  return () => asking.end();
}

function saveText(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  saveAs(name, address);
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export default { render };
