"""What several test files share: a course folder of one's own, and the corpus's table of scores."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import scores

from course.folder import CourseFolder

ROOT = Path(__file__).parent.parent


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


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Show what each case of the corpus was due and what it got."""
    reports = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
    lines = scores.table(reports)
    if lines:
        terminalreporter.section("scores of the corpus")
        for line in lines:
            terminalreporter.write_line(line)


def copy_course(place: Path) -> CourseFolder:
    """Copy what a fresh clone holds beside the code."""
    for name in ("grader_config.py", "nbgrader_config.py"):
        shutil.copy(ROOT / name, place)
    for name in ("source", "release"):
        shutil.copytree(ROOT / name, place / name)
    return CourseFolder(place)
