"""Four sets of numbers to examine, as the diagnostics notebook hands them out."""

import csv
from importlib.resources import files
from typing import Any

import numpy as np

_FEATURES = ("x1", "x2", "x3")
_PARTS = ("train", "test")


def patients() -> dict[str, tuple[Any, Any, Any, Any]]:
    """Return `X_train, y_train, X_test, y_test` of the patients "A" to "D".

    A row is a penguin, y its body mass in kg; X has three features. Shapes (60, 3), (60,), (40, 3), (40,).
    """
    text = (files("course.lab.data") / "clinic.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    found = {}
    for name in sorted({row["patient"] for row in rows}):
        X_train, X_test = (_columns(rows, name, part, _FEATURES) for part in _PARTS)
        y_train, y_test = (_columns(rows, name, part, ("y",))[:, 0] for part in _PARTS)
        found[name] = X_train, y_train, X_test, y_test
    return found


def _columns(rows: list[dict[str, str]], patient: str, part: str, names: tuple[str, ...]) -> Any:
    chosen = [row for row in rows if (row["patient"], row["part"]) == (patient, part)]
    return np.array([[float(row[name]) for name in names] for row in chosen])
