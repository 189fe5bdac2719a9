"""An assignment as plain data: what nbgrader's gradebook and the source folder say of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader.api import BaseCell, Gradebook, MissingEntry, Notebook
from nbgrader.coursedir import CourseDirectory

from course.grading.repair import released_notebook
from course.grading.surroundings import read_files


@dataclass(frozen=True)
class Cell:
    """A cell as the gradebook knows it; nbgrader's own names, for its preprocessors read them."""

    name: str
    cell_type: str
    source: str = ""
    locked: bool = False
    checksum: str = ""
    max_score: float = 0.0


@dataclass(frozen=True)
class Original:
    """One notebook of an assignment: the gradebook's cells, and the instructor's and students' files."""

    name: str
    kernelspec: str | None
    source_cells: tuple[Cell, ...]
    grade_cells: tuple[Cell, ...]
    solution_cells: tuple[Cell, ...]
    task_cells: tuple[Cell, ...]
    source: bytes | None
    released: bytes | None


@dataclass(frozen=True)
class Assignment:
    """What marking needs to know. Answers the questions that nbgrader's preprocessors ask a gradebook."""

    name: str
    notebooks: Mapping[str, Original]
    files: Mapping[str, bytes]  # beside the source notebooks, by path

    def find_notebook(self, notebook: str, _: str) -> Original:
        """Return a notebook by its name."""
        return self.notebooks[notebook]

    def find_source_cell(self, name: str, notebook: str, _: str) -> Cell:
        """Return a cell as it is in the source; raises nbgrader's `MissingEntry`."""
        return _named(name, self.notebooks[notebook].source_cells)

    def find_graded_cell(self, name: str, notebook: str, _: str) -> Cell:
        """Return a cell that has points; raises nbgrader's `MissingEntry`."""
        original = self.notebooks[notebook]
        return _named(name, (*original.grade_cells, *original.task_cells))


def read_assignment(gradebook: Gradebook, courses: CourseDirectory, name: str) -> Assignment:
    """Return a released assignment; raises nbgrader's `MissingEntry` where there is none."""
    source = Path(courses.format_path(courses.source_directory, ".", name))
    notebooks = gradebook.find_assignment(name).notebooks
    return Assignment(
        name,
        {each.name: _original(each, source, courses) for each in notebooks},
        read_files(source, courses.ignore),
    )


def _original(notebook: Notebook, source: Path, courses: CourseDirectory) -> Original:
    about = {
        "assignment": notebook.assignment.name,
        "notebook": notebook.name,
        "db_url": courses.db_url,
    }
    released = released_notebook(courses.config, {"nbgrader": about})
    return Original(
        notebook.name,
        notebook.kernelspec,
        tuple(
            Cell(each.name, each.cell_type, each.source, bool(each.locked), each.checksum)
            for each in notebook.source_cells
        ),
        _graded(notebook.grade_cells),
        tuple(Cell(each.name, "") for each in notebook.solution_cells),
        _graded(notebook.task_cells),
        _read(source / f"{notebook.name}.ipynb"),
        None if released is None else nbformat.writes(released).encode(),
    )


def _graded(cells: Iterable[BaseCell]) -> tuple[Cell, ...]:
    return tuple(Cell(each.name, each.cell_type, max_score=float(each.max_score)) for each in cells)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _named(name: str, cells: Iterable[Cell]) -> Cell:
    for each in cells:
        if each.name == name:
            return each
    raise MissingEntry(f"no such cell: {name}")
