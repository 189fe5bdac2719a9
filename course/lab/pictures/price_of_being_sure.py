"""The sigmoid and what binary cross-entropy charges: at one score, from probabilities and from scores."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.lab.pictures.stage import BLUE, GREEN, GREY, ORANGE, VERMILION, Slider, new_figure, stage

_FARTHEST = 40.0
_NEAR = 8.0  # up to here the window stays as it is

Losses = tuple[Callable[[Any, Any], Any], Callable[[Any, Any], Any]]


def price_of_being_sure(
    sigmoid: Callable[[Any], Any],
    binary_cross_entropy: Callable[[Any, Any], Any],
    bce_with_logits: Callable[[Any, Any], Any],
) -> None:
    """Show σ(z) by your `sigmoid`, and the price of one answer by your two losses; move the score z."""

    def draw(z: float, y: int) -> Figure:
        return _draw(sigmoid, (binary_cross_entropy, bce_with_logits), z, float(y))

    one = np.array([0.5])
    calls = ((sigmoid, (one,)), (binary_cross_entropy, (one, one)), (bce_with_logits, (one, one)))
    stage(
        next((function for function, args in calls if not _works(function, args)), sigmoid),
        draw,
        {
            "z": Slider("score z", -_FARTHEST, _FARTHEST, 3, 0.5),
            "y": Slider("true answer y", 0, 1, 0),
        },
        "Left: the sigmoid with a point at the score z, and the gap between its probability p and the true "
        "answer y. Right: the charge for y = 1 and for y = 0 by score, a point at z with a line whose slope is "
        "the gap, and the charge through clipped probabilities, which stays level far out.",
    )


def _works(function: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    """Whether a function gives a number: if not, it is the one that the reader is told of."""
    try:
        np.asarray(function(*args), dtype=float)
    except Exception:
        return False
    return True


def _draw(sigmoid: Callable[[Any], Any], losses: Losses, z: float, y: float) -> Figure:
    figure = new_figure(7.2, 3.3)
    figure.subplots_adjust(left=0.075, right=0.985, top=0.84, bottom=0.15, wspace=0.2)
    left, right = figure.subplots(1, 2)
    farthest = max(_NEAR, 1.12 * abs(z))
    scores = np.linspace(-farthest, farthest, 113)
    curve = np.asarray(sigmoid(scores), dtype=float).reshape(scores.shape)
    p = float(np.asarray(sigmoid(np.array([z])), dtype=float).reshape(()))
    _probability(left, scores, curve, z, p, y)
    _price(right, scores, curve, losses, z, p, y)
    for axes in (left, right):
        axes.set(xlim=(-farthest, farthest), xlabel="score z")
        axes.spines[["top", "right"]].set_visible(False)
    return figure


def _probability(axes: Axes, scores: Any, curve: Any, z: float, p: float, y: float) -> None:
    axes.plot(scores, curve, color=GREY, linewidth=1.5)
    axes.axhline(y, color="black", linewidth=0.8, linestyle=":")
    axes.plot([z, z], [y, p], color=GREEN, linewidth=4, alpha=0.55, solid_capstyle="butt")
    axes.plot(z, p, "o", color=VERMILION, markersize=9)
    axes.plot(z, y, "s", color="black", markersize=6)
    axes.set(ylim=(-0.08, 1.08), yticks=(0, 0.25, 0.5, 0.75, 1), ylabel="probability of a yes")
    axes.set_title(f"your sigmoid({z:g}) = {p:.4g}\np − y = {p - y:.4g}", fontsize=10)


def _price(axes: Axes, scores: Any, curve: Any, losses: Losses, z: float, p: float, y: float) -> None:
    from_p, from_z = losses
    for answer, colour, shape in ((1.0, BLUE, "solid"), (0.0, ORANGE, "dashed")):
        charges = [_charge(from_z, answer, score) for score in scores]
        width = 2.6 if answer == y else 1.2
        axes.plot(
            scores, charges, color=colour, linestyle=shape, linewidth=width, label=f"y = {answer:g}, from z"
        )
    clipped = [_charge(from_p, y, probability) for probability in curve]
    axes.plot(scores, clipped, color="black", linestyle=":", linewidth=1.8, label=f"y = {y:g}, through p")
    whole, through_p = _charge(from_z, y, z), _charge(from_p, y, p)
    reach = 0.22 * (scores[-1] - scores[0])
    axes.plot([z - reach, z + reach], whole + (p - y) * np.array([-reach, reach]), color=GREEN, linewidth=2)
    axes.plot(z, through_p, "s", color="black", markersize=7)
    axes.plot(z, whole, "o", color=VERMILION, markersize=9)
    top = 1.12 * scores[-1]
    axes.set(ylim=(-0.06 * top, top), ylabel="charge")
    axes.set_title(f"from z it costs {whole:.4g}\nthrough p it costs {through_p:.4g}", fontsize=10)
    axes.legend(fontsize=7.5, loc="upper center", framealpha=0.9)


def _charge(loss: Callable[[Any, Any], Any], y: float, value: float) -> float:
    """What one example costs by one of the losses."""
    return float(np.asarray(loss(np.array([y]), np.array([value])), dtype=float).reshape(()))
