"""Gradient descent on two mountains: one valley, where the step decides; two, where the start does."""

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.lab.data import penguins
from course.lab.pictures.controls import Slider
from course.lab.pictures.pointing import Pointing
from course.lab.pictures.stage import ORANGE, VERMILION, new_figure, stage

_EDGE = 2.0
_TICKS = (-2, -1, 0, 1, 2)
_RATE_RIGHT = 0.1
_PIXELS = 420
_LEVELS = (0.0, 0.02, 0.08, 0.2, 0.48, 1.0, 2.0, 3.5, 5.5, 8.5, 12.5)  # the pass on the right: 0.5
_LOW, _HIGH = np.array([0.58, 0.72, 0.86]), np.array([0.97, 0.98, 0.99])


def fog_walk(gradient_descent: Callable[..., Any], gradient_step: Callable[..., Any]) -> None:
    """Show walks from one start on two loss surfaces, by your `gradient_descent` and `gradient_step`."""

    def draw(multiple: float, steps: int, start_1: float, start_2: float) -> Figure:
        start = np.array([start_1, start_2])
        X, y, limit, _ = _birds()
        left = gradient_descent(X.copy(), y.copy(), start.copy(), multiple * limit, steps)
        right = [start]
        while len(right) <= steps:
            right.append(_place(gradient_step(right[-1].copy(), _slope(right[-1]), _RATE_RIGHT)))
        return _draw(_path(left, steps), np.array(right), multiple)

    stage(
        gradient_descent if _is_written(gradient_step) else gradient_step,
        draw,
        {
            "multiple": Slider("rate, in 2/s²", 0.1, 1.3, 0.8, 0.1),
            "steps": Slider("steps", 0, 40, 25),
            "start_1": Slider("start w₁", -_EDGE, _EDGE, -0.8, 0.1),
            "start_2": Slider("start w₂", -_EDGE, _EDGE, 1.0, 0.1),
        },
        "Two maps of a loss, darker where it is lower, with a walk on each from the same start. Left: one "
        "long valley; the walk hops across it and comes to its bottom, or leaves the map where the learning "
        "rate is too high. Right: two curved valleys; the start decides in which of them the walk ends.",
        Pointing("start_1", "start_2", axes=(0, 1)),
    )


@cache
def _birds() -> tuple[Any, Any, float, Any]:
    """Return X and y of the penguins, the rate that is the limit, and the bottom."""
    birds = penguins()
    flipper = (birds["flipper_length_mm"] - 190) / 10
    X, y = np.column_stack([flipper, np.ones(len(flipper))]), birds["body_mass_g"] / 1000 - 4
    return X, y, 2 / float(np.linalg.norm(X, 2)) ** 2, np.linalg.lstsq(X, y, rcond=None)[0]


@cache
def _background() -> Any:
    """Return the pixels of all that no slider changes: drawn once, as it takes most of the time."""
    X, _, _, bottom = _birds()
    line = (np.arange(_PIXELS) + 0.5) / _PIXELS * 2 * _EDGE - _EDGE
    w_1, w_2 = np.meshgrid(line, line)
    away = np.stack([w_1 - bottom[0], w_2 - bottom[1]])
    left = np.einsum("mij,mp,pij->ij", away, X.T @ X, away) / 2
    figure, one, two = _two_axes()
    for axes, heights in ((one, left / 400), (two, (w_1 * w_2 - 1) ** 2 / 2)):
        axes.imshow(_coloured(heights), origin="lower", extent=(-_EDGE, _EDGE, -_EDGE, _EDGE))
        axes.set(xticks=_TICKS, yticks=_TICKS)
        axes.tick_params(labelsize=8, length=2)
    one.plot(*bottom, "+", color="black", markersize=11, markeredgewidth=1.6)
    for sign in (-1, 1):
        valley = sign * np.linspace(1 / _EDGE, _EDGE, 40)
        two.plot(valley, 1 / valley, color="black", linewidth=1, linestyle=(0, (2, 2)))
    one.set_xlabel("slope w₁", fontsize=9, labelpad=2)
    one.set_ylabel("bias w₂", fontsize=9, labelpad=0)
    two.set_xlabel("w₁", fontsize=9, labelpad=2)
    two.set_ylabel("w₂", fontsize=9, labelpad=0)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="rgba")
    return np.frombuffer(buffer.getvalue(), np.uint8).reshape(
        int(figure.bbox.height), int(figure.bbox.width), 4
    )


