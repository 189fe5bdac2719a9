"""A notebook of the browser edition in Chromium: run code in the Python of its tab."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

_READY = "window.jupyterapp?.shell?.currentWidget?.context?.isReady"
_IDLE = "jupyterapp.shell.currentWidget.context.sessionContext.session?.kernel?.status === 'idle'"
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
_RUN = """async ([code, milliseconds]) => {
    const context = jupyterapp.shell.currentWidget.context.sessionContext;
    await context.ready;
    const asked = context.session.kernel.requestExecute({ code });
    const outputs = [];
    asked.onIOPub = ({ header, content }) => outputs.push({ type: header.msg_type, ...content });
    const late = new Promise((end) => setTimeout(end, milliseconds, null));
    const reply = await Promise.race([asked.done, late]);
    return reply && outputs;
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
    page.wait_for_function(_READY, timeout=120_000)
    page.wait_for_function(_IDLE, timeout=120_000)


def solve(page: Page, answers: dict[str, str]) -> None:
    """Write these answers into the open notebook's cells."""
    page.evaluate(_WRITE, answers)


def write(page: Page, source: str) -> None:
    """Replace what the open notebook's first code cell holds; it is the active one then."""
    page.wait_for_function(_READY, timeout=120_000)
    page.wait_for_function("jupyterapp.shell.currentWidget.content.widgets.length > 1")
    page.evaluate(_WRITE_FIRST, source)


def first_code_cell(page: Page) -> dict[str, Any]:
    """Return the open notebook's first code cell."""
    page.wait_for_function(_READY, timeout=120_000)
    cell: dict[str, Any] = page.evaluate(_FIRST)
    return cell


def notices(page: Page) -> Locator:
    """Return the sentences that the page says in its corner, each with its buttons."""
    return page.locator(".Toastify__toast:not([class*=exit])")


def outputs_of_all(page: Page) -> list[Ran]:
    """Run every cell of the open notebook; return its code cells with what they showed."""
    page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")
    cells = page.evaluate("jupyterapp.shell.currentWidget.context.model.toJSON().cells")
    return [_ran(cell) for cell in cells if cell["cell_type"] == "code"]


def run(page: Page, code: str, seconds: float = 120) -> list[Output]:
    """Run code in the kernel of the open notebook and return its outputs; raises TimeoutError."""
    outputs = page.evaluate(_RUN, [code, seconds * 1000])
    if outputs is None:
        raise TimeoutError(f"This did not end within {seconds:g} s:\n{code}")
    return [found for found in map(_output, outputs) if found]


def said(page: Page, code: str, seconds: float = 120) -> str:
    """Run code and return all that it wrote and showed, as plain text."""
    return "".join(output.text for output in run(page, code, seconds))


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
