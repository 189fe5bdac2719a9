"""Small values that cannot change, by the parts that they are made of: ["x", kind, slots of the parts]."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

_LONGEST_DECIMAL = 10_000
_EMPTY: dict[Any, Any] = {}

_PARTS: dict[type, tuple[str, Callable[[Any], Sequence[Any]]]] = {
    range: ("range", lambda v: (v.start, v.stop, v.step)),
    slice: ("slice", lambda v: (v.start, v.stop, v.step)),
    type(Ellipsis): ("Ellipsis", lambda v: ()),
    Fraction: ("Fraction", lambda v: (v.numerator, v.denominator)),
    Decimal: ("Decimal", lambda v: (str(v),)),
    date: ("date", lambda v: (v.year, v.month, v.day)),
    timedelta: ("timedelta", lambda v: (v.days, v.seconds, v.microseconds)),
    time: ("time", lambda v: (v.hour, v.minute, v.second, v.microsecond)),
    datetime: ("datetime", lambda v: (*v.date().timetuple()[:3], v.hour, v.minute, v.second, v.microsecond)),
    type(_EMPTY.keys()): ("keys", lambda v: (list(v),)),
    type(_EMPTY.values()): ("values", lambda v: (list(v),)),
    type(_EMPTY.items()): ("items", lambda v: (list(v),)),
}


def parts_of(value: Any) -> tuple[str, Sequence[Any]] | None:
    """Return a value's kind and its parts; None for what is not one of these."""
    if type(value) not in _PARTS or getattr(value, "tzinfo", None) is not None:
        return None
    kind, parts = _PARTS[type(value)]
    return kind, parts(value)


def from_parts(kind: str, parts: Sequence[Any]) -> Any:
    """Rebuild a value; raises `ValueError`, `TypeError` or `ArithmeticError` for parts that do not fit."""
    if kind in _OF_INTEGERS:
        if any(type(part) is not int for part in parts):
            raise TypeError("no integers")
        return _OF_INTEGERS[kind](*parts)
    return _OF_OTHERS[kind](*parts)


def _decimal(text: Any) -> Decimal:
    if type(text) is not str or len(text) > _LONGEST_DECIMAL:
        raise ValueError("no decimal number")
    return Decimal(text)


_OF_INTEGERS: dict[str, Callable[..., Any]] = {
    "range": range,
    "Fraction": Fraction,
    "date": date,
    "timedelta": lambda days, seconds, micros: timedelta(days, seconds, micros),
    "time": time,
    "datetime": datetime,
}
_OF_OTHERS: dict[str, Callable[..., Any]] = {
    "slice": slice,
    "Ellipsis": lambda: Ellipsis,
    "Decimal": _decimal,
    "keys": lambda found: dict.fromkeys(found).keys(),
    "values": lambda found: dict(enumerate(found)).values(),
    "items": lambda found: dict(found).items(),
}
