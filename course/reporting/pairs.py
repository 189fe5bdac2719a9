"""Pairs of students whose answers are alike, as pairs to look at."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from course.folder import CourseFolder
from course.likeness import alike
from course.reporting.class_record import Work
from course.reporting.names import Names

_SHOWN = 10


@dataclass(frozen=True)
class PairAlike:
    """Two students, and how much of what few others have is in both. `functions`: where it stands."""

    topic: str
    students: tuple[str, str]
    share: float
    unusual: float
    functions: tuple[str, ...]


@dataclass(frozen=True)
class PairsAlike:
    """The pairs of a topic that a reader can look at, and how many more there are."""

    shown: tuple[PairAlike, ...]
    more: int


def pairs_alike(
    folder: CourseFolder, topic: str, works: Sequence[Work], known: Sequence[str], names: Names
) -> PairsAlike:
    """Compare the answers of a topic, the most alike first; `known` are right ones that anybody may write."""
    answers = {
        work.student: {answer.function: answer.source for answer in work.graded.answers}
        for work in works
        if work.graded
    }
    found = []
    for pair in alike(answers, _released_code(folder, topic), known):
        first, second = sorted((pair.first, pair.second), key=names.order)
        students = names.of(first), names.of(second)
        order = (-pair.unusual, names.order(first), names.order(second))
        found.append((order, PairAlike(topic, students, pair.share, pair.unusual, pair.functions)))
    found.sort(key=lambda each: each[0])
    return PairsAlike(tuple(pair for _, pair in found[:_SHOWN]), max(0, len(found) - _SHOWN))


def _released_code(folder: CourseFolder, topic: str) -> list[str]:
    notebooks = [
        json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((folder.release / topic).glob("*.ipynb"))
    ]
    cells = [cell for notebook in notebooks for cell in notebook["cells"]]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
