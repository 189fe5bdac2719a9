"""One submission, from bytes to bytes: the graded notebooks, the scores, what was repaired, and the log."""

import errno
import io
import logging
from typing import Any

import nbformat
from nbconvert.preprocessors import Preprocessor
from nbgrader.converters import Autograde
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.utils.importstring import import_item

from course.folder import CourseError
from course.grading.marking.assignment import Assignment
from course.grading.marking.handed_in import HandedIn, Marked
from course.grading.marking.steps import WITHOUT_DATABASE
from course.grading.repair import UnreadableError, note_repairs, read_notebook, which_is_which


class Marker:
    """Marks submissions as the configuration says; what it holds besides is warm processes."""

    def __init__(self, settings: Config) -> None:
        nbgrader = Autograde(coursedir=CourseDirectory(config=settings), config=settings)
        self._text = io.StringIO()
        self._log = _logger(self._text)
        self._steps = [
            _step(each, settings, self._log)
            for each in (*nbgrader.sanitize_preprocessors, *nbgrader.autograde_preprocessors)
        ]
        self._url = nbgrader.coursedir.db_url

    def mark(self, handed_in: HandedIn, assignment: Assignment) -> Marked:
        """Mark one submission. Whatever it holds, this returns; `problem` says why it could not be marked."""
        self._text.seek(0)
        self._text.truncate()
        resources: dict[str, Any] = {
            "assignment": assignment,
            "files": {**handed_in.files, **assignment.files},
            "scores": {},
            "comments": {},
            "notes": [],
        }
        found, notes = which_is_which(
            handed_in.notebooks, {name: each.released for name, each in assignment.notebooks.items()}
        )
        if not found:
            return Marked(problem=_none(assignment))
        notebooks = {}
        for name, file in found.items():
            about = {"notebook": name, "assignment": assignment.name, "student": handed_in.student}
            resources["nbgrader"] = {**about, "db_url": self._url}
            try:
                notebooks[name] = self._mark(handed_in.notebooks[file], resources, notes)
            except UnreadableError as error:
                return Marked(problem=f"{file} {error}", log=self._text.getvalue())
            except Exception as error:
                if _is_of_the_machine(error):
                    raise
                self._log.exception("%s could not be marked", file)
                said = f"{file} could not be marked: {type(error).__name__}: {error}".splitlines()[0]
                return Marked(problem=said, log=self._text.getvalue())
            notes = []
        return Marked(
            notebooks,
            resources["scores"],
            resources["comments"],
            tuple(resources["notes"]),
            self._text.getvalue(),
        )

    def _mark(self, data: bytes, resources: dict[str, Any], notes: list[str]) -> bytes:
        notebook, read = read_notebook(data)
        begun = len(resources["notes"])
        resources["notes"] += [*notes, *read]
        for step in self._steps:
            notebook, resources = step(notebook, resources)
        note_repairs(notebook, resources["notes"][begun:])
        text: str = nbformat.writes(notebook)
        return f"{text}\n".encode()


def _step(step: Any, settings: Config, log: logging.Logger) -> Preprocessor:
    kind = import_item(step) if isinstance(step, str) else step
    made: Preprocessor = WITHOUT_DATABASE.get(kind, kind)(config=settings, log=log)
    return made


def _logger(stream: io.StringIO) -> logging.Logger:
    log = logging.Logger("marking", logging.INFO)
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
    log.addHandler(handler)
    return log


def _is_of_the_machine(error: Exception) -> bool:
    """Whether an error would meet every submission: there is no sandbox, or the disk is full."""
    return isinstance(error, CourseError) or getattr(error, "errno", None) == errno.ENOSPC


def _none(assignment: Assignment) -> str:
    names = " or ".join(f"{name}.ipynb" for name in assignment.notebooks)
    return f"the folder holds no {names}"
