"""deadlines.toml: when each topic is due, what lateness costs, and who may hand in later."""

import difflib
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from course.deadlines.moments import find_zone, is_date, to_span, to_utc
from course.deadlines.rule import DAY, HOUR, PenaltyRule
from course.deadlines.table import FILE_NAME, Table
from course.folder import CourseError

_EXAMPLE = Path(__file__).with_name("example.toml")
_UNITS = {"day": DAY, "hour": HOUR}


@dataclass(frozen=True)
class Due:
    """When a topic is due, in UTC; the zone it is said in; what lateness costs, if anything."""

    moment: datetime
    zone: ZoneInfo
    rule: PenaltyRule | None


@dataclass(frozen=True)
class Deadlines:
    """What the file says. A topic that it does not name has no due date."""

    topics: Mapping[str, Due]
    extensions: Mapping[tuple[str, str], timedelta]  # by student and topic

    def check_topics(self, root: Path, recorded: Collection[str] = ()) -> None:
        """Raise `CourseError` where a topic is named that is neither in source/ nor in the gradebook."""
        source = root / "source"
        known = {*recorded, *(each.name for each in (source.iterdir() if source.is_dir() else ()))}
        for topic in self.topics:
            if topic not in known:
                near = difflib.get_close_matches(topic, known, n=1)
                advice = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(sorted(known))}"
                raise Table({}, "topics").wrong(topic, f"there is no such topic: {advice}")


def read_deadlines(root: Path) -> Deadlines | None:
    """Return what the file in a course folder says; None where there is none, or it has no [topics].

    Raises `CourseError` with file, table and key.
    """
    path = root / FILE_NAME
    try:
        return _parse(path.read_bytes()) if path.exists() else None
    except OSError as error:
        raise CourseError(f"{FILE_NAME} cannot be read: {error.strerror}.") from error


def require_deadlines(root: Path, topic: str | None) -> Deadlines:
    """Return what the file says of a topic, or of all; raises `CourseError` where it says nothing."""
    said = read_deadlines(root)
    if said is None and not (root / FILE_NAME).exists():
        raise CourseError(f"There is no {FILE_NAME} here: 'course deadlines --new' writes one to fill in.")
    if said is None or not said.topics:
        raise CourseError(f"{FILE_NAME} names no due date yet: take the # away from a [topics.…] line.")
    if topic is None:
        return said
    if topic not in said.topics:
        raise CourseError(f"{FILE_NAME} names no due date of {topic}, only of {', '.join(said.topics)}.")
    extensions = {place: longer for place, longer in said.extensions.items() if place[1] == topic}
    return Deadlines({topic: said.topics[topic]}, extensions)


def write_example(root: Path) -> Path:
    """Write an example to fill in; raises `CourseError` where there is a file already."""
    path = root / FILE_NAME
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(_EXAMPLE.read_text(encoding="utf-8"))
    except FileExistsError:
        raise CourseError(f"There is a {FILE_NAME} already: edit it, nothing was changed.") from None
    return path


@lru_cache(maxsize=1)
def _parse(data: bytes) -> Deadlines | None:
    try:
        top = Table(tomllib.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError:
        raise CourseError(f"{FILE_NAME} is not UTF-8 text: save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"{FILE_NAME} is not TOML: {error}.") from None
    top.allow("time_zone", "penalty", "topics", "extensions")
    default = _rule(top.table("penalty")) if "penalty" in top.values else None
    named = top.table("topics")
    topics = {topic: _due(top, named.table(topic), default) for topic in named.values}
    students = top.table("extensions")
    extensions = {
        (student, topic): _extension(students.table(student), topic, topics)
        for student in students.values
        for topic in students.table(student).values
    }
    return Deadlines(topics, extensions) if "topics" in top.values else None


def _due(top: Table, table: Table, default: PenaltyRule | None) -> Due:
    table.allow("due", "time_zone", "penalty")
    zone = (table if "time_zone" in table.values else top).read("time_zone", find_zone)
    rule = _rule(table.table("penalty")) if "penalty" in table.values else default
    return Due(table.read("due", lambda said: to_utc(said, zone)), zone, rule)


def _rule(table: Table) -> PenaltyRule:
    table.allow("per", "percent", "points", "grace_minutes", "cap", "nothing_after_days")
    percent, points = table.number("percent", most=100), table.number("points")
    days = table.number("nothing_after_days")
    if percent is not None and points is not None:
        raise table.wrong("points", "write either percent or points")
    if percent is None and points is None and days is None:
        raise table.wrong("percent", "write percent or points, or nothing_after_days alone")
    return PenaltyRule(
        unit=_UNITS["day"] if percent is None and points is None else table.read("per", _unit),
        rate=points or percent or 0.0,
        in_percent=points is None,
        grace=60 * (table.number("grace_minutes") or 0.0),
        cap=table.number("cap", most=100) if points is None else table.number("cap"),
        nothing_after=None if days is None else days * DAY,
    )


def _unit(said: object) -> float:
    if said not in _UNITS:
        raise ValueError(f'write "day" or "hour", not \'{said}\'')
    return _UNITS[str(said)]


def _extension(table: Table, topic: str, topics: Mapping[str, Due]) -> timedelta:
    """Return how much later a student may hand in than the others."""
    if topic not in topics:
        quoted = (
            " (a student's name with a dot stands in quotes)" if isinstance(table.values[topic], dict) else ""
        )
        raise table.wrong(topic, f"[topics] names no due date for it that could be extended{quoted}")
    due = topics[topic]

    def read(said: object) -> timedelta:
        longer = to_utc(said, due.zone) - due.moment if is_date(said) else to_span(said)
        if longer < timedelta(0):
            raise ValueError("this is before the due date itself, and an extension is after it")
        return longer

    return table.read(topic, read)
