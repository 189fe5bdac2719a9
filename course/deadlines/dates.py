"""Bring the gradebook's due dates and extensions to what deadlines.toml says."""

from collections.abc import Collection
from datetime import timedelta
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment
from sqlalchemy import select, update

from course.deadlines.file import Deadlines, read_deadlines


def bring_dates(gradebook: Gradebook, root: Path, students: Collection[str] | None = None) -> None:
    """Write, without committing, all due dates and these students' extensions, or everyone's.

    Without a file, the gradebook's own stay. Raises `CourseError` where the file is wrong.
    """
    deadlines = read_deadlines(root)
    if deadlines is None:
        return
    db = gradebook.db
    assignments = db.execute(select(Assignment.id, Assignment.name, Assignment.duedate)).all()
    deadlines.check_topics(root, {name for _, name, _ in assignments})
    due = {name: said.moment for name, said in deadlines.topics.items()}
    changed = [
        {"id": row, "duedate": due.get(name)} for row, name, old in assignments if due.get(name) != old
    ]
    if changed:
        db.execute(update(Assignment), changed)
    _bring_extensions(gradebook, deadlines, students)


def _bring_extensions(gradebook: Gradebook, deadlines: Deadlines, students: Collection[str] | None) -> None:
    asked = select(
        SubmittedAssignment.id, SubmittedAssignment.student_id, Assignment.name, SubmittedAssignment.extension
    ).join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
    if students is not None:
        asked = asked.where(SubmittedAssignment.student_id.in_(students))
    said: list[tuple[str, timedelta | None, timedelta | None]] = [
        (row, deadlines.extensions.get((student, topic)), old)
        for row, student, topic, old in gradebook.db.execute(asked)
    ]
    changed = [{"id": row, "extension": new} for row, new, old in said if new != old]
    if changed:
        gradebook.db.execute(update(SubmittedAssignment), changed)
