"""Damaged but honest notebooks, repaired as far as the work in them can be told; each repair is noted."""

from course.grading.repair.frame import AnyBytesExporter, Restore, repairs_of
from course.grading.repair.matching import restore
from course.grading.repair.reading import UnreadableError, read_notebook

__all__ = ["AnyBytesExporter", "Restore", "UnreadableError", "read_notebook", "repairs_of", "restore"]
