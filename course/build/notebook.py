"""A topic as a notebook for nbgrader, before it is run."""

from collections.abc import Callable
from typing import Any

import nbformat
from nbformat import NotebookNode

from course.reading import Cell, Kind, Topic

_SCHEMA_VERSION = 3


def compose(topic: Topic) -> NotebookNode:
    """Return the source notebook of a topic, without outputs."""
    notebook: NotebookNode = nbformat.v4.new_notebook(
        cells=[_COMPOSERS[cell.kind](cell) for cell in topic.cells if cell.kind is not Kind.HINTS],
        metadata={
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "title": topic.title,
        },
    )
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def _text(cell: Cell) -> NotebookNode:
    node: NotebookNode = nbformat.v4.new_markdown_cell(cell.source, id=cell.id)
    return node


def _code(cell: Cell) -> NotebookNode:
    node: NotebookNode = nbformat.v4.new_code_cell(cell.source, id=cell.id)
    return node


def _answer(cell: Cell) -> NotebookNode:
    return _marked(_code(cell), cell, solution=True)


def _visible(cell: Cell) -> NotebookNode:
    return _marked(_code(cell), cell, grade=True, locked=True, points=0)


def _hidden(cell: Cell) -> NotebookNode:
    node = _marked(_code(cell), cell, grade=True, locked=True, points=cell.points)
    sentence, _, body = cell.source.partition("\n")
    points = "1 point" if cell.points == 1 else f"{cell.points} points"
    note = f"# Hidden test, {points}: its code runs when your work is graded."
    node.source = f"{sentence}\n{note}\n### BEGIN HIDDEN TESTS\n{body}\n### END HIDDEN TESTS"
    return node


def _written(cell: Cell) -> NotebookNode:
    return _marked(_text(cell), cell, grade=True, solution=True, points=cell.points)


def _marked(
    node: NotebookNode,
    cell: Cell,
    *,
    grade: bool = False,
    solution: bool = False,
    locked: bool = False,
    points: int | None = None,
) -> NotebookNode:
    marks: dict[str, Any] = {
        "grade": grade,
        "grade_id": cell.id,
        "locked": locked,
        "schema_version": _SCHEMA_VERSION,
        "solution": solution,
        "task": False,
    }
    if points is not None:
        marks["points"] = points
    node.metadata["nbgrader"] = dict(sorted(marks.items()))
    return node


_COMPOSERS: dict[Kind, Callable[[Cell], NotebookNode]] = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.ANSWER: _answer,
    Kind.VISIBLE: _visible,
    Kind.HIDDEN: _hidden,
    Kind.WRITTEN: _written,
}
