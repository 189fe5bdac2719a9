"""How shares of the points are spread over a class."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

_BINS = 10


@dataclass(frozen=True)
class Bar:
    """One bar of a chart. `note` says more than the count where there is more to say."""

    label: str
    count: int
    note: str = ""


@dataclass(frozen=True)
class Distribution:
    """Shares from 0 to 1: how many, their quartiles, and how many in each tenth."""

    count: int
    mean: float
    least: float
    lower: float
    median: float
    upper: float
    most: float
    bars: tuple[Bar, ...]


def distribution(shares: Sequence[float]) -> Distribution | None:
    """Return the distribution of some shares; None of none. The last tenth holds 100 % too."""
    if not shares:
        return None
    # Rounded, as 0.3 is just below three tenths; extra points given by hand are the last tenth's.
    tenths = Counter(min(int(round(_BINS * share, 6)), _BINS - 1) for share in shares)
    least, lower, median, upper, most = np.quantile(shares, [0, 0.25, 0.5, 0.75, 1]).tolist()
    bars = tuple(Bar(f"{10 * at}–{10 * at + 10}", tenths[at]) for at in range(_BINS))
    return Distribution(len(shares), float(np.mean(shares)), least, lower, median, upper, most, bars)
