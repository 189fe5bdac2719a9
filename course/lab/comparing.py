"""Is what came what was expected, and if not, where do they first differ?"""

import re
import reprlib
from typing import Any

import numpy as np

from course.lab.bounding import cut, is_bounded

_SHOWN = 6
_MOST_SHOWN = 40
_LONGEST = 2000
_BEGINNING = reprlib.Repr()
_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")  # another one each time


def close(got: Any, expected: Any, *, rtol: float = 1e-9, atol: float = 1e-12) -> bool:
    """Whether two numbers or arrays have one shape and agree within a tolerance.

    |got − expected| ≤ atol + rtol·|expected| for every element; NaN agrees with NaN only.
    Nothing is broadcast: (3,) and (3, 1) differ, and a list is no array. A tuple agrees part by part, a
    dict key by key.
    """
    if isinstance(expected, tuple):
        return (
            isinstance(got, tuple)
            and len(got) == len(expected)
            and all(close(g, e, rtol=rtol, atol=atol) for g, e in zip(got, expected, strict=True))
        )
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and got.keys() == expected.keys()
            and all(close(got[key], expected[key], rtol=rtol, atol=atol) for key in expected)
        )
    got_array, expected_array = _numeric(got), _numeric(expected)
    if got_array is None or expected_array is None or got_array.shape != expected_array.shape:
        return False
    if array_is_missing(got, expected):
        return False
    return bool(np.allclose(got_array, expected_array, rtol=rtol, atol=atol, equal_nan=True))


def difference(got: Any, expected: Any) -> str:
    """Say in one sentence what was expected, what came, and where they first differ."""
    part, got, expected = first_differing_part(got, expected)
    if part:
        return f"{part}: {difference(got, expected)}"
    if isinstance(expected, tuple | dict):
        return f"expected {show(expected)}, got {show(got)}"
    got_array, expected_array = _numeric(got), _numeric(expected)
    if got is None:
        return f"expected {show(expected)}, got None: is there a return?"
    if got_array is None or expected_array is None:
        return f"expected {show(expected)}, got {show(got)}, which is not numeric"
    if array_is_missing(got, expected):
        return (
            f"expected {show(expected)}, got {show(got)}: an array is expected, a {type(got).__name__} came"
        )
    if got_array.shape != expected_array.shape:
        return f"expected {_shape(expected_array)}, {show(expected)}, got {_shape(got_array)}, {show(got)}"
    place = first_difference(got_array, expected_array)
    where = f"; they first differ at {list(place)}" if place else ""
    return f"expected {show(expected)}, got {show(got)}{where}"


def first_differing_part(got: Any, expected: Any) -> tuple[str, Any, Any]:
    """Return the first part of a tuple or dict that differs: its name, what came and what was expected.

    Where nothing can be compared part by part, the name is empty and both stay whole.
    """
    for name, place in _parts(got, expected):
        words = isinstance(got[place], str) and isinstance(expected[place], str)
        words = words and got[place] == expected[place]
        if not words and not close(got[place], expected[place]):
            inner, part, wanted = first_differing_part(got[place], expected[place])
            return f"{name}, {inner}" if inner else name, part, wanted
    return "", got, expected


def _parts(got: Any, expected: Any) -> list[tuple[str, Any]]:
    if isinstance(expected, dict) and isinstance(got, dict) and got.keys() == expected.keys():
        return [(f"in {key!r}", key) for key in expected]
    if isinstance(expected, tuple) and isinstance(got, tuple) and len(got) == len(expected):
        return [(f"in part {place + 1} of {len(expected)}", place) for place in range(len(expected))]
    return []


def first_difference(got: Any, expected: Any) -> tuple[int, ...]:
    """Return the index of the first element that differs; () for scalars or none."""
    got_array, expected_array = _numeric(got), _numeric(expected)
    if got_array is None or expected_array is None or got_array.shape != expected_array.shape:
        return ()
    differs = np.argwhere(~np.isclose(got_array, expected_array, rtol=1e-9, atol=1e-12, equal_nan=True))
    return tuple(int(i) for i in differs[0]) if len(differs) else ()


def show(value: Any) -> str:
    """Write a value in one short line: enough to see what is wrong, never a page, whatever it is."""
    try:
        return cut(_ADDRESS.sub("", _shown(value)), _LONGEST)
    except Exception:  # of an object of the student's
        return cut(f"<{type(value).__name__}, which cannot be shown>")


def _shown(value: Any) -> str:
    if isinstance(value, float | np.floating):
        return f"{value:.10g}"
    if isinstance(value, np.ndarray):
        return _shown_array(value)
    if isinstance(value, int) and value.bit_length() > 1000:
        return f"an integer of about {value.bit_length() * 0.30103:.0f} digits"
    if isinstance(value, range):
        return repr(value)
    if not is_bounded(value):
        return cut(_BEGINNING.repr(value), 200)
    if isinstance(value, tuple):
        parts = [show(part) for part in value[:_MOST_SHOWN]]
        return f"({_joined(parts, len(value))})"
    if isinstance(value, dict):
        pairs = list(value.items())[:_MOST_SHOWN]
        return f"{{{_joined([f'{key!r}: {show(part)}' for key, part in pairs], len(value))}}}"
    return cut(repr(value), 200)


def _joined(parts: list[str], whole: int) -> str:
    return ", ".join(parts if len(parts) == whole else [*parts, "…"])


def _shown_array(array: np.ndarray[Any, Any]) -> str:
    if array.ndim > 3 and array.size > 1000:
        return f"an array of shape {array.shape}"
    text = np.array2string(array, precision=6, separator=", ", threshold=40, edgeitems=_SHOWN // 2)
    return cut(" ".join(text.split()), _LONGEST if array.dtype.kind in "biufc" else 300)


def is_numeric(value: Any) -> bool:
    """Whether a value is a number or could be an array of numbers."""
    return _numeric(value) is not None


def array_is_missing(got: Any, expected: Any) -> bool:
    """Whether something else, such as a list, stands where an array is expected."""
    return isinstance(expected, np.ndarray) and expected.ndim > 0 and not isinstance(got, np.ndarray)


def _shape(array: np.ndarray[Any, Any]) -> str:
    return f"shape {array.shape}" if array.ndim else "a single number"


def _numeric(value: Any) -> np.ndarray[Any, Any] | None:
    if not isinstance(value, np.ndarray) and not is_bounded(value):
        return None
    try:
        array = np.asarray(value)
    except ValueError:
        return None
    return array if array.dtype.kind in "biuf" else None
