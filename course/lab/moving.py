"""Progress and notes as one file, to take them to another machine or another browser."""

import json
import math
from dataclasses import asdict
from typing import Any

from course.lab.exercise import all_notebooks
from course.lab.home import home, refused
from course.lab.live import Message, live, show
from course.lab.notes import LIMIT, NotesError, merged_notes, read_note, write_note
from course.lab.record import (
    NOT_A_RECORD,
    Record,
    RecordError,
    merged,
    read_record,
    record_from,
    record_path,
    write_record,
)

FILE = "math-to-code-progress.json"
LARGEST = 2_000_000  # characters
_VERSION = 1
_WITHOUT_KERNEL = "Your progress and notes can be saved as a file, and loaded from one, when this cell runs."
_SAME = "Nothing was changed."


class NotOursError(ValueError):
    """What was chosen is not a whole file of this course: says what it is."""


def show_buttons() -> None:
    """Show the buttons that save progress and notes as a file, and load them from one."""
    show(live("keys", "asking", "buttons", "moving", answer=answer), _WITHOUT_KERNEL)


def answer(message: Message) -> Message:
    """Give the file, or take one, as the widget asks; a reply with `problem` says why that was not done."""
    path = record_path()
    if path is None:
        return {"problem": "Nothing is kept here, so there is nothing to save or to load into."}
    try:
        return (
            {"said": loaded(message["text"])} if message["do"] == "load" else {"file": FILE, "text": saved()}
        )
    except (RecordError, NotesError, NotOursError) as error:
        return {"problem": f"{error} {_SAME}"}
    except OSError as error:
        return {
            "problem": f"Not everything was kept: {refused(path, error)}. Load the file again once it can be."
        }


def saved() -> str:
    """Return all that is kept, as the text of a file; raises RecordError, NotesError, OSError."""
    path, place = record_path(), home()
    record = read_record(path) if path else Record()
    texts = {each.name: read_note(place, each.name) for each in all_notebooks()} if place else {}
    notes = {name: text for name, text in texts.items() if text}
    return json.dumps({"math-to-code": _VERSION, "progress": asdict(record), "notes": notes}, indent=1)


def loaded(text: str) -> str:
    """Merge the text of such a file with what is kept here; return what was done.

    Raises NotOursError, RecordError and NotesError before anything is changed; OSError where it cannot be
    written, and then loading again does the rest.
    """
    record, notes = _read(text)
    path, place = record_path(), home()
    if path is None or place is None:
        return _SAME
    both = merged(read_record(path), record)
    before = {name: read_note(place, name) for name in notes}
    after = {name: merged_notes(ours, notes[name]) for name, ours in before.items()}
    for name, text in after.items():
        if text != before[name]:
            write_note(place, name, text)
    write_record(path, both)
    longer = "".join(
        f" The notes on {name} are {len(text) - LIMIT:,} over the limit of {LIMIT:,} characters now: shorten "
        "them before you write more."
        for name, text in after.items()
        if len(text) > LIMIT
    )
    return f"Loaded, and joined with what was kept here. Run this cell again to see it.{longer}"


def _read(text: str) -> tuple[Record, dict[str, str]]:
    if len(text) > LARGEST:
        raise NotOursError(f"This file is too large to be {FILE}.")
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise NotOursError(f"This is not a whole {FILE}: it is damaged, or something else.") from None
    version = data.get("math-to-code") if isinstance(data, dict) else None
    if type(version) is not int or version < 1:
        raise NotOursError(f"This file is something else than {FILE}.")
    if version > _VERSION:
        raise NotOursError("This file was saved by a later version of the course: bring this one up to date.")
    try:
        record = record_from(data["progress"])
        notes = dict(data["notes"])
    except NOT_A_RECORD:
        record, notes = None, {}
    if record is None or not _is_plain(record) or not all(map(_is_a_text, notes.values())):
        raise NotOursError(f"This {FILE} is damaged.")
    unknown = notes.keys() - {each.name for each in all_notebooks()}
    if unknown:
        raise NotOursError(f"This file has notes on {min(unknown)!r}, a notebook that is not known here.")
    return record, notes


def _is_plain(record: Record) -> bool:
    counts = [count for each in record.exercises.values() for count in (each.checks, each.hints)]
    return (
        all(type(count) is int and count >= 0 for count in counts)
        and all(type(each.passed) is bool for each in record.exercises.values())
        and all(math.isfinite(seconds) and seconds >= 0 for seconds in record.seconds.values())
        and all(map(_is_a_text, [*record.exercises, *record.seconds, *record.last]))
    )


def _is_a_text(text: Any) -> bool:
    try:
        return isinstance(text, str) and text.encode() is not None
    except UnicodeEncodeError:  # half a character
        return False
