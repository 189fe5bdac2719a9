"""What is to be done with one submission, as plain data: which cells run where, and with what."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, Self

from course.grading.examiner.names import Names, names_of

_SETS = ("of_student", "of_source", "classes")


class Role(StrEnum):
    """Where a cell runs: in the student's process, or in the examiner's when or after all others have."""

    STUDENT = "student"
    VISIBLE = "visible test"
    HIDDEN = "hidden test"


@dataclass(frozen=True)
class Step:
    """One code cell of the submission. `given`: cells of the source that a test needs before it."""

    index: int
    role: Role
    source: str
    given: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """All steps in order. `of_student`: names that stand for the student's own; `of_source` never do.
    `classes`: those of the student's that are to be classes, whose instances tests may use.

    `live_tests`: tests run in the student's process.
    """

    steps: tuple[Step, ...]
    of_student: frozenset[str] = frozenset()
    of_source: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    functions: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)  # for the student
    source_files: Mapping[str, bytes] = field(default_factory=dict)  # for the examiner
    cell_seconds: float = 30
    total_seconds: float = 600
    live_tests: bool = False

    def as_message(self) -> dict[str, Any]:
        """Return plain lists and dicts."""
        return asdict(self) | {key: sorted(getattr(self, key)) for key in _SETS}

    @classmethod
    def from_message(cls, message: Mapping[str, Any]) -> Self:
        """Rebuild what `as_message` returned."""
        steps = tuple(
            Step(each["index"], Role(each["role"]), each["source"], tuple(each["given"]))
            for each in message["steps"]
        )
        names = {key: frozenset(message[key]) for key in _SETS}
        return cls(**{**message, **names, "steps": steps, "functions": tuple(message["functions"])})


@dataclass(frozen=True)
class SourceCell:
    """One code cell of the instructor's notebook. `answer`: students write it; `test`: its grade id."""

    source: str
    answer: bool = False
    test: str = ""


def student_names(cells: Iterable[SourceCell]) -> frozenset[str]:
    """Return the names that the instructor's answers define."""
    return frozenset().union(*(names_of(each.source).bound for each in cells if each.answer))


def student_classes(cells: Iterable[SourceCell]) -> frozenset[str]:
    """Return the names of the classes that the instructor's answers define."""
    return frozenset().union(*(names_of(each.source).classes for each in cells if each.answer))


def source_names(cells: Iterable[SourceCell]) -> frozenset[str]:
    """Return the names that given cells and tests bind."""
    return frozenset().union(*(names_of(each.source).bound for each in cells if not each.answer))


def given_before_tests(cells: Sequence[SourceCell]) -> dict[str, tuple[str, ...]]:
    """Return for each test the given cells between the test before it and itself that a test may need.

    A given cell that reads a student's name, as a picture of a student's function does, is needed only for
    names that a test or a needed cell reads.
    """
    students = student_names(cells)
    needed = _needed(cells, students)
    before: dict[str, tuple[str, ...]] = {}
    waiting: list[str] = []
    for place, cell in enumerate(cells):
        if cell.test:
            before[cell.test] = tuple(waiting)
            waiting = []
        elif place in needed:
            waiting.append(cell.source)
    return before


def _needed(cells: Sequence[SourceCell], students: frozenset[str]) -> set[int]:
    names: list[Names] = [names_of(cell.source) for cell in cells]
    wanted = set().union(*(names[place].read for place, cell in enumerate(cells) if cell.test))
    needed = set()
    for place in reversed(range(len(cells))):
        if cells[place].test or cells[place].answer:
            continue
        if names[place].bound & wanted or not names[place].read & students:
            needed.add(place)
            wanted |= names[place].read
    return needed
