"""The notebook as students got it: from the release folder, otherwise from the gradebook."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook, MissingEntry, Notebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme
from traitlets.config import Config

from course.grading.repair.ids import grade_id

_NEW: dict[str, Callable[..., NotebookNode]] = {"code": new_code_cell, "markdown": new_markdown_cell}


def released_notebook(config: Config, resources: Any) -> NotebookNode | None:
    """Return the notebook that a submission's cells are measured by; None for one that nbgrader never saw."""
    courses = CourseDirectory(config=config)
    about = resources["nbgrader"]
    released = _path(courses, courses.release_directory, about)
    if released.is_file():
        notebook: NotebookNode = nbformat.read(released, as_version=4)
        return notebook
    with Gradebook(about["db_url"]) as gradebook:
        try:
            found = gradebook.find_notebook(about["notebook"], about["assignment"])
        except MissingEntry:
            return None
        notebook = new_notebook(cells=_cells(found))
    source = _path(courses, courses.source_directory, about)
    if source.is_file():  # rows of the gradebook have no order
        names = [grade_id(cell) for cell in nbformat.read(source, as_version=4).cells]
        notebook.cells.sort(key=lambda cell: names.index(grade_id(cell)) if grade_id(cell) in names else -1)
    for clear in (ClearHiddenTests, ClearMarkScheme):
        notebook, _ = clear(config=config).preprocess(notebook, resources)
    return notebook


def _path(courses: CourseDirectory, folder: str, about: Any) -> Path:
    return Path(courses.format_path(folder, ".", about["assignment"])) / f"{about['notebook']}.ipynb"


def _cells(notebook: Notebook) -> list[NotebookNode]:
    graded = {cell.name for cell in notebook.grade_cells}
    written = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    points = {cell.name: cell.max_score for cell in [*notebook.grade_cells, *notebook.task_cells]}
    cells = []
    for row in notebook.source_cells:
        cell = _NEW[row.cell_type](row.source or "")
        cell.metadata["nbgrader"] = {
            "grade_id": row.name,
            "grade": row.name in graded,
            "solution": row.name in written,
            "task": row.name in tasks,
            "locked": row.locked,
            "checksum": row.checksum,
            "cell_type": row.cell_type,
            "schema_version": 3,
        } | ({"points": points[row.name]} if row.name in points else {})
        cells.append(cell)
    return cells
