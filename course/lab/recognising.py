"""Recognise a known mistake by its fingerprint: the wrong outputs it gives for visible inputs."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from course.lab.comparing import close
from course.lab.exercise import Exercise, Misconception
from course.lab.observing import observe
from course.lab.plain import decode

# Differently written versions of one mistake round differently, and may iterate.
_RTOL = 1e-7
_ATOL = 1e-9
# What is larger comes from a division by what rounding left of 0, and is another number on each machine.
_HUGE = 1e15


def fingerprint(
    function: Any, name: str, snippets: Sequence[str], given: Mapping[str, Any]
) -> list[list[dict[str, Any]]]:
    """Return what every call of the function in every snippet gave, or what the value is, in plain data."""
    return [observe(function, name, snippet, given).outcomes for snippet in snippets]


def recognise(seen: Sequence[Any], exercise: Exercise) -> Misconception | None:
    """Return the catalogued mistake that has this fingerprint, or None."""
    return next(
        (known for known in exercise.misconceptions if same_fingerprint(seen, known.fingerprint)), None
    )


def same_fingerprint(one: Sequence[Any], other: Sequence[Any]) -> bool:
    """Whether two fingerprints agree call by call: values, shapes, kinds, errors, changed arguments."""
    return len(one) == len(other) and all(
        len(calls) == len(others) and all(map(_same_outcome, calls, others))
        for calls, others in zip(one, other, strict=True)
    )


def _same_outcome(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if "said" not in other:  # raised by the answer itself, in words of its own
        one = {key: part for key, part in one.items() if key != "said"}
    if one.keys() != other.keys() or one["changed"] != other["changed"]:
        return False
    if "value" not in one:
        return all(one[key] == other[key] for key in one)
    return _same_value(decode(one["value"]), decode(other["value"]))


def _same_value(one: Any, other: Any) -> bool:
    if isinstance(one, tuple | list) or isinstance(other, tuple | list):
        return type(one) is type(other) and len(one) == len(other) and all(map(_same_value, one, other))
    if isinstance(one, dict) or isinstance(other, dict):
        return (
            isinstance(one, dict)
            and isinstance(other, dict)
            and one.keys() == other.keys()
            and all(_same_value(one[k], other[k]) for k in one)
        )
    if one is None or other is None or isinstance(one, str) or isinstance(other, str):
        return type(one) is type(other) and bool(one == other)
    arrays = np.asarray(one), np.asarray(other)
    if arrays[0].ndim and arrays[0].dtype.kind != arrays[1].dtype.kind:
        return False
    return close(*map(_without_noise, (one, other)), rtol=_RTOL, atol=_ATOL)


def _without_noise(value: Any) -> Any:
    """Return a number or an array with its huge numbers made equal; inf stays inf."""
    if np.asarray(value).dtype.kind != "f":
        return value
    return np.where(np.isinf(value), value, np.clip(value, -_HUGE, _HUGE))
