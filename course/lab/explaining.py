"""What is odd about what an answer gave, in a sentence that says where such a value comes from."""

import inspect
from collections.abc import Iterator
from typing import Any

import numpy as np

from course.lab.bounding import cut
from course.lab.comparing import array_is_missing, is_numeric

_NAN = (
    "NaN stands for no number at all: it comes from 0/0, from inf − inf, and from the log or the root of a "
    "negative number."
)
_INF = "inf is beyond all numbers: it comes from an overflow, as in exp(1000), and from a division by zero."


def explain(got: Any, expected: Any) -> str:
    """Return a sentence on how what came differs in kind from what was expected; "" for mere numbers."""
    if not isinstance(expected, str):
        odd = odd_kind(got)
        if odd:
            return odd
    if array_is_missing(got, expected):
        return f"An array is expected, {a(got)} came."
    if isinstance(expected, tuple):
        return _not_this_tuple(got, expected)
    if isinstance(expected, dict):
        return _not_this_dict(got, expected)
    if is_numeric(expected) and isinstance(got, list | tuple | set | dict) and not np.ndim(expected):
        comma = " Is there a comma behind the result?" if isinstance(got, tuple) and len(got) == 1 else ""
        return f"A number is expected, {a(got)} came.{comma}"
    if not is_numeric(expected):
        return ""
    if is_numeric(got):
        return _numbers(np.asarray(got), np.asarray(expected))
    if isinstance(got, int):
        return "An integer came that is too large for NumPy, which has 64 bits for each."
    return f"{A(got)} came, which is no number."


def odd_kind(got: Any) -> str:
    """Return a sentence on a result that is of no use to anybody, whatever was expected; else ""."""
    if got is None:
        return "Is there a return?"
    if inspect.iscoroutine(got) or inspect.isasyncgen(got):
        return "The word `async` before def must go: with it a call gives no result."
    if inspect.isgenerator(got):
        return "A generator came, which gives its values one by one: write return in place of yield."
    if isinstance(got, Iterator):
        return f"{A(got)} came, which gives its values one by one: collect them, and return all together."
    if callable(got):
        return "A function came, not what it gives: are the parentheses missing that call it?"
    if isinstance(got, BaseException):
        return "An exception came as the result: raise it, in place of return."
    if isinstance(got, str | bytes):
        return "A text came, not a number: leave out the quotes, str() or the formatting."
    if isinstance(got, np.ndarray | np.generic) and got.dtype.kind not in "biuf":
        return _no_numbers(np.asarray(got))
    if isinstance(got, complex):
        return "A complex number came: in Python a power of a negative number can be one."
    return ""


def a(value: Any) -> str:
    """Name the type of a value, with its article."""
    name = "array" if isinstance(value, np.ndarray) else cut(type(value).__name__, 80)
    return f"{'an' if name[:1].lower() in 'aeio' else 'a'} {name}"


def A(value: Any) -> str:  # noqa: N802
    """Name the type of a value, with its article, at the beginning of a sentence."""
    return a(value)[0].upper() + a(value)[1:]


def _no_numbers(array: np.ndarray[Any, Any]) -> str:
    if array.dtype.kind == "c":
        return "Complex numbers came: is there a root or a power of a negative number?"
    if array.dtype.kind in "US":
        return "The array holds texts, not numbers: leave out the quotes or str()."
    if array.dtype.kind != "O":
        return f"The array holds no numbers, but {array.dtype}."
    odd = next((each for each in array.flat[:1000] if not isinstance(each, int | float | np.number)), 0)
    reason = "" if isinstance(odd, int) else f": there is {a(odd)} in it"
    if odd is None:
        reason = ": there is a None in it"
    if isinstance(odd, list | tuple | np.ndarray):
        reason = ": its rows have different lengths"
    return f"The array holds objects, not numbers (dtype object){reason}."


def _not_this_tuple(got: Any, expected: tuple[Any, ...]) -> str:
    if isinstance(got, tuple) and len(got) == len(expected):
        return ""
    came = f"a tuple of {len(got)}" if isinstance(got, tuple) else a(got)
    return f"A tuple of {len(expected)} results is expected, as from `return a, b`; {came} came."


def _not_this_dict(got: Any, expected: dict[Any, Any]) -> str:
    if not isinstance(got, dict):
        return f"A dict is expected, {a(got)} came."
    missing = [key for key in expected if key not in got]
    if missing:
        return f"The dict has no key {missing[0]!r}."
    more = [key for key in list(got)[: len(expected) + 1] if key not in expected]
    return f"The dict has a key too many: {cut(repr(more[0]), 80)}." if more else ""


def _numbers(got: np.ndarray[Any, Any], expected: np.ndarray[Any, Any]) -> str:
    if got.shape != expected.shape:
        return _other_shape(got.shape, expected.shape)
    if (np.isnan(got) & ~np.isnan(expected)).any():
        return _NAN
    return _INF if (np.isinf(got) & np.isfinite(expected)).any() else ""


def _other_shape(got: tuple[int, ...], expected: tuple[int, ...]) -> str:
    if not expected:
        return f"A single number is expected, an array of shape {got} came."
    if len(got) != len(expected):
        return f"It has {_axes(len(got))}; {_axes(len(expected))} would be right."
    if got == expected[::-1]:
        return "Rows stand where columns should, and columns where rows should."
    axis = next(i for i in range(len(got)) if got[i] != expected[i])
    return f"Along axis {axis} it has {got[axis]} in place of {expected[axis]}."


def _axes(number: int) -> str:
    return "1 axis" if number == 1 else f"{number} axes"
