"""One update of the network 2-2-2, number by number: forward, error, backward, new weights."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.lab.pictures.controls import Slider
from course.lab.pictures.network_words import NAMES, PLACES, STAGES, Step, copy_of, lines, number
from course.lab.pictures.stage import BLUE, GREEN, GREY, ORANGE, VERMILION, new_figure, stage

_X, _TARGET, _LR = np.array([0.05, 0.10]), np.array([0.01, 0.99]), 0.5
_COLOURS = (BLUE, BLUE, ORANGE, VERMILION, VERMILION, GREEN)
_COLUMNS = (0.0, 3.4, 6.8)
_ROWS = (2.1, 0.0)
_ERROR = (8.75, 1.05)


def network(
    forward: Callable[..., Any], gradients: Callable[..., Any], train_step: Callable[..., Any]
) -> None:
    """Show the published network with every number on its edges, by your three functions."""
    visited = {1: _published()}

    def before(update: int) -> Any:
        """Return the parameters before this update; what was computed once is kept."""
        known = max(each for each in visited if each <= update)
        params = visited[known]
        for _ in range(update - known):
            params = train_step(copy_of(params), _X.copy(), _TARGET.copy(), _LR)
        visited[update] = params
        return params

    def step(update: int) -> Step:
        params = before(update)
        h, o = forward(copy_of(params), _X.copy())
        slopes = gradients(copy_of(params), _X.copy(), _TARGET.copy())
        new = train_step(copy_of(params), _X.copy(), _TARGET.copy(), _LR)
        return Step(params, _X, _TARGET, _LR, _pair(h), _pair(o), slopes, new)

    def draw(moment: int, update: float, weight: int) -> Figure:
        return _draw(step(round(update)), round(update), moment - 1, weight)

    stage(
        _unfinished(forward, gradients, train_step),
        draw,
        {
            "moment": Slider("stage", 1, len(STAGES), 1),
            "update": Slider("update", 0, 3, 1, 1, log=True),
            "weight": Slider("weight to follow", 0, len(NAMES) - 1, 4, words=NAMES),
        },
        "A network of two features, two hidden units and two outputs, its weights on the edges, its "
        "activations in circles. What one stage of an update computes is drawn strongly, forward with solid "
        "arrows, back with dashed ones, and is written out below with its numbers.",
    )


def _published() -> dict[str, Any]:
    return {
        "W1": np.array([[0.15, 0.20], [0.25, 0.30]]),
        "b1": np.array([0.35, 0.35]),
        "W2": np.array([[0.40, 0.45], [0.50, 0.55]]),
        "b2": np.array([0.60, 0.60]),
    }


def _pair(activations: Any) -> Any:
    """Return the two activations of a layer; an error where these are not two numbers."""
    return np.asarray(activations, dtype=float).reshape(2)


def _unfinished(*functions: Callable[..., Any]) -> Callable[..., Any]:
    """Return the first function that does not run yet, to be named; the first of all if each does."""
    arguments = ((), (_TARGET.copy(),), (_TARGET.copy(), _LR))
    for function, more in zip(functions, arguments, strict=True):
        try:
            len(function(_published(), _X.copy(), *more))
        except Exception:
            return function
    return functions[0]


def _draw(step: Step, update: int, moment: int, followed: int) -> Figure:
    figure = new_figure(7.2, 4.5)
    axes = figure.add_axes((0.01, 0.2, 0.98, 0.71))
    axes.set(xlim=(-0.75, 9.6), ylim=(-1.0, 3.1))
    axes.axis("off")
    colour = _COLOURS[moment]
    _edges(axes, step, moment, followed)
    _error(axes, step, moment)
    outputs = [number(value) if moment >= 1 else "?" for value in step.o]
    _layer(axes, 0, [number(value, 2) for value in step.x], GREY, False)
    _layer(axes, 1, [number(value) for value in step.h], colour, moment in (0, 4))
    _layer(axes, 2, outputs, colour, moment in (1, 3))
    for column, name, bias in ((0, "x", ""), (1, "h", "b1"), (2, "o", "b2")):
        deltas = {2: step.delta_out, 1: step.delta_hidden}.get(column) if moment >= 5 - column else None
        _name(axes, column, name, step.params.get(bias), deltas, moment == 5 - column)
    figure.suptitle(f"update {update}, stage {moment + 1} of 6: {STAGES[moment]}", fontsize=11, y=0.975)
    text = "\n".join(lines(step, moment, followed))
    figure.text(0.03, 0.185, text, fontsize=9, va="top", linespacing=1.55)
    return figure


def _layer(axes: Axes, column: int, values: list[str], colour: str, active: bool) -> None:
    edge, width = (colour, 3.0) if active else (GREY, 1.2)
    for row, value in enumerate(values):
        place = (_COLUMNS[column], _ROWS[row])
        axes.plot(*place, "o", markersize=39, markerfacecolor="white", color=edge, markeredgewidth=width)
        axes.text(*place, value, ha="center", va="center", fontsize=9)


def _name(axes: Axes, column: int, name: str, biases: Any, deltas: Any, active: bool) -> None:
    """Write name, bias and delta on the outer side of each unit, where no edge passes."""
    for row, outward in ((0, 1), (1, -1)):
        said = f"{name}{row + 1}"
        if biases is not None:
            said += f",  b = {number(float(np.asarray(biases)[row]), 2)}"
        x, y = _COLUMNS[column], _ROWS[row] + outward * 0.58
        axes.text(x, y, said, ha="center", va="center", fontsize=9)
        if deltas is not None:
            weight, words = "bold" if active else "normal", f"δ = {number(float(deltas[row]))}"
            y += outward * 0.29
            axes.text(x, y, words, ha="center", va="center", fontsize=9, fontweight=weight)


def _edges(axes: Axes, step: Step, moment: int, followed: int) -> None:
    for index, (matrix, end, begin) in enumerate(PLACES):
        layer = int(matrix == "W2")
        active = moment == 5 or moment == layer or (moment == 4 and layer == 1)
        colour = _COLOURS[moment] if active else GREY
        start = (_COLUMNS[layer], _ROWS[begin])
        stop = (_COLUMNS[layer + 1], _ROWS[end])
        _arrow(axes, start, stop, colour, active, back=moment == 4)
        value = number(float(np.asarray(step.params[matrix])[end, begin]))
        if moment == 5:
            value = f"{value}\n→ {number(float(np.asarray(step.new[matrix])[end, begin]))}"
        share = 0.42 if begin == end else 0.34
        axes.text(
            start[0] + share * (stop[0] - start[0]),
            start[1] + share * (stop[1] - start[1]),
            f"{NAMES[index]} = {value}",
            ha="center",
            va="center",
            fontsize=8,
            fontweight="bold" if index == followed else "normal",
            color="black" if active or index == followed else GREY,
            bbox={
                "boxstyle": "round,pad=0.25",
                "facecolor": "white",
                "edgecolor": "black" if index == followed else "white",
                "linewidth": 1.4,
            },
        )


def _error(axes: Axes, step: Step, moment: int) -> None:
    active = moment in (2, 3)
    for row in range(2):
        start = (_COLUMNS[2], _ROWS[row])
        _arrow(axes, start, _ERROR, _COLOURS[moment] if active else GREY, active, back=moment == 3)
        x, y = start[0] + 1.35, start[1] + (0.42 if row == 0 else -0.42)
        said = f"t{row + 1} = {number(float(step.target[row]), 2)}"
        axes.text(x, y, said, ha="center", va="center", fontsize=9)
    said = number(step.error) if moment >= 2 else "?"
    axes.text(
        *_ERROR,
        f"L = {said}",
        ha="center",
        va="center",
        fontsize=9,
        bbox={
            "boxstyle": "round,pad=0.5",
            "facecolor": "white",
            "edgecolor": _COLOURS[moment] if active else GREY,
            "linewidth": 3.0 if active else 1.2,
        },
    )


def _arrow(axes: Axes, start: Any, stop: Any, colour: str, active: bool, back: bool) -> None:
    back = back and active
    axes.annotate(
        "",
        xy=start if back else stop,
        xytext=stop if back else start,
        arrowprops={
            "arrowstyle": "-|>" if active else "-",
            "linestyle": "--" if back else "-",
            "color": colour,
            "linewidth": 2.2 if active else 0.9,
            "shrinkA": 20,
            "shrinkB": 21,
        },
        zorder=1,
    )
