"""What one graded submission says: how each test came out, what was recognised, what was written."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import nbformat
from nbgrader.utils import determine_grade

from course.folder import CourseFolder
from course.grading.cell_outputs import METADATA_KEY
from course.grading.quotes import HIDDEN_REGION

_Cell = Mapping[str, Any]


@dataclass(frozen=True)
class Item:
    """One test of an assignment: its function, the property it asks for, and its points."""

    id: str
    function: str
    sentence: str
    points: float
    hidden: bool


@dataclass(frozen=True)
class Answer:
    """What a student wrote for one function, and what was recognised in it: a message, or ""."""

    function: str
    source: str
    outcome: str
    message: str


@dataclass(frozen=True)
class GradedWork:
    """One submission. `shares`: 1 where a test passed, 0 where not, between for credit in part."""

    shares: Mapping[Item, float] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    limits: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()
    own_code: tuple[str, ...] = ()  # the code cells that are neither answers nor tests


def read_graded(folder: CourseFolder, student: str, topic: str) -> GradedWork | None:
    """Return what autograded/ holds of a submission; None where that is nothing, or cannot be read."""
    paths = sorted((folder.autograded / student / topic).glob("*.ipynb"))
    try:
        notebooks = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    except (OSError, ValueError):
        return None
    if not notebooks:
        return None
    cells = [{**cell, "source": "".join(cell["source"])} for each in notebooks for cell in each["cells"]]
    functions = tuple(_id(cell) for cell in cells if _is_answer(cell))
    tests = [cell for cell in cells if _is_test(cell)]
    return GradedWork(
        shares={_item(_id(cell), cell["source"], _points(cell), functions): _share(cell) for cell in tests},
        answers=tuple(_answer(cell) for cell in cells if _is_answer(cell)),
        limits=tuple(dict.fromkeys(_limits(tests))),
        repairs=tuple(str(note) for each in notebooks for note in _noted(each).get("repairs", ())),
        own_code=tuple(cell["source"] for cell in cells if cell["cell_type"] == "code" and not _marks(cell)),
    )


def sentence_of(source: str, name: str) -> str:
    """Return the comment that a test begins with; its name in words where it begins otherwise."""
    first = HIDDEN_REGION.sub("", source).strip().partition("\n")[0]
    return first.lstrip("# ") if first.startswith("#") else f"Test {name.replace('_', ' ')}."


def function_of(name: str, functions: Iterable[str]) -> str:
    """Return the function that a test is named after; "" where it is named after none."""
    owners = [each for each in functions if name == each or name.startswith(f"{each}_")]
    return max(owners, key=len, default="")


@cache  # a class has the same tests in every notebook
def _item(name: str, source: str, points: float, functions: tuple[str, ...]) -> Item:
    owner, sentence = function_of(name, functions), sentence_of(source, name)
    return Item(name, owner, sentence, points, hidden=bool(HIDDEN_REGION.search(source)))


def _share(cell: _Cell) -> float:
    outputs, points = cell.get("outputs") or [], _points(cell)
    if any(each["output_type"] == "error" for each in outputs):
        return 0.0
    if not points or not outputs:
        return 1.0
    score, _ = determine_grade(nbformat.from_dict(cell))
    return min(1.0, max(0.0, float(score) / points))


def _answer(cell: _Cell) -> Answer:
    noted = _noted(cell)
    return Answer(_id(cell), cell["source"], str(noted.get("outcome", "")), str(noted.get("message", "")))


def _limits(tests: Iterable[_Cell]) -> Iterator[str]:
    return (str(_noted(cell)["limit"]) for cell in tests if _noted(cell).get("limit"))


def _is_answer(cell: _Cell) -> bool:
    marks = _marks(cell)
    return bool(cell["cell_type"] == "code" and marks.get("solution") and not marks.get("grade"))


def _is_test(cell: _Cell) -> bool:
    marks = _marks(cell)
    return bool(cell["cell_type"] == "code" and marks.get("grade") and not marks.get("solution"))


def _id(cell: _Cell) -> str:
    return str(_marks(cell).get("grade_id", ""))


def _points(cell: _Cell) -> float:
    return float(_marks(cell).get("points") or 0)


def _marks(cell: _Cell) -> Mapping[str, Any]:
    marks: Mapping[str, Any] = cell["metadata"].get("nbgrader", {})
    return marks


def _noted(part: Mapping[str, Any]) -> Mapping[str, Any]:
    noted = part["metadata"].get(METADATA_KEY)
    return noted if isinstance(noted, dict) else {}
