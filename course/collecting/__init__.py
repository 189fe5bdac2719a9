"""Submissions come in: whose they are, which topic they are of, and where they belong in submitted/."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

import course.quick_start  # noqa: F401

if TYPE_CHECKING:
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
_PLACES = {
    "Collected": "taking",
    "Collecting": "watching",
    "Found": "entries",
    "Roster": "matching",
    "Student": "roster",
    "collect": "taking",
    "enrol": "enrolling",
    "read_roster": "roster",
    "say_collected": "closing",
    "watch": "watching",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for, and no more."""
    if name not in _PLACES:
        raise AttributeError(f"course.collecting has no {name}")
    return getattr(import_module(f"course.collecting.{_PLACES[name]}"), name)
