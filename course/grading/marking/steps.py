"""nbgrader's preprocessors as it would run them, with an assignment in the place of its database."""

import json
from functools import cache
from typing import Any, ClassVar

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    NbGraderPreprocessor,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)
from nbgrader.utils import compute_checksum, determine_grade, is_grade, is_solution, is_task

from course.deadlines import AssignPenalties
from course.grading.examine import Examine
from course.grading.marking.assignment import Assignment, Original
from course.grading.repair import Restore, restore
from course.grading.surroundings import Surroundings

NO_RESPONSE = "No response."


class OverwriteFromAssignment(OverwriteCells):  # type: ignore[misc]
    """Puts locked cells, points and checksums back as they were released."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Overwrite what students may not change."""
        self.gradebook: Assignment = resources["assignment"]
        self.notebook_id = resources["nbgrader"]["notebook"]
        self.assignment_id = self.gradebook.name
        nb, resources = super(OverwriteCells, self).preprocess(nb, resources)
        if self.add_missing_cells:
            nb, resources = self.add_missing_grade_cells(nb, resources)
            nb, resources = self.add_missing_task_cells(nb, resources)
        return nb, resources


class OverwriteKernelspecFromAssignment(NbGraderPreprocessor):  # type: ignore[misc]
    """Gives the notebook the kernel of the source."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Overwrite the kernelspec, if the source has one."""
        kernelspec = nbformat.from_dict(json.loads(_original(resources).kernelspec or "{}"))
        if kernelspec:
            nb.metadata["kernelspec"] = kernelspec
        return nb, resources


class RestoreFromAssignment(NbGraderPreprocessor):  # type: ignore[misc]
    """Finds the instructor's cells in a damaged notebook."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Restore the notebook from the released one, if there is one."""
        released = _original(resources).released
        if released is not None:
            resources["notes"] += restore(nb, _notebook(released))
        return nb, resources


class ExamineWithAssignment(Examine):
    """Runs the cells, without a look at the disk."""

    def surroundings(self, nb: NotebookNode, resources: Any) -> Surroundings:
        """Return what the assignment says."""
        source = _original(resources).source
        return Surroundings.of(
            None if source is None else _notebook(source),
            nb,
            files=resources["files"],
            source_files=resources["assignment"].files,
        )


class KeepScores(NbGraderPreprocessor):  # type: ignore[misc]
    """Notes the scores and comments that nbgrader would save."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Note them in the resources, by notebook and cell."""
        name = resources["nbgrader"]["notebook"]
        for cell in nb.cells:
            if is_grade(cell):
                resources["scores"][name, cell.metadata.nbgrader.grade_id] = determine_grade(cell, self.log)[
                    0
                ]
            if is_solution(cell) or is_task(cell):
                resources["comments"][name, cell.metadata.nbgrader.grade_id] = _comment(cell)
        return nb, resources


class CheckOnce(CheckCellMetadata):  # type: ignore[misc]
    """Checks nbgrader's marks; those of restored notebooks are all alike, and a check takes 40 ms."""

    _good: ClassVar[set[str]] = set()

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Check what was not found good before."""
        marks = json.dumps([[cell.cell_type, cell.metadata.get("nbgrader")] for cell in nb.cells])
        if marks not in self._good:
            nb, resources = super().preprocess(nb, resources)
            self._good.add(marks)
        return nb, resources


class LeaveToTheRecorder(NbGraderPreprocessor):  # type: ignore[misc]
    """Does nothing: late penalties are assigned when the grades are recorded."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Return the notebook as it is."""
        return nb, resources


WITHOUT_DATABASE = {
    Restore: RestoreFromAssignment,
    OverwriteCells: OverwriteFromAssignment,
    OverwriteKernelspec: OverwriteKernelspecFromAssignment,
    Examine: ExamineWithAssignment,
    SaveAutoGrades: KeepScores,
    CheckCellMetadata: CheckOnce,
    AssignLatePenalties: LeaveToTheRecorder,
    AssignPenalties: LeaveToTheRecorder,
}


def _original(resources: Any) -> Original:
    assignment: Assignment = resources["assignment"]
    return assignment.notebooks[resources["nbgrader"]["notebook"]]


def _comment(cell: NotebookNode) -> str | None:
    unchanged = cell.metadata.nbgrader.get("checksum") == compute_checksum(cell)
    return NO_RESPONSE if unchanged and not is_task(cell) else None


@cache
def _notebook(data: bytes) -> NotebookNode:
    notebook: NotebookNode = nbformat.reads(data.decode("utf-8"), as_version=4)
    return notebook
