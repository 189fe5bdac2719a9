// Keys pressed inside a widget are not JupyterLab's commands, in which j, b and dd move, add and delete cells;
// Ctrl+S and the like still are. Escape leads back to the cells.

function keepKeys(el) {
  const isCommand = (event) => event.ctrlKey || event.metaKey;
  const choose = (event) => event.target.toggleAttribute("data-lm-suppress-shortcuts", !isCommand(event));
  el.addEventListener("keydown", (event) => {
    if (event.key === "Escape") el.closest(".jp-Cell")?.focus();
    if (!isCommand(event)) event.stopPropagation();
  });
  el.addEventListener("focusin", () => window.addEventListener("keydown", choose, true));
  el.addEventListener("focusout", () => window.removeEventListener("keydown", choose, true));
}
