"""Run a snippet of test code and write down what each call of one function gave."""

import contextlib
import copy
import dis
import hashlib
import io
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import numpy as np

from course.lab.comparing import close, difference
from course.lab.plain import encode


@dataclass
class Observation:
    """What happened in one snippet: the calls' outcomes, its names at the end, its exception."""

    outcomes: list[dict[str, Any]] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)
    error: BaseException | None = None


def observe(function: Any, name: str, snippet: str, given: Mapping[str, Any]) -> Observation:
    """Run `snippet` among copies of the `given` names, with `name` standing for `function`.

    Nothing that the snippet binds reaches the caller's names, and what the function prints or warns
    of is dropped: it ran for a check, not for the reader. An exception is kept, not raised.
    An answer that is a value is its own outcome, as a digest: what is known of wrong ones tells no right one.
    """
    seen = Observation()
    defaults = {"np": np, "close": close, "difference": difference}
    if callable(function):
        answer: Any = _recorder(function, seen.outcomes)
    else:
        answer = copy.deepcopy(function)
        seen.outcomes.append({"digest": _digest(function), "changed": False})
    seen.names = {**defaults, **given, name: answer}
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            exec(compile(snippet, f"<test of {name}>", "exec"), seen.names)
    except Exception as error:
        seen.error = error
    return seen


def _recorder(function: Callable[..., Any], outcomes: list[dict[str, Any]]) -> Callable[..., Any]:
    def recorded(*args: Any, **kwargs: Any) -> Any:
        before = copy.deepcopy((args, kwargs))
        try:
            result = function(*args, **kwargs)
        except Exception as error:
            outcomes.append({**_error(error, function), "changed": not _same((args, kwargs), before)})
            raise
        outcomes.append({**_value(result), "changed": not _same((args, kwargs), before)})
        return result

    return recorded


def _error(error: BaseException, function: Any) -> dict[str, str]:
    """Name an exception, and what it said; an error that the answer itself raises may say what it likes."""
    name, trace = type(error).__name__, error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    own = getattr(function, "__code__", None)
    if trace and own and trace.tb_frame.f_code.co_filename == own.co_filename and _raises(trace):
        return {"error": name}
    return {"error": name, "said": str(error)}


def _raises(trace: TracebackType) -> bool:
    """Whether a `raise` stands where this ended, and not a call or an operator."""
    return dis.opname[trace.tb_frame.f_code.co_code[trace.tb_lasti]] == "RAISE_VARARGS"


def _digest(value: Any) -> str:
    """Return the same text for equal values, dicts in any order."""
    if isinstance(value, dict):
        value = sorted((repr(key), repr(part)) for key, part in value.items())
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]


def _value(result: Any) -> dict[str, Any]:
    try:
        return {"value": encode(result)}
    except TypeError:
        return {"other": type(result).__name__}


def _same(now: Any, before: Any) -> bool:
    if isinstance(before, np.ndarray):
        return (
            isinstance(now, np.ndarray)
            and now.dtype == before.dtype
            and np.array_equal(now, before, equal_nan=before.dtype.kind in "fc")
        )
    if isinstance(before, list | tuple):
        return type(now) is type(before) and len(now) == len(before) and all(map(_same, now, before))
    if isinstance(before, dict):
        return (
            isinstance(now, dict)
            and now.keys() == before.keys()
            and all(_same(now[k], before[k]) for k in before)
        )
    return callable(before) or bool(now == before) or (now != now and before != before)
