"""A notebook in JupyterLab in Chromium, as a student has it before them."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copies import ROOT
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, Response, expect

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",  # no other host
)
PATIENCE = 120_000  # ms; waited only where something does not come
expect.set_options(timeout=PATIENCE)


def launch(playwright: Playwright) -> Browser:
    """Start the machine's Chromium."""
    path, args = _chromium()
    return playwright.chromium.launch(executable_path=path, args=args)


def _chromium() -> tuple[str, list[str]]:
    found = [path for path in map(shutil.which, _NAMES) if path]
    if not found:
        raise RuntimeError(
            "These tests need Chromium: on Debian and Ubuntu, 'apt-get install chromium' installs it."
        )
    return found[0], [*_QUIET, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


@contextmanager
def visit(browser: Browser, **options: Any) -> Iterator[Page]:
    """Open a page in a browser that has not been here before."""
    with _opened(browser.new_context(**{"viewport": {"width": 1280, "height": 1000}, **options})) as page:
        yield page


@contextmanager
def visit_again(playwright: Playwright, profile: Path) -> Iterator[Page]:
    """Open a page on a profile that is kept, with all that was fetched before."""
    path, args = _chromium()
    context = playwright.chromium.launch_persistent_context(profile, executable_path=path, args=args)
    with _opened(context) as page:
        yield page


@contextmanager
def _opened(context: BrowserContext) -> Iterator[Page]:
    context.set_default_timeout(PATIENCE)
    try:
        yield context.new_page()
    finally:
        context.close()


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab: where it serves, what it serves, and where the student's own files lie."""

    address: str
    token: str
    folder: Path
    home: Path

    def url(self, path: str) -> str:
        """Return where a file is opened."""
        return f"{self.address}lab/tree/{path}?reset&token={self.token}"  # no tabs of the one before

    def saved(self, path: str) -> dict[str, Any]:
        """Return a notebook as it was last saved."""
        data: dict[str, Any] = json.loads((self.folder / path).read_text(encoding="utf-8"))
        return data


@contextmanager
def run_jupyterlab(place: Path) -> Iterator[Lab]:
    """Serve the release notebooks, and the solved ones under `solved/`."""
    folder = place / "notebooks"
    shutil.copytree(ROOT / "release", folder)
    shutil.copytree(ROOT / "source", folder / "solved")
    with serve(folder, place) as running:
        yield running


@contextmanager
def serve(folder: Path, place: Path) -> Iterator[Lab]:
    """Serve a folder; what JupyterLab itself writes goes to another place."""
    home, runtime = place / ".math-to-code", place / "runtime"
    runtime.mkdir()
    environment = {
        **{name: value for name, value in os.environ.items() if name != "MATH_TO_CODE_HOME"},
        "JUPYTER_RUNTIME_DIR": str(runtime),
        "JUPYTER_CONFIG_DIR": str(place / "config"),
        "JUPYTER_DATA_DIR": str(place / "data"),
        "JUPYTERLAB_WORKSPACES_DIR": str(place / "workspaces"),
        "HOME": str(place),
    }
    command = [
        *(sys.executable, "-m", "jupyter", "lab", "--no-browser", "--port=0", "--ServerApp.port_retries=0"),
        *(["--allow-root"] if os.geteuid() == 0 else []),
        f"--LabApp.app_settings_dir={ROOT / 'course/jupyterlab_settings'}",
        f"--LabApp.extra_labextensions_path={ROOT / 'course/lab/labextensions'}",
    ]
    with (place / "log").open("w") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        said = _what_it_says(server, runtime, place / "log")
        yield Lab(said["url"], said["token"], folder, home)
    finally:
        server.terminate()
        server.wait()


def _what_it_says(server: subprocess.Popen[bytes], runtime: Path, log: Path) -> Any:
    """Return the file in which a server says where it listens, as soon as it does."""
    end = time.monotonic() + PATIENCE / 1000
    while server.poll() is None and time.monotonic() < end:
        for path in runtime.glob("jpserver-*.json"):
            try:
                return json.loads(path.read_text(encoding="utf-8"))
            except ValueError:
                break  # not written to its end yet
        time.sleep(0.05)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")


class Notebook:
    """An open notebook."""

    def __init__(self, page: Page, lab: Lab, path: str) -> None:
        self.page = page
        self._count = len(lab.saved(path)["cells"])
        page.goto(lab.url(path))
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Wait until every cell is there and the kernel waits for work."""
        expect(self.page.locator(".jp-Notebook .jp-Cell")).to_have_count(self._count)
        self.wait_until_idle()

    def wait_until_idle(self) -> None:
        """Wait until the kernel has nothing to do."""
        expect(self.page.locator("#jp-main-statusbar").get_by_text(re.compile(r"\| Idle$"))).to_be_visible()

    def cell(self, text: str) -> Locator:
        """Return the first code cell whose source holds this text."""
        source = self.page.locator(".jp-InputArea", has_text=text)
        return self.page.locator(".jp-CodeCell", has=source).first

    def write(self, text: str, source: str) -> None:
        """Replace the source of the cell that holds this text."""
        cell = self.cell(text)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(source)

    def run(self, text: str) -> Locator:
        """Run the cell that holds this text, wait for its end and return its outputs."""
        cell = self.cell(text)
        prompt = cell.locator(".jp-InputPrompt")
        before = prompt.inner_text()
        cell.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+Enter")
        expect(prompt).not_to_have_text(before)
        expect(prompt).to_have_text(re.compile(r"\[\d+\]"))
        return cell.locator(".jp-OutputArea-output")

    def run_all(self) -> None:
        """Run every cell, and wait for the last one."""
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.get_by_text("Run All Cells", exact=True).click()
        last = self.page.locator(".jp-CodeCell .jp-InputPrompt").last
        expect(last).to_have_text(re.compile(r"\[\d+\]"))
        self.wait_until_idle()

    def save(self) -> None:
        """Save, and wait until that is done."""
        with self.page.expect_response(_is_a_save):
            self.page.keyboard.press("ControlOrMeta+s")
        expect(self.page.locator(".lm-DockPanel-tabBar .jp-mod-current.jp-mod-dirty")).to_have_count(0)


def _is_a_save(answer: Response) -> bool:
    return answer.request.method == "PUT" and "/api/contents/" in answer.url
