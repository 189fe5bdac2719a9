"""Run a snippet of test code and write down what each call of one function gave."""

import builtins
import copy
import dis
import hashlib
import inspect
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import numpy as np

from course.lab.bounding import is_bounded
from course.lab.comparing import close, difference
from course.lab.plain import encode
from course.lab.silencing import dropped
from course.lab.stopping import TEST_FILE

NOTHING = object()


@dataclass
class Observation:
    """What happened in one snippet: the calls' outcomes, its names at the end, its exception.

    `returned` is what the last call gave, or NOTHING; `unfit`: it was called with arguments that the
    function does not take; `printed`: how many characters it printed.
    """

    snippet: str = ""
    outcomes: list[dict[str, Any]] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)
    error: BaseException | None = None
    returned: Any = NOTHING
    unfit: bool = False
    printed: int = 0


def observe(function: Any, name: str, snippet: str, given: Mapping[str, Any]) -> Observation:
    """Run `snippet` among copies of the `given` names, with `name` standing for `function`.

    Nothing that the snippet binds reaches the caller's names, and what the function prints or warns
    of is dropped: it ran for a check, not for the reader. An exception is kept, not raised, unless someone
    wants all of it to end. The names of Python, NumPy and the lab are the snippet's, whatever is given.
    An answer that is a value is its own outcome, as a digest: what is known of wrong ones tells no right one.
    """
    seen = Observation(snippet)
    others = {key: value for key, value in given.items() if not hasattr(builtins, key)}
    seen.names = {**others, "np": np, "close": close, "difference": difference}
    with dropped() as sink, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            seen.names[name] = _recorder(function, seen) if callable(function) else _copy(function, seen)
            exec(compile(snippet, f"{TEST_FILE}{name}>", "exec"), seen.names)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            seen.error = error
    seen.printed = sink.count
    return seen


def _copy(value: Any, seen: Observation) -> Any:
    if not is_bounded(value):
        raise ValueError("this is too large to be checked, or holds itself")
    seen.outcomes.append({"digest": _digest(value), "changed": False})
    return copy.deepcopy(value)


def _recorder(function: Callable[..., Any], seen: Observation) -> Callable[..., Any]:
    def recorded(*args: Any, **kwargs: Any) -> Any:
        seen.unfit = False
        before = copy.deepcopy((args, kwargs)) if is_bounded((args, kwargs)) else NOTHING
        try:
            result = function(*args, **kwargs)
        except BaseException as error:
            seen.outcomes.append({**_error(error, function), "changed": _changed((args, kwargs), before)})
            seen.unfit = not _fits(function, args, kwargs)
            raise
        seen.outcomes.append({**_value(result), "changed": _changed((args, kwargs), before)})
        seen.returned = result
        if inspect.iscoroutine(result):
            result.close()  # or Python warns that nobody awaits it
        return result

    return recorded


def _fits(function: Callable[..., Any], args: Any, kwargs: Any) -> bool:
    """Whether a function takes these arguments, as far as it says what it takes."""
    try:
        inspect.signature(function).bind(*args, **kwargs)
    except TypeError:
        return False
    except ValueError:
        return True
    return True


def _error(error: BaseException, function: Any) -> dict[str, str]:
    """Name an exception, and what it said; an error that the answer itself raises may say what it likes."""
    name, trace = type(error).__name__, error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    own = getattr(function, "__code__", None)
    if trace and own and trace.tb_frame.f_code.co_filename == own.co_filename and _raises(trace):
        return {"error": name}
    try:
        return {"error": name, "said": str(error)}
    except Exception:  # of a class of the student's
        return {"error": name}


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
        if is_bounded(result):
            return {"value": encode(result)}
    except Exception:  # not plain, or made by the student so that it cannot be read
        pass
    return {"other": type(result).__name__}


def _changed(now: Any, before: Any) -> bool:
    try:
        return before is not NOTHING and not _same(now, before)
    except Exception:  # of an object of the student's that now stands in an argument
        return True


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
