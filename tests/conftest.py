"""What several test files share: a course folder of one's own."""

import shutil
from pathlib import Path

import pytest

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


def copy_course(place: Path) -> CourseFolder:
    """Copy what a fresh clone holds beside the code."""
    for name in ("grader_config.py", "nbgrader_config.py"):
        shutil.copy(ROOT / name, place)
    for name in ("source", "release"):
        shutil.copytree(ROOT / name, place / name)
    return CourseFolder(place)
