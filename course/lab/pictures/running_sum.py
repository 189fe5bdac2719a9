"""The sum Σ xᵢ, one term at a time."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from course.lab.pictures.controls import Slider
from course.lab.pictures.stage import BLUE, GREY, ORANGE, new_figure, stage

_X = (3.0, 1.0, -2.0, 4.0, 1.5, -0.5)


def running_sum(total: Callable[[Any], float], x: Sequence[float] = _X) -> None:
    """Show the terms of Σ xᵢ and the sum so far, by your `total`; the slider adds terms."""
    values = np.array(x, dtype=float)

    def draw(terms: int) -> Figure:
        return _draw(total, values, terms)

    stage(
        total,
        draw,
        {"terms": Slider("terms added", 0, len(values), max(0, len(values) - 2))},
        f"Left: the {len(values)} terms as bars. Right: the sum after each term.",
    )


def _draw(total: Callable[[Any], float], x: Any, terms: int) -> Figure:
    figure = new_figure(7.2, 2.9)
    left, right = figure.subplots(1, 2)
    places = np.arange(1, len(x) + 1)
    added = places <= terms
    left.bar(places[added], x[added], color=BLUE, label="added")
    left.bar(places[~added], x[~added], facecolor="white", edgecolor=GREY, hatch="//", label="not yet")
    left.set(title="the terms $x_i$", xlabel="i", xticks=places)
    left.legend(fontsize=8)
    sums = [float(total(x[:count])) for count in range(len(x) + 1)]
    right.step(range(len(sums)), sums, where="post", color=GREY, linewidth=1)
    right.plot(range(terms + 1), sums[: terms + 1], "o", color=BLUE)
    right.plot(terms, sums[terms], "o", color=ORANGE, markersize=11)
    right.annotate(f"{sums[terms]:g}", (terms, sums[terms]), (0, 9), textcoords="offset points", ha="center")
    right.set(title=f"your total of the first {terms}", xlabel="terms added", xticks=range(len(sums)))
    for axes in (left, right):
        axes.axhline(0, color="black", linewidth=0.8)
        axes.spines[["top", "right"]].set_visible(False)
        axes.margins(y=0.2)
    return figure
