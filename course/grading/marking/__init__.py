"""Mark one submission, from bytes to bytes: nbgrader's own steps, without its database."""

from course.grading.marking.assignment import Assignment, read_assignment
from course.grading.marking.mark import HandedIn, Marked, Marker, Place

__all__ = ["Assignment", "HandedIn", "Marked", "Marker", "Place", "read_assignment"]
