"""How well each test tells strong work from weak, and how well all of them hang together.

Classical test theory (Lord and Novick 1968), two formulas in NumPy: pingouin would bring pandas and
scikit-learn for them.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from course.grading import GradedWork, Item

LOW = 0.2  # below it an item hardly discriminates (Ebel and Frisbie, Essentials of Educational Measurement)
FEW = 10  # submissions; with fewer, a coefficient says more of chance than of a test

_Array = NDArray[np.float64]


@dataclass(frozen=True)
class Coefficient:
    """A number, or None and the reason why there is none."""

    value: float | None
    reason: str = ""


@dataclass(frozen=True)
class ItemResult:
    """One test: which share passed, and how it goes with the points of the others."""

    item: Item
    passed: float
    discrimination: Coefficient
    advice: str


@dataclass(frozen=True)
class ItemAnalysis:
    """All tests of a topic. `count` submissions hold every one of them."""

    results: tuple[ItemResult, ...]
    alpha: Coefficient
    count: int

    @property
    def suspects(self) -> tuple[ItemResult, ...]:
        """The tests that are worth a look."""
        return tuple(result for result in self.results if result.advice)


def analyse(works: Sequence[GradedWork]) -> ItemAnalysis:
    """Analyse the tests that most graded submissions hold; those without all of them count for none."""
    holders = Counter(item for work in works for item in work.shares)
    items = [item for item, count in holders.items() if 2 * count > len(works)]
    whole = [work for work in works if work.shares.keys() >= set(items)]
    if not items or not whole:
        return ItemAnalysis((), Coefficient(None, "no tests"), len(whole))
    shares = np.array([[work.shares[item] for item in items] for work in whole])
    scores = shares * np.array([item.points for item in items])
    results = (_result(item, shares[:, at], scores, at) for at, item in enumerate(items))
    counted = scores[:, [item.points > 0 for item in items]]
    return ItemAnalysis(tuple(results), cronbach_alpha(counted), len(whole))


def point_biserial(passed: _Array, rest: _Array) -> Coefficient:
    """Return the correlation of an item, (n,), with the rest score, (n,): the total without that item.

    It is Pearson's r; for items of 0 and 1 it has this name (Lord and Novick 1968, 15.3).
    """
    if len(passed) < 2:
        return Coefficient(None, "fewer than two submissions")
    if np.ptp(passed) == 0:
        return Coefficient(None, {0.0: "nobody passed", 1.0: "all passed"}.get(float(passed[0]), "all alike"))
    if np.ptp(rest) == 0:
        return Coefficient(None, "all have the same points otherwise")
    return Coefficient(float(np.corrcoef(passed, rest)[0, 1]))


def cronbach_alpha(scores: _Array) -> Coefficient:
    """Return α = k/(k−1)·(1 − Σ item variances / variance of the totals); scores: (n, k) (Cronbach 1951)."""
    count, items = scores.shape
    if items < 2:
        return Coefficient(None, "fewer than two tests with points")
    if count < 2:
        return Coefficient(None, "fewer than two submissions")
    total = scores.sum(axis=1).var(ddof=1)
    if np.isclose(total, 0):
        return Coefficient(None, "all have the same points")
    return Coefficient(float(items / (items - 1) * (1 - scores.var(axis=0, ddof=1).sum() / total)))


def _result(item: Item, shares: _Array, scores: _Array, at: int) -> ItemResult:
    rest = scores.sum(axis=1) - scores[:, at]
    discrimination = point_biserial(shares, rest)
    advice = _advice(discrimination.value, len(shares))
    return ItemResult(item, float(shares.mean()), discrimination, advice)


def _advice(value: float | None, count: int) -> str:
    if value is None or value >= LOW or count < FEW:
        return ""
    return "the stronger fail it more often" if value < 0 else "hardly tells strong from weak"
