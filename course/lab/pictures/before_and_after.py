"""The loss of the same data on raw scales and standardized, and gradient descent's walk on both."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.lab.pictures.controls import Slider
from course.lab.pictures.stage import BLUE, GREEN, GREY, ORANGE, VERMILION, new_figure, stage

_N = 50
_MEANS = np.array([5.0, 3.0])
_WEIGHTS = np.array([1.6, 0.6])
_NEAR = 0.01
_MOST = 10**6


def before_and_after(standardize_split: Callable[[Any, Any], Any]) -> None:
    """Show the loss and the walk of gradient descent before and after your `standardize_split`."""
    u, v, noise = _independent_columns()

    def draw(ratio: float, correlation: float, steps: int) -> Figure:
        second = correlation * u + np.sqrt(1 - correlation**2) * v
        y = _WEIGHTS[0] * u + _WEIGHTS[1] * second + noise
        X = (np.column_stack([u, second]) + _MEANS) * [1.0, ratio]
        after = np.asarray(standardize_split(X.copy(), X[:1].copy())[0], dtype=float)
        if after.shape != X.shape or not np.all(np.isfinite(after)) or not after.any():
            raise ValueError(f"numbers of shape {X.shape} are needed, not all 0")
        return _draw(X - X.mean(axis=0), after, y, int(steps))

    stage(
        standardize_split,
        draw,
        {
            "ratio": Slider("scale ratio", 0, 1.5, 5, 0.05, log=True),
            "correlation": Slider("correlation", 0, 0.9, 0, 0.1),
            "steps": Slider("steps", 0, 60, 6),
        },
        "Two maps of the loss over the two weights, with contour lines, the walk of gradient descent and the "
        "region within 1 % of the minimum. Left, on raw scales, the valley is long and narrow; right, after "
        "standardization, it is rounder and the walk shorter. The titles say how many steps each walk needs.",
    )


def _independent_columns() -> tuple[Any, Any, Any]:
    """Return three columns with mean 0 and standard deviation 1, no two of them correlated."""
    numbers = np.random.default_rng(6).normal(size=(_N, 3))
    columns = np.linalg.qr(numbers - numbers.mean(axis=0))[0] * np.sqrt(_N)
    return columns[:, 0], columns[:, 1], columns[:, 2]


def _draw(before: Any, after: Any, y: Any, steps: int) -> Figure:
    figure = new_figure(7.2, 3.75)
    figure.subplots_adjust(left=0.075, right=0.99, top=0.91, bottom=0.125, wspace=0.14)
    left, right = figure.subplots(1, 2)
    _side(left, before, y, steps, "raw scales")
    _side(right, after, y, steps, "standardized")
    left.set_ylabel("weight of feature 2", fontsize=9)
    right.tick_params(labelleft=False)
    left.legend(loc="lower left", fontsize=7, framealpha=1)
    return figure


def _side(axes: Axes, X: Any, y: Any, steps: int, name: str) -> None:
    curvature, directions = np.linalg.eigh(X.T @ X)
    curvature = np.maximum(curvature, 1e-12 * curvature[-1])
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    start = -directions.T @ best
    factor = 1 - curvature / curvature[-1]
    enough = _NEAR * float(np.sum((X @ best - y) ** 2)) / 2
    # ellipses of one height above the minimum: the region within 1 %, then each four times as high
    rings = [best + ring @ directions.T for ring in _ellipses(curvature, enough * 4.0 ** np.arange(9))]
    axes.fill(*rings[0].T, facecolor=GREEN, alpha=0.4, edgecolor=GREEN, hatch="//", label="within 1 %")
    axes.add_collection(LineCollection(rings[1:], colors=GREY, linewidths=0.7, zorder=1))
    walk = best + (start * factor ** np.arange(steps + 1)[:, None]) @ directions.T
    axes.plot(*walk[0], "s", color=VERMILION, markersize=7, label="start")
    axes.plot(*walk.T, "-o", color=BLUE, markersize=3, linewidth=1.2, label="the walk")
    axes.plot(*walk[-1], "o", color=ORANGE, markeredgecolor="black", markersize=8, label=f"after {steps}")
    axes.plot(*best, "+", color="black", markersize=10, markeredgewidth=1.8, label="minimum")
    axes.set(xlim=(-0.6, 3.0), ylim=(-1.35, 2.25), aspect="equal")
    axes.set(xticks=range(4), yticks=range(-1, 3))
    axes.set_xlabel("weight of feature 1", fontsize=9)
    axes.tick_params(labelsize=8)
    axes.set_title(f"{name}: within 1 % {_in_words(curvature, start, factor, enough)}", fontsize=10)
    _cloud(axes, X - X.mean(axis=0))


def _ellipses(curvature: Any, levels: Any) -> Any:
    """Return a curve for each level: there the loss is so much above its minimum. In the bowl's own axes."""
    angle = np.linspace(0, 2 * np.pi, 121)
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    return circle * np.sqrt(2 * levels[:, None, None] / curvature)


def _in_words(curvature: Any, start: Any, factor: Any, enough: float) -> str:
    """Say after how many steps no more than `enough` loss is left above the minimum."""

    def excess(steps: int) -> float:
        return float(np.sum(curvature * (start * factor**steps) ** 2)) / 2

    few, many = -1, 1
    while excess(many) > enough:
        if many > _MOST:
            return f"after more than {_MOST:,} steps"
        few, many = many, 2 * many
    while many - few > 1:
        middle = (few + many) // 2
        few, many = (middle, many) if excess(middle) > enough else (few, middle)
    return f"after {many:,} step{'s' * (many != 1)}"


def _cloud(axes: Axes, X: Any) -> None:
    """Show the data in the corner: a frame in the plot itself, as further axes would take longer to draw."""
    middle, half = np.array([2.55, 1.8]), 0.38
    axes.add_patch(Rectangle((2.13, 1.23), 0.84, 0.99, facecolor="white", edgecolor="black", zorder=4))
    axes.plot(*(middle + X * half / np.abs(X).max()).T, ".", color="black", markersize=1.5, zorder=5)
    axes.text(2.55, 1.27, "the data", ha="center", fontsize=7, zorder=5)
