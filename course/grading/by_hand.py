"""Grading by hand: what nbgrader's formgrader shows of a submission.

`grader_config.py` names both for every HTMLExporter of nbgrader, and the formgrader's is one.
"""

import re
from pathlib import Path
from typing import Any

import nbformat
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.preprocessors import Preprocessor
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import is_grade, is_solution

from course.grading.formulas import inert_markdown
from course.grading.inert_outputs import inert_output

_HEADING = "**Model answer and rubric** *(students do not see this)*"
_PLAIN_ID = re.compile(r"[\w-]+")


class ShowRubrics(Preprocessor):
    """Below each answer that a person grades: the source's own answer with its rubric.

    It stands on the formgrader's page alone: nothing is written, and other pages stay as they are.
    """

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Add the rubrics, and take out of the cells whatever could run."""
        if "submission_id" in resources:
            rubrics = self._rubrics(resources["assignment_id"], resources["notebook_id"])
            nb.cells = [shown for cell in nb.cells for shown in _shown(cell, rubrics)]
        return nb, resources

    def _rubrics(self, assignment: str, notebook: str) -> dict[str, NotebookNode]:
        """Return the source's cells that a person grades, by id; none where there is no source."""
        places = CourseDirectory(parent=self)
        folder = places.format_path(places.source_directory, ".", assignment)
        path = Path(folder) / f"{notebook}.ipynb"
        if not path.is_file():
            return {}
        cells = nbformat.read(path, as_version=4).cells
        return {
            cell.metadata.nbgrader.grade_id: cell for cell in cells if is_grade(cell) and is_solution(cell)
        }


@pass_context
def markdown_of_cell(context: Context, source: str) -> str:
    """Markdown as harmless HTML, with its formulas and with the pictures attached to its cell."""
    return str(inert_markdown(source, context.get("cell", {}).get("attachments")))


def _shown(cell: NotebookNode, rubrics: dict[str, NotebookNode]) -> list[NotebookNode]:
    if cell.cell_type == "raw":
        return [new_code_cell(cell.source)]
    marks = cell.metadata.get("nbgrader", {})
    name = str(marks.get("grade_id", ""))
    cell.metadata = NotebookNode(nbgrader=marks) if _PLAIN_ID.fullmatch(name) else NotebookNode()
    if cell.cell_type == "code":
        cell.outputs = [shown for output in cell.outputs if (shown := inert_output(output))]
    return [cell, _rubric(rubrics[name])] if name in rubrics else [cell]


def _rubric(cell: NotebookNode) -> NotebookNode:
    said = cell.source if cell.cell_type == "markdown" else f"```python\n{cell.source}\n```"
    quoted = "\n".join(f"> {line}" for line in (_HEADING, "", *said.splitlines()))
    shown: NotebookNode = new_markdown_cell(quoted)
    return shown
