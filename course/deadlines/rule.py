"""What lateness costs."""

import math
from dataclasses import dataclass

HOUR = 3600.0
DAY = 24 * HOUR


@dataclass(frozen=True)
class PenaltyRule:
    """So much for each started unit of lateness, which is real time: a day is 24 hours on any date.

    `rate` and `cap` are percent of the points earned, or points; times are in seconds. Within the grace
    nothing is lost; past it lateness counts from the due date. Later than `nothing_after`, all is lost.
    """

    unit: float = DAY
    rate: float = 0.0
    in_percent: bool = True
    grace: float = 0.0
    cap: float | None = None
    nothing_after: float | None = None

    def penalty(self, score: float, seconds_late: float) -> float:
        """Return the points to subtract: never less than none, never more than the score."""
        if score <= 0 or seconds_late <= max(0.0, self.grace):
            return 0.0
        if self.nothing_after is not None and seconds_late > self.nothing_after:
            return score
        rate = math.ceil(seconds_late / self.unit) * self.rate
        if self.cap is not None:
            rate = min(rate, self.cap)
        return min(score, score * rate / 100 if self.in_percent else rate)

    def __str__(self) -> str:
        """Say the rule in words."""
        measure = " %" if self.in_percent else " points"
        parts = [f"{self.rate:g}{measure} for each started {'day' if self.unit == DAY else 'hour'}"]
        parts += [f"{self.grace / 60:g} minutes of grace"] if self.grace else []
        parts += [f"at most {self.cap:g}{measure}"] if self.cap is not None else []
        parts += (
            [f"nothing after {self.nothing_after / DAY:g} days"] if self.nothing_after is not None else []
        )
        return ", ".join(parts if self.rate else parts[1:]) or "nothing is subtracted"
