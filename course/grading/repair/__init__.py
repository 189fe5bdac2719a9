"""Damaged but honest notebooks, repaired as far as the work in them can be told; each repair is noted."""

from course.grading.repair.frame import AnyBytesExporter, Restore, note_repairs, repairs_of
from course.grading.repair.language import NotPythonError, refuse_other_languages
from course.grading.repair.matching import restore
from course.grading.repair.naming import marks_of, which_is_which
from course.grading.repair.reading import UnreadableError, read_notebook
from course.grading.repair.released import released_notebook

__all__ = [
    "AnyBytesExporter",
    "NotPythonError",
    "Restore",
    "UnreadableError",
    "marks_of",
    "note_repairs",
    "read_notebook",
    "refuse_other_languages",
    "released_notebook",
    "repairs_of",
    "restore",
    "which_is_which",
]
