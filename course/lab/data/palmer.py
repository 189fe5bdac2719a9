"""The Palmer penguins as columns."""

import csv
from importlib.resources import files
from typing import Any

import numpy as np

_MEASURED = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")
_NAMED = ("species", "island", "sex")
_MISSING = "NA"


def penguins() -> dict[str, Any]:
    """Return the 333 penguins without a missing entry: each column is an array of shape (333,).

    Floats, in the unit that the name ends in: `bill_length_mm`, `bill_depth_mm`, `flipper_length_mm`,
    `body_mass_g`. Text: `species` ("Adelie", "Chinstrap" or "Gentoo"), `island`, `sex` ("female" or "male").
    """
    text = (files("course.lab.data") / "penguins.csv").read_text(encoding="utf-8")
    birds = [bird for bird in csv.DictReader(text.splitlines()) if _MISSING not in bird.values()]
    columns: dict[str, Any] = {name: np.array([bird[name] for bird in birds]) for name in _NAMED}
    for name in _MEASURED:
        columns[name] = np.array([float(bird[name]) for bird in birds])
    return columns
