"""A notebook of the browser edition in Chromium: run code in the Python of its tab."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

_READY = "window.jupyterapp?.shell?.currentWidget?.context?.isReady"
IDLE = "jupyterapp.shell.currentWidget.context.sessionContext.session?.kernel?.status === 'idle'"
_WHOLE = """() => {
    const panel = jupyterapp.shell.currentWidget;
    return panel.node.querySelectorAll('.jp-Cell').length === panel.context.model.cells.length;
}"""
_RUN_FIRST = """async () => {
    const notebook = jupyterapp.shell.currentWidget.content;
    notebook.activeCellIndex = notebook.widgets.findIndex((each) => each.model.type === 'code');
    await jupyterapp.commands.execute('notebook:run-cell');
    return notebook.activeCell.model.executionCount === 1;
}"""
_RUN_EVERY = """async () => {
    const notebook = jupyterapp.shell.currentWidget.content;
    for (const [number, cell] of notebook.widgets.entries()) {
        if (cell.model.type !== 'code') continue;
        notebook.activeCellIndex = number;
        await jupyterapp.commands.execute('notebook:run-cell');
    }
    return true;
}"""
_WRITE = """(answers) => {
    const cells = jupyterapp.shell.currentWidget.context.model.sharedModel.cells;
    for (const cell of cells) if (cell.getId() in answers) cell.setSource(answers[cell.getId()]);
}"""
_WRITE_FIRST = """source => {
    const content = jupyterapp.shell.currentWidget.content;
    content.activeCellIndex = content.widgets.findIndex((each) => each.model.type === "code");
    content.activeCell.model.sharedModel.setSource(source);
}"""
_FIRST = (
    "jupyterapp.shell.currentWidget.context.model.toJSON().cells.find((each) => each.cell_type === 'code')"
)
_ASK_AGAIN = """async ([question, argument]) => {
    for (;;) {
        if (await (0, eval)(`(${question})`)(argument)) return true;
        await new Promise(requestAnimationFrame);
    }
}"""
_IS_KEPT = "async () => (await (await caches.open('math-to-code')).keys()).length === 2"
_RUN = """async (code) => {
    const context = jupyterapp.shell.currentWidget.context.sessionContext;
    await context.ready;
    const asked = context.session.kernel.requestExecute({ code });
    const outputs = [];
    asked.onIOPub = ({ header, content }) => outputs.push({ type: header.msg_type, ...content });
    await asked.done;
    return outputs;
}"""


@dataclass(frozen=True)
class Ran:
    """A code cell that was run: its source, what it wrote and showed as plain text, and its error."""

    source: str
    text: str
    error: str


@dataclass(frozen=True)
class Output:
    """One output of a run: its message's type, its plain text, and which other forms it has."""

    type: str
    text: str
    forms: frozenset[str]


def open_notebook(page: Page, address: str) -> None:
    """Open a notebook of the site at this address, and wait until Python waits for work."""
    page.goto(address)
    page.wait_for_function(_READY)
    page.wait_for_function(IDLE)
    page.wait_for_function(_WHOLE)


def bring_to_the_front(page: Page, path: str) -> None:
    """Open another notebook, or go back to it."""
    page.evaluate("path => void jupyterapp.commands.execute('docmanager:open', { path })", path)
    wait_for(page, path)


def wait_for(page: Page, path: str) -> None:
    """Wait until this notebook is in front."""
    page.wait_for_function("path => jupyterapp.shell.currentWidget?.context?.path === path", arg=path)


def wait_until(page: Page, question: str, argument: object = None) -> None:
    """Wait until an async function says yes; `wait_for_function` asks one only once."""
    page.wait_for_function(_ASK_AGAIN, arg=[question, argument])


def wait_until_kept(page: Page) -> None:
    """Wait until the browser keeps Python's memory and what it compiled: the next visit begins from there."""
    wait_until(page, _IS_KEPT)


def write_answers(page: Page, answers: dict[str, str]) -> None:
    """Write these answers into the open notebook's cells."""
    page.evaluate(_WRITE, answers)


def run_first_cell(page: Page) -> None:
    """Run the first code cell of the open notebook, and wait for its end."""
    assert page.wait_for_function(_RUN_FIRST).json_value()


def write(page: Page, source: str) -> None:
    """Replace what the open notebook's first code cell holds; it is the active one then."""
    page.wait_for_function(_READY)
    page.wait_for_function("jupyterapp.shell.currentWidget.content.widgets.length > 1")
    page.evaluate(_WRITE_FIRST, source)


def first_code_cell(page: Page) -> dict[str, Any]:
    """Return the open notebook's first code cell."""
    page.wait_for_function(_READY)
    cell: dict[str, Any] = page.evaluate(_FIRST)
    return cell


def notices(page: Page) -> Locator:
    """Return the sentences that the page says in its corner, each with its buttons."""
    return page.locator(".Toastify__toast:not([class*=exit])")


def run_every_cell(page: Page) -> list[Ran]:
    """Run the open notebook's code cells one by one, errors or not; return them with what they showed."""
    page.wait_for_function(_RUN_EVERY)
    cells = page.evaluate("jupyterapp.shell.currentWidget.context.model.toJSON().cells")
    return [_ran(cell) for cell in cells if cell["cell_type"] == "code"]


def download(page: Page, to: Path) -> Path:
    """Download the open notebook as students do, for handing it in."""
    with page.expect_download() as started:
        page.evaluate("void jupyterapp.commands.execute('docmanager:download')")
    started.value.save_as(to)
    return to


def run(page: Page, code: str) -> list[Output]:
    """Run code in the kernel of the open notebook and return its outputs."""
    outputs = page.wait_for_function(_RUN, arg=code).json_value()  # which, unlike evaluate, waits for an end
    return [found for found in map(_output, outputs) if found]


def said(page: Page, code: str) -> str:
    """Run code and return all that it wrote and showed, as plain text."""
    return "".join(output.text for output in run(page, code))


def _output(content: dict[str, Any]) -> Output | None:
    kind = content["type"]
    if kind == "stream":
        return Output(content["name"], content["text"], frozenset())
    if kind == "error":
        return Output(kind, f"{content['ename']}: {content['evalue']}", frozenset())
    if kind in ("display_data", "execute_result") and content["data"]:
        return Output(kind, content["data"].get("text/plain", ""), frozenset(content["data"]))
    return None


def _ran(cell: dict[str, Any]) -> Ran:
    outputs = cell["outputs"]
    shown = [each.get("text") or each.get("data", {}).get("text/plain", "") for each in outputs]
    errors = [each["ename"] for each in outputs if each["output_type"] == "error"]
    return Ran("".join(cell["source"]), "".join(map("".join, shown)), "".join(errors))
