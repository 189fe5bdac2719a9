"""How long a cell may take, and how that is said."""

import time
from dataclasses import dataclass


class TimeIsUpError(RuntimeError):
    """The whole notebook has had its time: says so."""


@dataclass(frozen=True)
class Time:
    """Seconds, and what is to be said of code that needs more."""

    seconds: float
    words: str

    def left(self, begun: float) -> float:
        """Return what is left of it; `begun` by time.monotonic."""
        return self.seconds - (time.monotonic() - begun)


class Clock:
    """Begins to run when it is made."""

    def __init__(self, cell_seconds: float, total_seconds: float) -> None:
        self._cell = Time(cell_seconds, f"it ran for more than {cell_seconds:g} seconds")
        self._words = f"the notebook ran for more than {total_seconds:g} seconds, all cells together"
        self._end = time.monotonic() + total_seconds

    def for_cell(self) -> Time:
        """Return what the next cell has; raises `TimeIsUpError` where that is nothing."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeIsUpError(self._words)
        return self._cell if left >= self._cell.seconds else Time(left, self._words)
