"""How nbgrader reads submissions here: an exporter for any bytes, then a preprocessor for lost cells."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import ClearOutput, NbGraderPreprocessor

from course.grading.repair.matching import restore
from course.grading.repair.reading import UnreadableError, read_notebook
from course.grading.repair.released import released_notebook

METADATA_KEY = "math_to_code"


def repairs_of(path: Path) -> tuple[str, ...]:
    """Return what was repaired in a graded notebook."""
    notebook = nbformat.read(path, as_version=4)
    return tuple(notebook.metadata.get(METADATA_KEY, {}).get("repairs", ()))


class AnyBytesExporter(NotebookExporter):
    """Reads what a student handed in, whatever its encoding, format and damage."""

    def from_file(self, file_stream: Any, resources: Any = None, **kw: Any) -> Any:
        """Read a notebook; raises `UnreadableError` where there is nothing to repair."""
        path = Path(file_stream.name)
        kept = not ClearOutput(config=self.config).enabled  # by --no-execute
        try:
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
        notes = list(resources.get("repairs", ()))
        if released is not None:
            notes += restore(nb, released)
        for note in notes:
            self.log.warning("Repaired: %s", note)
        note_repairs(nb, notes)
        return nb, resources


def note_repairs(notebook: NotebookNode, notes: Sequence[str]) -> None:
    """Keep the notes in the notebook's metadata, in the place of whatever a student wrote there."""
    notebook.metadata.pop(METADATA_KEY, None)
    if notes:
        notebook.metadata[METADATA_KEY] = {"repairs": list(notes)}
