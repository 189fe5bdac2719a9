"""All pairs of a class at once: what two share that few others have."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from course.likeness.tokens import Run, lines_in, public_names, runs_of

FEWEST = 5  # submissions; among fewer nothing tells what is common
UNUSUAL = 40.0  # the least weight of what a pair shares: 47 tokens in a row that nobody else has
SHARE = 0.6  # the least share of that in what either has

_Sources = Mapping[str, str]
_Runs = Mapping[str, frozenset[Run]]


@dataclass(frozen=True)
class Pair:
    """Two students whose answers are alike. `unusual`: the weight of the runs that both have."""

    first: str
    second: str
    share: float
    unusual: float
    functions: tuple[str, ...]


def alike(submissions: Mapping[str, _Sources], given: Sequence[str], known: Iterable[str]) -> list[Pair]:
    """Return the pairs worth a look, the most alike first; none among fewer than `FEWEST` submissions.

    `submissions`: each student's answers, by function. `given`: code that everybody got. `known`: right
    answers that people come to by themselves; what stands in one is no sign of anything.
    """
    lines, names = lines_in(given), public_names(given)
    usual = frozenset(chain.from_iterable(runs_of(source, lines, names) for source in known))

    @cache  # many answers are the same, letter by letter: the stub, or what can only be written in one way
    def own_runs(source: str) -> frozenset[Run]:
        return runs_of(source, lines, names) - usual

    class_runs = {
        student: {name: own_runs(source) for name, source in answers.items()}
        for student, answers in submissions.items()
    }
    written = {student: runs for student, runs in class_runs.items() if any(runs.values())}
    if len(written) < FEWEST:
        return []
    return sorted(_pairs(written), key=lambda pair: (-pair.unusual, pair.first, pair.second))


def _pairs(written: Mapping[str, _Runs]) -> Iterable[Pair]:
    students = list(written)
    sets = [frozenset[Run]().union(*runs.values()) for runs in written.values()]
    shared, either = _weights(sets)
    share = np.divide(shared, either, out=np.zeros_like(shared), where=either > 0)
    for a, b in np.argwhere(np.triu((shared >= UNUSUAL) & (share >= SHARE), 1)).tolist():
        both = sets[a] & sets[b]
        functions = tuple(name for name, runs in written[students[a]].items() if runs & both)
        yield Pair(students[a], students[b], float(share[a, b]), float(shared[a, b]), functions)


def _weights(sets: Sequence[frozenset[Run]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return for each pair of n the weight of what both have, and of what either has: (n, n) each.

    A run that d of n have weighs log(n/2d) / log(n/4): 1 where only two have it, 0 where half of them do.
    """
    count = len(sets)
    holders = Counter(chain.from_iterable(sets))
    weight = {run: _weight(number, count) for run, number in holders.items()}
    column = {run: at for at, run in enumerate(run for run, w in weight.items() if w and holders[run] > 1)}
    has = np.zeros((count, len(column)), dtype=np.float32)
    for row, runs in enumerate(sets):
        has[row, [column[run] for run in runs if run in column]] = 1
    both = (has * np.array([weight[run] for run in column], dtype=np.float32)) @ has.T
    shared = np.round(both.astype(float), 3)
    own = np.round([sum(weight[run] for run in runs) for runs in sets], 3)
    return shared, own[:, None] + own[None, :] - shared


def _weight(number: int, count: int) -> float:
    return float(np.clip(np.log(count / (2 * number)) / np.log(count / 4), 0, 1))
