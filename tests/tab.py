"""A notebook of the browser edition in Chromium: run code in the Python of its tab."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_READY = "window.jupyterapp?.shell?.currentWidget?.context?.isReady"
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
class Output:
    """One output of a run: its message's type, its plain text, and which other forms it has."""

    type: str
    text: str
    forms: frozenset[str]


def open_notebook(page: Page, address: str, name: str) -> None:
    """Open a notebook of the site at this address, and wait until it is there."""
    page.goto(f"{address}/lab/index.html?path={name}/{name}.ipynb")
    page.wait_for_function(_READY, timeout=120_000)


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
