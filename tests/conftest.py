"""What several test files share: a course folder of one's own, and the corpus's table of scores."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import agreeing
import pytest
import scores
from browsing import Lab, launch, run_jupyterlab
from copies import ROOT, copy_course
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from course.folder import CourseFolder


@pytest.fixture
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def folder(tmp_path: Path) -> CourseFolder:
    """A course folder to write into: settings, source and release as committed, no submissions."""
    return copy_course(tmp_path)


@pytest.fixture
def scored(record_property: Callable[[str, Any], None]) -> scores.Scored:
    """Note what a case of the corpus is due and what it got, and compare the two."""
    return scores.recorder(record_property)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab that serves the notebooks of the course."""
    with run_jupyterlab(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that has not been here before."""
    context = chromium.new_context(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make screenshots` keeps what the tests in JupyterLab see."""
    parser.addoption("--screenshots", type=Path, help="a folder in which pictures of the widgets are kept")


@pytest.fixture
def portray(request: pytest.FixtureRequest) -> Callable[[str, Locator], None]:
    """Keep a picture of a part of the page, where pictures are asked for."""
    folder = request.config.getoption("--screenshots")

    def keep(name: str, part: Locator) -> None:
        if folder:
            part.screenshot(path=folder / f"{name}.png", animations="disabled")

    return keep


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Show what each case of the corpus was due and what it got, and what the agreement test compared."""
    reports = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
    sections = {"scores of the corpus": scores.table(reports), "agreement": agreeing.closing_lines(reports)}
    for title, lines in sections.items():
        if lines:
            terminalreporter.section(title)
        for line in lines:
            terminalreporter.write_line(line)
