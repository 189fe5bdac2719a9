// A notebook that is opened again has a new kernel, which knows none of its widgets. ipywidgets then shows an error;
// this shows what to do. JupyterLab loads it as it stands: there is nothing to build.

const STALE = "Error displaying widget: model not found";
const ADVICE = "This part sleeps, as the kernel is a new one: run the notebook's first cell, then this one.";

const plugin = {
  id: "math-to-code:sleeping-widgets",
  description: "Says what to do with a widget whose kernel is gone.",
  autoStart: true,
  activate: () => {
    const advise = (records) => {
      for (const { target } of records) {
        if (target.classList?.contains("jupyter-widgets") && target.textContent === STALE) target.textContent = ADVICE;
      }
    };
    new MutationObserver(advise).observe(document.body, { childList: true, subtree: true });
  },
};

(window._JUPYTERLAB ??= {})["math-to-code"] = {
  init: () => {},
  get: async () => () => ({ __esModule: true, default: plugin }),
};
