// The picture below the controls: what it shows is said to those who cannot see it, and where it is pressed is told to
// Python, as shares of its width and height.

function render({ model, el }) {
  let said = {}; // what it shows, and whether it can be pressed
  let wanted = null; // where the mouse is, once Python has drawn the last place
  let drawing = false;
  let pressed = false;
  let area = null;

  const picture = () => el.closest(".jp-OutputArea-child")?.nextElementSibling?.querySelector("img");
  const describe = () => {
    const image = picture();
    if (!image || !said.alt) return;
    if (image.alt !== said.alt) image.alt = said.alt;
    image.draggable = false;
    image.style.cursor = said.press ? "crosshair" : "";
  };
  const redrawn = new MutationObserver(describe);

  const tell = () => {
    if (!wanted || drawing) return;
    drawing = true;
    model.send({ do: "press", ...wanted });
    wanted = null;
  };
  const point = (event) => {
    const box = event.target.getBoundingClientRect();
    wanted = { right: (event.clientX - box.left) / box.width, down: (event.clientY - box.top) / box.height };
    tell();
  };
  const press = (event) => {
    if (!said.press || event.target !== picture() || event.button !== 0) return;
    pressed = event.pointerType !== "touch"; // a finger that moves scrolls the page
    point(event);
  };
  const move = (event) => pressed && event.target === picture() && point(event);
  const release = () => {
    pressed = false;
  };
  const hear = (reply) => {
    if (reply.alt) {
      said = reply;
      return describe();
    }
    drawing = false;
    tell();
  };

  const begin = () => {
    area = el.closest(".jp-OutputArea");
    if (!area) return;
    keepKeys(el.closest(".jp-OutputArea-output")); // the sliders' as well: some JupyterLabs fold headings with arrows
    redrawn.observe(area, { childList: true, subtree: true });
    area.addEventListener("pointerdown", press);
    area.addEventListener("pointermove", move);
    window.addEventListener("pointerup", release);
    model.send({ do: "describe" });
  };
  const inThePage = new IntersectionObserver(() => !area && begin());
  inThePage.observe(el);
  model.on("msg:custom", hear);
  return () => {
    inThePage.disconnect();
    redrawn.disconnect();
    area?.removeEventListener("pointerdown", press);
    area?.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", release);
    model.off("msg:custom", hear);
  };
}

export default { render };
