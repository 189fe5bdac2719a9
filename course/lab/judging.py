"""What each visible property of an answer says of it."""

import traceback
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

import numpy as np

from course.lab.bounding import said_by
from course.lab.comparing import first_difference, first_differing_part, is_numeric, show
from course.lab.crashing import describe_crash, describe_stop
from course.lab.exercise import Exercise, Property
from course.lab.explaining import explain
from course.lab.locating import students_steps
from course.lab.observing import NOTHING, Observation, observe
from course.lab.recognising import recognise
from course.lab.shadowing import about_numpy
from course.lab.stopping import Stop
from course.lab.verdict import Finding, Outcome, Verdict

_CHANGED = "Your function changes one of its arguments. Whoever calls it still needs them: work on a copy."
_MUCH = 10_000


def judge(function: Any, exercise: Exercise) -> Verdict:
    """Try every visible property of an answer, a function or a value, to this exercise."""
    given = dict(getattr(function, "__globals__", {}))
    seen = []
    for snippet in exercise.snippets:
        seen.append(observe(function, exercise.function, snippet, given))
        if isinstance(seen[-1].error, Stop):
            break
    tried = seen[: len(exercise.properties)]  # probes come after the properties
    pairs = zip_longest(exercise.properties, tried)
    findings = tuple(_find(prop, each, function, exercise.function) for prop, each in pairs)
    outcome = _overall(findings)
    message = _message(seen, exercise, function) if outcome is not Outcome.NOT_ATTEMPTED else ""
    if outcome is Outcome.PASSED and message:
        outcome = Outcome.DOUBTFUL
    remarks = tuple(filter(None, [about_numpy(given), _about_prints(seen)]))
    return Verdict(exercise.function, outcome, findings, message, remarks)


def _find(prop: Property, seen: Observation | None, function: Any, name: str) -> Finding:
    if seen is None:
        return Finding(prop.sentence, Outcome.NOT_TRIED)
    if seen.error is None:
        return Finding(prop.sentence, Outcome.PASSED)
    if isinstance(seen.error, NotImplementedError):
        return Finding(prop.sentence, Outcome.NOT_ATTEMPTED, note=_unwritten(seen.error, name))
    if isinstance(seen.error, Stop):
        return Finding(prop.sentence, Outcome.FAILED, note=describe_stop(seen.error, function))
    if isinstance(seen.error, AssertionError) and not students_steps(seen.error, function):
        return _compared(prop, seen)
    return Finding(prop.sentence, Outcome.FAILED, note=describe_crash(seen, function, name))


def _compared(prop: Property, seen: Observation) -> Finding:
    got, expected = (seen.names.get(name, NOTHING) for name in ("got", "expected"))
    if got is NOTHING or expected is NOTHING:
        return Finding(prop.sentence, Outcome.FAILED, note=said_by(seen.error or AssertionError()))
    try:
        return _side_by_side(prop, got, expected)
    except Exception as error:  # of an object of the student's
        note = f"What came cannot be compared with anything: {said_by(error)}"
        return Finding(prop.sentence, Outcome.FAILED, expected=show(expected), got=show(got), note=note)


def _side_by_side(prop: Property, got: Any, expected: Any) -> Finding:
    part, got, expected = first_differing_part(got, expected)
    return Finding(
        prop.sentence,
        Outcome.FAILED,
        expected=_with_shape(expected, beside=got),
        got=_with_shape(got, beside=expected),
        part=part,
        place=first_difference(got, expected),
        note=explain(got, expected),
    )


def _with_shape(value: Any, beside: Any) -> str:
    """Show a value; its shape too where the other one has a different shape."""
    shape, other = (np.shape(each) if _has_shape(each) else () for each in (value, beside))
    return show(value) if shape == other or isinstance(value, list) else f"{show(value)}  shape {shape}"


def _has_shape(value: Any) -> bool:
    return isinstance(value, np.ndarray) or is_numeric(value)


def _overall(findings: tuple[Finding, ...]) -> Outcome:
    outcomes = {finding.outcome for finding in findings}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.FAILED


def _message(seen: Sequence[Observation], exercise: Exercise, function: Any) -> str:
    stopped = seen[-1].error
    if isinstance(stopped, Stop):  # what its visible tests do not say of themselves
        return describe_stop(stopped, function) if len(seen) > len(exercise.properties) else ""
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


def _about_prints(seen: Sequence[Observation]) -> str:
    """Say so where an answer printed more than anybody reads; of one that was stopped no number."""
    count = sum(each.printed for each in seen)
    if count <= _MUCH:
        return ""
    said = f"more than {_MUCH:,}" if isinstance(seen[-1].error, Stop) else f"{count:,}"
    return f"Your function printed {said} characters while it was checked; they are not shown here."
