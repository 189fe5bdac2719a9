"""What stopped an answer, in a sentence, and on which of the student's own lines."""

import ast
import inspect
import re
from types import TracebackType
from typing import Any

from course.lab.bounding import cut, said_by
from course.lab.comparing import show
from course.lab.explaining import odd_kind
from course.lab.locating import line_of, loop_around, students_steps, telling_step
from course.lab.observing import NOTHING, Observation
from course.lab.shadowing import about_builtin
from course.lab.silencing import NobodyAnswers

_ENDLESS = "It calls itself without an end: which case returns without a further call?"
_TOO_BIG = "That is more memory than there is: which shape should the array have?"
_NO_SUCH_SIZE = re.compile(
    "index-sized integer|array is too big|too large to concat"
)  # where Python has 32 bits
_UNEVEN = "The rows have different lengths."


def describe_crash(seen: Observation, function: Any, name: str) -> str:
    """Say what stopped the student's code, on which of its own lines, and why where that is known."""
    error: Any = seen.error
    steps = students_steps(error, function)
    if not steps:
        return _in_the_test(seen, function, name)
    step = telling_step(steps)
    where = _place(step, ": {}")
    if isinstance(error, NobodyAnswers):
        return f"{where} asks a question, and nobody answers in a check: use the arguments instead."
    if isinstance(error, SystemExit):
        return f"{where} would end Python itself: a function ends with return."
    why = _why(error, step)
    stopped = f"{where} stopped with {said_by(error)}"
    return f"{stopped.rstrip('.')}. {why}" if why else stopped


def describe_stop(error: BaseException, function: Any) -> str:
    """Say that an answer was stopped, and where: of a loop the first line, which is always the same."""
    steps = students_steps(error, function)
    loop = loop_around(steps)
    if loop:
        return f"{error} at line {loop[0]} of your cell: `{loop[1]}`. Does the loop come to an end?"
    return f"{error} at {_place(telling_step(steps), ': `{}`', 'line')}." if steps else f"{error}."


def _place(step: TracebackType, quoted: str, word: str = "Line") -> str:
    line = line_of(step)
    return f"{word} {step.tb_lineno} of your cell{quoted.format(line) if line else ''}"


def _why(error: BaseException, step: TracebackType) -> str:
    if isinstance(error, RecursionError):
        return _ENDLESS
    if isinstance(error, MemoryError) or _NO_SUCH_SIZE.search(said_by(error)):
        return _TOO_BIG
    if isinstance(error, ValueError) and "inhomogeneous" in str(error)[:200]:
        return _UNEVEN
    return about_builtin(error, step)


def _in_the_test(seen: Observation, function: Any, name: str) -> str:
    """Explain an exception that no line of the student's raised."""
    error: Any = seen.error
    takes = _signature(function, name) if seen.unfit else ""
    if takes:
        return (
            f"It is called as {_call(seen, name)}, and yours is {takes}: both must have the same arguments."
        )
    if seen.returned is NOTHING:
        return f"It stopped with {said_by(error)}"
    odd = odd_kind(seen.returned)
    return f"{show(seen.returned)} came. {odd or f'With it the test stopped: {said_by(error)}'}"


def _signature(function: Any, name: str) -> str:
    try:
        return cut(f"{name}{inspect.signature(function)}", 120)
    except Exception:  # of a builtin, or of defaults that cannot be shown
        return ""


def _call(seen: Observation, name: str) -> str:
    """Return the last call of a function that a test has written down; the name alone where it has none."""
    calls = [node for node in ast.walk(ast.parse(seen.snippet)) if isinstance(node, ast.Call)]
    found = [ast.unparse(each) for each in calls if ast.unparse(each.func) == name]
    return cut(found[0], 120) if found else name
