"""What the student has done so far, in a file of their own, which they can read and delete."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course.lab.exercise import Exercise
from course.lab.home import home, write_whole

# Who checks nothing for longer than this was away.
_LONGEST_PAUSE = 600.0
# What reading something else as a record may raise.
NOT_A_RECORD = (ValueError, KeyError, TypeError, AttributeError, OverflowError)


class RecordError(ValueError):
    """The file does not hold what was kept: says which file, and what to do."""


@dataclass
class Steps:
    """What happened in one exercise."""

    checks: int = 0
    passed: bool = False
    hints: int = 0


@dataclass
class Record:
    """All that is kept: exercises by name, seconds and the last moment by topic."""

    exercises: dict[str, Steps] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    last: dict[str, str] = field(default_factory=dict)

    def of(self, function: str) -> Steps:
        """Return what happened in an exercise."""
        return self.exercises.setdefault(function, Steps())

    def spend(self, topic: str, now: datetime) -> None:
        """Count the time since the last step in a topic, unless it was too long to have been work."""
        before = self.last.get(topic)
        pause = (now - datetime.fromisoformat(before)).total_seconds() if before else 0.0
        if 0 < pause <= _LONGEST_PAUSE:
            self.seconds[topic] = self.seconds.get(topic, 0.0) + pause
        self.last[topic] = now.isoformat(timespec="milliseconds")


_not_written: dict[Path, Record] = {}  # what there was no room for, as long as this Python runs
_refusals: dict[Path, OSError] = {}


def record_path() -> Path | None:
    """Return where the record lies, or None where nothing is kept."""
    place = home()
    return place / "progress.json" if place else None


def record_from(data: Any) -> Record:
    """Rebuild a record from its JSON; raises one of `NOT_A_RECORD`."""
    return Record(
        {str(name): Steps(**steps) for name, steps in data["exercises"].items()},
        {str(name): float(seconds) for name, seconds in data["seconds"].items()},
        {str(name): _moment(moment).isoformat() for name, moment in data["last"].items()},
    )


def read_record(path: Path) -> Record:
    """Return what is kept; raises `RecordError` where the file holds something else."""
    try:
        return _with_what_was_not_written(path, record_from(json.loads(path.read_text(encoding="utf-8"))))
    except FileNotFoundError:
        return _with_what_was_not_written(path, Record())
    except (OSError, *NOT_A_RECORD) as error:
        raise RecordError(
            f"What was kept in {path} cannot be read ({type(error).__name__}): move that file away, and the "
            "record begins anew."
        ) from error


def note_check(exercise: Exercise, passed: bool) -> None:
    """Note that an answer was checked."""
    with _noting(exercise) as steps:
        steps.checks += 1
        steps.passed = passed


def note_hint(exercise: Exercise, number: int) -> None:
    """Note that this many hints were asked for."""
    with _noting(exercise) as steps:
        steps.hints = max(steps.hints, number)


@contextmanager
def _noting(exercise: Exercise) -> Iterator[Steps]:
    """Change what is kept of an exercise; where that cannot be, the notebook goes on without."""
    path = record_path()
    try:
        record = read_record(path) if path else Record()
    except RecordError:
        path, record = None, Record()
    yield record.of(exercise.function)
    if path is None:
        return
    record.spend(exercise.topic, datetime.now(UTC))
    with suppress(OSError):
        write_record(path, record)


def write_record(path: Path, record: Record) -> None:
    """Keep a record; raises OSError where that cannot be, and keeps it as long as this Python runs."""
    try:
        write_whole(path, json.dumps(asdict(record), indent=1))
    except OSError as error:
        _not_written[path], _refusals[path] = record, error
        raise
    _not_written.pop(path, None)


def why_not_written(path: Path) -> OSError | None:
    """Return what stood in the way of the last step, if anything did."""
    return _refusals[path] if path in _not_written else None


def _with_what_was_not_written(path: Path, record: Record) -> Record:
    return merged(record, _not_written[path]) if path in _not_written else record


def merged(one: Record, other: Record) -> Record:
    """Return what happened here or there: what was passed once stays passed, the longer time counts."""
    both = Record()
    for each in (one, other):
        for name, steps in each.exercises.items():
            here = both.of(name)
            here.checks = max(here.checks, steps.checks)
            here.passed = here.passed or steps.passed
            here.hints = max(here.hints, steps.hints)
        for topic, seconds in each.seconds.items():
            both.seconds[topic] = max(both.seconds.get(topic, 0.0), seconds)
        for topic, moment in each.last.items():
            both.last[topic] = max(both.last.get(topic, moment), moment, key=_moment)
    return both


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
