"""What check() would say of every answer, as plain data for whoever grades."""

from collections.abc import Iterable, Mapping
from typing import Any

from course.lab.checking import check
from course.lab.verdict import Outcome


def diagnose(functions: Iterable[str], names: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Return for each function its outcome, and the message of a recognised mistake or "".

    A name that is missing, or is no function, counts as not attempted.
    """
    diagnosis = {}
    for function in functions:
        answer = names.get(function)
        if not callable(answer):
            diagnosis[function] = {"outcome": str(Outcome.NOT_ATTEMPTED), "message": ""}
            continue
        verdict = check(answer)
        diagnosis[function] = {"outcome": str(verdict.outcome), "message": verdict.message}
    return diagnosis
