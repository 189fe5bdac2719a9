// Private notes: a text that Python keeps in a file. Python is asked for it whenever this is shown, as after a reload.

const PAUSE = 400; // ms without a key before it is saved

function render({ model, el }) {
  const [text, counter, said] = page(el);
  let limit = Infinity;
  let kept = "";
  let pause = 0;

  const asking = new Asking(model, said, (reply) => {
    kept = reply.kept;
    if ("saved" in reply) {
      if (reply.saved === text.value) asking.say(`Saved. ${kept}`);
    } else {
      limit = reply.limit;
      text.value = reply.text;
      text.disabled = false;
      count();
      asking.say(kept);
    }
  });
  const save = () => {
    clearTimeout(pause);
    pause = 0;
    asking.say("Saving…");
    asking.ask({ do: "write", text: text.value }, "Not saved yet");
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
  asking.ask({ do: "read" }, "Not open yet");
  return () => {
    if (pause) save();
    asking.end();
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
  const counter = document.createElement("span");
  counter.className = "at-the-end";
  bar.append(said, counter);
  el.append(text, bar);
  return [text, counter, said];
}

export default { render };
