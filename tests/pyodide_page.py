"""A bare page with the Pyodide of the built site: its kernel and packages, and none of the site's pages."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from browsing import launch
from playwright.sync_api import Page, sync_playwright

# As in JupyterLite: Python runs in a worker, in the shell of its kernel.
_WORKER = """
const python = (async () => {
  importScripts(`${self.name}pyodide.js`);
  const env = {HOME: "/home/pyodide", MATH_TO_CODE_HOME: ""};  // nobody's progress
  const pyodide = await loadPyodide({indexURL: self.name, env});
  await pyodide.loadPackage(["math-to-code", "pyodide-kernel"], {messageCallback: () => {}});
  await pyodide.runPythonAsync("import pyodide_kernel");
  return pyodide;
})();
onmessage = async ({data: [source, expression, argument]}) => {
  try {
    const pyodide = await python;
    await pyodide.runPythonAsync(source);
    pyodide.globals.set("argument", argument);
    postMessage([await pyodide.runPythonAsync(expression), null]);
  } catch (error) {
    postMessage([null, String(error)]);
  }
};
"""
_START = """
([source, folder]) => {
  const url = URL.createObjectURL(new Blob([source], {type: "text/javascript"}));
  window.python = new Worker(url, {name: folder});
}
"""
_RUN = """
message => new Promise((resolve, reject) => {
  window.python.onerror = event => reject(new Error(event.message));
  window.python.onmessage = ({data: [value, error]}) => error ? reject(new Error(error)) : resolve(value);
  window.python.postMessage(message);
})
"""


class PyodidePage:
    """Runs Python in a tab."""

    def __init__(self, page: Page, folder: str) -> None:
        self._page = page
        page.evaluate(_START, [_WORKER, folder])

    def run(self, source: str, expression: str, argument: str = "") -> Any:
        """Run a source and return what an expression gives after it, where `argument` is a text."""
        return self._page.evaluate(_RUN, [source, expression, argument])


@contextmanager
def open_pyodide(site: Path) -> Iterator[PyodidePage]:
    """Open a page that has Python, from the folder of a built site; everything else is blocked."""
    with _served(site) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        page.route("**/*", lambda route: route.abort())
        page.route(f"{address}/**", lambda route: route.continue_())
        page.route(
            f"{address}/bare", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
        )
        page.goto(f"{address}/bare")
        yield PyodidePage(page, f"{address}/static/pyodide/")
        browser.close()


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".wasm": "application/wasm"}

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
