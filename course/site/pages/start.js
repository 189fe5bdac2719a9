// Runs in the worker where Python lives, in the place of Pyodide's own loader: loads that, and lets the page stop a cell.
// Memory that two threads share exists only where the host isolates the page; elsewhere there is no way to reach a busy worker.

self.loadPyodide = async (options) => {
  importScripts(`${options.indexURL}pyodide.js`);
  const python = await self.loadPyodide(options);
  if (self.crossOriginIsolated) {
    const interrupt = new Uint8Array(new SharedArrayBuffer(1));
    python.setInterruptBuffer(interrupt);
    self.postMessage({ mathToCodeInterrupt: interrupt });
  }
  return python;
};
