"""What one stage of an update computes, written out with its numbers."""

from dataclasses import dataclass
from typing import Any

import numpy as np

STAGES = (
    "forward, the hidden layer",
    "forward, the outputs",
    "the total error",
    "back, the deltas of the outputs",
    "back, the deltas of the hidden units",
    "all weights are updated",
)
NAMES = tuple(f"w{index}" for index in range(1, 9))
# Where each weight stands, row (the unit it leads to) and column (where it comes from).
PLACES = tuple((matrix, end, begin) for matrix in ("W1", "W2") for end in (0, 1) for begin in (0, 1))


def copy_of(params: Any) -> dict[str, Any]:
    """Return the parameters as arrays of their own."""
    return {name: np.array(array, dtype=float) for name, array in params.items()}


@dataclass(frozen=True)
class Step:
    """One update by the student's functions."""

    params: Any
    x: Any
    target: Any
    lr: float
    h: Any
    o: Any
    slopes: Any
    new: Any

    @property
    def delta_out(self) -> Any:
        """The gradient of a bias is the delta of its unit."""
        return np.asarray(self.slopes["b2"], dtype=float).reshape(2)

    @property
    def delta_hidden(self) -> Any:
        """The deltas of the hidden units."""
        return np.asarray(self.slopes["b1"], dtype=float).reshape(2)

    @property
    def error(self) -> float:
        """The total error of the student's outputs."""
        return float(0.5 * np.sum((self.target - self.o) ** 2))


def number(value: float, digits: int = 4) -> str:
    """Write a number with four digits after the point, a small one with three that count."""
    if value != 0 and abs(value) < 0.01:
        return f"{value:.3g}".replace("-", "−")
    return f"{value:.{digits}f}".replace("-", "−")


def lines(step: Step, moment: int, followed: int) -> list[str]:
    """Return the computation of this stage in two lines, and in a third what the followed weight does."""
    written = (_hidden, _outputs, _total, _output_deltas, _hidden_deltas, _update)[moment]
    return [*written(step), _followed(step, moment, followed)]


def _hidden(step: Step) -> list[str]:
    return [_unit(step, "h", "W1", "b1", step.x, step.h, row) for row in (0, 1)]


def _outputs(step: Step) -> list[str]:
    return [_unit(step, "o", "W2", "b2", step.h, step.o, row) for row in (0, 1)]


def _unit(step: Step, name: str, weights: str, biases: str, comes_in: Any, got: Any, row: int) -> str:
    w, b = np.asarray(step.params[weights])[row], float(np.asarray(step.params[biases])[row])
    z = float(w @ comes_in + b)
    terms = " + ".join(f"{_signed(one)}·{number(a)}" for one, a in zip(w, comes_in, strict=True))
    result = _beside(1 / (1 + np.exp(-z)), got[row])
    return f"{name}{row + 1} = σ({terms} + {number(b)}) = σ({number(z)}) = {result}"


def _total(step: Step) -> list[str]:
    gaps = [f"½({number(float(t), 2)} − {number(o)})²" for t, o in zip(step.target, step.o, strict=True)]
    parts = [number(0.5 * float(t - o) ** 2) for t, o in zip(step.target, step.o, strict=True)]
    return [f"L = {' + '.join(gaps)}", f"   = {' + '.join(parts)} = {number(step.error)}"]


def _output_deltas(step: Step) -> list[str]:
    said = []
    for row in (0, 1):
        o, t = float(step.o[row]), float(step.target[row])
        result = _beside((o - t) * o * (1 - o), step.delta_out[row])
        said.append(
            f"δ of o{row + 1} = ({number(o)} − {number(t, 2)})·{number(o)}·(1 − {number(o)}) = {result}"
        )
    return said


def _hidden_deltas(step: Step) -> list[str]:
    said = []
    for row in (0, 1):
        w, h = np.asarray(step.params["W2"])[:, row], float(step.h[row])
        blame = float(w @ step.delta_out)
        ways = " + ".join(f"{_signed(a)}·{_signed(d)}" for a, d in zip(w, step.delta_out, strict=True))
        result = _beside(blame * h * (1 - h), step.delta_hidden[row])
        said.append(f"δ of h{row + 1} = ({ways})·{number(h)}·(1 − {number(h)}) = {result}")
    return said


def _update(step: Step) -> list[str]:
    return [
        "Every weight moves against its slope: w ← w − α·∂L/∂w with α = 0.5.",
        "The biases stay, and the slopes are those from before the update.",
    ]


def _followed(step: Step, moment: int, index: int) -> str:
    matrix, end, begin = PLACES[index]
    name, output = NAMES[index], matrix == "W2"
    begins, ends = ("h", "o") if output else ("x", "h")
    said = f"{name} leads from {begins}{begin + 1} to {ends}{end + 1}"
    if moment < (3 if output else 4):
        return f"{said}."
    delta = float((step.delta_out if output else step.delta_hidden)[end])
    comes_in = float((step.h if output else step.x)[begin])
    slope = float(np.asarray(step.slopes[matrix])[end, begin])
    if moment < 5:
        product = f"{_signed(delta)}·{number(comes_in)} = {_beside(delta * comes_in, slope)}"
        return f"{said}: ∂L/∂{name} = δ·{begins}{begin + 1} = {product}"
    old = float(np.asarray(step.params[matrix])[end, begin])
    new = float(np.asarray(step.new[matrix])[end, begin])
    moved = f"{number(old)} − {step.lr:g}·{_signed(slope)} = {_beside(old - step.lr * slope, new)}"
    return f"{said}: {name} ← {moved}"


def _signed(value: float) -> str:
    """Write a factor; a negative one in parentheses."""
    return number(float(value)) if value >= 0 else f"({number(float(value))})"


def _beside(true: float, yours: float) -> str:
    """Write the result, and beside it what the student's function gave if that is something else."""
    if np.isclose(true, yours, rtol=1e-6, atol=1e-12):
        return number(float(true))
    return f"{number(float(true))}, yours is {number(float(yours))}"
