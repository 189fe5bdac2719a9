"""How nbgrader reads submissions here: an exporter for any bytes, then a preprocessor for lost cells."""

import io
import logging
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from course.grading.repair.matching import restore
from course.grading.repair.reading import UnreadableError, read_notebook

METADATA_KEY = "math_to_code"
_log = logging.getLogger(__name__)


def repairs_of(path: Path) -> tuple[str, ...]:
    """Return what was repaired in a graded notebook."""
    notebook = nbformat.read(path, as_version=4)
    return tuple(notebook.metadata.get(METADATA_KEY, {}).get("repairs", ()))


def leads_outside(path: Path) -> bool:
    """Whether what was handed in is a link to somewhere else: following it would hand out what lies there."""
    return path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve())


class AnyBytesExporter(NotebookExporter):
    """Reads what a student handed in, whatever its encoding, format and damage."""

    def from_file(self, file_stream: Any, resources: Any = None, **kw: Any) -> Any:
        """Read a notebook; raises `UnreadableError` where there is nothing to repair."""
        path = Path(file_stream.name)
        try:
            if leads_outside(path):
                raise UnreadableError("is a link to something outside the submission")
            notebook, notes = read_notebook(path.read_bytes())
        except UnreadableError as error:
            raise UnreadableError(f"{path.name} {error}") from None
        _note(notebook, notes)
        return super().from_file(io.StringIO(nbformat.writes(notebook)), resources=resources, **kw)


class Restore(NbGraderPreprocessor):  # type: ignore[misc]
    """Puts the instructor's cells back where they are gone, doubled, moved or without their metadata.

    For submissions as they come in: after nbgrader has put the hidden tests back, the released cells are no
    measure any more.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Restore the notebook from the released one, if there is one."""
        courses = CourseDirectory(config=self.config)
        about = resources["nbgrader"]
        _note(nb, self._without_links(courses, about))
        folder = courses.format_path(courses.release_directory, ".", about["assignment"])
        released = Path(folder) / f"{about['notebook']}.ipynb"
        if released.is_file():
            _note(nb, restore(nb, nbformat.read(released, as_version=4)))
        return nb, resources

    def _without_links(self, courses: CourseDirectory, about: Any) -> list[str]:
        """Take away what nbgrader copied where links led outside the submission; return notes."""
        place = (about["student"], about["assignment"])
        handed_in = Path(courses.format_path(courses.submitted_directory, *place))
        copied = Path(courses.format_path(courses.autograded_directory, *place))
        links = [path.relative_to(handed_in) for path in handed_in.rglob("*") if leads_outside(path)]
        for link in links:
            (copied / link).unlink(missing_ok=True)
        return [f"{link} was a link to something outside the submission and is left out" for link in links]


def _note(notebook: NotebookNode, notes: list[str]) -> None:
    for note in notes:
        _log.info(note)
    if notes:
        earlier = notebook.metadata.get(METADATA_KEY, {}).get("repairs", [])
        notebook.metadata[METADATA_KEY] = {"repairs": [*earlier, *notes]}
