"""check(function): at once, each visible property of an answer in a sentence."""

import sys
import threading
from typing import Any

from course.lab.crashing import describe_stop
from course.lab.exercise import Exercise, find_exercise
from course.lab.judging import judge
from course.lab.record import note_check
from course.lab.silencing import quiet
from course.lab.stopping import Stop, Watch
from course.lab.verdict import Outcome, Verdict

_WITHIN = "check({0}) stands in what it checks, or in what that calls: write it in a cell of its own."
_ONE_AT_A_TIME = threading.Lock()


def check(function: Any) -> Verdict:
    """Try every visible property of the function you wrote, or of the value, and show what is still missing.

    Carries no points. A known mistake gets its own message, also where every visible test passes, as
    when an argument was changed; `not attempted` is an outcome of its own. An answer that runs for longer
    than `stopping.SECONDS`, or is interrupted, is stopped.
    """
    try:
        exercise = find_exercise(function, "check")
    except LookupError as error:
        return Verdict("check", Outcome.UNKNOWN, (), message=str(error))
    if _is_within_itself():
        return Verdict("check", Outcome.UNKNOWN, (), message=_WITHIN.format(exercise.function))
    names = getattr(function, "__globals__", sys._getframe(1).f_globals)
    with _ONE_AT_A_TIME, quiet():
        verdict = _watched(function, exercise, names)
    note_check(exercise, verdict.outcome is Outcome.PASSED)
    return verdict


def _is_within_itself() -> bool:
    frame = sys._getframe(1).f_back
    while frame is not None and frame.f_code is not check.__code__:
        frame = frame.f_back
    return frame is not None


def _watched(function: Any, exercise: Exercise, names: dict[str, Any]) -> Verdict:
    try:
        with Watch(names):
            return judge(function, exercise)
    except Stop as stop:  # between two tests, or where a value of the student's is shown
        return Verdict(exercise.function, Outcome.FAILED, (), describe_stop(stop, function))
