"""What check() would say of every answer, as plain data for whoever grades."""

from collections.abc import Iterable, Mapping
from typing import Any

from course.lab.exercise import all_exercises
from course.lab.judging import judge
from course.lab.verdict import Outcome


def diagnose(functions: Iterable[str], names: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return for each function its outcome, and the message of a recognised mistake or "".

    A name that is missing, or is a value where a function is asked for or the other way round, counts as
    not attempted.
    """
    diagnosis = {}
    for function in functions:
        answer, exercise = names.get(function), all_exercises()[function]
        if answer is None or callable(answer) is exercise.value:
            diagnosis[function] = {"outcome": str(Outcome.NOT_ATTEMPTED), "message": ""}
            continue
        verdict = judge(answer, exercise)
        diagnosis[function] = {"outcome": str(verdict.outcome), "message": verdict.message}
    return diagnosis
