// The worker where Python lives. It begins to load Python at once, while JupyterLab still comes, and then becomes
// JupyterLite's kernel, which asks for Pyodide's loader in vain: this has loaded it already.

if (!self.pythonBegins) {
  const folder = new URL(".", self.location).href;
  const { options, kernel } = JSON.parse(new URLSearchParams(self.location.search).get("with"));
  importScripts(`${folder}pyodide.js`);
  self.pythonBegins = begin(self.loadPyodide, { ...options, indexURL: folder });
  self.loadPyodide = () => self.pythonBegins;
  importScripts(kernel);
}

async function begin(loadPyodide, options) {
  const python = await loadPyodide(options);
  if (self.crossOriginIsolated) {
    const interrupt = new Uint8Array(new SharedArrayBuffer(1)); // only an isolated page can reach a busy worker
    python.setInterruptBuffer(interrupt);
    self.postMessage({ mathToCodeInterrupt: interrupt });
  }
  python.runPython("import IPython, numpy, ipywidgets");
  return python;
}
