"""Where two places say different things of one answer, and how much was compared."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from catalogued import Grade

from course.lab.knowledge import Outcome

_PROPERTY = "agreement"
# What is printed of one number on two machines: six digits, nothing that rounding leaves of a difference,
# and nothing that a division by such a rest gives.
_RTOL, _ATOL, _HUGE = 1e-6, 1e-12, 1e15
_NUMBER = re.compile(r"-?\d+(?:\.\d*)?(?:e[+-]?\d+)?")
# Integers are as wide as the machine's addresses; WebAssembly's have 32 bits.
_INTEGERS = re.compile(r"\bint(?:32|64)\b")
# 0/0 where a singular value is exactly 0, and 1 where rounding has left 1e-17 of it.
_BY_ROUNDING = frozenset({"shrinkage_factors_without_parentheses"})


@dataclass
class Compared:
    """How much was compared in one topic, and every difference, in a sentence each."""

    answers: int = 0
    visible: int = 0
    hidden: int = 0
    printed: int = 0  # answers of which check() prints other digits in the tab
    unexplained: int = 0  # answers whose mistake the grading engine could not name
    differences: list[str] = field(default_factory=list)

    def answer(
        self,
        name: str,
        tests: Mapping[str, bool],
        kernel: Any,
        tab: Any,
        grade: Grade,
        proof: Mapping[str, bool],
    ) -> None:
        """Compare one answer; `tests`: for each test, in order, whether it is hidden."""
        self.answers += 1
        self.visible += sum(not hidden for hidden in tests.values())
        self.hidden += sum(tests.values())
        self.printed += kernel["text"] != tab["text"]
        self.unexplained += bool(kernel["verdict"]["message"] and not grade.message)
        found = [
            *_told(kernel, tab, name),
            *_graded(kernel, grade),
            *_verdicts(tests, kernel, tab, grade, proof),
        ]
        self.differences += [f"{name}: {each}" for each in found]

    def note(self, record_property: Any) -> None:
        """Note it for the closing lines."""
        record_property(_PROPERTY, vars(self) | {"differences": len(self.differences)})


def table(reports: Iterable[Any]) -> list[str]:
    """Say what all topics together come to; nothing where none was compared."""
    noted = [
        value for each in reports for key, value in getattr(each, "user_properties", ()) if key == _PROPERTY
    ]
    if not noted:
        return []
    all_ = {key: sum(each[key] for each in noted) for key in noted[0]}
    return [
        f"{all_['answers']} answers in JupyterLab's kernel, the grading engine and Pyodide: "
        f"{all_['visible']} visible and {all_['hidden']} hidden verdicts compared, "
        f"{all_['differences']} differ.",
        f"Of {all_['printed']} answers check() prints other last digits in the tab; "
        f"of {all_['unexplained']} the grading engine names no mistake, as what they give is no plain data.",
    ]


def alike(text: str, other: str) -> bool:
    """Whether two texts say the same but for the last digits of their numbers."""
    words, others = (
        re.sub(r"\s+", "", _NUMBER.sub("#", _INTEGERS.sub("int", each))) for each in (text, other)
    )
    numbers, their_numbers = (
        [float(number) for number in _NUMBER.findall(_INTEGERS.sub("int", each))] for each in (text, other)
    )
    return words == others and all(map(_same_number, numbers, their_numbers))


def _same_number(one: float, other: float) -> bool:
    huge = min(abs(one), abs(other)) > _HUGE and (one > 0) is (other > 0)
    return huge or math.isclose(one, other, rel_tol=_RTOL, abs_tol=_ATOL)


def _told(kernel: Any, tab: Any, name: str) -> Iterator[str]:
    for part in ("function", "outcome", "message", "remarks"):
        here, there = kernel["verdict"][part], tab["verdict"][part]
        if here != there:
            yield f"the {part} is {here!r} in JupyterLab and {there!r} in the tab"
    if name not in _BY_ROUNDING and not alike(kernel["text"], tab["text"]):
        yield f"in JupyterLab check() says\n{kernel['text']}\nand in the tab\n{tab['text']}"


def _graded(kernel: Any, grade: Grade) -> Iterator[str]:
    verdict = kernel["verdict"]
    if grade.outcome != verdict["outcome"] or grade.message not in ("", verdict["message"]):
        told = f"{verdict['outcome']!r} and {verdict['message']!r}"
        yield f"{told} in JupyterLab, {grade.outcome!r} and {grade.message!r} in feedback"


def _verdicts(
    tests: Mapping[str, bool], kernel: Any, tab: Any, grade: Grade, proof: Mapping[str, bool]
) -> Iterator[str]:
    places = {"JupyterLab": passed(kernel, tests), "the tab": passed(tab, tests), "grading": grade.passed}
    for test, hidden in tests.items():
        verdicts = {place: tried[test] for place, tried in places.items()}
        if hidden:
            verdicts["the proof"] = proof[test]
        if len(set(verdicts.values())) > 1:
            said = ", ".join(
                f"{'passed' if each else 'failed'} in {place}" for place, each in verdicts.items()
            )
            yield f"{'hidden' if hidden else 'visible'} test {test}: {said}"


def passed(tried: Any, tests: Mapping[str, bool]) -> dict[str, bool]:
    """Return for each test whether it passed in a kernel; `tried` is what `work_through` gave."""
    visible = [test for test, hidden in tests.items() if not hidden]
    findings = [finding["outcome"] == Outcome.PASSED for finding in tried["verdict"]["findings"]]
    return dict(zip(visible, findings, strict=True)) | {
        test: not error for test, error in tried["hidden"].items()
    }