def _two_axes() -> tuple[Figure, Axes, Axes]:
    width, height, side = 7.2, 4.1, 2.94
    figure = new_figure(width, height)
    boxes = [(left / width, 0.92 / height, side / width, side / height) for left in (0.5, 4.08)]
    one, two = (figure.add_axes(box, xlim=(-_EDGE, _EDGE), ylim=(-_EDGE, _EDGE)) for box in boxes)
    return figure, one, two


def _coloured(heights: Any) -> Any:
    """Colour the heights band by band, with a white line where two bands meet."""
    band = np.digitize(heights, _LEVELS)
    image = _LOW + (_HIGH - _LOW) * (band[..., None] / len(_LEVELS))
    meets = np.zeros(band.shape, dtype=bool)
    meets[1:] |= band[1:] != band[:-1]
    meets[:, 1:] |= band[:, 1:] != band[:, :-1]
    image[meets] = 1.0
    return (255 * image).astype(np.uint8)


def _loss(w: Any) -> float:
    X, y, _, _ = _birds()
    return float(np.sum((X @ w - y) ** 2) / 2)


def _loss_right(w: Any) -> float:
    return float((w[0] * w[1] - 1) ** 2 / 2)


def _slope(w: Any) -> Any:
    """Return the gradient of ½(w₁·w₂ − 1)²."""
    return (w[0] * w[1] - 1) * w[::-1]


def _is_written(gradient_step: Callable[..., Any]) -> bool:
    try:
        gradient_step(np.zeros(2), np.zeros(2), 0.0)
    except NotImplementedError:
        return False
    except Exception:
        return True
    return True


def _path(result: Any, steps: int) -> Any:
    path = np.asarray(result, dtype=float)
    if path.shape != (steps + 1, 2):
        raise ValueError(f"its shape is {path.shape}, not {(steps + 1, 2)}")
    return path


def _place(result: Any) -> Any:
    place = np.asarray(result, dtype=float)
    if place.shape != (2,):
        raise ValueError(f"gradient_step gave the shape {place.shape}, not (2,)")
    return place


def _draw(left: Any, right: Any, multiple: float) -> Figure:
    figure, one, two = _two_axes()
    figure.figimage(_background(), zorder=-1)
    lowest = _number(_loss(_birds()[3]))
    for axes, path, title, loss, bottom in (
        (one, left, f"one valley, α = {multiple:.1f} · 2/s²", _loss, f"at the bottom it is {lowest}"),
        (two, right, f"two valleys, α = {_RATE_RIGHT}", _loss_right, "at the bottom of each valley it is 0"),
    ):
        axes.set_axis_off()
        said = _walk(axes, path) or bottom
        height = f"loss after {len(path) - 1} steps: {_number(loss(path[-1]))}"
        axes.text(0.5, 1.03, title, transform=axes.transAxes, fontsize=10, ha="center")
        below = f"{height}\n{said}"
        axes.text(0.5, -0.15, below, transform=axes.transAxes, fontsize=9, ha="center", va="top")
    return figure


def _number(value: float) -> str:
    return f"{value:.3f}" if value < 10 else f"{value:.1f}" if value < 1e5 else f"{value:.1e}"


def _walk(axes: Axes, path: Any) -> str:
    """Draw a walk up to its first place off the map, and return a sentence if there is one."""
    off = np.flatnonzero(~(np.abs(path) <= _EDGE).all(axis=1))
    gone = len(off) > 0
    shown = path[: off[0]] if gone else path
    axes.plot(*shown.T, "-o", color=VERMILION, markersize=3.5, linewidth=1.3)
    if gone and len(shown):
        beyond = np.nan_to_num(path[off[0]] - shown[-1], posinf=1e9, neginf=-1e9)
        end = shown[-1] + beyond * min(1.0, 20 / max(float(np.abs(beyond).max()), 1e-9))
        axes.plot(*np.array([shown[-1], end]).T, "--", color=VERMILION, linewidth=1.3)
    axes.plot(*path[0], "s", color="white", markeredgecolor="black", markersize=8, clip_on=False, zorder=4)
    if gone:
        return f"the walk left the map at step {off[0]}"
    axes.plot(*path[-1], "o", color=ORANGE, markeredgecolor="black", markersize=8, clip_on=False, zorder=5)
    return ""
