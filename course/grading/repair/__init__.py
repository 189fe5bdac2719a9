"""Damaged but honest notebooks, repaired as far as the work in them can be told; each repair is noted."""

from course.grading.repair.frame import AnyBytesExporter, Restore, repairs_of
from course.grading.repair.language import NotPythonError, refuse_other_languages
from course.grading.repair.matching import restore
from course.grading.repair.reading import UnreadableError, read_notebook

__all__ = [
    "AnyBytesExporter",
    "NotPythonError",
    "Restore",
    "UnreadableError",
    "read_notebook",
    "refuse_other_languages",
    "repairs_of",
    "restore",
]
