"""Which file is which notebook of the assignment: students rename, copy and add notebooks."""

from collections.abc import Mapping

import nbformat
from nbformat import NotebookNode

from course.grading.examiner.names import names_of
from course.grading.repair.ids import grade_id
from course.grading.repair.reading import UnreadableError, read_notebook

_SHARED = 0.3


def which_is_which(
    handed_in: Mapping[str, bytes], released: Mapping[str, bytes | None]
) -> tuple[dict[str, str], list[str]]:
    """Return the file for each notebook of the assignment that is there, and a note for each oddity.

    `handed_in`: bytes by file name; `released`: the notebooks as released, by name. A renamed file is told by
    the grade ids and functions in it.
    """
    found = {name: f"{name}.ipynb" for name in released if f"{name}.ipynb" in handed_in}
    others = sorted(set(handed_in) - set(found.values()))
    notes = []
    for name, original in released.items():
        if name in found or original is None or not others:
            continue
        wanted = _marks(nbformat.reads(original.decode("utf-8"), as_version=4))
        likeness = {file: _likeness(marks_of(handed_in[file]), wanted) for file in others}
        best = max(others, key=lambda file: (likeness[file], file))
        if likeness[best] >= _SHARED:
            found[name] = best
            others.remove(best)
            notes.append(f"{best} was taken for {name}.ipynb")
    notes += [f"{file} is no notebook of the assignment and was not graded" for file in others]
    return found, notes


def marks_of(data: bytes) -> frozenset[str]:
    """Return what a notebook is told by: grade ids and functions; nothing of what cannot be read."""
    try:
        return _marks(read_notebook(data)[0])
    except UnreadableError:
        return frozenset()


def _likeness(marks: frozenset[str], wanted: frozenset[str]) -> float:
    return len(marks & wanted) / len(wanted) if wanted else 0.0


def _marks(notebook: NotebookNode) -> frozenset[str]:
    """Return the grade ids and the names that the notebook's code defines."""
    ids = {grade_id(cell) for cell in notebook.cells} - {""}
    bound = (names_of(cell.source).bound for cell in notebook.cells if cell.cell_type == "code")
    return frozenset(ids).union(*bound)
