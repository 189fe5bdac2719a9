"""A press or a drag in a picture, instead of two sliders."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matplotlib.figure import Figure

from course.lab.live import Message, live


@dataclass(frozen=True)
class Pointing:
    """The sliders that a press moves: `across` and `up` the axes, in those of the figure's axes."""

    across: str
    up: str
    axes: tuple[int, ...] = (0,)

    def place(self, figure: Figure, right: float, down: float) -> dict[str, float] | None:
        """Return what the axes say at a place, given as shares of the picture; None outside of them."""
        pixel = (right * figure.bbox.width, (1 - down) * figure.bbox.height)
        for axes in (figure.axes[number] for number in self.axes):
            if axes.bbox.contains(*pixel):
                x, y = axes.transData.inverted().transform(pixel)
                return {self.across: float(x), self.up: float(y)}
        return None


def beside(picture: str, point: Callable[[float, float], None] | None) -> Any:
    """Return a widget that says what the picture below it shows.

    `point` is told where that is pressed, as shares from its left and its top.
    """

    def answer(message: Message) -> Message:
        if message["do"] == "describe":
            return {"alt": picture, "press": point is not None}
        if point:
            point(float(message["right"]), float(message["down"]))
        return {"drawn": True}

    return live("keys", "picture", answer=answer)
