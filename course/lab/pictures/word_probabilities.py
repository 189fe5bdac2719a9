"""A network that learns the next word: its probabilities after one word, and its loss so far."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from course.lab.pictures.controls import Slider
from course.lab.pictures.stage import BLUE, GREY, ORANGE, VERMILION, new_figure, stage

_STEPS = 300


def word_probabilities(
    forward_pass: Callable[[Any, Any], Any],
    training_step: Callable[[Any, Any, Any, float], Any],
    params: Mapping[str, Any],
    X: Any,
    Y: Any,
    vocabulary: Sequence[str],
    lr: float = 4.0,
) -> None:
    """Train by your `training_step`; go through its steps and see your `forward_pass` speak.

    X, Y are one-hot: row i is a word of `vocabulary` and the word that follows it.
    """
    shares = _shares(X, Y)
    lowest = float(-np.mean(np.log(np.sum(Y * (X @ shares), axis=1))))
    visited: list[Any] = []
    losses: list[float] = []

    def draw(step: int, word: int) -> Figure:
        if not visited:
            points, numbers = _train(training_step, params, X, Y, lr)
            losses.extend(numbers)
            visited.extend(points)
        one_word = np.eye(len(vocabulary))[word : word + 1]
        p = np.asarray(forward_pass(visited[step], one_word)[1])[0]
        return _draw(p, shares[word], vocabulary, word, (losses, step, lowest))

    stage(
        _unwritten(forward_pass, params, X) or training_step,
        draw,
        {
            "step": Slider("step of training", 0, _STEPS, 60),
            "word": Slider("current word", 0, len(vocabulary) - 1, 0, words=tuple(vocabulary)),
        },
        "Left: a bar for each word of the vocabulary, its probability to come next; words that follow in the "
        "text are striped, with a diamond at their share. Right: the loss at every step as a curve, a dot at "
        "the chosen step, and a dashed line at the lowest loss possible.",
    )


def _unwritten(forward_pass: Callable[[Any, Any], Any], params: Any, X: Any) -> Callable[..., Any] | None:
    """Return `forward_pass` if it is what is missing: the picture's sentence names one function."""
    try:
        forward_pass(params, X)
    except NotImplementedError:
        return forward_pass
    except Exception:
        return None
    return None


def _train(
    training_step: Callable[..., Any], params: Any, X: Any, Y: Any, lr: float
) -> tuple[list[Any], list[float]]:
    """Return the parameters at every step, and the loss of each."""
    visited, losses = [], []
    for _ in range(_STEPS + 1):
        visited.append(params)
        # A copy: an answer that changes its arguments must not change what was visited before.
        handed_in = {name: np.array(array) for name, array in params.items()}
        params, loss = training_step(handed_in, X, Y, lr)
        losses.append(float(loss))
    return visited, losses


def _shares(X: Any, Y: Any) -> Any:
    """How often each word follows each word, as shares: rows are current words."""
    counts = X.T @ Y
    return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)


def _draw(
    p: Any,
    shares: Any,
    vocabulary: Sequence[str],
    word: int,
    course: tuple[list[float], int, float],
) -> Figure:
    losses, step, lowest = course
    figure = new_figure(7.2, 3.7)
    left, right = figure.subplots(1, 2, width_ratios=[1.15, 1])
    figure.subplots_adjust(left=0.1, wspace=0.2, bottom=0.17)
    _bars(left, p, shares, vocabulary)
    left.set_title(f"after “{vocabulary[word]}”, at step {step}", fontsize=11)
    top = 1.1 * max(losses)
    right.plot(losses, color=BLUE, linewidth=1.8)
    right.axhline(lowest, color=GREY, linestyle="--", linewidth=1)
    right.text(
        len(losses), lowest - 0.015 * top, f"lowest possible {lowest:.3f}", va="top", ha="right", fontsize=8
    )
    right.plot(step, losses[step], "o", color=VERMILION, markersize=9)
    right.set_title(f"loss {losses[step]:.3f}", fontsize=11)
    right.set(xlabel="step of training", ylim=(0, top), xticks=(0, 100, 200, 300))
    right.locator_params(axis="y", nbins=4)
    right.spines[["top", "right"]].set_visible(False)
    return figure


def _bars(axes: Axes, p: Any, shares: Any, vocabulary: Sequence[str]) -> None:
    rows = np.arange(len(vocabulary))
    follows = shares > 0
    axes.hlines(rows[~follows], 0, p[~follows], color=BLUE, linewidth=13)
    axes.barh(rows[follows], p[follows], color=ORANGE, edgecolor="black", hatch="///", linewidth=0.6)
    axes.plot(shares[follows], rows[follows], "D", color="black", markersize=5)
    # Plain texts: ticks with labels would take most of the time that a redraw has.
    for row, (name, value) in enumerate(zip(vocabulary, p, strict=True)):
        axes.text(-0.03, row, name, va="center", ha="right", fontsize=9)
        if value >= 0.005:
            axes.text(1.06, row, f"{value:.2f}", va="center", fontsize=8)
    axes.set(xlim=(0, 1.2), xticks=(0, 0.5, 1), yticks=(), ylim=(len(rows) - 0.4, -0.6))
    axes.set_xlabel("probability to come next\nstriped: follows in the song, ◆ its share", fontsize=9)
    axes.spines[["top", "right"]].set_visible(False)
