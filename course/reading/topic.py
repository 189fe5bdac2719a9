"""A topic: the cells of one notebook, each with its kind, its id and its points."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from course.reading import markers, solutions
from course.reading.errors import TopicError
from course.reading.percent import MarkedText, read_percent
from course.reading.shelf import TOPICS, find_topic


class Kind(StrEnum):
    """What a cell is for. The last five are written as a marker on the cell's first line."""

    TEXT = "text"
    CODE = "code"
    ANSWER = "answer"
    VISIBLE = "test"
    HIDDEN = "hidden"
    WRITTEN = "written"
    HINTS = "hints"


@dataclass(frozen=True)
class Cell:
    """One cell. `function` is the answer that a test or the hints belong to."""

    kind: Kind
    id: str
    source: str
    line: int
    points: int = 0
    function: str = ""

    @property
    def sentence(self) -> str:
        """A test's first line: the property it stands for."""
        return self.source.split("\n", 1)[0].lstrip("# ")


@dataclass(frozen=True)
class Topic:
    """One notebook of the course, as its text file says it."""

    name: str
    title: str
    minutes: int
    difficulty: int
    needs: tuple[str, ...]
    cells: tuple[Cell, ...]

    @property
    def number(self) -> int:
        """Where the topic stands in the course, from 0."""
        return TOPICS.index(self.name)

    @property
    def points(self) -> int:
        """Points of the hidden tests and the written answers together."""
        return sum(cell.points for cell in self.cells)

    @property
    def functions(self) -> tuple[str, ...]:
        """The names that the answer cells define, in order."""
        return tuple(cell.id for cell in self.of_kind(Kind.ANSWER))

    def of_kind(self, *kinds: Kind) -> Iterator[Cell]:
        """Iterate over the cells of these kinds, in order."""
        return (cell for cell in self.cells if cell.kind in kinds)

    def tests(self, function: str, kind: Kind) -> tuple[Cell, ...]:
        """Return the visible or the hidden tests of one function."""
        return tuple(cell for cell in self.of_kind(kind) if cell.function == function)

    def answer(self, function: str) -> Cell:
        """Return the answer cell that defines `function`; KeyError if there is none."""
        for cell in self.of_kind(Kind.ANSWER):
            if cell.id == function:
                return cell
        raise KeyError(function)

    def model_answer(self, function: str) -> str:
        """Return the model answer as a student would have written it, without region markers."""
        return solutions.without_markers(self.answer(function).source)

    def hints(self, function: str) -> tuple[str, ...]:
        """Return the hints for one function, from a nudge to the shape of the code."""
        for cell in self.of_kind(Kind.HINTS):
            if cell.function == function:
                return markers.numbered_items(cell.source)
        return ()

    def called_by(self, function: str) -> frozenset[str]:
        """Return the answers that the model answer of `function` calls, directly or through others."""
        names = set(self.functions)
        reached: set[str] = set()
        waiting = [function]
        while waiting:
            tree = ast.parse(self.answer(waiting.pop()).source)
            used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & names
            waiting.extend(used - reached)
            reached |= used
        return frozenset(reached - {function})


def read_topic(name: str) -> Topic:
    """Read a topic by name; raises `UnknownTopicError` or `TopicError`."""
    return parse_topic(name, find_topic(name) / "topic.py")


def parse_topic(name: str, path: Path) -> Topic:
    """Read a topic from a file; raises `TopicError` at the first thing that is wrong in it."""
    text = read_percent(path)
    cells = tuple(_cells(path, text))
    minutes, difficulty, needs = markers.header_fields(path, text.header, TOPICS)
    return Topic(name, _title(path, cells), minutes, difficulty, needs, cells)


def _cells(path: Path, text: MarkedText) -> Iterator[Cell]:
    name_plain_cell = markers.PlainCellNames()
    seen: dict[str, int] = {}
    functions: list[str] = []
    answers = [str(marked.markers["answer"]) for marked in text.cells if "answer" in marked.markers]
    for marked in text.cells:
        kind, identity, points = markers.kind_and_name(path, marked, [k.value for k in Kind][2:])
        if kind is None:
            cell_kind = Kind.TEXT if marked.is_markdown else Kind.CODE
            identity = name_plain_cell(marked)
        else:
            cell_kind = Kind(kind)
        function = ""
        if cell_kind in (Kind.VISIBLE, Kind.HIDDEN, Kind.HINTS):
            owners = answers if cell_kind is Kind.HINTS else functions
            function = markers.tested_function(path, marked, identity, owners)
        if cell_kind is Kind.HINTS:
            identity = f"{identity}-hints"
        if identity in seen:
            raise TopicError(
                path,
                marked.line,
                f"the id '{identity}' is already used on line {seen[identity]}; choose another.",
            )
        seen[identity] = marked.line
        if cell_kind is Kind.ANSWER:
            solutions.check_answer(path, marked, identity)
            functions.append(identity)
        else:
            solutions.refuse_solution(path, marked)
        markers.check_source(path, marked, cell_kind.value)
        yield Cell(cell_kind, identity, marked.source, marked.line, points, function)


def _title(path: Path, cells: tuple[Cell, ...]) -> str:
    first = cells[0].source.split("\n", 1)[0]
    if cells[0].kind is not Kind.TEXT or not first.startswith("# "):
        raise TopicError(
            path, cells[0].line, "the first cell must be Markdown that begins with '# ' and a title."
        )
    return first.removeprefix("# ").strip()
