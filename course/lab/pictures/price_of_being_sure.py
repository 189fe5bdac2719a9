"""The sigmoid and what binary cross-entropy charges: at one score, from probabilities and from scores."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.lab.pictures.controls import Slider
from course.lab.pictures.stage import BLUE, GREEN, GREY, ORANGE, VERMILION, new_figure, stage

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
        "answer y. Right: the charges for y = 1 and y = 0 by score, a point at z with a line whose slope "
        "is the gap, and the charge through clipped probabilities, which stays level far out.",
    )


def _works(function: Callable[..., Any], args: tuple[Any, ...]) -> bool:
    """Whether a function gives a number: if not, it is the one that the reader is told of."""
    try:
        np.asarray(function(*args), dtype=float)
    except Exception:
        return False
    return True


def _draw(sigmoid: Callable[[Any], Any], losses: Losses, z: float, y: float) -> Figure:
    figure = new_figure(7.2, 3.2)
    figure.subplots_adjust(left=0.09, right=0.985, top=0.84, bottom=0.15, wspace=0.19)
    left, right = figure.subplots(1, 2)
    farthest = max(_NEAR, 1.12 * abs(z))
    scores = np.linspace(-farthest, farthest, 81)
    curve = np.asarray(sigmoid(scores), dtype=float).reshape(scores.shape)
    p = float(np.asarray(sigmoid(np.array([z])), dtype=float).reshape(()))
    _probability(left, scores, curve, z, p, y)
    _price(right, scores, curve, losses, z, p, y)
    between = next(step for step in (4, 5, 10, 20) if farthest <= 2 * step or step == 20)
    ticks = np.arange(-int(farthest // between), int(farthest // between) + 1) * between
    right.set(yticks=ticks[ticks >= 0])
    for axes in (left, right):
        axes.set(xlim=(-farthest, farthest), xlabel="score z", xticks=ticks)
        axes.spines[["top", "right"]].set_visible(False)
    return figure


def _probability(axes: Axes, scores: Any, curve: Any, z: float, p: float, y: float) -> None:
    axes.plot(scores, curve, color=GREY, linewidth=1.5)
    axes.axhline(y, color="black", linewidth=0.8, linestyle=":")
    axes.plot([z, z], [y, p], color=GREEN, linewidth=4, solid_capstyle="butt")
    axes.plot(z, p, "o", color=VERMILION, markersize=9)
    axes.plot(z, y, "s", color="black", markersize=6)
    axes.set(ylim=(-0.08, 1.08), yticks=(0, 0.5, 1), ylabel="probability of a yes")
    axes.set_title(
        f"your sigmoid({_in_words(z)}) = {_in_words(p)}\ngap p − y = {_in_words(p - y)}", fontsize=10
    )


def _price(axes: Axes, scores: Any, curve: Any, losses: Losses, z: float, p: float, y: float) -> None:
    from_p, from_z = losses
    farthest = scores[-1]
    through = [_charge(from_p, y, probability) for probability in curve]
    axes.plot(scores, through, color=GREY, linewidth=8, alpha=0.35)
    for answer, colour, dashes, side in ((1.0, BLUE, "solid", "left"), (0.0, ORANGE, "dashed", "right")):
        chosen = answer == y
        charges = [_charge(from_z, answer, score) for score in scores]
        axes.plot(scores, charges, color=colour, linestyle=dashes, linewidth=2.4 if chosen else 1.2)
        place = (0.58 if side == "right" else -0.58) * farthest
        weight = "bold" if chosen else "normal"
        away = "left" if side == "right" else "right"
        axes.text(place, 0.42 * farthest, f"y = {answer:g}", ha=away, va="top", weight=weight)
    whole, through_p = _charge(from_z, y, z), _charge(from_p, y, p)
    reach = 0.3 * farthest
    axes.plot([z - reach, z + reach], whole + (p - y) * np.array([-reach, reach]), color=GREEN, linewidth=2)
    axes.plot(z, through_p, "s", color="black", markersize=6)
    axes.plot(z, whole, "o", color=VERMILION, markersize=9)
    axes.set(ylim=(-0.1 * farthest, 1.1 * farthest), ylabel="charge")
    axes.text(0, farthest, "broad grey: through p\ngreen: slope p − y", ha="center", va="top", fontsize=8)
    axes.set_title(
        f"from z it costs {_in_words(whole)}\nthrough p it costs {_in_words(through_p)}", fontsize=10
    )


def _in_words(value: float) -> str:
    """Return four digits, or more where these would make a 1 of what is only close to it."""
    texts = (f"{value:.{digits}g}" for digits in range(4, 18))
    text = next(text for text in texts if abs(float(text)) != 1 or abs(value) == 1)
    return text.replace("-", "−")


def _charge(loss: Callable[[Any, Any], Any], y: float, value: float) -> float:
    """What one example costs by one of the losses."""
    return float(np.asarray(loss(np.array([y]), np.array([value])), dtype=float).reshape(()))
