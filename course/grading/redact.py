"""What a student may see of a hidden test: its sentence, its verdict, and what to think about."""

import re
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor
from nbgrader.utils import is_grade, is_solution

from course.grading.examine import METADATA_KEY

_HIDDEN = re.compile(r"(?s)\n?[^\n]*BEGIN HIDDEN TESTS.*?(END HIDDEN TESTS[^\n]*|$)")


class Redact(NbGraderPreprocessor):  # type: ignore[misc]
    """Replaces source, inputs and tracebacks of hidden tests in feedback by a sentence each."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: Any, cell_index: int
    ) -> tuple[NotebookNode, Any]:
        """Redact a hidden test; show an answer's diagnosis as its comment where nobody wrote one."""
        if _HIDDEN.search(cell.source):
            if cell.cell_type == "code":
                cell.outputs = [new_output("stream", name="stdout", text=_verdict(cell))]
            cell.source = _sentence(cell.source)
        elif is_solution(cell) and not is_grade(cell):
            message = cell.metadata.get(METADATA_KEY, {}).get("message")
            if message and not cell.metadata.nbgrader.get("comment"):
                cell.metadata.nbgrader["comment"] = message
        return cell, resources


def _sentence(source: str) -> str:
    return _HIDDEN.sub("", source).split("\n", 1)[0]


def _verdict(cell: NotebookNode) -> str:
    error = next((output for output in cell.outputs if output.output_type == "error"), None)
    if error is None:
        return "Passed."
    if error.ename == "NotImplementedError":
        return "Not attempted."
    if error.ename == "AssertionError":
        return "Not passed: the property does not hold for your answer."
    if re.fullmatch(r"[A-Za-z_]\w{0,40}", error.ename):
        return f"Not passed: your code stopped with {error.ename}."
    return "Not passed: your code stopped with an error."
