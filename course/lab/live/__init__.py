"""Widgets to write and draw with: each is a JavaScript file here, and speaks with Python in messages.

Nothing of what passes is in a widget's state, so nothing of it is saved with the notebook.
"""

from collections.abc import Callable
from importlib.resources import files
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import display

Message = dict[str, Any]
_VIEW = "application/vnd.jupyter.widget-view+json"


def live(*names: str, answer: Callable[[Message], Message]) -> Any:
    """Return the widget that these files make; `answer` gets each message, and its reply is sent back."""
    from anywidget import AnyWidget  # takes a while to load, and grading shows no widgets

    here = files(__name__)
    code = {
        "_esm": "\n".join(here.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in names),
        "_css": here.joinpath("live.css").read_text(encoding="utf-8"),
    }
    widget: Any = type(names[-1], (AnyWidget,), code)()
    widget.on_msg(lambda _, message, buffers: widget.send(answer(message)))
    return widget


def show(widget: Any, without_kernel: str) -> None:
    """Show a widget, and where no kernel runs a sentence."""
    display({"text/plain": without_kernel, _VIEW: widget.get_view_spec()}, raw=True)


def shows_pages() -> bool:
    """Whether what is displayed is shown in a page, and not in a terminal."""
    formatter: Any = getattr(get_ipython(), "display_formatter", None)
    return formatter is not None and "text/html" in formatter.active_types
