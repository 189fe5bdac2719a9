"""The ridge path among the contours that explain it, and the same path over λ."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.lab.pictures.controls import Slider
from course.lab.pictures.stage import BLUE, GREY, ORANGE, VERMILION, new_figure, stage

_EXAMPLES = 20
_MADE_BY = np.array([2.0, 1.0])
_LAMS = np.append(0.0, np.geomspace(1e-3, 1e5, 90))
_SHOWN = (1e-2, 1e3)
_WEIGHTS = (-2, 0, 2, 4)
_TICKS = (0.01, 0.1, 1.0, 10.0, 100.0, 1000.0)
_TURN = np.linspace(0, 2 * np.pi, 121)
_CIRCLE = np.array([np.cos(_TURN), np.sin(_TURN)])
_ACROSS = (1.5, 3.0, 4.5, 6.0)  # evenly spaced ellipses: the loss grows with the square


def ridge_contours(shrinkage_path: Callable[[Any, Any, Any], Any]) -> None:
    """Show the path by your `shrinkage_path` in the plane of two weights, and each weight over λ."""

    def draw(lam: float, correlation: int) -> Figure:
        X, y = _examples(correlation / 100)
        path = np.asarray(shrinkage_path(X.copy(), y.copy(), np.append(_LAMS, lam)))
        return _draw(X, y, path, lam)

    stage(
        shrinkage_path,
        draw,
        {
            "lam": Slider("λ", -2, 3, 1, 0.05, log=True),
            "correlation": Slider("correlation, %", 0, 99, 95),
        },
        "Left: ellipses of equal squared loss in the plane of the weights w1 and w2, a dashed circle around "
        "0, the path from the centre of the ellipses to 0, and a dot where ellipse and circle touch. "
        "Right: both weights over λ, with a line at the chosen λ.",
    )


def _examples(correlation: float) -> tuple[Any, Any]:
    """Make two features with exactly this correlation, and targets with the same noise each time."""
    rng = np.random.default_rng(11)
    start = np.column_stack([np.ones(_EXAMPLES), rng.normal(size=(_EXAMPLES, 3))])
    _, first, other, rest = np.linalg.qr(start)[0].T * np.sqrt(_EXAMPLES)
    X = np.column_stack([first, correlation * first + np.sqrt(1 - correlation**2) * other])
    return X, X @ _MADE_BY + 0.1 * first + 0.45 * other + 0.5 * rest


def _draw(X: Any, y: Any, path: Any, lam: float) -> Figure:
    figure = new_figure(7.2, 3.8)
    figure.subplots_adjust(left=0.075, right=0.96, top=0.92, bottom=0.28, wspace=0.18)
    plane, over = figure.subplots(1, 2)
    _plane(plane, X, y, path)
    _over(over, path, lam)
    figure.legend(
        *plane.get_legend_handles_labels(),
        ncols=5,
        fontsize=8,
        loc="lower center",
        frameon=False,
        bbox_to_anchor=(0.5, 0.07),
        columnspacing=1.4,
    )
    w = path[-1]
    figure.suptitle(
        f"λ = {lam:.2f}     w = ({w[0]:.2f}, {w[1]:.2f})     length of w  {np.hypot(*w):.2f}     "
        f"distance to the star  {np.hypot(*(w - _MADE_BY)):.2f}",
        y=0.02,
        va="bottom",
        fontsize=10,
    )
    return figure


def _plane(axes: Axes, X: Any, y: Any, path: Any) -> None:
    centre = np.linalg.lstsq(X, y, rcond=None)[0]
    _, s, directions = np.linalg.svd(X, full_matrices=False)
    ellipse = directions.T @ (_CIRCLE / s[:, None])
    w = path[-1]
    here = float(np.linalg.norm(X @ (w - centre)))
    for across in _ACROSS:
        axes.plot(*(centre[:, None] + across * ellipse), color="#C9CED4", linewidth=0.8)
    axes.plot(*(centre[:, None] + here * ellipse), color=BLUE, linewidth=1.5, label="equal loss")
    axes.plot(*(np.hypot(*w) * _CIRCLE), color=ORANGE, linewidth=1.5, linestyle="--", label="equal penalty")
    axes.plot(path[:-1, 0], path[:-1, 1], color="black", linewidth=1.2, label="your path")
    axes.plot(*centre, "+", color="black", markersize=9, linestyle="", label="least squares")
    axes.plot(*_MADE_BY, "*", color="black", markersize=9, linestyle="", label="made the targets")
    axes.plot(*w, "o", color=VERMILION, markersize=8)
    axes.axhline(0, color=GREY, linewidth=0.6)
    axes.axvline(0, color=GREY, linewidth=0.6)
    axes.set(xlim=(-4, 5.2), ylim=(-2.8, 4.8), aspect="equal", title="the plane of the weights")
    axes.set(xlabel="w₁", ylabel="w₂", xticks=_WEIGHTS, yticks=_WEIGHTS)


def _over(axes: Axes, path: Any, lam: float) -> None:
    curves = path[:-1]
    for m, (colour, style) in enumerate(((BLUE, "-"), (ORANGE, "--"))):
        axes.plot(_LAMS[1:], curves[1:, m], color=colour, linestyle=style, label=f"w{'₁₂'[m]}")
        axes.plot(lam, path[-1, m], "o", color=VERMILION, markersize=6)
    axes.axvline(lam, color=VERMILION, linewidth=1)
    axes.axhline(0, color=GREY, linewidth=0.6)
    axes.set(
        xscale="log", xlim=_SHOWN, ylim=(-2.8, 4.8), yticks=_WEIGHTS, title="the same path over λ", xlabel="λ"
    )
    axes.set_xticks(_TICKS, [f"{tick:g}" for tick in _TICKS])
    axes.minorticks_off()
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(fontsize=8, loc="upper right")
