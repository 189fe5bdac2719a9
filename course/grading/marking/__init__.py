"""Mark one submission, from bytes to bytes: nbgrader's own steps, without its database."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from course.grading.marking.assignment import Assignment, read_assignment
from course.grading.marking.handed_in import HandedIn, Marked, Place

if TYPE_CHECKING:
    from course.grading.marking.mark import Marker

__all__ = ["Assignment", "HandedIn", "Marked", "Marker", "Place", "read_assignment"]


def __getattr__(name: str) -> Any:
    """Load the marker only in processes that mark."""
    if name != "Marker":
        raise AttributeError(f"course.grading.marking has no {name}")
    return import_module("course.grading.marking.mark").Marker
