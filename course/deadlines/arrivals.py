"""When each submission came, and what its lateness costs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment
from sqlalchemy import select
from traitlets.config import Config

from course.deadlines.settling import find_late


@dataclass(frozen=True)
class Arrival:
    """One submission: when it came, in UTC, and the points it loses; None where that is not known (yet)."""

    student: str
    topic: str
    timestamp: datetime | None
    penalty: float | None


def read_arrivals(
    gradebook: Gradebook | None, settings: Config, handed_in: Mapping[tuple[str, str], datetime | None]
) -> list[Arrival]:
    """Return what is recorded and, by student and topic, what lies in submitted/ and is not graded yet."""
    recorded = {}
    if gradebook is not None:
        lost: defaultdict[tuple[str, str], float] = defaultdict(float)
        for late in find_late(gradebook, settings):
            lost[late.student, late.topic] += late.penalty or 0.0
        asked = select(SubmittedAssignment.student_id, Assignment.name, SubmittedAssignment.timestamp)
        rows = gradebook.db.execute(
            asked.join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        )
        recorded = {
            (student, topic): Arrival(student, topic, timestamp, lost[student, topic])
            for student, topic, timestamp in rows
        }
    waiting = {place: Arrival(*place, timestamp, None) for place, timestamp in handed_in.items()}
    return sorted((waiting | recorded).values(), key=lambda each: (each.topic, each.student))
