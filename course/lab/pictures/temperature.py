"""Softmax at a temperature: three scores as bars and as a point in the triangle of probabilities."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.lab.pictures.controls import Slider
from course.lab.pictures.stage import BLUE, GREEN, GREY, ORANGE, VERMILION, new_figure, stage

_CLASSES = ("A", "B", "C")
_COLOURS = (BLUE, ORANGE, GREEN)
_CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, np.sqrt(3) / 2]])
_TEMPERATURES = np.geomspace(0.05, 20, 60)


def temperature(softmax: Callable[[Any], Any]) -> None:
    """Show softmax(z / T) by your `softmax`: bars, and its way through the triangle as T varies."""

    def draw(z_a: float, z_b: float, z_c: float, temperature: float) -> Figure:
        return _draw(softmax, np.array([z_a, z_b, z_c]), temperature)

    stage(
        softmax,
        draw,
        {
            "temperature": Slider("temperature T", -1, 1, 1, 0.05, log=True),
            "z_a": Slider("score of A", -3, 3, 2, 0.1),
            "z_b": Slider("score of B", -3, 3, 1, 0.1),
            "z_c": Slider("score of C", -3, 3, -1, 0.1),
        },
        "Left: the three probabilities as bars. Right: the same as a point in a triangle, "
        "with the path it takes from the likeliest corner to the middle as T grows.",
    )


def _draw(softmax: Callable[[Any], Any], z: Any, temperature: float) -> Figure:
    figure = new_figure(7.2, 3.1)
    bars, triangle = figure.subplots(1, 2)
    p = np.asarray(softmax(z / temperature))
    drawn = bars.bar(_CLASSES, p, color=_COLOURS)
    bars.bar_label(drawn, [f"{value:.3f}" for value in p], padding=2)
    bars.set(title=f"softmax(z / {temperature:.2f})", ylim=(0, 1.12), ylabel="probability")
    bars.spines[["top", "right"]].set_visible(False)
    path = np.asarray(softmax(z / _TEMPERATURES[:, None])) @ _CORNERS
    _triangle(triangle)
    triangle.plot(*path.T, color=GREY, linewidth=1.2)
    triangle.plot(*(p @ _CORNERS), "o", color=VERMILION, markersize=9)
    return figure


def _triangle(axes: Axes) -> None:
    outline = np.vstack([_CORNERS, _CORNERS[:1]])
    axes.plot(*outline.T, color="black", linewidth=1)
    offsets = ((-0.07, -0.04), (0.07, -0.04), (0.0, 0.06))
    for name, corner, offset, colour in zip(_CLASSES, _CORNERS, offsets, _COLOURS, strict=True):
        axes.plot(*corner, "s", color=colour)
        axes.text(corner[0] + offset[0], corner[1] + offset[1], name, ha="center", va="center")
    axes.plot(*_CORNERS.mean(axis=0), "+", color=GREY)
    axes.set(title="the path as T grows", aspect="equal", xlim=(-0.15, 1.15), ylim=(-0.12, 1.0))
    axes.axis("off")
