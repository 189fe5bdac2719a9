// Points in the picture below the controls: where a mouse presses or drags there, Python is told, as shares of the picture.

function render({ model, el }) {
  let wanted = null; // where the mouse is, once Python has drawn the last place
  let drawing = false;
  let pressed = false;
  let area = null;

  const picture = (event) => {
    const below = el.closest(".jp-OutputArea-child")?.nextElementSibling;
    return event.target.tagName === "IMG" && below?.contains(event.target) ? event.target : null;
  };
  const tell = () => {
    if (!wanted || drawing) return;
    drawing = true;
    model.send(wanted);
    wanted = null;
  };
  const point = (event, image) => {
    const box = image.getBoundingClientRect();
    wanted = { right: (event.clientX - box.left) / box.width, down: (event.clientY - box.top) / box.height };
    tell();
  };
  const press = (event) => {
    const image = picture(event);
    if (!image || event.button !== 0) return;
    pressed = event.pointerType !== "touch"; // a finger that moves scrolls the page
    point(event, image);
  };
  const move = (event) => {
    const image = picture(event);
    if (!image) return;
    image.style.cursor = "crosshair";
    image.draggable = false;
    if (pressed) point(event, image);
  };
  const release = () => {
    pressed = false;
  };
  const drawn = () => {
    drawing = false;
    tell();
  };

  const begin = () => {
    area = el.closest(".jp-OutputArea");
    area?.addEventListener("pointerdown", press);
    area?.addEventListener("pointermove", move);
    window.addEventListener("pointerup", release);
  };
  const waiting = new IntersectionObserver(() => !area && el.isConnected && begin());
  waiting.observe(el);
  el.style.height = "1px"; // nothing to see, but in the page
  model.on("msg:custom", drawn);
  return () => {
    waiting.disconnect();
    area?.removeEventListener("pointerdown", press);
    area?.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", release);
    model.off("msg:custom", drawn);
  };
}

export default { render };
