"""Where in the student's own code an exception came from."""

import ast
import linecache
from collections import Counter
from types import TracebackType
from typing import Any

from course.lab.bounding import cut


def students_steps(error: BaseException, function: Any) -> list[TracebackType]:
    """Return the steps of a traceback that stand in the function's cell, or else in its notebook."""
    steps, step = [], error.__traceback__
    while step is not None:
        steps.append(step)
        step = step.tb_next
    code, names = getattr(function, "__code__", None), getattr(function, "__globals__", None)
    here = [each for each in steps if code and each.tb_frame.f_code.co_filename == code.co_filename]
    return here or [each for each in steps if each.tb_frame.f_globals is names]


def telling_step(steps: list[TracebackType]) -> TracebackType:
    """Return the innermost step; of a function that calls itself the outermost, which is always the same."""
    seen = [step.tb_frame.f_code for step in steps]
    times = Counter(seen)
    return next((step for step, code in zip(steps, seen, strict=True) if times[code] > 1), steps[-1])


def line_of(step: TracebackType) -> str:
    """Return the text of a line; "" where there is no source."""
    frame = step.tb_frame
    return cut(linecache.getline(frame.f_code.co_filename, step.tb_lineno, frame.f_globals).strip(), 120)


def loop_around(steps: list[TracebackType]) -> tuple[int, str] | None:
    """Return number and text of the line where a loop begins that these steps were in.

    The outermost `while`, or else the outermost `for`: wherever in a loop it is stopped, this line is one.
    """
    found = [loop for step in steps for loop in _loops(step)]
    found.sort(key=lambda loop: not isinstance(loop[0], ast.While))
    return (found[0][0].lineno, found[0][1]) if found else None


def _loops(step: TracebackType) -> list[tuple[ast.While | ast.For, str]]:
    """Return the loops around a line, the outermost first, each with its first line."""
    lines = linecache.getlines(step.tb_frame.f_code.co_filename)
    try:
        tree = ast.parse("".join(lines))
    except SyntaxError:  # of a cell with magics
        return []
    loops = [each for each in ast.walk(tree) if isinstance(each, ast.While | ast.For)]
    around = [each for each in loops if each.lineno <= step.tb_lineno <= (each.end_lineno or 0)]
    return [(each, cut(lines[each.lineno - 1].strip(), 120)) for each in around]
