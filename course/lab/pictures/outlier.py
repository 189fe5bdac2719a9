"""Twelve penguins, one more bird that can be moved anywhere, and what the fit makes of it."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.lab.data import penguins
from course.lab.pictures.controls import Slider
from course.lab.pictures.pointing import Pointing
from course.lab.pictures.stage import BLUE, GREY, VERMILION, new_figure, stage

_EVERY = 29
_FLIPPERS = (165.0, 300.0)
_MASSES = (0.0, 12.0)  # above 9 stands the legend


def outlier(residuals: Callable[..., Any], leverage: Callable[[Any], Any]) -> None:
    """Show a line fitted to penguins and one more bird, by your `residuals` and your `leverage`."""
    birds = penguins()
    flippers = birds["flipper_length_mm"][::_EVERY]
    masses = birds["body_mass_g"][::_EVERY] / 1000

    def draw(flipper: float, mass: float) -> Figure:
        x, y = np.append(flippers, flipper), np.append(masses, mass)
        line, without = _fit(x, y), _fit(flippers, masses)
        left_over = np.asarray(residuals(x[:, None].copy(), line[:1].copy(), float(line[1]), y.copy()))
        pull = np.asarray(leverage(np.column_stack([x, np.ones(len(x))])))
        if left_over.shape != x.shape or pull.shape != x.shape:
            raise ValueError(f"shapes {left_over.shape} and {pull.shape} came, both should be {x.shape}")
        return _draw(x, y, line, without, left_over, pull)

    stage(
        _to_be_named(residuals, leverage),
        draw,
        {
            "flipper": Slider("flipper in mm", 170, 295, 250),
            "mass": Slider("mass in kg", 0.5, 8.5, 2.5, 0.1),
        },
        "Left: body mass against flipper length of twelve penguins, dots, and of one more bird, a diamond, "
        "with the line fitted to all and, dashed, the line without the diamond. Right: each bird's residual "
        "against its leverage.",
        Pointing("flipper", "mass"),
    )


def _to_be_named(residuals: Callable[..., Any], leverage: Callable[[Any], Any]) -> Callable[..., Any]:
    """Return the function that stands in the way, if one does."""
    try:
        given = residuals(np.ones((2, 1)), np.ones(1), 0.0, np.ones(2))
    except Exception:
        return residuals
    return leverage if np.shape(given) == (2,) else residuals


def _fit(x: Any, y: Any) -> Any:
    """Return slope and bias of the least-squares line."""
    slope = (x - x.mean()) @ (y - y.mean()) / np.sum((x - x.mean()) ** 2)
    return np.array([slope, y.mean() - slope * x.mean()])


def _draw(x: Any, y: Any, line: Any, without: Any, left_over: Any, pull: Any) -> Figure:
    figure = new_figure(7.2, 3.0)
    figure.subplots_adjust(top=0.88, bottom=0.17, wspace=0.22)
    data, plane = figure.subplots(1, 2)
    ends = np.array(_FLIPPERS)
    data.plot(ends, without[0] * ends + without[1], "--", color=GREY, label="without the diamond")
    data.plot(ends, line[0] * ends + line[1], color="black", label="fitted to all")
    data.vlines(x, y - left_over, y, color=[BLUE] * (len(x) - 1) + [VERMILION], linewidth=1.2)
    _points(data, x, y)
    data.set(xlim=_FLIPPERS, ylim=_MASSES, xlabel="flipper length in mm", ylabel="body mass in kg")
    data.set(xticks=(180, 220, 260, 300), yticks=(0, 3, 6, 9))
    data.legend(fontsize=8, loc="upper left", frameon=False)
    mean = 2 / len(x)
    plane.axhline(0, color="black", linewidth=0.8)
    plane.axvline(mean, color=GREY, linestyle=":")
    plane.text(mean + 0.01, 0.02, "mean", transform=plane.get_xaxis_transform(), color=GREY, fontsize=8)
    _points(plane, pull, left_over)
    reach = 2.0 if np.max(np.abs(left_over)) < 1.9 else 4.0 if np.max(np.abs(left_over)) < 3.8 else 8.0
    plane.set(xticks=(0, 0.5, 1), yticks=(-reach, -reach / 2, 0, reach / 2, reach))
    plane.set(xlim=(-0.03, 1.03), ylim=(-reach, reach), xlabel="your leverage", ylabel="your residual in kg")
    squares = float(np.sum(left_over**2))
    explained = 1 - squares / float(np.sum((y - y.mean()) ** 2))
    figure.suptitle(
        f"R² = {explained:.2f}      rmse = {np.sqrt(squares / len(x)):.2f} kg      "
        f"max leverage = {float(np.max(pull)):.2f}",
        fontsize=11,
    )
    for axes in (data, plane):
        axes.spines[["top", "right"]].set_visible(False)
    return figure


def _points(axes: Axes, across: Any, up: Any) -> None:
    """Draw the penguins, and the bird that moves in a shape of its own."""
    axes.plot(across[:-1], up[:-1], "o", color=BLUE, markersize=5)
    axes.plot(across[-1:], up[-1:], "D", color=VERMILION, markeredgecolor="black", markersize=9)
