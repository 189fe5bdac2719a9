"""The clinic's four patients: how they were made from penguins, and that their numbers tell which is which.

`python tests/test_clinic.py` writes the data anew.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from course.lab.data import patients, penguins
from course.proof import Workbench
from course.reading import read_topic

FILE = Path(__file__).parent.parent / "course" / "lab" / "data" / "clinic.csv"
TRAINED = 60


def recipe() -> Iterator[str]:
    """One line of text for each penguin of each patient; what is wrong is wrong here, and nowhere said."""
    birds = penguins()
    rng = np.random.default_rng(2025)
    yield "patient,part,x1,x2,x3,y"
    for patient in "ABCD":
        chosen = rng.permutation(len(birds["species"]))[:100]
        flipper, depth, length, grams = (
            birds[name][chosen]
            for name in ("flipper_length_mm", "bill_depth_mm", "bill_length_mm", "body_mass_g")
        )
        if patient == "A":  # a decimal point went astray
            flipper[23] *= 10
            X = np.column_stack([depth, flipper, length])
        elif patient == "B":  # millimetres, metres, centimetres
            X = np.column_stack([depth / 1000, length / 10, flipper])
        elif patient == "C":  # the same flipper, measured by two people
            again = flipper + rng.normal(scale=0.3, size=100)
            X = np.column_stack([flipper, depth, again])
        else:  # the food that the keeper weighs out by the bird's mass
            food = grams * 0.06 * np.exp(rng.normal(scale=0.0006, size=100))
            X = np.column_stack([length, food, depth])
        if patient != "B":
            X = (X - X[:TRAINED].mean(axis=0)) / X[:TRAINED].std(axis=0)
        for place, (row, mass) in enumerate(zip(X, grams / 1000, strict=True)):
            part = "train" if place < TRAINED else "test"
            yield ",".join([patient, part, *(f"{value:.7g}" for value in row), f"{mass:g}"])


def test_the_patients_are_made_as_the_recipe_says() -> None:
    assert FILE.read_text(encoding="utf-8").splitlines() == list(recipe())


def signs() -> dict[str, set[str]]:
    """Which illnesses each patient shows, by measures taken without the course's functions."""
    found = {}
    for name, (X, y, X_test, y_test) in patients().items():
        A = np.column_stack([X, np.ones(len(X))])
        solution = np.linalg.lstsq(A, y)[0]
        rmse = np.sqrt(np.mean((y_test - X_test @ solution[:-1] - solution[-1]) ** 2))
        spread = X.std(axis=0)
        inflation = np.diag(np.linalg.inv(np.corrcoef(X.T)))
        leverage = np.sum(np.linalg.qr(X)[0] ** 2, axis=1)
        found[name] = {
            illness
            for illness, shown in {
                "leakage": rmse < 0.025 / np.sqrt(12),
                "collinearity": inflation.max() > 100,
                "outlier": leverage.max() > 0.9,
                "scaling": spread.max() / spread.min() > 100,
            }.items()
            if shown
        }
        assert (leverage.max() < 0.3) | ("outlier" in found[name])
        assert (inflation.max() < 10) | ("collinearity" in found[name])
        assert (spread.max() / spread.min() < 1.01) | ("scaling" in found[name])
        assert (rmse > 0.2) | ("leakage" in found[name])
    return found


def test_each_patient_shows_one_illness_and_it_is_the_one_that_counts_as_right() -> None:
    right = Workbench(read_topic("diagnostics")).names()["clinic"]
    assert signs() == {patient: {illness} for patient, illness in right.items()}


@pytest.mark.parametrize("patient", "ABCD")
def test_a_patient_is_four_arrays(patient: str) -> None:
    assert [part.shape for part in patients()[patient]] == [(60, 3), (60,), (40, 3), (40,)]


if __name__ == "__main__":
    FILE.write_text("\n".join(recipe()) + "\n", encoding="utf-8")
