"""A bare page with the Pyodide of the built site: its kernel and packages, and none of the site's pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from browsing import launch
from playwright.sync_api import Page, sync_playwright
from sites import serve_site

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
    """Open a page that has Python, from the folder of a built site; no other host is found."""
    with serve_site(site) as served, sync_playwright() as playwright:
        browser = launch(playwright)  # which finds no other host
        page = browser.new_page()
        bare = f"{served.address}bare"
        page.route(bare, lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        page.goto(bare)
        yield PyodidePage(page, f"{served.address}static/pyodide/")
        browser.close()
