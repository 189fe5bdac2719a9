"""What several test files share: a course folder of one's own, and the corpus's table of scores."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import scores
from copies import ROOT, copy_course

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


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Show what each case of the corpus was due and what it got."""
    reports = [each for kind in ("passed", "failed") for each in terminalreporter.getreports(kind)]
    lines = scores.table(reports)
    if lines:
        terminalreporter.section("scores of the corpus")
        for line in lines:
            terminalreporter.write_line(line)
