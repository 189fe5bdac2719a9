"""Every catalogued answer, as work for a kernel and as submissions for the grading engine."""

import ast
import json
from dataclasses import dataclass, replace

import nbformat
from nbformat import NotebookNode

from course.grading.cell_outputs import METADATA_KEY
from course.grading.examiner import names_of
from course.grading.marking import Assignment, HandedIn, Marked, Marker
from course.grading.marking.assignment import Original
from course.reading import Catalogue, Cell, Entry, Kind, Topic


def answers_to(function: str, topic: Topic, catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return every catalogued answer to a function, each under a name of its own, the model answer last."""
    right = (replace(each, name=f"{each.name} (right)") for each in catalogue.right(function))
    model = Entry(f"{function} (model answer)", function, topic.model_answer(function))
    return (*catalogue.wrong(function), *right, model)


def work_of(topic: Topic, catalogue: Catalogue) -> str:
    """Return a notebook with all its answers, for `work_through`."""
    parts: list[dict[str, object]] = []
    for cell in topic.of_kind(Kind.CODE, Kind.ANSWER):
        if cell.kind is Kind.ANSWER:
            hidden = [[test.id, test.source] for test in topic.tests(cell.id, Kind.HIDDEN)]
            answers = [[each.name, each.source] for each in answers_to(cell.id, topic, catalogue)]
            parts.append({"function": cell.id, "hidden": hidden, "answers": answers})
        elif _makes_something(cell):
            parts.append({"given": cell.source})
    return json.dumps(parts)


@dataclass(frozen=True)
class Grade:
    """What grading says of one answer: for each test whether it passed, and what feedback tells of it."""

    passed: dict[str, bool]
    outcome: str
    message: str


class Grading:
    """Grades answers to one function, each in a notebook of its own with no more cells than it needs."""

    def __init__(
        self, function: str, topic: Topic, catalogue: Catalogue, assignment: Assignment, marker: Marker
    ) -> None:
        self._function = function
        self._topic = topic
        self._marker = marker
        self._answers = answers_to(function, topic, catalogue)
        original = _shortened(assignment.notebooks[topic.name], self._needed())
        self._released = nbformat.reads(original.released, as_version=4)
        self._assignment = replace(assignment, notebooks={topic.name: original})

    def grade(self, answer: Entry) -> Grade:
        """Hand in a notebook with an answer, and grade it."""
        notebook = nbformat.from_dict(self._released)
        for cell in notebook.cells:
            if cell.id in self._topic.functions:
                cell.source = (
                    answer.source if cell.id == self._function else self._topic.model_answer(cell.id)
                )
        handed_in = HandedIn("student", {f"{self._topic.name}.ipynb": nbformat.writes(notebook).encode()})
        return self._grade(self._marker.mark(handed_in, self._assignment))

    def _grade(self, marked: Marked) -> Grade:
        assert not marked.problem, marked.problem
        assert not marked.repairs, marked.repairs
        cells = {cell.id: cell for cell in nbformat.reads(marked.notebooks[self._topic.name], 4).cells}
        noted = cells[self._function].metadata[METADATA_KEY]
        passed = {
            test.id: not _failed(cells[test.id]) for test in self._topic.tests(self._function, Kind.VISIBLE)
        }
        for test in self._topic.tests(self._function, Kind.HIDDEN):
            passed[test.id] = marked.scores[self._topic.name, test.id] == test.points
        return Grade(passed, noted["outcome"], noted["message"])

    def _needed(self) -> frozenset[str]:
        """Return the tests, and the cells before them that make what they, the answers or such cells read."""
        tests = [
            cell
            for cell in self._topic.cells
            if cell.function == self._function and cell.kind is not Kind.HINTS
        ]
        kept = {cell.id for cell in tests} | {self._function}
        wanted = set[str]().union(*(names_of(each.source).read for each in (*tests, *self._answers)))
        before = self._topic.cells[: self._topic.cells.index(self._topic.answer(self._function))]
        for cell in reversed(before):
            if cell.kind in (Kind.CODE, Kind.ANSWER) and names_of(cell.source).bound & wanted:
                kept.add(cell.id)
                wanted |= names_of(cell.source).read
        return frozenset(kept)


def _makes_something(cell: Cell) -> bool:
    return any(not isinstance(node, ast.Expr | ast.Assert) for node in ast.parse(cell.source).body)


def _failed(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.outputs)


def _shortened(original: Original, kept: frozenset[str]) -> Original:
    """Return a notebook of an assignment without all other cells."""

    def of(data: bytes | None) -> bytes:
        notebook = nbformat.reads(data or b"", as_version=4)
        notebook.cells = [cell for cell in notebook.cells if cell.id in kept]
        return nbformat.writes(notebook).encode()

    def named(cells: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(cell for cell in cells if cell.name in kept)

    return replace(
        original,
        source_cells=named(original.source_cells),
        grade_cells=named(original.grade_cells),
        solution_cells=named(original.solution_cells),
        task_cells=named(original.task_cells),
        source=of(original.source),
        released=of(original.released),
    )
