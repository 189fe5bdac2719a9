"""Tests that wait until all else has run, each with both sides as they were in its place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from course.grading.examiner.names import names_of
from course.grading.examiner.plan import Step
from course.grading.examiner.session import Session
from course.grading.examiner.standing_in import StudentError
from course.grading.inside.randomness import set_shared_state, shared_state


@dataclass(frozen=True)
class Kept:
    """One test with a copy of the student's process and of this side's names and state of random numbers.

    `gone` is why there is no such copy.
    """

    step: Step
    session: Session
    names: dict[str, Any]
    random: list[list[Any]]
    gone: StudentError | None = None


class Waiting:
    """Hidden tests in their order, and tests that read what a hidden test binds."""

    def __init__(self) -> None:
        self._tests: list[Kept] = []
        self._bound_by_hidden: set[str] = set()

    def append(self, kept: Kept) -> None:
        """Let a test wait."""
        self._tests.append(kept)
        self._bound_by_hidden |= names_of(kept.step.source).bound

    def have_run(self, sources: Iterable[str]) -> None:
        """Note cells that ran in their place."""
        for source in sources:
            self._bound_by_hidden -= names_of(source).bound

    def bind_for(self, source: str) -> bool:
        """Whether a test that waits binds a name that this cell needs."""
        return bool(names_of(source).needed & self._bound_by_hidden)

    def in_turn(self, names: dict[str, Any]) -> Iterator[Kept]:
        """Yield each test with `names` as they were in its place, and what tests before it have bound."""
        bound: dict[str, tuple[Any, Any]] = {}
        random = shared_state()
        for kept in self._tests:
            if kept.random != random:  # else the test before may have set a seed
                random = kept.random
                set_shared_state(random)
            names.clear()
            names.update(kept.names)
            # A name that was bound again between the two tests has the later value.
            names.update({name: new for name, (new, old) in bound.items() if kept.names.get(name) is old})
            before = dict(names)
            yield kept
            changed = {name: new for name, new in names.items() if before.get(name) is not new}
            bound |= {name: (new, kept.names.get(name)) for name, new in changed.items()}
