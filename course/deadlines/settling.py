"""Late penalties of many submissions at once, as nbgrader's step assigns them one by one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from nbgrader.api import Assignment, Grade, Gradebook, Notebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import Row, func, or_, select, update
from traitlets.config import Config

from course.deadlines.dates import bring_dates
from course.deadlines.plugin import root_of

HandedIn = tuple[str, str, str]  # a student, a topic and a notebook's name


@dataclass(frozen=True)
class Late:
    """A recorded notebook that came late, or did so once. `penalty` is what it is due, None for none."""

    row: str  # its id in the gradebook
    student: str
    topic: str
    seconds: float
    score: float
    penalty: float | None
    recorded: float | None


def settle(gradebook: Gradebook, settings: Config, handed_in: Collection[HandedIn] | None = None) -> int:
    """Write, without committing, due dates, extensions and penalties; return how many penalties changed.

    The penalties are those of what was just handed in, or all. No code is run for them, so that a changed
    deadline, an extension or a grade given by hand counts at once. Raises `CourseError` where deadlines.toml
    is wrong.
    """
    bring_dates(gradebook, root_of(settings), None if handed_in is None else {each[0] for each in handed_in})
    changed = [
        {"id": each.row, "late_submission_penalty": each.penalty}
        for each in find_late(gradebook, settings, handed_in)
        # nbgrader writes no penalty of 0 for a notebook that was not handed in, and here nobody knows.
        if each.penalty != each.recorded and (handed_in is not None or each.penalty or each.recorded)
    ]
    if changed:
        gradebook.db.execute(update(SubmittedNotebook), changed)
    return len(changed)


def find_late(
    gradebook: Gradebook, settings: Config, handed_in: Collection[HandedIn] | None = None
) -> list[Late]:
    """Return all recorded notebooks that are late by the gradebook's dates, or have a penalty."""
    found = [
        (row, seconds)
        for row, seconds in _lateness(gradebook, handed_in)
        if (seconds > 0 or row.late_submission_penalty is not None)
        and (handed_in is None or (row.student_id, row.topic, row.notebook) in handed_in)
    ]
    scores = _scores(gradebook, [row.id for row, _ in found])
    step = AssignLatePenalties(config=settings)
    late = []
    for row, seconds in found:
        score = scores.get(row.id, 0.0)
        penalty = _penalty(step, row.student_id, row.topic, score, seconds)
        late.append(
            Late(row.id, row.student_id, row.topic, seconds, score, penalty, row.late_submission_penalty)
        )
    return late


def _lateness(
    gradebook: Gradebook, handed_in: Collection[HandedIn] | None
) -> Iterator[tuple[Row[Any], float]]:
    """Yield these students' submitted notebooks, or all, with seconds of lateness as nbgrader counts them."""
    work = SubmittedAssignment
    asked = (
        select(
            SubmittedNotebook.id,
            SubmittedNotebook.late_submission_penalty,
            Notebook.name.label("notebook"),
            work.student_id,
            Assignment.name.label("topic"),
            work.timestamp,
            work.extension,
            Assignment.duedate,
        )
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(work, work.id == SubmittedNotebook.assignment_id)
        .join(Assignment, Assignment.id == work.assignment_id)
        .where(or_(Assignment.duedate.is_not(None), SubmittedNotebook.late_submission_penalty.is_not(None)))
        .order_by(work.student_id, Assignment.name)
    )
    if handed_in is not None:
        asked = asked.where(work.student_id.in_({student for student, _, _ in handed_in}))
    for row in gradebook.db.execute(asked):
        due = row.duedate
        if due is not None and row.extension is not None:
            due += row.extension
        is_timed = due is not None and row.timestamp is not None
        yield row, max(0.0, (row.timestamp - due).total_seconds()) if is_timed else 0.0


def _scores(gradebook: Gradebook, notebooks: Collection[str]) -> dict[str, float]:
    """Return the notebooks' scores: one look at the grades, where nbgrader's property looks once for each."""
    if not notebooks:
        return {}
    asked = select(Grade.notebook_id, func.coalesce(func.sum(Grade.score), 0.0)).group_by(Grade.notebook_id)
    rows = gradebook.db.execute(asked.where(Grade.notebook_id.in_(notebooks)))
    return {row[0]: row[1] for row in rows}


def _penalty(
    step: AssignLatePenalties, student: str, topic: str, score: float, seconds: float
) -> float | None:
    """Ask the course's plugin, and hold its answer within nbgrader's bounds."""
    if seconds <= 0:
        return None
    step.student_id, step.assignment_id = student, topic
    step.init_plugin()
    penalty = step.plugin_inst.late_submission_penalty(student, score, seconds)
    return None if penalty is None else float(step._check_late_penalty(SimpleNamespace(score=score), penalty))
