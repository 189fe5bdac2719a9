// A whiteboard. Whatever is drawn lies as a picture in the written answer, which is graded by a person.

const PAUSE = 500; // ms after a stroke before the picture is put into the answer
const NAME = "drawing.png";
const LINE = /\n*!\[My drawing[^\]]*\]\(attachment:drawing\.png\)/g;

function render({ model, el }) {
  const fold = Object.assign(document.createElement("details"), { className: "fold" });
  fold.append(Object.assign(document.createElement("summary"), { textContent: "Whiteboard" }));
  el.append(fold);
  const board = new Board(fold);
  let pause = 0;
  let answer = null;

  board.changed = () => {
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE);
  };
  const keep = () => {
    pause = 0;
    if (!answer) return board.say("No answer takes this drawing: 'Download' saves it as a file.", true);
    const cell = find(model, answer);
    if (!cell) return board.say(`The written answer ${answer} is not in this notebook: 'Download' saves the drawing as a file, to be dragged into an answer.`, true);
    put(cell, board.isEmpty ? null : board.picture());
    board.say(board.isEmpty ? "Nothing is drawn. Your answer holds no drawing." : "Your answer holds this drawing. Save the notebook to keep it.");
  };
  const hear = (reply) => {
    answer = reply.answer;
    const cell = find(model, answer);
    const before = cell && cell.attachments.get(NAME);
    if (before) board.begin(before.data["image/png"]);
    if (before) fold.open = true;
    board.say(before ? "This is the drawing in your answer. Go on with it." : "What you draw goes into your written answer below.");
  };
  model.on("msg:custom", hear);
  model.send({ do: "open" });
  return () => {
    if (pause) keep();
    model.off("msg:custom", hear);
  };
}

function find(model, answer) {
  const cells = model.widget_manager?.context?.model?.cells ?? [];
  for (const cell of cells) {
    if (cell.type === "markdown" && cell.getMetadata("nbgrader")?.grade_id === answer) return cell;
  }
  return null;
}

function put(cell, png) {
  const source = cell.sharedModel.getSource();
  const text = source.replace(LINE, "");
  if (!png) {
    cell.attachments.remove(NAME);
    return cell.sharedModel.setSource(text);
  }
  cell.attachments.set(NAME, { "image/png": png });
  // A text that has changed is what makes JupyterLab show the new picture.
  const version = 1 + Number(/!\[My drawing, version (\d+)\]/.exec(source)?.[1] ?? 0);
  cell.sharedModel.setSource(`${text}\n\n![My drawing, version ${version}](attachment:${NAME})`);
}

export default { render };
