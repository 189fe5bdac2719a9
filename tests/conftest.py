"""What test files share: a course folder of one's own, a browser, a site, and tables below the results."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import agreeing
import first_cell
import proofs
import pytest
import scores
from copies import ROOT, copy_course

from course.folder import CourseFolder

if TYPE_CHECKING:
    from browsing import Lab
    from playwright.sync_api import Browser, Locator, Page
    from sites import ServedSite

    from course.proof import TopicProof

# What takes more than half a minute, the longest first. A worker takes file after file, in this order: a long
# one at the end would have the other workers wait for it.
_LONGEST = (
    "test_agreement.py",
    "test_notebooks_in_a_tab.py",
    "test_demo.py",
    "test_course_grade.py",
    "test_a_term.py",
    "test_pictures_in_jupyterlab.py",
    "test_instructors_guide.py",
    "test_the_lab_in_a_tab.py",
    "test_command_line.py",
    "test_proof.py",
    "test_late_grading.py",
    "test_by_hand_in_the_formgrader.py",
    "test_a_student_in_jupyterlab.py",
    "test_release_package.py",
    "test_small_term.py",
)


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


@pytest.fixture
def proven(record_property: Callable[[str, Any], None]) -> Callable[[TopicProof], None]:
    """Note what the proof of a topic found."""
    return proofs.recorder(record_property)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab that serves the notebooks of the course."""
    from browsing import run_jupyterlab

    with run_jupyterlab(tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser."""
    from browsing import launch  # which takes a quarter of a second, and most tests need none
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the course's site, built by the first worker that asks. Nobody writes into it."""
    from sites import built_once

    here = tmp_path_factory.getbasetemp()
    return built_once(here if worker_id == "master" else here.parent)


@pytest.fixture(scope="module")
def site(built_site: Path) -> Iterator[ServedSite]:
    """The site below a path of a host, as on most; no page on it reaches another host."""
    from sites import serve_site

    with serve_site(built_site, below="course/") as served:
        yield served


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page in a browser that has not been here before."""
    from browsing import visit

    with visit(chromium, reduced_motion="reduce") as opened:
        yield opened


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; all else stays in its order."""
    place = {name: number for number, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: place.get(item.path.name, len(place)))


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
    """Print what the tests found out, below their results."""
    reports = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
    sections = {
        "scores of the corpus": scores.table(reports),
        "proof of the topics": proofs.table(reports),
        "agreement": agreeing.table(reports),
        "first cell in a tab": first_cell.table(reports),
    }
    for title, lines in sections.items():
        if lines:
            terminalreporter.section(title)
        for line in lines:
            terminalreporter.write_line(line)
