"""Names of Python's and NumPy's that stand for something else in the student's notebook."""

import builtins
import dis
import re
from collections.abc import Mapping
from types import ModuleType, TracebackType
from typing import Any

import numpy as np

from course.lab.explaining import a


def about_numpy(names: Mapping[str, Any]) -> str:
    """Say so where `np` is not NumPy in these names; else nothing."""
    found = names.get("np", np)
    if found is np:
        return ""
    what = f"the module {found.__name__}" if isinstance(found, ModuleType) else a(found)
    return (
        f"In this notebook np is no longer NumPy, but {what}: give yours another name, and run the cell with "
        "`import numpy as np` again. The tests used NumPy itself."
    )


def about_builtin(error: BaseException, step: TracebackType) -> str:
    """Say which function of Python's a variable hides on the line of an error; else nothing."""
    if isinstance(error, UnboundLocalError):
        name = (re.findall(r"'(\w+)'", str(error)) or [""])[0]
        return _is_local(name) if hasattr(builtins, name) else ""
    if not isinstance(error, TypeError):
        return ""
    frame = step.tb_frame
    for each in dis.get_instructions(frame.f_code):
        name = str(each.argval)
        if each.positions is None or each.positions.lineno != step.tb_lineno or not _is_function(name):
            continue
        if each.opname.startswith("LOAD_FAST") and not callable(frame.f_locals.get(name)):
            return _is_local(name)
        if each.opname == "LOAD_GLOBAL" and not callable(frame.f_globals.get(name, callable)):
            now = a(frame.f_globals[name])
            return f"Here {name} is no longer Python's function, but {now}: `del {name}` restores it."
    return ""


def _is_function(name: str) -> bool:
    return callable(getattr(builtins, name, None))


def _is_local(name: str) -> str:
    return f"In this function {name} is a variable of yours, and not Python's function: give it another name."
