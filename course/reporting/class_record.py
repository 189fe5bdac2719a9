"""What is known of a class: who handed in what, how it was graded, and why not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from course.folder import CourseError, CourseFolder
from course.grading import (
    GradedWork,
    Score,
    find_submissions,
    gradebook_secret,
    read_graded,
    read_refusals,
    read_scores,
    read_students,
    released_assignments,
)
from course.reporting.claims import Claim, read_claim

Place = tuple[str, str]  # a student and a topic


@dataclass(frozen=True)
class HandedIn:
    """What lies there to be reported on: places with their scores and refusals, as far as there are any."""

    students: tuple[str, ...]
    topics: tuple[str, ...]
    places: tuple[Place, ...]
    scores: Mapping[Place, Score]
    refusals: Mapping[Place, str]


@dataclass(frozen=True)
class Work:
    """One submission. Without a score it was never graded; `refused` says why the newest one could not be."""

    student: str
    topic: str
    score: Score | None
    graded: GradedWork | None
    refused: str
    claim: Claim

    @property
    def share(self) -> float | None:
        """Points over those that are decided: what a person has still to read is not counted as nothing."""
        return share_of([self.score]) if self.score else None

    @property
    def is_blank(self) -> bool:
        """Whether no answer was even tried."""
        answers = self.graded.answers if self.graded else ()
        return bool(answers) and all(each.outcome == "not attempted" for each in answers)


@dataclass(frozen=True)
class ClassRecord:
    """All students, the released topics that somebody handed in, and every work by its place."""

    students: tuple[str, ...]
    topics: tuple[str, ...]
    works: Mapping[Place, Work]
    secret: bytes

    @cached_property
    def strange_topics(self) -> tuple[str, ...]:
        """What else lies in submitted/: folders that are named like nothing that was released."""
        return tuple(sorted({topic for _, topic in self.works} - set(self.topics)))

    def of_topic(self, topic: str) -> list[Work]:
        """Return the works of one topic, by student."""
        return [self.works[student, topic] for student in self.students if (student, topic) in self.works]

    def of_student(self, student: str) -> list[Work]:
        """Return the works of one student, those first that belong to a topic, in the topics' order."""
        topics = (*self.topics, *self.strange_topics)
        return [self.works[student, topic] for topic in topics if (student, topic) in self.works]

    def missing(self, topic: str) -> list[str]:
        """Return who handed in nothing for a topic."""
        return [student for student in self.students if (student, topic) not in self.works]


def find_work(folder: CourseFolder, topic: str | None, order: Sequence[str]) -> HandedIn:
    """Return what was handed in for a topic, or for all; those in `order` come first.

    Raises `CourseError` where nothing is graded.
    """
    scores = {(row.student, row.topic): row for row in read_scores(folder) if topic in (None, row.topic)}
    if not scores:
        raise CourseError(f"Nothing of {topic or 'this course'} is graded yet: run 'course grade' first.")
    places = set(scores) | _submitted(folder, topic)
    found = {name for _, name in places} & set(released_assignments(folder))
    return HandedIn(
        students=tuple(sorted({*read_students(folder), *(student for student, _ in places)})),
        topics=(*(name for name in order if name in found), *sorted(found.difference(order))),
        places=tuple(sorted(places)),
        scores=scores,
        refusals={place: said for place, said in read_refusals(folder).items() if place in places},
    )


def read_class(folder: CourseFolder, handed_in: HandedIn, done: Callable[[str], None]) -> ClassRecord:
    """Read every graded submission; `done` is called with a student's name for each."""
    works = {}
    for student, topic in handed_in.places:
        place = student, topic
        score = handed_in.scores.get(place)
        graded = read_graded(folder, student, topic) if score else None
        claim = read_claim(graded.own_code) if graded else Claim()
        works[place] = Work(student, topic, score, graded, handed_in.refusals.get(place, ""), claim)
        done(student)
    return ClassRecord(handed_in.students, handed_in.topics, works, gradebook_secret(folder))


def share_of(scores: Sequence[Score]) -> float | None:
    """Return the points in these scores over those that are decided; None where none are."""
    decided = sum(score.most - score.waiting for score in scores)
    return sum(score.points for score in scores) / decided if decided > 0 else None


def _submitted(folder: CourseFolder, topic: str | None) -> set[Place]:
    try:
        return {(each.student, each.topic) for each in find_submissions(folder, topic)}
    except CourseError:  # put away after grading: the gradebook still knows
        return set()
