"""What a class says of its own work: counts and medians of what is on the scale, the rest apart."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import mean, median

from course.reporting.claims import SCALE, Claim
from course.reporting.class_record import Work
from course.reporting.distribution import Bar
from course.reporting.names import Names

_SHOWN = 5


@dataclass(frozen=True)
class OddClaim:
    """Something that is on no scale, as it was written."""

    student: str
    text: str


@dataclass(frozen=True)
class SelfAssessment:
    """What the students of one topic say. `count` of `of` filled something in."""

    count: int
    of: int
    confidence: tuple[Bar, ...]
    difficulty: tuple[Bar, ...]
    minutes: float | None
    timed: int
    hardest: tuple[tuple[str, int], ...]
    other_words: tuple[str, ...]
    others: int
    odd: tuple[OddClaim, ...]
    odd_count: int


def self_assessment(works: Sequence[Work], names: Names) -> SelfAssessment:
    """Sum up the claims of graded works; quotes and what is on no scale are left to be shown as such."""
    graded = [work for work in works if work.graded]
    claims = [work.claim for work in graded]
    minutes = [claim.minutes for claim in claims if claim.minutes is not None]
    functions = {answer.function for work in graded if work.graded for answer in work.graded.answers}
    named = Counter(name for claim in claims if (name := _function(claim.hardest, functions)))
    others = sorted(
        {each.hardest for each in claims if each.hardest and not _function(each.hardest, functions)}
    )
    odd = [OddClaim(names.of(work.student), text) for work in graded for text in work.claim.odd]
    return SelfAssessment(
        count=sum(claim.says_something for claim in claims),
        of=len(graded),
        confidence=_bars(graded, lambda claim: claim.confidence),
        difficulty=_bars(graded, lambda claim: claim.difficulty),
        minutes=median(minutes) if minutes else None,
        timed=len(minutes),
        hardest=tuple(named.most_common(_SHOWN)),
        other_words=tuple(filter(None, map(names.quoted, others[:_SHOWN]))),
        others=len(others),
        odd=tuple(
            OddClaim(each.student, shown) for each in odd[:_SHOWN] if (shown := names.quoted(each.text))
        ),
        odd_count=len(odd),
    )


def _bars(works: Sequence[Work], said: Callable[[Claim], int | None]) -> tuple[Bar, ...]:
    """Count each step of the scale; the note is the mean share of points of those who chose it."""
    bars = []
    for step in SCALE:
        chosen = [work for work in works if said(work.claim) == step]
        shares = [work.share for work in chosen if work.share is not None]
        bars.append(Bar(str(step), len(chosen), f"{100 * mean(shares):.0f} %" if shares else ""))
    return tuple(bars)


def _function(said: str, functions: set[str]) -> str:
    """Return which function a student means; "" where it is none of the topic's."""
    name = said.strip().removesuffix("()").strip("`'\" ").lower().replace(" ", "_").replace("-", "_")
    return next((each for each in functions if each.lower() == name), "")
