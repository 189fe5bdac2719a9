"""What the student has done so far, in a file of their own, which they can read and delete."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from course.lab.exercise import Exercise
from course.lab.home import home, write_whole

# Who checks nothing for longer than this was away.
_LONGEST_PAUSE = 600.0


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


def record_path() -> Path | None:
    """Return where the record lies, or None where nothing is kept."""
    place = home()
    return place / "progress.json" if place else None


def read_record(path: Path) -> Record:
    """Return what is kept; raises `RecordError` where the file holds something else."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Record(
            {str(name): Steps(**steps) for name, steps in data["exercises"].items()},
            {str(name): float(seconds) for name, seconds in data["seconds"].items()},
            {str(name): datetime.fromisoformat(moment).isoformat() for name, moment in data["last"].items()},
        )
    except FileNotFoundError:
        return Record()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
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
    try:
        write_whole(path, json.dumps(asdict(record), indent=1))
    except OSError:
        return
