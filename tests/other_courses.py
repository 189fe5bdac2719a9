"""Courses that are not this one, graded by nbgrader's own command with this engine."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader.api import Gradebook
from nbgrader.tests import run_nbgrader

ROOT = Path(__file__).parent.parent

# The part of grader_config.py that puts the engine in stock's place; the rest is about this course.
THIS_ENGINE = f"""
from traitlets.config.loader import PyFileConfigLoader
c = get_config()
c.Autograde = PyFileConfigLoader({str(ROOT / "grader_config.py")!r}).load_config().Autograde
"""
STOCK = "c = get_config()\n"


def answer(source: str, name: str = "answer") -> NotebookNode:
    """Return a cell that students write."""
    return _marked(new_code_cell(source), grade_id=name, solution=True)


def check(source: str, name: str, points: float = 1) -> NotebookNode:
    """Return a test cell."""
    return _marked(new_code_cell(source), grade_id=name, grade=True, locked=True, points=points)


def _marked(cell: NotebookNode, **marks: Any) -> NotebookNode:
    none = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    cell.metadata["nbgrader"] = none | marks
    return cell


def nbgrader(*arguments: str, status: int = 0) -> str:
    """Run a command of nbgrader's and return its log; `status` is what it is to end with."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "environ", os.environ)  # nbgrader leaves a copy in its place
        patch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
        return str(run_nbgrader(list(arguments), retcode=status))


class OtherCourse:
    """A course in the current folder with an assignment of one notebook, released."""

    def __init__(self, cells: Sequence[NotebookNode], files: Mapping[str, str] | None = None) -> None:
        self.settings(THIS_ENGINE)
        _write("source", cells)
        for name, text in (files or {}).items():
            Path("source/ps1", name).write_text(text)
        nbgrader("generate_assignment", "ps1")

    def settings(self, text: str) -> None:
        """Set nbgrader's configuration."""
        Path("nbgrader_config.py").write_text(text)

    def hand_in(self, student: str, cells: Sequence[NotebookNode]) -> Path:
        """Hand in a notebook and return its path."""
        return _write(f"submitted/{student}", cells)

    def grade(self, *arguments: str, status: int = 0) -> str:
        """Grade and return the log; `status` is what the command is to end with."""
        return nbgrader("autograde", "ps1", *arguments, status=status)

    def scores(self, student: str) -> dict[str, float | None]:
        """Return each test's score."""
        with Gradebook("sqlite:///gradebook.db") as gradebook:
            grades = gradebook.find_submission_notebook("p1", "ps1", student).grades
            return {each.name: each.auto_score for each in grades}

    def graded(self, student: str) -> dict[str, NotebookNode]:
        """Return each marked cell of the graded notebook."""
        cells = nbformat.read(Path("autograded", student, "ps1", "p1.ipynb"), as_version=4).cells
        return {cell.metadata.nbgrader.grade_id: cell for cell in cells if "nbgrader" in cell.metadata}


def _write(folder: str, cells: Sequence[NotebookNode]) -> Path:
    path = Path(folder, "ps1", "p1.ipynb")
    path.parent.mkdir(parents=True)
    nbformat.write(new_notebook(cells=list(cells)), path)
    return path
