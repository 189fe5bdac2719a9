"""What a run gave, written into the submission's cells."""

from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.validator import isvalid
from nbgrader.utils import is_grade

from course.grading.engine import Ran
from course.grading.steps import runs

METADATA_KEY = "math_to_code"


def write_outputs(notebook: NotebookNode, ran: Ran) -> None:
    """Write every code cell's outputs; what no notebook can hold is left out."""
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            _write(cell, index, ran)
    if not isvalid(notebook):
        for cell in notebook.cells:
            if cell.cell_type == "code":
                cell.outputs = [_valid(each) for each in cell.outputs]


def _write(cell: NotebookNode, index: int, ran: Ran) -> None:
    outputs = ran.outputs.get(index)
    if outputs is None:
        outputs = [] if not runs(cell) else [_unfinished()]
    cell.outputs = [nbformat.from_dict(each) for each in outputs]
    cell.execution_count = ran.counts.get(index)
    if is_grade(cell):
        about = {"limit": ran.limits.get(index), "raised": ran.raised.get(index)}
        if any(about.values()):
            cell.metadata[METADATA_KEY] = {key: each for key, each in about.items() if each}
        # nbgrader scores 0 where a test cell has anything on stderr; a warning is no error.
        for each in cell.outputs:
            if each.get("name") == "stderr":
                each.name = "stdout"


def _valid(output: NotebookNode) -> NotebookNode:
    if isvalid(output, ref="output", version=4):
        return output
    text = "An output that no notebook can hold was left out.\n"
    return NotebookNode(output_type="stream", name="stdout", text=text)


def _unfinished() -> dict[str, Any]:
    text = "This cell was not run: the notebook took more time or memory than one may."
    return {"output_type": "error", "ename": "TimeoutError", "evalue": text, "traceback": [text]}
