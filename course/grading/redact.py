"""What a student may see of a hidden test: its sentence, its verdict, and what to think about.

Each cell's metadata then holds, under `METADATA_KEY`, what the feedback page says of it and no more.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from nbconvert.filters import strip_ansi
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor
from nbgrader.utils import compute_checksum, is_grade, is_solution, is_task

from course.grading.examine import METADATA_KEY
from course.lab.verdict import Outcome

_HIDDEN = re.compile(r"(?s)\n?[^\n]*BEGIN HIDDEN TESTS.*?(END HIDDEN TESTS[^\n]*|$)")
_ERROR_NAME = re.compile(r"[A-Za-z_]\w{0,40}")
# Shorter lines ("n = 3", "return result") say nothing and stand everywhere.
_SHORTEST_LINE = 16


class ReadGrades(GetGrades):  # type: ignore[misc]
    """nbgrader's GetGrades, which also asks whether a person has still to give the points."""

    def _get_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._get_score(cell, resources)
        place = (self.notebook_id, self.assignment_id, self.student_id)
        grade = self.gradebook.find_grade(cell.metadata.nbgrader["grade_id"], *place)
        cell.metadata.nbgrader["waiting"] = bool(grade.needs_manual_grade)


class Redact(NbGraderPreprocessor):  # type: ignore[misc]
    """Replaces source, inputs and tracebacks of hidden tests in feedback by a sentence each."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Redact all cells, and outputs elsewhere that quote a hidden test."""
        self._functions = [cell.metadata.nbgrader.grade_id for cell in nb.cells if _is_answer(cell)]
        self._secrets = frozenset(_secret_lines(nb.cells))
        return super().preprocess(nb, resources)

    def preprocess_cell(
        self, cell: NotebookNode, resources: Any, cell_index: int
    ) -> tuple[NotebookNode, Any]:
        """Say in the metadata what kind of cell this is and how it came out."""
        noted = cell.metadata.pop(METADATA_KEY, {})
        if _HIDDEN.search(cell.source):
            cell.metadata[METADATA_KEY] = self._redact(cell)
            return cell, resources
        self._withhold_quotes(cell)
        if _is_answer(cell):
            cell.metadata[METADATA_KEY] = {"kind": "answer", **_diagnosis(noted)}
        elif is_task(cell) or (is_grade(cell) and (is_solution(cell) or cell.cell_type != "code")):
            cell.metadata[METADATA_KEY] = {"kind": "written", "blank": _is_blank(cell)}
        elif is_grade(cell):
            cell.metadata[METADATA_KEY] = {"kind": "visible", **self._test(cell, _sentence(cell.source))}
        return cell, resources

    def _redact(self, cell: NotebookNode) -> dict[str, str]:
        sentence = _sentence(_HIDDEN.sub("", cell.source))
        cell.source = f"# {sentence}"
        if cell.cell_type != "code" or not is_grade(cell):
            cell.outputs = [] if cell.cell_type == "code" else cell.pop("outputs", None)
            return {"kind": "left out"}
        test = self._test(cell, sentence)
        cell.outputs = [new_output("stream", name="stdout", text=_in_words(test))]
        return {"kind": "hidden", **test}
