"""check(function): at once, each visible property of an answer in a sentence."""

import traceback
from collections.abc import Sequence
from typing import Any

import numpy as np

from course.lab.comparing import array_is_missing, first_difference, first_differing_part, is_numeric, show
from course.lab.exercise import Exercise, Property, find_exercise
from course.lab.observing import Observation, observe
from course.lab.recognising import recognise
from course.lab.record import note_check
from course.lab.verdict import Finding, Outcome, Verdict

_MISSING = object()
_CHANGED = "Your function changes one of its arguments. Whoever calls it still needs them: work on a copy."


def check(function: Any) -> Verdict:
    """Try every visible property of the function you wrote, or of the value, and show what is still missing.

    Carries no points. A known mistake gets its own message, also where every visible test passes, as
    when an argument was changed; `not attempted` is an outcome of its own.
    """
    try:
        exercise = find_exercise(function, "check")
    except LookupError as error:
        return Verdict("check", Outcome.UNKNOWN, (), message=str(error))
    verdict = judge(function, exercise)
    note_check(exercise, verdict.outcome is Outcome.PASSED)
    return verdict


def judge(function: Any, exercise: Exercise) -> Verdict:
    """Try every visible property of an answer, a function or a value, to this exercise."""
    given = dict(getattr(function, "__globals__", {}))
    seen = [observe(function, exercise.function, snippet, given) for snippet in exercise.snippets]
    pairs = zip(exercise.properties, seen, strict=False)  # probes come after the properties
    findings = tuple(_find(prop, each, function, exercise.function) for prop, each in pairs)
    outcome = _overall(findings)
    message = _message(seen, exercise) if outcome is not Outcome.NOT_ATTEMPTED else ""
    if outcome is Outcome.PASSED and message:
        outcome = Outcome.DOUBTFUL
    return Verdict(exercise.function, outcome, findings, message)


def _find(prop: Property, seen: Observation, function: Any, name: str) -> Finding:
    if seen.error is None:
        return Finding(prop.sentence, Outcome.PASSED)
    if isinstance(seen.error, NotImplementedError):
        return Finding(prop.sentence, Outcome.NOT_ATTEMPTED, note=_unwritten(seen.error, name))
    if isinstance(seen.error, AssertionError):
        return _compared(prop, seen)
    return Finding(prop.sentence, Outcome.FAILED, note=_crash(seen.error, function))


def _compared(prop: Property, seen: Observation) -> Finding:
    got, expected = (seen.names.get(name, _MISSING) for name in ("got", "expected"))
    if got is _MISSING or expected is _MISSING:
        return Finding(prop.sentence, Outcome.FAILED, note=str(seen.error))
    part, got, expected = first_differing_part(got, expected)
    return Finding(
        prop.sentence,
        Outcome.FAILED,
        expected=_with_shape(expected, beside=got),
        got=_with_shape(got, beside=expected),
        part=part,
        place=first_difference(got, expected),
        note=_kind_of_difference(got, expected),
    )


def _with_shape(value: Any, beside: Any) -> str:
    """Show a value; its shape too where the other one has a different shape."""
    shape = np.shape(value) if is_numeric(value) else ()
    other = np.shape(beside) if is_numeric(beside) else ()
    return show(value) if shape == other or isinstance(value, list) else f"{show(value)}  shape {shape}"


def _kind_of_difference(got: Any, expected: Any) -> str:
    if got is None:
        return "Is there a return?"
    if array_is_missing(got, expected):
        return f"An array is expected, a {type(got).__name__} came."
    return ""


def _overall(findings: tuple[Finding, ...]) -> Outcome:
    outcomes = {finding.outcome for finding in findings}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.FAILED


def _message(seen: Sequence[Observation], exercise: Exercise) -> str:
    known = recognise([each.outcomes for each in seen], exercise)
    if known:
        return known.message
    changed = any(call["changed"] for each in seen for call in each.outcomes)
    return _CHANGED if changed else ""


def _unwritten(error: BaseException, name: str) -> str:
    """Name the function that is still empty, where it is another one than this."""
    frames = traceback.extract_tb(error.__traceback__)
    inner = frames[-1].name if frames else name
    return (
        "" if inner in (name, "<module>", "recorded") else f"{inner} is not written yet, and this needs it."
    )


def _crash(error: BaseException, function: Any) -> str:
    """Say what stopped the student's code and on which of its own lines."""
    code = getattr(function, "__code__", None)
    said = f"{type(error).__name__}: {error}"
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if code is not None and frame.filename == code.co_filename:
            line = f": {frame.line.strip()}" if frame.line else ""
            return f"Line {frame.lineno} of your cell{line} stopped with {said}"
    return f"It stopped with {said}"
