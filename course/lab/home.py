"""Where a student's own files lie: what was checked, and their notes. Never part of what is handed in.

Nothing is kept where nobody works: in grading, in validation, and where MATH_TO_CODE_HOME is set to nothing.
"""

import errno
import os
import sys
from pathlib import Path

_HOME = "MATH_TO_CODE_HOME"
_NOBODY_WORKS = ("NBGRADER_EXECUTION", "NBGRADER_VALIDATING")
NOWHERE = "Nothing is kept here: MATH_TO_CODE_HOME is set to nothing."


def home() -> Path | None:
    """Return the folder of the student's own files, or None where nothing is kept."""
    place = os.environ.get(_HOME)
    if place == "" or nobody_works():
        return None
    return Path(place or Path.home() / ".math-to-code")


def nobody_works() -> bool:
    """Whether the notebook runs to be graded or validated, and no one sees what it shows."""
    return any(os.environ.get(name) for name in _NOBODY_WORKS)


def is_in_a_browser() -> bool:
    """Whether Python runs in a browser's tab, and `home` lies in the browser's storage."""
    return sys.platform == "emscripten"


def said(path: Path) -> str:
    """Return a place as a person writes it: from their home folder on, where `~` is understood."""
    if is_in_a_browser():
        return "this browser"
    inside = os.name == "posix" and path.is_relative_to(Path.home())
    return f"~/{path.relative_to(Path.home()).as_posix()}" if inside else str(path)


def refused(path: Path, error: OSError) -> str:
    """Say that a place cannot be used, and why."""
    place = "this browser's storage" if is_in_a_browser() else str(path)
    return f"{place} cannot be used ({error.strerror or error})"


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is never half there; raises OSError where it cannot be written."""
    if is_in_a_browser() and not Path(*path.parts[:2]).exists():  # to make it would be to keep nothing
        raise OSError(errno.ENODEV, "the page may keep nothing here")
    path.parent.mkdir(parents=True, exist_ok=True)
    half_written = path.with_suffix(f".{os.urandom(4).hex()}")  # each tab's Python has the same process id
    try:
        half_written.write_text(text, encoding="utf-8", newline="")
        half_written.replace(path)
    finally:
        half_written.unlink(missing_ok=True)
