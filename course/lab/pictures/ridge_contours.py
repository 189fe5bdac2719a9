"""The ridge path among the contours that explain it, and the same path over λ."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.lab.pictures.stage import BLUE, GREY, ORANGE, VERMILION, Slider, new_figure, stage

_EXAMPLES = 20
_MADE_BY = np.array([2.0, 1.0])
_LAMS = np.append(0.0, np.geomspace(1e-3, 1e5, 90))
_SHOWN = (1e-2, 1e3)
_TURN = np.linspace(0, 2 * np.pi, 181)
_CIRCLE = np.array([np.cos(_TURN), np.sin(_TURN)])
_LOSSES = np.array([1.0, 4.0, 9.0, 16.0, 25.0])


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
        "Left: ellipses of equal squared loss in the plane of the weights w1 and w2, a dashed circle around 0, "
        "the path from the centre of the ellipses to 0, and a dot where ellipse and circle touch. "
        "Right: both weights over λ, with a line at the chosen λ.",
    )


def _examples(correlation: float) -> tuple[Any, Any]:
    """Make two features with exactly this correlation, and targets with the same noise each time."""
    rng = np.random.default_rng(11)
    basis = np.linalg.qr(rng.normal(size=(_EXAMPLES, 3)))[0] * np.sqrt(_EXAMPLES)
    first, other, rest = basis.T
    X = np.column_stack([first, correlation * first + np.sqrt(1 - correlation**2) * other])
    return X, X @ _MADE_BY + 0.1 * first + 0.45 * other + 0.5 * rest


def _draw(X: Any, y: Any, path: Any, lam: float) -> Figure:
    figure = new_figure(7.2, 3.6)
    figure.subplots_adjust(left=0.07, right=0.98, top=0.9, bottom=0.25, wspace=0.2)
    plane, over = figure.subplots(1, 2)
    _plane(plane, X, y, path)
    _over(over, path, lam)
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
    fitted = np.linalg.lstsq(X, y, rcond=None)[0]
    _, s, directions = np.linalg.svd(X, full_matrices=False)
    ellipse = directions.T @ (_CIRCLE / s[:, None])
    w = path[-1]
    here = np.hypot(*(X @ (w - fitted)))
    for loss in _LOSSES:
        axes.plot(*(fitted[:, None] + np.sqrt(2 * loss) * ellipse), color="#C9CED4", linewidth=0.8)
    axes.plot(*(fitted[:, None] + here * ellipse), color=BLUE, linewidth=1.5, label="equal loss")
    axes.plot(
        *(np.hypot(*w) * _CIRCLE), color=ORANGE, linewidth=1.5, linestyle="--", label="equal penalty"
    )
    axes.plot(path[:-1, 0], path[:-1, 1], color="black", linewidth=1.2, label="your path")
    axes.plot(*fitted, "+", color="black", markersize=9)
    axes.plot(*_MADE_BY, "*", color="black", markersize=9)
    axes.plot(*w, "o", color=VERMILION, markersize=8)
    axes.axhline(0, color=GREY, linewidth=0.6)
    axes.axvline(0, color=GREY, linewidth=0.6)
    axes.set(xlim=(-3, 5), ylim=(-1.6, 5), aspect="equal", title="the plane of the weights")
    axes.set(xlabel="$w_1$", ylabel="$w_2$")
    axes.legend(fontsize=7, loc="lower left", framealpha=1)


def _over(axes: Axes, path: Any, lam: float) -> None:
    curves = path[:-1]
    for m, (colour, style) in enumerate(((BLUE, "-"), (ORANGE, "--"))):
        axes.plot(_LAMS[1:], curves[1:, m], color=colour, linestyle=style, label=f"$w_{m + 1}$")
        axes.plot(lam, path[-1, m], "o", color=VERMILION, markersize=6)
    axes.axvline(lam, color=VERMILION, linewidth=1)
    axes.axhline(0, color=GREY, linewidth=0.6)
    axes.set(xscale="log", xlim=_SHOWN, ylim=(-3, 5), title="the same path over λ", xlabel="λ")
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(fontsize=8, loc="upper right")
