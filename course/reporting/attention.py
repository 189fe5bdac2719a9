"""Students who need a look, and why: one sentence for each reason, the most urgent first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import mean

from course.reporting.class_record import ClassRecord, Work, share_of
from course.reporting.names import Names

NOW, SOON, LATER = 3, 2, 1
_SHOWN = 20
_LISTED = 4
_LOW, _HIGH = 0.4, 0.9
_FAR_BELOW = 0.35
_SURE, _UNSURE = 4, 2


@dataclass(frozen=True)
class Reason:
    """Why somebody needs a look."""

    urgency: int
    sentence: str


@dataclass(frozen=True)
class Attention:
    """One student, with the share of points so far and all reasons."""

    student: str
    share: float | None
    reasons: tuple[Reason, ...]

    @property
    def urgency(self) -> int:
        """The urgency of the most urgent reason."""
        return max(reason.urgency for reason in self.reasons)


@dataclass(frozen=True)
class AttentionList:
    """Who fits a reader's evening, how many more there are, and who handed in nothing at all."""

    shown: tuple[Attention, ...]
    more: int
    absent: tuple[str, ...]


def who_needs_a_look(record: ClassRecord, names: Names) -> AttentionList:
    """Return the students with reasons, by urgency, then by how much there is."""
    found = []
    for student in record.students:
        works = record.of_student(student)
        reasons = tuple(sorted(_reasons(record, works, names), key=lambda reason: -reason.urgency))
        if reasons:
            score = share_of([work.score for work in works if work.score])
            found.append((student, Attention(names.of(student), score, reasons)))
    found.sort(key=lambda pair: (-pair[1].urgency, -_sum(pair[1]), names.order(pair[0])))
    shown = tuple(each for _, each in found[:_SHOWN])
    absent = sorted((each for each in record.students if not record.of_student(each)), key=names.order)
    return AttentionList(shown, len(found) - len(shown), tuple(map(names.of, absent)))


def _reasons(record: ClassRecord, works: Sequence[Work], names: Names) -> Iterator[Reason]:
    missing = [topic for topic in record.topics if topic not in {work.topic for work in works}]
    if works and missing:
        much = len(missing) > len(record.topics) / 2
        yield Reason(SOON if much else LATER, f"Handed in nothing for {_topics(missing)}.")
    for work in works:
        if work.refused:
            said = refusal(work, names)
            kept = " The grade of an earlier one stands." if work.score else ""
            folder = names.folder(work.topic, record.topics)
            yield Reason(NOW, f"`{folder}` could not be graded{f': {said}' if said else ''}.{kept}")
    for find in (_blank, _stopped, _weak, _far_below, _too_sure, _too_unsure, _one_mistake, _repaired):
        yield from find(works)


def refusal(work: Work, names: Names) -> str:
    """Return why a work was not graded; without a file's or a student's words where names are hidden."""
    if names.hidden and not work.refused.startswith(f"{work.topic}.ipynb "):
        return ""
    return work.refused.partition(":")[0] if names.hidden else work.refused


def _blank(works: Sequence[Work]) -> Iterator[Reason]:
    blank = [work.topic for work in works if work.is_blank]
    if blank:
        yield Reason(SOON, f"Handed in {_topics(blank)} without an answer.")


def _stopped(works: Sequence[Work]) -> Iterator[Reason]:
    for work in works:
        for limit in work.graded.limits if work.graded else ():
            yield Reason(SOON, f"Code in `{work.topic}` was stopped: {limit}.")


def _weak(works: Sequence[Work]) -> Iterator[Reason]:
    share = share_of([work.score for work in works if work.score])
    if share is not None and share < _LOW and not all(work.is_blank for work in works):
        yield Reason(SOON, "Few points in all that was handed in.")


def _far_below(works: Sequence[Work]) -> Iterator[Reason]:
    shares = {work.topic: work.share for work in works if work.share is not None}
    for topic, share in shares.items():
        others = [each for name, each in shares.items() if name != topic]
        if len(others) >= 2 and share < mean(others) - _FAR_BELOW:
            rest = _percent(mean(others))
            yield Reason(
                SOON, f"`{topic}` is far below the rest: {_percent(share)}, elsewhere {rest} on average."
            )


def _too_sure(works: Sequence[Work]) -> Iterator[Reason]:
    found = _judged(works, lambda sure, share: sure >= _SURE and share < _LOW)
    if found:
        yield Reason(SOON, f"Feels sure ({_SURE} or 5 of 5) with few points: {found}.")


def _too_unsure(works: Sequence[Work]) -> Iterator[Reason]:
    found = _judged(works, lambda sure, share: sure <= _UNSURE and share >= _HIGH)
    if found:
        yield Reason(LATER, f"Feels unsure (1 or {_UNSURE} of 5) with nearly all points: {found}.")


def _judged(works: Sequence[Work], fits: Callable[[int, float], bool]) -> str:
    return _listed(
        [
            f"`{work.topic}` {_percent(work.share)}"
            for work in works
            if work.claim.confidence and work.share is not None and fits(work.claim.confidence, work.share)
        ]
    )


def _one_mistake(works: Sequence[Work]) -> Iterator[Reason]:
    """Find topics in which a single recognised mistake explains every test with points that failed."""
    for work in works:
        messages = {each.function: each.message for each in work.graded.answers} if work.graded else {}
        failed = [item for item, share in (work.graded.shares if work.graded else {}).items() if share < 1]
        functions = {item.function for item in failed if item.points}
        message = messages.get(functions.pop(), "") if len(functions) == 1 else ""
        if message:
            lost = sum(item.points for item in failed)
            points = f"{lost:g} {'point' if lost == 1 else 'points'}"
            yield Reason(
                LATER, f"One mistake explains all that is lost in `{work.topic}`, {points}: {message}"
            )


def _repaired(works: Sequence[Work]) -> Iterator[Reason]:
    repaired = [work.topic for work in works if work.graded and work.graded.repairs]
    if repaired:
        yield Reason(LATER, f"{_topics(repaired)} had to be repaired before it could be graded.")


def _sum(attention: Attention) -> int:
    return sum(reason.urgency for reason in attention.reasons)


def _topics(names: Sequence[str]) -> str:
    return _listed([f"`{name}`" for name in names])


def _listed(words: Sequence[str]) -> str:
    if len(words) > _LISTED:
        words = [*words[: _LISTED - 1], f"{len(words) - _LISTED + 1} more"]
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _percent(share: float) -> str:
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"
