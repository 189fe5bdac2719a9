"""What Canvas, Moodle and nbgrader's exchange write into the names of files and folders.

Canvas joins the sortable name in lower case without spaces, LATE, its number of the student (or "anon" and a
code) and its number of the file: `lib/content_zipper.rb`. Moodle joins the full name and the number of the
participant in this assignment, as a folder or as a prefix: `mod/assign/classes/downloader.php`. The exchange
joins the student's id, the assignment and the time by plus signs: `nbgrader/exchange/default/submit.py`.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from nbgrader.utils import parse_utc


class System(StrEnum):
    """Who named a file."""

    CANVAS = "Canvas"
    MOODLE = "Moodle"
    EXCHANGE = "nbgrader's exchange"


@dataclass(frozen=True)
class Label:
    """What a name says. `number` is the system's for the student, `file` what the student called the file.

    `file_number` grows with time. In the exchange the name is the student's id.
    """

    system: System
    name: str
    number: str = ""
    file_number: int = 0
    late: bool = False
    handed_in: datetime | None = field(default=None)
    file: str = ""


_CANVAS = re.compile(
    r"(?P<name>.*?)(?:(?:^|_)(?P<late>LATE))?(?:^|_)(?P<number>\d+|anon_[^_]+)_(?P<file_number>\d+)_(?P<file>.+)"
)
_MOODLE = re.compile(r"(?P<name>.+)_(?P<number>\d+)_assignsubmission_[a-z]+(?:_(?P<file>.*))?")
_EXCHANGE = re.compile(
    r"(?P<name>.+)\+[^+]+\+(?P<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\S* (?:[A-Za-z_/]+|[+-]\d+))(?:\+[\w=-]+)?"
)


def read_label(part: str) -> Label | None:
    """Return what one part of a path says; None if no system named it."""
    if found := _MOODLE.fullmatch(part):
        return Label(System.MOODLE, found["name"], found["number"], file=found["file"] or "")
    if found := _EXCHANGE.fullmatch(part):
        return Label(System.EXCHANGE, found["name"], handed_in=_time(found["time"]))
    if found := _CANVAS.fullmatch(part):
        about = (found["name"], found["number"], int(found["file_number"]), bool(found["late"]))
        return Label(System.CANVAS, *about, file=found["file"])
    return None


def _time(text: str) -> datetime | None:
    """Return a time as nbgrader reads it; None if it is no time."""
    # nbgrader 0.9.6 takes "+04" for four seconds, unless it stands right behind the time.
    try:
        stamp: datetime = parse_utc(re.sub(r" (?=[+-])", "", text))
    except (ValueError, OverflowError):
        return None
    return stamp.replace(tzinfo=UTC)
