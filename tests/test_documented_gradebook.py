"""The assignment of nbgrader's documentation, as its wheel holds it, graded with the published results."""

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode
from nbgrader import __file__ as nbgrader_package
from nbgrader.api import Gradebook
from nbgrader.nbgraderformat import read
from nbgrader.utils import determine_grade, is_grade
from other_courses import STOCK, THIS_ENGINE, nbgrader

GUIDE = Path(nbgrader_package).parent / "docs/source/user_guide"
STUDENTS = ("bitdiddle", "hacker")
NOTEBOOKS = ("problem1", "problem2")

OF_A_GRADE = ("auto_score", "manual_score", "extra_credit", "max_score", "needs_manual_grade", "cell_type")

Cell = tuple[str, str, str]


def published() -> dict[Cell, float | None]:
    """Return each cell's score, by student, notebook and grade id, in the graded notebooks of the guide."""
    scores = {}
    for student in STUDENTS:
        for name in NOTEBOOKS:
            notebook: NotebookNode = read(GUIDE / f"autograded/{student}/ps1/{name}.ipynb", as_version=4)
            for cell in filter(is_grade, notebook.cells):
                scores[student, name, cell.metadata.nbgrader.grade_id] = determine_grade(cell)[0]
    return scores


PUBLISHED = published()


@dataclass
class Recorded:
    """A gradebook: every grade's and comment's fields, and each student's time and score."""

    grades: dict[Cell, tuple[Any, ...]]
    comments: dict[Cell, tuple[Any, ...]]
    students: dict[str, tuple[str, float]]


def graded(folder: Path, settings: str) -> Recorded:
    """Grade the guide's course."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for part in ("source/ps1", "submitted"):
            shutil.copytree(GUIDE / part, part)
        Path("nbgrader_config.py").write_text(settings)
        nbgrader("generate_assignment", "ps1")
        nbgrader("autograde", "ps1")
        with Gradebook("sqlite:///gradebook.db") as gradebook:
            submissions = gradebook.assignment_submissions("ps1")
            notebooks = [(each.student.id, part) for each in submissions for part in each.notebooks]
            return Recorded(
                {
                    (student, part.name, grade.name): tuple(getattr(grade, field) for field in OF_A_GRADE)
                    for student, part in notebooks
                    for grade in part.grades
                },
                {
                    (student, part.name, comment.name): (comment.auto_comment, comment.manual_comment)
                    for student, part in notebooks
                    for comment in part.comments
                },
                {each.student.id: (each.timestamp.isoformat(" "), each.score) for each in submissions},
            )


@pytest.fixture(scope="module", params=["", "c.Examine.live_tests = True\n"], ids=["plain", "live"])
def here(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    return graded(tmp_path_factory.mktemp("here"), THIS_ENGINE + request.param)


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    return graded(tmp_path_factory.mktemp("stock"), STOCK)


@pytest.mark.parametrize("cell", PUBLISHED, ids="-".join)
def test_a_grade_is_as_published_and_as_with_stock(here: Recorded, stock: Recorded, cell: Cell) -> None:
    assert here.grades[cell][0] == PUBLISHED[cell]
    assert here.grades[cell] == stock.grades[cell]


def test_the_comments_are_as_with_stock(here: Recorded, stock: Recorded) -> None:
    assert here.comments == stock.comments


@pytest.mark.parametrize("student", STUDENTS)
def test_a_student_has_the_published_row(here: Recorded, student: str) -> None:
    """All but `max_score`: 13 by the notebooks in the wheel, with stock too, and 23 in the table."""
    with (GUIDE / "grades.csv").open() as table:
        row = next(row for row in csv.DictReader(table) if row["student_id"] == student)
    assert here.students[student] == (row["timestamp"], float(row["raw_score"]))
