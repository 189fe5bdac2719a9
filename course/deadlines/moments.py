"""Times as people write them, to moments in UTC, as nbgrader keeps them."""

import difflib
import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

_WRITTEN = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?")
_HOW = 'write a date and a time, such as "2026-11-02 23:59"'
_SPAN = re.compile(r"(\d{1,4}) ?(week|day|hour|minute)s?")


def find_zone(name: object) -> ZoneInfo:
    """Return a time zone by its IANA name; raises `ValueError` with what to write."""
    if isinstance(name, str) and name in available_timezones():
        return ZoneInfo(name)
    near = difflib.get_close_matches(str(name), available_timezones(), n=1)
    advice = f"did you mean '{near[0]}'?" if near else "write an IANA name, such as 'Europe/Berlin'"
    raise ValueError(f"there is no time zone '{name}': {advice}")


def to_utc(said: object, zone: ZoneInfo) -> datetime:
    """Return a moment without a zone, in UTC; what is said without an offset is local time.

    Raises `ValueError` with what to write, also for a local time that happens twice or not at all.
    """
    moment = _read(said)
    try:
        if moment.tzinfo is None:
            moment = _unambiguous(moment, zone)
        return moment.astimezone(UTC).replace(tzinfo=None)
    except OverflowError:
        raise ValueError(f"{said} is out of any calendar: {_HOW}") from None


def to_span(said: object) -> timedelta:
    """Return how long "2 days 12 hours" is: real time, 24 hours each day, whatever the clocks do.

    Raises `ValueError` with what to write.
    """
    parts = _SPAN.findall(str(said))
    if not parts or _SPAN.sub("", str(said)).replace(",", "").strip():
        raise ValueError(f"'{said}' is neither a date nor a time span: {_HOW}, or a span, such as \"3 days\"")
    return sum((timedelta(**{f"{unit}s": int(count)}) for count, unit in parts), timedelta())


def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return a moment in UTC as local time."""
    return moment.replace(tzinfo=UTC).astimezone(zone)


def is_date(said: object) -> bool:
    """Whether something is meant as a date, right or wrong."""
    return isinstance(said, date) or (isinstance(said, str) and bool(re.match(r"\s*\d+[-./]\d", said)))


def _read(said: object) -> datetime:
    if isinstance(said, datetime):
        return said
    if not isinstance(said, str) or not _WRITTEN.fullmatch(said.strip()):
        raise ValueError(f"'{said}' is not a date with a time: {_HOW}")
    try:
        return datetime.fromisoformat(said.strip())
    except ValueError as error:
        raise ValueError(f"'{said}' is no time ({error}): {_HOW}") from None


def _unambiguous(local: datetime, zone: ZoneInfo) -> datetime:
    first, second = (local.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    before, after = first.utcoffset(), second.utcoffset()
    if before == after or before is None or after is None:
        return first
    if before > after:
        raise ValueError(
            f"{local:%Y-%m-%d %H:%M} happens twice in {zone.key}, where the clocks go back: "
            f'write "{_exact(first)}" for the first or "{_exact(second)}" for the second'
        )
    # Each reading of a skipped time, brought to a time that the clocks do show.
    later, earlier = (each.astimezone(UTC).astimezone(zone) for each in (first, second))
    raise ValueError(
        f"{local:%Y-%m-%d %H:%M} is skipped in {zone.key}, where the clocks go forward: "
        f'write "{_exact(earlier)}" or "{_exact(later)}"'
    )


def _exact(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
