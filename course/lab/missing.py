"""A cell that runs too early: the error says which cell to run, or which function to write, first."""

import os
import traceback
from collections.abc import Mapping
from pathlib import Path
from types import FunctionType, TracebackType
from typing import Any

from IPython.core.getipython import get_ipython

from course.lab.exercise import all_notebooks

_NOT_WRITTEN = "not written yet"
_ALL_ABOVE = "'Run > Run All Above Selected Cell' runs every cell above this one."


def explain_missing_names() -> None:
    """Let the notebook's errors say what has to run first. Without IPython nothing happens."""
    shell: Any = get_ipython()
    if shell is not None and not shell.custom_exceptions:
        shell.set_custom_exc((NameError, NotImplementedError), _show)


def advice_on(error: BaseException, notebook: str = "") -> str:
    """Return what to do about a name that is missing or a function that is not written; else nothing.

    `notebook`: the topic's name, if it is known; other topics make other things of the same name.
    """
    if type(error) is NameError and error.name:
        place = _place(error.name, notebook)
        if place:
            return f"{error.name} is made under the heading '{place}': run that cell first. {_ALL_ABOVE}"
        return (
            f"Is {error.name} spelled as it was? If a cell above makes it, run that one first. {_ALL_ABOVE}"
        )
    if type(error) is NotImplementedError and str(error) == _NOT_WRITTEN:
        frames = traceback.extract_tb(error.__traceback__)
        name = frames[-1].name if frames else ""
        place = _place(name, notebook)
        return f"{name} is still to be written, under the heading '{place}'." if place else ""
    return ""


def _show(
    shell: Any, kind: type[BaseException], error: BaseException, found: TracebackType, tb_offset: Any = None
) -> None:
    advice = advice_on(error, _notebook()) if _is_of_the_course(shell.user_ns) else ""
    if advice:
        error.add_note(advice)
    shell.showtraceback((kind, error, found), tb_offset=tb_offset)


def _is_of_the_course(names: Mapping[str, Any]) -> bool:
    """Whether a notebook has imported anything from here; the process may have, for another reason."""
    return any(
        isinstance(each, FunctionType) and str(each.__module__).startswith("course.lab")
        for each in list(names.values())
    )


def _notebook() -> str:
    """Return the name of the notebook, as Jupyter's server tells its kernels."""
    return Path(os.environ.get("JPY_SESSION_NAME", "")).stem


def _place(name: str, notebook: str) -> str:
    places = {each.name: each.places for each in all_notebooks()}
    if notebook in places:
        return places[notebook].get(name, "")
    found = {known[name] for known in places.values() if name in known}
    return found.pop() if len(found) == 1 else ""
