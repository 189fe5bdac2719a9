"""Submissions come in: whose they are, which topic they are of, and where they belong in submitted/."""

import course.quick_start  # noqa: F401
from course.collecting.closing import say_collected
from course.collecting.enrolling import enrol
from course.collecting.entries import Found
from course.collecting.matching import Roster
from course.collecting.roster import Student, read_roster
from course.collecting.taking import Collected, collect
from course.collecting.watching import Collecting, watch

__all__ = [
    "Collected",
    "Collecting",
    "Found",
    "Roster",
    "Student",
    "collect",
    "enrol",
    "read_roster",
    "say_collected",
    "watch",
]
