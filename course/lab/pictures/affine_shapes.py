"""Z = X·Wᵀ + b as four grids of numbers: which row and which row make which entry."""

from collections.abc import Callable
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from course.lab.pictures.controls import Slider
from course.lab.pictures.stage import BLUE, GREEN, GREY, VERMILION, new_figure, stage

_MOST = 5


def affine_shapes(affine_batch: Callable[[Any, Any, Any], Any]) -> None:
    """Show X, W, b and your `affine_batch(X, W, b)`; choose the shapes and one entry to trace."""
    rng = np.random.default_rng(7)
    numbers = rng.integers(-3, 4, size=(3, _MOST, _MOST)).astype(float)

    def draw(n: int, d: int, k: int, i: int, j: int) -> Figure:
        X, W, b = numbers[0, :n, :d], numbers[1, :k, :d], numbers[2, 0, :k]
        Z = np.asarray(affine_batch(X.copy(), W.copy(), b.copy()))
        return _draw(X, W, b, Z, min(i, n - 1), min(j, k - 1))

    stage(
        affine_batch,
        draw,
        {
            "n": Slider("examples n", 1, _MOST, 4),
            "d": Slider("features d", 1, _MOST, 3),
            "k": Slider("outputs k", 1, _MOST, 2),
            "i": Slider("row i of X", 0, _MOST - 1, 1, below="n"),
            "j": Slider("row j of W", 0, _MOST - 1, 0, below="k"),
        },
        "Four grids of numbers, X, W, b and Z, with one row of X, one row of W and one entry of b "
        "framed, and the entry of Z that they make.",
    )


def _draw(X: Any, W: Any, b: Any, Z: Any, i: int, j: int) -> Figure:
    n, (k, d) = len(X), W.shape
    figure = new_figure(7.2, 3.0)
    ratios = [d + 0.8, d + 0.8, 1.8, k + 0.8]
    axes = figure.subplots(1, 4, width_ratios=ratios)
    _grid(axes[0], X, f"X  ({n}, {d})", BLUE, rows=[i])
    _grid(axes[1], W, f"W  ({k}, {d})", VERMILION, rows=[j])
    _grid(axes[2], b[:, None], f"b  ({k},)", GREEN, rows=[j])
    _grid(axes[3], Z, f"Z  {Z.shape}", "black", rows=[i], column=j)
    figure.suptitle(_in_words(X[i], W[j], float(b[j]), Z, (i, j), (n, k)), y=0.03, va="bottom", fontsize=10)
    return figure


def _in_words(x: Any, w: Any, b: float, Z: Any, place: tuple[int, int], shape: tuple[int, int]) -> str:
    """Write the sum out, and beside it what the student's function gave for this entry."""
    terms = " + ".join(f"({one:g})·({other:g})" for one, other in zip(x, w, strict=True))
    total = float(x @ w + b)
    said = f"{terms} + ({b:g})  =  {total:g}"
    if Z.shape != shape:
        return f"{said}\nyour Z has the shape {Z.shape}, not {shape}"
    if Z[place] != total:
        return f"{said}\nyour Z[{place[0]}, {place[1]}] is {Z[place]:g}"
    return f"Z[{place[0]}, {place[1]}]  =  {said}"


def _grid(
    axes: Axes, values: Any, title: str, colour: str, rows: list[int], column: int | None = None
) -> None:
    cells = np.atleast_2d(values)
    width = cells.shape[1]
    for (row, col), value in np.ndenumerate(cells):
        chosen = row in rows and column in (None, col)
        axes.add_patch(
            Rectangle((col, row), 1, 1, facecolor="#F3F4F6" if not chosen else "white", edgecolor="white")
        )
        axes.text(
            col + 0.5,
            row + 0.5,
            f"{value:g}",
            ha="center",
            va="center",
            fontsize=10,
            fontweight="bold" if chosen else "normal",
            color="black" if chosen else GREY,
        )
    left = 0 if column is None else column
    for row in rows:
        axes.add_patch(
            Rectangle(
                (left, row), width if column is None else 1, 1, fill=False, edgecolor=colour, linewidth=2.5
            )
        )
    axes.set(xlim=(-0.1, width + 0.1), ylim=(_MOST + 0.9, -0.2), aspect="equal")
    axes.set_title(title, fontsize=10, color=colour)
    axes.axis("off")
