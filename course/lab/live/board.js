// The board itself: marks on a canvas, kept in a list so that each can be taken back.

class Board {
  constructor(el) {
    this.marks = [];
    this.undone = [];
    this.base = null;
    this.tool = "Pen";
    this.colour = COLOURS.black;
    this.changed = () => {};
    el.classList.add("math-to-code");
    keepKeys(el);
    this.canvas = Object.assign(document.createElement("canvas"), { width: WIDTH * SHARPNESS, height: HEIGHT * SHARPNESS });
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", "Whiteboard");
    this.place = document.createElement("div");
    this.place.className = "board";
    this.place.append(this.canvas);
    this.said = document.createElement("p");
    this.said.className = "said";
    this.said.setAttribute("role", "status");
    el.append(this.bar(), this.place, this.said);
    this.listen();
    this.draw();
  }

  get isEmpty() {
    return this.shown().length === 0 && !this.baseIsShown();
  }

  say(sentence, problem = false) {
    this.said.textContent = sentence;
    this.said.classList.toggle("problem", problem);
  }

  begin(png) {
    const image = new Image();
    image.onload = () => {
      this.base = image;
      this.draw();
    };
    image.src = `data:image/png;base64,${png}`;
  }

  picture() {
    return this.canvas.toDataURL("image/png").split(",")[1];
  }

  bar() {
    const bar = document.createElement("div");
    bar.className = "bar";
    const tools = ["Pen", "Text", "Rubber"].map((name) => button(name, (event) => this.take(name, event)));
    const colours = Object.entries(COLOURS).map(([name, colour]) => colourButton(name, colour, () => this.dip(colour)));
    this.buttons = { tools, colours };
    bar.append(
      ...tools,
      ...colours,
      button("Undo", () => this.undo()),
      button("Redo", () => this.redo()),
      button("Clear", () => this.add({ kind: "clear" })),
      button("Download", () => this.download()),
    );
    bar.lastChild.classList.add("at-the-end");
    this.press();
    return bar;
  }

  press() {
    for (const each of this.buttons.tools) each.ariaPressed = String(each.textContent === this.tool);
    for (const each of this.buttons.colours) each.ariaPressed = String(each.value === this.colour);
  }

  take(tool, event) {
    this.tool = tool;
    this.press();
    this.canvas.style.cursor = tool === "Text" ? "text" : "crosshair";
    const byKeyboard = event.detail === 0;
    if (tool === "Text" && byKeyboard) this.write(24, 20 + (LETTERS + 8) * (this.shown().filter((each) => each.kind === "text").length % 15));
  }

  dip(colour) {
    this.colour = colour;
    this.press();
  }

  add(mark) {
    this.marks.push(mark);
    this.undone = [];
    this.draw();
    if (mark.kind !== "line") this.changed();
  }

  undo() {
    if (this.marks.length) this.undone.push(this.marks.pop());
    this.draw();
    this.changed();
  }

  redo() {
    if (this.undone.length) this.marks.push(this.undone.pop());
    this.draw();
    this.changed();
  }

  download() {
    saveAs("drawing.png", this.canvas.toDataURL("image/png"));
  }

  listen() {
    let line = null;
    this.canvas.style.cursor = "crosshair";
    this.canvas.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      if (this.tool === "Text") return this.write(...this.at(event));
      this.canvas.setPointerCapture(event.pointerId);
      line = { kind: "line", colour: this.tool === "Rubber" ? "#ffffff" : this.colour, width: this.tool === "Rubber" ? RUBBER : PEN, points: [this.at(event)] };
      this.add(line);
    });
    this.canvas.addEventListener("pointermove", (event) => {
      if (!line) return;
      const events = event.getCoalescedEvents?.() ?? [];
      for (const each of events.length ? events : [event]) line.points.push(this.at(each));
      this.draw();
    });
    const end = () => {
      if (line) this.changed();
      line = null;
    };
    this.canvas.addEventListener("pointerup", end);
    this.canvas.addEventListener("pointercancel", end);
  }

  at(event) {
    const box = this.canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * WIDTH, ((event.clientY - box.top) / box.height) * HEIGHT];
  }

  write(x, y) {
    const scale = this.canvas.clientWidth / WIDTH;
    const field = document.createElement("input");
    field.setAttribute("aria-label", "Text on the whiteboard; Enter puts it there");
    Object.assign(field.style, { left: `${x * scale}px`, top: `${y * scale}px`, width: `${Math.max(80, (WIDTH - x) * scale * 0.6)}px`, fontSize: `${LETTERS * scale}px`, color: this.colour });
    const colour = this.colour;
    let ended = false;
    const end = (keep) => {
      if (ended) return;
      ended = true; // to remove it blurs it
      const text = field.value.trim();
      field.remove();
      if (keep && text) this.add({ kind: "text", x, y, text, colour });
    };
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.preventDefault(); // else Enter would press the button that gets the focus
      event.stopPropagation();
      end(event.key === "Enter");
      this.buttons.tools[1].focus();
    });
    field.addEventListener("blur", () => end(true));
    this.place.append(field);
    field.focus();
  }

  shown() {
    return this.marks.slice(this.marks.findLastIndex((mark) => mark.kind === "clear") + 1);
  }

  baseIsShown() {
    return this.base !== null && !this.marks.some((mark) => mark.kind === "clear");
  }

  draw() {
    const pen = this.canvas.getContext("2d");
    pen.setTransform(SHARPNESS, 0, 0, SHARPNESS, 0, 0);
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    if (this.baseIsShown()) pen.drawImage(this.base, 0, 0, WIDTH, HEIGHT);
    for (const mark of this.shown()) mark.kind === "text" ? drawText(pen, mark) : drawLine(pen, mark);
  }
}

function colourButton(name, colour, press) {
  const made = button("", press);
  const spot = document.createElement("span");
  spot.style.background = colour;
  made.append(spot);
  made.value = colour;
  made.className = "colour";
  made.setAttribute("aria-label", name);
  made.title = name;
  return made;
}
