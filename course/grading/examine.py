"""In the place of nbgrader's Execute: the student's cells in the sandbox, the tests in the examiner."""

import atexit
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.validator import isvalid
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade, is_solution
from traitlets import Float

from course.grading.engine import Engine, Ran
from course.grading.examiner import Plan, Role, Step
from course.grading.quotes import HIDDEN_REGION
from course.grading.surroundings import Surroundings, read_files, test_id
from course.lab.knowledge import all_exercises

METADATA_KEY = "math_to_code"
_NO_LIMIT = 86_400.0


class Examine(Execute):  # type: ignore[misc]
    """Runs a submission; each answer cell's metadata then says how the answer came out.

    Warnings cost no points.
    """

    total_seconds = Float(600.0, help="Seconds that one notebook may take, all cells together.").tag(
        config=True
    )

    def preprocess(
        self, nb: NotebookNode, resources: Any, retries: int | None = None
    ) -> tuple[NotebookNode, Any]:
        """Run every code cell and write its outputs."""
        ran = _engine().run(self._plan(nb, resources))
        for index, cell in enumerate(nb.cells):
            if cell.cell_type == "code":
                _write(cell, index, ran)
        if not isvalid(nb):
            _leave_out_invalid_outputs(nb)
        for cell in nb.cells:
            if _is_answer(cell):
                cell.metadata[METADATA_KEY] = ran.diagnosis.get(cell.metadata.nbgrader.grade_id, {})
        return nb, resources

    def surroundings(self, nb: NotebookNode, resources: Any) -> Surroundings:
        """Return what the source notebook says, and the files beside both notebooks."""
        courses = CourseDirectory(config=self.config)
        about = resources["nbgrader"]
        folder = Path(courses.format_path(courses.source_directory, ".", about["assignment"]))
        source = folder / f"{about['notebook']}.ipynb"
        return Surroundings.of(
            nbformat.read(source, as_version=4) if source.is_file() else None,
            nb,
            files=read_files(Path(resources["metadata"]["path"]), courses.ignore),
            source_files=read_files(folder, courses.ignore),
        )

    def _plan(self, nb: NotebookNode, resources: Any) -> Plan:
        around = self.surroundings(nb, resources)
        return Plan(
            steps=tuple(
                _step(index, cell, around.given) for index, cell in enumerate(nb.cells) if _runs(cell)
            ),
            of_student=around.of_student,
            of_source=around.of_source,
            functions=tuple(name for name in map(_answered, nb.cells) if name in all_exercises()),
            files=around.files,
            source_files=around.source_files,
            cell_seconds=float(self.timeout or _NO_LIMIT),
            total_seconds=self.total_seconds,
        )


@cache
def _engine() -> Engine:
    engine = Engine()
    atexit.register(engine.close)
    return engine


def _step(index: int, cell: NotebookNode, given: Mapping[str, tuple[str, ...]]) -> Step:
    test = "" if is_solution(cell) else test_id(cell)
    if not test:
        return Step(index, Role.STUDENT, cell.source)
    role = Role.HIDDEN if HIDDEN_REGION.search(cell.source) else Role.VISIBLE
    return Step(index, role, cell.source, given.get(test, ()))


def _write(cell: NotebookNode, index: int, ran: Ran) -> None:
    outputs = ran.outputs.get(index)
    if outputs is None:
        outputs = [] if not _runs(cell) else [_unfinished()]
    cell.outputs = [nbformat.from_dict(each) for each in outputs]
    cell.execution_count = ran.counts.get(index)
    if is_grade(cell):
        # nbgrader scores 0 where a test cell has anything on stderr; a warning is no error.
        for each in cell.outputs:
            if each.get("name") == "stderr":
                each.name = "stdout"


def _leave_out_invalid_outputs(nb: NotebookNode) -> None:
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = [_valid(each) for each in cell.outputs]


def _valid(output: NotebookNode) -> NotebookNode:
    if isvalid(output, ref="output", version=4):
        return output
    text = "An output that no notebook can hold was left out.\n"
    return NotebookNode(output_type="stream", name="stdout", text=text)


def _unfinished() -> dict[str, Any]:
    text = "This cell was not run: the notebook took more time or memory than one may."
    return {"output_type": "error", "ename": "TimeoutError", "evalue": text, "traceback": [text]}


def _runs(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "code" and cell.source.strip())


def _is_answer(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "code" and is_solution(cell) and not is_grade(cell))


def _answered(cell: NotebookNode) -> str:
    return str(cell.metadata.nbgrader.grade_id) if _is_answer(cell) else ""
