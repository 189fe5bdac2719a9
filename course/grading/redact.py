"""What a student may see of a hidden test: its sentence, its verdict, and what to think about.

Each cell's metadata then holds, under `METADATA_KEY`, what the feedback page says of it and no more.
"""

import builtins
from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import GetGrades, NbGraderPreprocessor
from nbgrader.utils import compute_checksum, is_grade, is_solution, is_task

from course.grading.cell_outputs import METADATA_KEY
from course.grading.graded_work import function_of, sentence_of
from course.grading.quotes import HIDDEN_REGION, secret_lines, without_quotes
from course.lab.knowledge import Outcome

# Errors of one's own could carry a test's inputs in their name.
_NAMED_ERRORS = {name for name, value in vars(builtins).items() if isinstance(value, type)} | {"LinAlgError"}


class ReadGrades(GetGrades):  # type: ignore[misc]
    """nbgrader's GetGrades, which also notes whether a person has still to give the points."""

    def _get_score(self, cell: NotebookNode, resources: Any) -> None:
        super()._get_score(cell, resources)
        place = (self.notebook_id, self.assignment_id, self.student_id)
        grade = self.gradebook.find_grade(cell.metadata.nbgrader["grade_id"], *place)
        # A regrade keeps the points that a person gave, and asks them to look again.
        cell.metadata.nbgrader["waiting"] = bool(grade.needs_manual_grade) and grade.manual_score is None


class Redact(NbGraderPreprocessor):  # type: ignore[misc]
    """Replaces source, inputs and tracebacks of hidden tests in feedback by a sentence each."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Redact every cell; the secrets of all are known before the first is looked at."""
        self._functions = [cell.metadata.nbgrader.grade_id for cell in nb.cells if _is_answer(cell)]
        self._secrets = secret_lines(nb.cells)
        redacted, resources = super().preprocess(nb, resources)
        return redacted, resources

    def preprocess_cell(
        self, cell: NotebookNode, resources: Any, cell_index: int
    ) -> tuple[NotebookNode, Any]:
        """Note in the metadata what kind of cell this is and how it came out."""
        noted = cell.metadata.pop(METADATA_KEY, None)
        if _is_answer(cell):
            cell.metadata[METADATA_KEY] = {"kind": "answer", **_diagnosis(cell, noted)}
        elif is_task(cell) or (is_grade(cell) and (is_solution(cell) or cell.cell_type != "code")):
            cell.metadata[METADATA_KEY] = {"kind": "written", "blank": _is_blank(cell)}
        elif is_grade(cell):
            kind = "hidden" if HIDDEN_REGION.search(cell.source) else "visible"
            cell.metadata[METADATA_KEY] = {"kind": kind, **_finding(cell, noted, self._functions)}
        self._hide(cell)
        return cell, resources

    def _hide(self, cell: NotebookNode) -> None:
        about = cell.metadata.get(METADATA_KEY, {})
        if about.get("kind") == "hidden":
            cell.source = f"# {about['sentence']}"
            cell.outputs = [new_output("stream", name="stdout", text=_in_words(about))]
            return
        cell.source = HIDDEN_REGION.sub("", cell.source)
        if cell.cell_type == "code":
            cell.outputs = without_quotes(cell.outputs, self._secrets)


def _is_answer(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "code" and is_solution(cell) and not is_grade(cell))


def _is_blank(cell: NotebookNode) -> bool:
    released = cell.metadata.nbgrader.get("checksum")
    return bool(released and released == compute_checksum(cell))


def _diagnosis(cell: NotebookNode, noted: Any) -> dict[str, str]:
    noted = noted if isinstance(noted, dict) else {}
    return {
        "function": cell.metadata.nbgrader.grade_id,
        "outcome": str(noted.get("outcome", "")),
        "message": str(noted.get("message", "")),
    }


def _finding(cell: NotebookNode, noted: Any, functions: list[str]) -> dict[str, str]:
    name = cell.metadata.nbgrader.grade_id
    outcome, detail = _verdict(cell, noted if isinstance(noted, dict) else {})
    return {
        "function": function_of(name, functions),
        "sentence": sentence_of(cell.source, name),
        "outcome": str(outcome),
        "detail": detail,
    }


def _verdict(cell: NotebookNode, noted: Mapping[str, Any]) -> tuple[Outcome, str]:
    marks = cell.metadata.nbgrader
    score, points = marks.get("score"), marks.get("points")
    error = next((output for output in cell.outputs if output.output_type == "error"), None)
    if error is None:
        if not points or score is None or score >= points:
            return Outcome.PASSED, ""
        return Outcome.FAILED, "the property holds in part." if score else ""
    if points and score is not None and score >= points:
        return Outcome.PASSED, "a person gave the points."
    if error.ename == "NotImplementedError":
        return Outcome.NOT_ATTEMPTED, ""
    return Outcome.FAILED, _why(error.ename, str(noted.get("limit", "")), noted.get("raised"))


def _why(kind: str, limit: str, raised: Any) -> str:
    if limit:
        return f"your code was stopped: {limit}."
    if isinstance(raised, list | tuple) and len(raised) == 2:
        kind, line = raised
        return f"your code raised {kind} at: `{line}`" if line else f"your code stopped with {kind}."
    if kind == "AssertionError":
        return ""
    return f"your code stopped with {kind if kind in _NAMED_ERRORS else 'an error'}."


def _in_words(about: dict[str, str]) -> str:
    words, detail = about["outcome"].capitalize(), about["detail"]
    if about["outcome"] == Outcome.FAILED:
        detail = detail or "the property does not hold for your answer."
    return f"{words}: {detail}" if detail else f"{words}."
