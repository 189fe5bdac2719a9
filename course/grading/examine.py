"""nbgrader's Execute, followed by a diagnosis of every answer in the same kernel."""

import tempfile
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell
from nbgrader.preprocessors import Execute
from nbgrader.utils import is_grade, is_solution

_DIAGNOSIS = "application/vnd.math-to-code.diagnosis+json"
METADATA_KEY = "math_to_code"


class Examine(Execute):  # type: ignore[misc]
    """Runs the notebook; each answer cell's metadata then says how the answer came out.

    Warnings cost no points.
    """

    def create_kernel_manager(self) -> Any:
        """Return a manager whose kernel talks over sockets in a folder of its own.

        Ports are found free and taken later, so two kernels that start together can take the same one.
        """
        manager = super().create_kernel_manager()
        manager.transport, manager.ip = "ipc", str(self._sockets / "kernel")
        return manager

    def preprocess(
        self, nb: NotebookNode, resources: Any, retries: int | None = None
    ) -> tuple[NotebookNode, Any]:
        """Execute every cell and one of ours, which is taken out again."""
        answers = [cell for cell in nb.cells if is_solution(cell) and not is_grade(cell)]
        functions = [cell.metadata.nbgrader.grade_id for cell in answers]
        nb.cells.append(new_code_cell(_diagnosis_source(functions)))
        with tempfile.TemporaryDirectory() as sockets:
            self._sockets = Path(sockets)
            try:
                nb, resources = super().preprocess(nb, resources, retries)
            finally:
                diagnosis_cell = nb.cells.pop()
        diagnosis = _read(diagnosis_cell)
        for cell in nb.cells:
            if is_solution(cell) and not is_grade(cell):
                cell.metadata[METADATA_KEY] = diagnosis.get(cell.metadata.nbgrader.grade_id, {})
            elif cell.cell_type == "code" and is_grade(cell):
                # nbgrader scores 0 where a test cell has anything on stderr; a warning is no error.
                cell.outputs = [each for each in cell.outputs if each.get("name") != "stderr"]
        return nb, resources


def _diagnosis_source(functions: list[str]) -> str:
    return (
        "from course.lab.diagnosis import diagnose\n"
        "from IPython.display import display\n"
        f"display({{{_DIAGNOSIS!r}: diagnose({functions!r}, globals())}}, raw=True)"
    )


def _read(cell: NotebookNode) -> dict[str, Any]:
    for output in cell.get("outputs", []):
        if _DIAGNOSIS in output.get("data", {}):
            return dict(output.data[_DIAGNOSIS])
    return {}
