"""What each case of the corpus is due and what it got, as a table below the tests' results."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from nbformat import from_dict
from nbformat.v4 import new_code_cell
from nbgrader.utils import determine_grade

Scored = Callable[[str, str, float, float], None]
_PROPERTY = "score of a case"


def points(outputs: Mapping[int, Sequence[Mapping[str, Any]]], tests: Iterable[int]) -> float:
    """Return what nbgrader gives for tests of one point each; 0 for one that was not finished."""
    return sum(_points(outputs[test]) for test in tests if test in outputs)


def recorder(record_property: Callable[[str, Any], None]) -> Scored:
    """Return what notes a case's kind, name, honest and actual score, and compares the two."""

    def scored(kind: str, name: str, honest: float, actual: float) -> None:
        record_property(_PROPERTY, [kind, name, honest, actual])
        assert actual == honest, f"{name} is due {honest:g} and got {actual:g}"

    return scored


def table(reports: Iterable[Any]) -> list[str]:
    """Return the table's lines, kind by kind; a case whose scores differ stands out."""
    noted = (pair for report in reports for pair in getattr(report, "user_properties", ()))
    rows = sorted((tuple(value) for key, value in noted if key == _PROPERTY), key=lambda row: row[:2])
    lines = []
    for kind, group in groupby(rows, key=lambda row: row[0]):
        lines += ["", f"{kind:<56} honest  actual"]
        lines += [
            f"  {name[:54]:<54} {honest:>6g}  {actual:>6g}{'' if honest == actual else '  <-- differs'}"
            for _, name, honest, actual in group
        ]
    return lines


def _points(outputs: Sequence[Mapping[str, Any]]) -> float:
    cell = new_code_cell(metadata={"nbgrader": {"grade": True, "solution": False, "points": 1}})
    cell.outputs = [from_dict(each) for each in outputs if each.get("name") != "stderr"]
    return float(determine_grade(cell)[0] or 0)
