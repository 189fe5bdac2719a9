"""The sliders beside a picture."""

from dataclasses import dataclass
from typing import Any

import ipywidgets


@dataclass(frozen=True)
class Slider:
    """One control: its label, its range and where it starts. Whole steps make whole numbers.

    `log`: low and high are powers of ten. `below`: the slider whose value this one stays under.
    `words`: what is shown in place of the numbers 0, 1, 2, ...
    """

    label: str
    low: float
    high: float
    start: float
    step: float = 1
    log: bool = False
    below: str = ""
    words: tuple[str, ...] = ()


def control(slider: Slider) -> Any:
    """Return the widget that moves this slider."""
    shared = {
        "value": slider.start,
        "min": slider.low,
        "max": slider.high,
        "step": slider.step,
        "description": slider.label,
        "style": {"description_width": "8em"},
        "layout": {"width": "48%", "min_width": "20em"},
    }
    if slider.words:
        words = tuple((word, number) for number, word in enumerate(slider.words))
        kept = ("value", "description", "style", "layout")
        return ipywidgets.SelectionSlider(options=words, **{key: shared[key] for key in kept})
    if slider.log:
        whole = slider.low >= 0 and float(slider.step).is_integer()  # 1, 10, 100
        return ipywidgets.FloatLogSlider(base=10, readout_format="d" if whole else ".2f", **shared)
    if float(slider.step).is_integer():
        return ipywidgets.IntSlider(**shared)
    return ipywidgets.FloatSlider(readout_format=".1f", **shared)
