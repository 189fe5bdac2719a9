"""What is exported, as plain data: students, topics and points."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from nbgrader.api import Assignment, Gradebook, SubmittedAssignment
from sqlalchemy import select

from course.csv_file import number
from course.folder import CourseError
from course.grading import Score, scores_of

_SHOWN = 20


@dataclass(frozen=True)
class Student:
    """A student as nbgrader's gradebook knows one; what it does not know is ""."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    lms_user_id: str = ""

    @property
    def sortable_name(self) -> str:
        """Last name first; the id where there is no name."""
        return ", ".join(filter(None, [self.last_name, self.first_name])) or self.id

    @property
    def full_name(self) -> str:
        """First name first; the id where there is no name."""
        return " ".join(filter(None, [self.first_name, self.last_name])) or self.id


@dataclass(frozen=True)
class Topic:
    """An assignment of the gradebook: its name, the most points it gives, and when it is due, in UTC."""

    name: str
    most: float
    due: datetime | None = None


@dataclass(frozen=True)
class Arrival:
    """When a submission came, in UTC, and by how much its due date was extended."""

    timestamp: datetime | None
    extension: timedelta | None


@dataclass(frozen=True)
class Book:
    """A gradebook: points and arrivals by student and topic, where something was handed in."""

    students: Sequence[Student]
    topics: Sequence[Topic]
    scores: Mapping[tuple[str, str], Score]
    arrivals: Mapping[tuple[str, str], Arrival]
    only_complete: bool = False

    def points(self, student: Student, topic: Topic) -> str:
        """Return the points to export: "" where nothing was handed in, or has to wait."""
        score = self.scores.get((student.id, topic.name))
        return "" if score is None or (self.only_complete and score.waiting) else number(score.points)

    def waiting(self) -> Iterator[str]:
        """Yield the sentence that lists what a person has still to grade, if there is anything."""
        places = [f"{student} ({topic})" for (student, topic), score in self.scores.items() if score.waiting]
        how = "left empty" if self.only_complete else "exported as they stand"
        if places:
            yield f"Still to be graded by hand, and {how}: {some(places)}."


def read_book(
    gradebook: Gradebook, topics: Collection[str], students: Collection[str], *, only_complete: bool
) -> Book:
    """Return what the gradebook says of these topics and students, of all where there are none.

    Raises `CourseError` where one is not in the gradebook.
    """
    released = [each for each in gradebook.assignments if each.notebooks]
    enrolled = gradebook.students
    _check(topics, {each.name for each in released}, "assignment")
    _check(students, {each.id for each in enrolled}, "student")
    chosen = [each for each in enrolled if not students or each.id in students]
    named = [each for each in released if not topics or each.name in topics]
    places = {(student.id, topic.name) for student in chosen for topic in named}
    work = SubmittedAssignment
    asked = select(work.student_id, Assignment.name, work.timestamp, work.extension)
    rows = gradebook.db.execute(asked.join(Assignment, Assignment.id == work.assignment_id))
    return Book(
        [_student(each) for each in chosen],
        [Topic(each.name, float(each.max_score), each.duedate) for each in named],
        {place: score for score in scores_of(gradebook) if (place := (score.student, score.topic)) in places},
        {(student, topic): Arrival(timestamp, longer) for student, topic, timestamp, longer in rows},
        only_complete,
    )


def some(names: Sequence[str]) -> str:
    """Return names as a list that a person can read, however many there are."""
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _student(row: object) -> Student:
    names = ("id", "first_name", "last_name", "email", "lms_user_id")
    return Student(*(str(getattr(row, name) or "") for name in names))


def _check(asked: Collection[str], known: Collection[str], what: str) -> None:
    for name in asked:
        if name not in known:
            raise CourseError(f"The gradebook has no {what} '{name}': it has {some(sorted(known))}.")
