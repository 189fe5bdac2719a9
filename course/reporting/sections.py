"""What the page says of each topic, of the course and of the run of grading."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from course.folder import CourseFolder
from course.reporting.attention import AttentionList, refusal, who_needs_a_look
from course.reporting.class_record import ClassRecord, Work, share_of
from course.reporting.course_text import topic_text
from course.reporting.distribution import Distribution, distribution
from course.reporting.item_analysis import ItemAnalysis, analyse
from course.reporting.misconceptions import Seen, misconceptions_seen
from course.reporting.names import Names
from course.reporting.pairs import PairsAlike, pairs_alike
from course.reporting.self_assessment import SelfAssessment, self_assessment

_SHOWN = 40


@dataclass(frozen=True)
class TopicSection:
    """One topic. `waiting` points in `to_read` submissions are still to be given by hand."""

    name: str
    title: str
    planned_minutes: int | None
    points: float
    submissions: int
    missing: tuple[str, ...]
    refused: int
    ungraded: int
    blank: int
    waiting: float
    to_read: int
    shares: Distribution | None
    tests: ItemAnalysis
    misconceptions: tuple[Seen, ...]
    assessment: SelfAssessment
    pairs: PairsAlike


@dataclass(frozen=True)
class Repair:
    """What grading mended in a submission, or why it refused it."""

    student: str
    topic: str
    said: str


@dataclass(frozen=True)
class GradingSection:
    """What the last run of grading had to mend or to refuse; `more` do not fit."""

    refused: tuple[Repair, ...]
    more_refused: int
    repaired: tuple[Repair, ...]
    more_repaired: int


@dataclass(frozen=True)
class Report:
    """All that stands on the page."""

    students: int
    submissions: int
    shares: Distribution | None
    attention: AttentionList
    topics: tuple[TopicSection, ...]
    grading: GradingSection
    names_hidden: bool


def compose(
    folder: CourseFolder, record: ClassRecord, done: Callable[[str], None], *, hide_names: bool
) -> Report:
    """Work out everything the page says; `done` is called with the name of each topic."""
    names = Names(record.students, record.secret, hidden=hide_names)
    topics = []
    for topic in record.topics:
        topics.append(_topic(folder, record, topic, names))
        done(topic)
    totals = [
        share_of([work.score for work in record.of_student(each) if work.score]) for each in record.students
    ]
    return Report(
        students=len(record.students),
        submissions=len(record.works),
        shares=distribution([share for share in totals if share is not None]),
        attention=who_needs_a_look(record, names),
        topics=tuple(topics),
        grading=_grading(record, names),
        names_hidden=hide_names,
    )


def _topic(folder: CourseFolder, record: ClassRecord, topic: str, names: Names) -> TopicSection:
    works, text = record.of_topic(topic), topic_text(topic)
    graded = [work.graded for work in works if work.graded]
    scores = [work.score for work in works if work.score]
    return TopicSection(
        name=topic,
        title=text.title,
        planned_minutes=text.minutes,
        points=max((score.most for score in scores), default=0.0),
        submissions=len(works),
        missing=tuple(map(names.of, sorted(record.missing(topic), key=names.order))),
        refused=sum(bool(work.refused) for work in works),
        ungraded=sum(work.score is None and not work.refused for work in works),
        blank=sum(work.is_blank for work in works),
        waiting=sum(score.waiting for score in scores),
        to_read=sum(score.waiting > 0 for score in scores),
        shares=distribution([work.share for work in works if work.share is not None]),
        tests=analyse(graded),
        misconceptions=tuple(misconceptions_seen(topic, works, names)),
        assessment=self_assessment(works, names),
        pairs=pairs_alike(folder, topic, works, text.right_answers, names),
    )


def _grading(record: ClassRecord, names: Names) -> GradingSection:
    works = sorted(record.works.values(), key=lambda work: (work.topic, names.order(work.student)))
    refused = [
        Repair(names.of(work.student), names.folder(work.topic, record.topics), refusal(work, names))
        for work in works
        if work.refused
    ]
    repaired = [
        Repair(names.of(work.student), work.topic, _said(work, names))
        for work in works
        if work.graded and work.graded.repairs
    ]
    return GradingSection(
        *(tuple(refused[:_SHOWN]), max(0, len(refused) - _SHOWN)),
        *(tuple(repaired[:_SHOWN]), max(0, len(repaired) - _SHOWN)),
    )


def _said(work: Work, names: Names) -> str:
    """Return what was repaired; where names are hidden, without the notes that could hold one."""
    notes: Sequence[str] = work.graded.repairs if work.graded else ()
    if names.hidden:
        telling = (".ipynb", "was a link", work.student)
        notes = [note for note in notes if not any(word in note for word in telling)]
    return "; ".join(notes)
