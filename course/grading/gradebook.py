"""Read nbgrader's gradebook and write it as one table."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import (
    Assignment,
    Grade,
    Gradebook,
    GradeCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    TaskCell,
)
from sqlalchemy import Select, case, func, select, text
from sqlalchemy.exc import DatabaseError, OperationalError

from course.csv_file import harmless, number, write_csv
from course.folder import CourseError, CourseFolder


@dataclass(frozen=True)
class Score:
    """One student's points for one topic, less the late penalty.

    `waiting` are points that a person has still to give; `earned` are the points before the penalty.
    """

    student: str
    topic: str
    points: float
    most: float
    waiting: float
    earned: float = 0.0
    penalty: float = 0.0


@dataclass(frozen=True)
class Recorded:
    """What the gradebook knows: each released topic's cells, as a digest, and which work is recorded."""

    cells: Mapping[str, str]
    submissions: frozenset[tuple[str, str]]


@contextmanager
def open_gradebook(folder: CourseFolder) -> Iterator[Gradebook]:
    """Open the gradebook; raises `CourseError` where it cannot be used."""
    try:
        with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
            yield gradebook
    except DatabaseError as error:
        raise CourseError(why(error)) from error


def released_assignments(folder: CourseFolder) -> list[str]:
    """Return the names of all assignments that the gradebook knows; none without a gradebook."""
    return sorted(read_recorded(folder).cells)


def read_recorded(folder: CourseFolder) -> Recorded:
    """Return what the gradebook knows; nothing without a gradebook."""
    if not folder.gradebook.is_file():
        return Recorded({}, frozenset())
    with open_gradebook(folder) as gradebook:
        released = [each for each in gradebook.assignments if each.notebooks]
        return Recorded(
            {each.name: _digest(each) for each in released},
            frozenset((work.student_id, each.name) for each in released for work in each.submissions),
        )


def _digest(assignment: Assignment) -> str:
    cells = sorted(
        [cell.name, str(cell.cell_type), str(cell.source), bool(cell.locked)]
        for notebook in assignment.notebooks
        for cell in notebook.source_cells
    )
    points = sorted(
        [cell.name, float(cell.max_score)] for book in assignment.notebooks for cell in book.grade_cells
    )
    return hashlib.sha256(json.dumps([cells, points]).encode()).hexdigest()


def read_scores(folder: CourseFolder) -> list[Score]:
    """Return all scores, by student and topic; raises `CourseError` without a gradebook."""
    if not folder.gradebook.is_file():
        raise CourseError("There is no gradebook yet: run 'make release' and 'make grade' first.")
    with open_gradebook(folder) as gradebook:
        return scores_of(gradebook)


def scores_of(gradebook: Gradebook) -> list[Score]:
    """Return all scores of an open gradebook, by student and topic."""
    return [
        Score(student, topic, max(0.0, earned - penalty), most, waiting, earned, penalty)
        for student, topic, earned, most, waiting, penalty in gradebook.db.execute(_scores())
    ]


def read_students(folder: CourseFolder) -> list[str]:
    """Return all students that the gradebook knows, whether or not they handed in anything."""
    with open_gradebook(folder) as gradebook:
        return list(gradebook.db.scalars(select(Student.id).order_by(Student.id)))


def gradebook_secret(folder: CourseFolder) -> bytes:
    """Return random bytes that stay with this gradebook: the id of its first assignment."""
    with open_gradebook(folder) as gradebook:
        return str(gradebook.db.scalar(select(Assignment.id).order_by(text("rowid")))).encode()


def _scores() -> Select[tuple[str, str, float, float, float, float]]:
    """Ask for everything at once: nbgrader's own properties would ask again for every submission."""
    graded, tasks = GradeCell.__table__, TaskCell.__table__
    most = func.coalesce(graded.c.max_score, tasks.c.max_score, 0.0)
    return (
        select(
            SubmittedAssignment.student_id,
            Assignment.name,
            func.coalesce(func.sum(Grade.score), 0.0),
            func.coalesce(func.sum(most), 0.0),
            func.coalesce(func.sum(case((Grade.needs_manual_grade, most), else_=0.0)), 0.0),
            SubmittedAssignment.late_submission_penalty,
        )
        .select_from(SubmittedAssignment)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .outerjoin(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .outerjoin(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .outerjoin(graded, graded.c.id == Grade.cell_id)
        .outerjoin(tasks, tasks.c.id == Grade.cell_id)
        .group_by(SubmittedAssignment.id)
        .order_by(SubmittedAssignment.student_id, Assignment.name)
    )


def write_grades(folder: CourseFolder) -> Path:
    """Write grades.csv in one step: a row for each student and topic."""
    header = ["student", "topic", "points", "max_points", "points_to_grade_by_hand"]
    rows = [
        [harmless(row.student), row.topic, number(row.points), number(row.most), number(row.waiting)]
        for row in read_scores(folder)
    ]
    write_csv(folder.grades, [header, *rows])
    return folder.grades


def why(error: DatabaseError) -> str:
    """Say in a sentence what is the matter with the gradebook."""
    said = str(error.orig)
    if "locked" in said:
        return "The gradebook is locked by another program: close it and run this again; nothing is lost."
    if "full" in said:
        return "The disk is full at the gradebook: make room and run this again; nothing is lost."
    if isinstance(error, OperationalError) and "no such" in said:
        return "The gradebook is of an older nbgrader: run 'nbgrader db upgrade', then this again."
    return f"The gradebook cannot be used ({said}): mend or remove it and run this again."
