"""The gradebook's one writer: records marked submissions, many in one transaction, as nbgrader would."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from nbgrader.api import (
    Comment,
    Grade,
    Gradebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from nbgrader.coursedir import CourseDirectory
from sqlalchemy import insert, select, update
from sqlalchemy.exc import DatabaseError
from traitlets.config import Config

from course.deadlines import settle
from course.folder import CourseError
from course.grading.gradebook import why
from course.grading.marking import Marked, Place


@dataclass(frozen=True)
class Work:
    """One student's marked submission, with its time stamp if it has one."""

    student: str
    assignment: str
    marked: Marked
    timestamp: datetime | None = None


@dataclass(frozen=True)
class _Rows:
    """The ids of an assignment's rows: of its notebooks by name, and of its cells by place."""

    id: str
    notebooks: Mapping[str, str]
    graded: Mapping[Place, str]
    commented: Mapping[Place, str]


_Found = Mapping[tuple[str, str], Any]  # rows by their notebook's and their cell's id


class Recorder:
    """Writes grades and comments; what a person gave by hand stays."""

    def __init__(self, settings: Config) -> None:
        self._settings = settings
        self._gradebook = Gradebook(CourseDirectory(config=settings).db_url)
        self._db = self._gradebook.db
        self._known: dict[str, _Rows] = {}

    def close(self) -> None:
        """Let go of the gradebook."""
        self._gradebook.close()

    def record(self, works: Sequence[Work]) -> None:
        """Record all of them with their late penalties.

        Raises `CourseError`, and records none, where the gradebook cannot be written.
        """
        try:
            self._add_students({work.student for work in works})
            for work in works:
                self._record(work, self._rows(work.assignment))
            handed_in = {
                (each.student, each.assignment, name) for each in works for name in each.marked.notebooks
            }
            settle(self._gradebook, self._settings, handed_in)
            self._db.commit()
        except DatabaseError as error:
            self._db.rollback()
            raise CourseError(why(error)) from error

    def _record(self, work: Work, rows: _Rows) -> None:
        submission, is_new = self._submission(work, rows)
        notebooks = self._notebooks(submission, rows)
        # nbgrader's tables have no index: what cannot be there is not looked for.
        grades, comments = (
            ({}, {}) if is_new else (self._found(Grade, notebooks), self._found(Comment, notebooks))
        )
        self._write(Grade, grades, notebooks, rows.graded, partial(_graded, work.marked))
        self._write(Comment, comments, notebooks, rows.commented, partial(_commented, work.marked))

    def _add_students(self, students: set[str]) -> None:
        known = set(self._db.scalars(select(Student.id).where(Student.id.in_(students))))
        self._insert(Student, [{"id": each} for each in sorted(students - known)])

    def _submission(self, work: Work, rows: _Rows) -> tuple[str, bool]:
        """Return the id of a submission's row, and whether it was made just now."""
        found = self._db.scalar(
            select(SubmittedAssignment.id).where(
                SubmittedAssignment.assignment_id == rows.id, SubmittedAssignment.student_id == work.student
            )
        )
        given = {"id": found or new_uuid(), "timestamp": work.timestamp}
        if found is None:
            given |= {"assignment_id": rows.id, "student_id": work.student}
            self._insert(SubmittedAssignment, [given])
        elif work.timestamp is not None:
            self._db.execute(update(SubmittedAssignment), [given])
        return str(given["id"]), found is None

    def _notebooks(self, submission: str, rows: _Rows) -> dict[str, str]:
        """Return the ids of the submission's notebooks by name."""
        found = {
            notebook: row
            for row, notebook in self._db.execute(
                select(SubmittedNotebook.id, SubmittedNotebook.notebook_id).where(
                    SubmittedNotebook.assignment_id == submission
                )
            )
        }
        missing = {each: new_uuid() for each in rows.notebooks.values() if each not in found}
        self._insert(
            SubmittedNotebook,
            [
                {"id": row, "assignment_id": submission, "notebook_id": notebook}
                for notebook, row in missing.items()
            ],
        )
        found |= missing
        return {name: found[row] for name, row in rows.notebooks.items()}

    def _found(self, table: Any, notebooks: Mapping[str, str]) -> _Found:
        columns = (table.id, table.notebook_id, table.cell_id)
        asked = columns if table is Comment else (*columns, table.manual_score)
        return {
            (row.notebook_id, row.cell_id): row
            for row in self._db.execute(select(*asked).where(table.notebook_id.in_(notebooks.values())))
        }

    def _write(
        self,
        table: Any,
        found: _Found,
        notebooks: Mapping[str, str],
        cells: Mapping[Place, str],
        say: Callable[[Place, Any], dict[str, Any]],
    ) -> None:
        """Bring a submission's grades or comments to what `say` says of each place and its row."""
        new, changed = [], []
        for place, cell in cells.items():
            notebook = notebooks[place[0]]
            row = found.get((notebook, cell))
            said = say(place, row)
            if row is None:
                new.append({"notebook_id": notebook, "cell_id": cell, **said})
            elif said:
                changed.append({"id": row.id, **said})
        self._insert(table, new)
        if changed:
            self._db.execute(update(table), changed)

    def _insert(self, table: Any, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._db.execute(insert(table), rows)

    def _rows(self, assignment: str) -> _Rows:
        if assignment not in self._known:
            found = self._gradebook.find_assignment(assignment)
            graded, commented = {}, {}
            for book in found.notebooks:
                for cell in (*book.grade_cells, *book.task_cells):
                    graded[book.name, cell.name] = cell.id
                for cell in (*book.solution_cells, *book.task_cells):
                    commented[book.name, cell.name] = cell.id
            names = {book.name: book.id for book in found.notebooks}
            self._known[assignment] = _Rows(found.id, names, graded, commented)
        return self._known[assignment]


def _graded(marked: Marked, place: Place, row: Any) -> dict[str, Any]:
    if place[0] not in marked.notebooks:  # not handed in
        return {"auto_score": 0.0, "needs_manual_grade": False}
    if place not in marked.scores:
        return {} if row is not None else {"auto_score": None, "needs_manual_grade": True}
    score = marked.scores[place]
    by_hand = row is not None and row.manual_score is not None
    return {"auto_score": score, "needs_manual_grade": score is None or by_hand}


def _commented(marked: Marked, place: Place, _: Any) -> dict[str, Any]:
    return {"auto_comment": marked.comments[place]} if place in marked.comments else {}
