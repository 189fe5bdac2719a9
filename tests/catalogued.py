"""Every catalogued answer, as work for a kernel and as submissions for the grading engine."""

import ast
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

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


def independent(topic: Topic, catalogue: Catalogue) -> list[tuple[str, ...]]:
    """Return the functions in groups, in each of which none needs another: their answers fit one notebook."""
    needed = {each: _needed(each, topic, catalogue) & set(topic.functions) for each in topic.functions}
    groups: list[list[str]] = []
    for one in sorted(topic.functions, key=lambda each: -len(answers_to(each, topic, catalogue))):
        for group in groups:
            if not any(one in needed[other] or other in needed[one] for other in group):
                group.append(one)
                break
        else:
            groups.append([one])
    return [tuple(group) for group in groups]


class Grading:
    """Grades the answers to a group of functions, in notebooks with no more cells than these need."""

    def __init__(
        self,
        functions: tuple[str, ...],
        topic: Topic,
        catalogue: Catalogue,
        assignment: Assignment,
        marker: Marker,
    ) -> None:
        self._topic = topic
        self._marker = marker
        self._answers = {each: answers_to(each, topic, catalogue) for each in functions}
        kept = frozenset[str]().union(*(_needed(each, topic, catalogue) for each in functions))
        original = _shortened(assignment.notebooks[topic.name], kept)
        self._released = nbformat.reads(original.released, as_version=4)
        self._assignment = replace(assignment, notebooks={topic.name: original})

    def grades(self) -> dict[str, Grade]:
        """Return the grade of each answer; a notebook holds one to each function, while there are any."""
        found = {}
        for answers in zip_longest(*self._answers.values()):
            handed_in = {each.function: each for each in answers if each}
            marked = self._mark({function: each.source for function, each in handed_in.items()})
            found |= {each.name: self._grade(each.function, marked) for each in handed_in.values()}
        return found

    def _mark(self, answers: Mapping[str, str]) -> Marked:
        notebook = nbformat.from_dict(self._released)
        for cell in notebook.cells:
            if cell.id in self._topic.functions:
                cell.source = answers.get(cell.id) or self._topic.model_answer(cell.id)
        handed_in = HandedIn("student", {f"{self._topic.name}.ipynb": nbformat.writes(notebook).encode()})
        return self._marker.mark(handed_in, self._assignment)

    def _grade(self, function: str, marked: Marked) -> Grade:
        assert not marked.problem, marked.problem
        assert not marked.repairs, marked.repairs
        cells = {cell.id: cell for cell in nbformat.reads(marked.notebooks[self._topic.name], 4).cells}
        noted = cells[function].metadata[METADATA_KEY]
        passed = {test.id: not _failed(cells[test.id]) for test in self._topic.tests(function, Kind.VISIBLE)}
        for test in self._topic.tests(function, Kind.HIDDEN):
            passed[test.id] = marked.scores[self._topic.name, test.id] == test.points
        return Grade(passed, noted["outcome"], noted["message"])


def _needed(function: str, topic: Topic, catalogue: Catalogue) -> frozenset[str]:
    """Return a function's tests, and the cells before them that make what is read there or in answers."""
    answers = answers_to(function, topic, catalogue)
    tests = [*topic.tests(function, Kind.VISIBLE), *topic.tests(function, Kind.HIDDEN)]
    kept = {cell.id for cell in tests} | {function}
    wanted = set[str]().union(*(names_of(each.source).read for each in (*tests, *answers)))
    for cell in reversed(topic.cells[: topic.cells.index(topic.answer(function))]):
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
