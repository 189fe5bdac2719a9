"""check(function): at once, each visible property of an answer in a sentence."""

import traceback
from collections.abc import Callable, Mapping
from typing import Any

from course.lab.comparing import first_difference, show
from course.lab.exercise import Exercise, Property, find_exercise
from course.lab.observing import Observation, observe
from course.lab.recognising import recognise
from course.lab.verdict import Finding, Outcome, Verdict

_MISSING = object()


def check(function: Callable[..., Any]) -> Verdict:
    """Try every visible property of the function you wrote and show what is still missing.

    Carries no points. A known mistake gets its own message, also where every visible test passes, as
    when an argument was changed; `not attempted` is an outcome of its own.
    """
    name = getattr(function, "__name__", type(function).__name__)
    try:
        exercise = find_exercise(name)
    except LookupError as error:
        return Verdict(name, Outcome.UNKNOWN, (), message=str(error))
    given = dict(getattr(function, "__globals__", {}))
    findings = tuple(_find(function, prop, exercise, given) for prop in exercise.properties)
    outcome = _overall(findings)
    message = _message(function, exercise, given) if outcome is not Outcome.NOT_ATTEMPTED else ""
    return Verdict(name, outcome, findings, message)


def _find(
    function: Callable[..., Any], prop: Property, exercise: Exercise, given: Mapping[str, Any]
) -> Finding:
    seen = observe(function, exercise.function, prop.code, given)
    if seen.error is None:
        return Finding(prop.sentence, Outcome.PASSED)
    if isinstance(seen.error, NotImplementedError):
        return Finding(prop.sentence, Outcome.NOT_ATTEMPTED, note=_unwritten(seen.error, exercise.function))
    if isinstance(seen.error, AssertionError):
        return _compared(prop, seen)
    return Finding(prop.sentence, Outcome.FAILED, note=_crash(seen.error, function))


def _compared(prop: Property, seen: Observation) -> Finding:
    got, expected = (seen.names.get(name, _MISSING) for name in ("got", "expected"))
    if got is _MISSING or expected is _MISSING:
        return Finding(prop.sentence, Outcome.FAILED, note=str(seen.error))
    return Finding(
        prop.sentence,
        Outcome.FAILED,
        expected=_with_shape(expected),
        got=_with_shape(got),
        place=first_difference(got, expected),
        note="Is there a return?" if got is None else "",
    )


def _with_shape(value: Any) -> str:
    shape = getattr(value, "shape", ())
    return f"{show(value)}  shape {shape}" if shape else show(value)


def _overall(findings: tuple[Finding, ...]) -> Outcome:
    outcomes = {finding.outcome for finding in findings}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.FAILED


def _message(function: Callable[..., Any], exercise: Exercise, given: Mapping[str, Any]) -> str:
    known = recognise(function, exercise, given)
    return known.message if known else ""


def _unwritten(error: BaseException, name: str) -> str:
    """Name the function that is still empty, where it is another one than this."""
    frames = traceback.extract_tb(error.__traceback__)
    inner = frames[-1].name if frames else name
    return (
        "" if inner in (name, "<module>", "recorded") else f"{inner} is not written yet, and this needs it."
    )


def _crash(error: BaseException, function: Callable[..., Any]) -> str:
    """Say what stopped the student's code and on which of its own lines."""
    code = getattr(function, "__code__", None)
    said = f"{type(error).__name__}: {error}"
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if code is not None and frame.filename == code.co_filename:
            line = f": {frame.line.strip()}" if frame.line else ""
            return f"Line {frame.lineno} of your cell{line} stopped with {said}"
    return f"It stopped with {said}"
