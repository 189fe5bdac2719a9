"""Where pictures are shown: with controls beside a live kernel, still everywhere else."""

import base64
import io
import os
from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets
from IPython.display import display
from matplotlib.figure import Figure

from course.lab.pictures.controls import Slider, control
from course.lab.pictures.pointing import Pointing, beside

# Okabe and Ito's palette: told apart with any kind of colour vision.
BLUE, ORANGE, GREEN, VERMILION, GREY = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#6E7781"

_WIDGET = "application/vnd.jupyter.widget-view+json"
_DPI = 130
_SHOWN_WIDTH = 680


def new_figure(width: float, height: float) -> Figure:
    """Return an empty figure of this size in inches, apart from pyplot's list of open ones."""
    figure = Figure(figsize=(width, height), dpi=_DPI, facecolor="white")
    figure.subplots_adjust(left=0.08, right=0.98, top=0.88, bottom=0.16, wspace=0.22)
    return figure


def stage(
    function: Callable[..., Any],
    draw: Callable[..., Figure],
    sliders: Mapping[str, Slider],
    alt: str,
    pointing: Pointing | None = None,
) -> None:
    """Show what `draw` makes of the sliders' values, and draw again when one moves or the picture is pressed.

    `function` is the student's: where it is not written yet, or gives what cannot be drawn, a sentence
    says so instead. Grading draws nothing. `alt` describes the picture for those who do not see it.
    """
    if os.environ.get("NBGRADER_EXECUTION"):
        return
    name = getattr(function, "__name__", "this function")
    try:
        first = draw(**{key: slider.start for key, slider in sliders.items()})
        png = _png(first)
    except NotImplementedError:
        print(f"This picture draws with your {name}: write it first, then run this cell again.")
        return
    except Exception as error:
        print(_not_drawn(name, error))
        return
    panel = Panel(name, draw, sliders, alt, pointing)
    labels = ", ".join(slider.label for slider in sliders.values())
    view = {"text/plain": f"Sliders: {labels}. They move once the cell has run.", _WIDGET: panel.view}
    _show(view)
    # The picture is an output of its own: it stays where the notebook is opened without a kernel.
    panel.picture = _show(_bundle(png, alt), metadata=_metadata(alt), display_id=True)
    panel.figure = first


class Panel:
    """The sliders of one picture; a move redraws the picture beside them."""

    def __init__(
        self,
        name: str,
        draw: Callable[..., Figure],
        sliders: Mapping[str, Slider],
        alt: str,
        pointing: Pointing | None,
    ) -> None:
        self._name, self._draw, self._sliders, self._pointing = name, draw, sliders, pointing
        self._alt = alt
        self._both_move = False
        self.picture: Any = None
        self.figure: Figure | None = None
        self.controls = {key: control(slider) for key, slider in sliders.items()}
        self.message = ipywidgets.Label("", layout={"display": "none"})
        for each in self.controls.values():
            each.observe(self._redraw, names="value")
        grid = ipywidgets.Box(
            tuple(self.controls.values()), layout={"flex_flow": "row wrap", "width": "100%"}
        )
        self._box = ipywidgets.VBox((grid, self.message, beside(alt, self.point if pointing else None)))
        self._keep_below()

    @property
    def view(self) -> Any:
        """What a front end needs to show the sliders."""
        return self._box.get_view_spec()

    def point(self, right: float, down: float) -> None:
        """Move the two sliders to a place in the picture, given as shares from its left and its top."""
        place = self._pointing.place(self.figure, right, down) if self._pointing and self.figure else None
        if place is None:
            return
        self._both_move = True
        for key, value in place.items():
            slider = self._sliders[key]
            on_a_step = slider.low + round((value - slider.low) / slider.step) * slider.step
            self.controls[key].value = min(max(on_a_step, slider.low), slider.high)
        self._both_move = False
        self._redraw(None)

    def _redraw(self, _change: object) -> None:
        if self._both_move:
            return
        self._keep_below()
        values = {key: control.value for key, control in self.controls.items()}
        try:
            figure = self._draw(**values)
            png = _png(figure)
        except Exception as error:
            self.message.value = _not_drawn(self._name, error)
            self.message.layout.display = None
            return
        self.message.layout.display = "none"
        self.figure = figure
        self.picture.update(_bundle(png, self._alt), raw=True, metadata=_metadata(self._alt))

    def _keep_below(self) -> None:
        for key, slider in self._sliders.items():
            if slider.below:
                self.controls[key].max = max(slider.low, self.controls[slider.below].value - 1)


def _show(bundle: Mapping[str, Any], **options: Any) -> Any:
    return display(bundle, raw=True, **options)


def _bundle(png: bytes, alt: str) -> dict[str, Any]:
    return {"text/plain": alt, "image/png": base64.b64encode(png).decode()}


def _metadata(alt: str) -> dict[str, Any]:
    return {"image/png": {"width": _SHOWN_WIDTH, "alt": alt}}


def _not_drawn(name: str, error: Exception) -> str:
    said = str(error).rstrip(".")
    return f"What {name} gave cannot be drawn ({type(error).__name__}: {said}). check({name}) says more."


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()
