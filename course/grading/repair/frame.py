"""How nbgrader reads submissions here: an exporter for any bytes, then a preprocessor for lost cells."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearOutput, NbGraderPreprocessor

from course.grading.repair.matching import restore
from course.grading.repair.reading import UnreadableError, read_notebook
from course.grading.repair.released import released_notebook

METADATA_KEY = "math_to_code"


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
        kept = not ClearOutput(config=self.config).enabled  # by --no-execute
        try:
            if leads_outside(path):
                raise UnreadableError("is a link to something outside the submission")
            notebook, notes = read_notebook(path.read_bytes(), outputs=kept)
        except UnreadableError as error:
            raise UnreadableError(f"{path.name} {error}") from None
        resources = {**(resources or {}), "repairs": notes}
        return super().from_file(io.StringIO(nbformat.writes(notebook)), resources=resources, **kw)


class Restore(NbGraderPreprocessor):  # type: ignore[misc]
    """Puts the instructor's cells back where they are gone, doubled, moved or without their metadata.

    For submissions as they come in: after nbgrader has put the hidden tests back, the released cells are no
    measure any more.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Restore the notebook from the one that students got."""
        released = released_notebook(self.config, resources)
        links = self._without_links(CourseDirectory(config=self.config), resources["nbgrader"])
        notes = [*resources.get("repairs", ()), *links]
        if released is not None:
            notes += restore(nb, released)
        for note in notes:
            self.log.warning("Repaired: %s", note)
        note_repairs(nb, notes)
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


def note_repairs(notebook: NotebookNode, notes: Sequence[str]) -> None:
    """Keep the notes in the notebook's metadata, in the place of whatever a student wrote there."""
    notebook.metadata.pop(METADATA_KEY, None)
    if notes:
        notebook.metadata[METADATA_KEY] = {"repairs": list(notes)}
