"""What stands for a student's functions and values in the examiner's namespace."""

import builtins
import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np

from course.grading.inside.plain import NotPlainError

_OF_NUMPY = {"LinAlgError": np.linalg.LinAlgError, "AxisError": np.exceptions.AxisError}


@dataclass(frozen=True)
class Target:
    """What is to be called: a student's name, or an operation on what is held there under a number.

    `objects`: what it returns may be an object that stays there.
    """

    name: str
    number: tuple[int, int] | None = None
    operation: str = ""
    objects: bool = False

    def to(self, operation: str) -> Self:
        """Return the same with an operation."""
        return replace(self, operation=operation)


Caller = Callable[[Target, tuple[Any, ...], dict[str, Any]], Any]


class StudentError(RuntimeError):
    """The student's process cannot answer: says why, and which limit was hit, where it was one."""

    def __init__(self, why: str, limit: str = "") -> None:
        super().__init__(why)
        self.limit = limit


class StandIn:
    """Calls the student's function of a name; `caller` is set while a test runs."""

    caller: Caller | None = None

    def __init__(self, target: Target, name: str, doc: str | None) -> None:
        self.target = target
        self.__name__ = self.__qualname__ = name
        self.__doc__ = doc

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Hand the call to the student's process."""
        __tracebackhide__ = True
        return ask(self.target, args, kwargs)

    def __repr__(self) -> str:
        return f"<function {self.__name__}>"


def ask(target: Target, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """Call what is on the student's side."""
    __tracebackhide__ = True
    if StandIn.caller is None:
        raise StudentError("the student's process is not running")
    try:
        return StandIn.caller(target, args, kwargs)
    except Exception as error:
        raise error.with_traceback(None) from None  # what lies between is ours, not the reader's


class NotPlain:
    """A student's value that cannot be brought here, and why."""

    def __init__(self, why: str) -> None:
        self.why = why


class ModuleName(str):
    """A student's name stands for a module of this name."""


def module_for(module: str, name: str) -> Any:
    """Return a module that is here anyway, or one that is imported by this very name: a test names it.

    Any other would let a submission choose what the examiner runs.
    """
    if module not in sys.modules and name not in (module, module.rpartition(".")[2]):
        raise NotPlainError(f"{name}: the module {module} came")
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise NotPlainError(f"{name}: the module {module} came, which is not installed here") from error


def everybodys_error(name: str) -> type[BaseException] | None:
    """Return the exception class of Python or NumPy that has this name."""
    found = _OF_NUMPY.get(name) or getattr(builtins, name, None)
    return found if isinstance(found, type) and issubclass(found, BaseException) else None


def rebuild_error(said: Mapping[str, Any], args: Sequence[Any], function: str) -> Exception:
    """Return a student's exception as the same built-in type, or as a subclass of the nearest one."""
    kind, name, text = str(said["kind"]), str(said["name"]), str(said["text"])
    found = everybodys_error(kind)
    if kind == "KeyboardInterrupt":
        return TimeoutError(f"{function}: {text}")
    if found is None or not issubclass(found, Exception):
        return RuntimeError(f"{function} raised {kind}")
    rebuilt: type[Exception] = found
    if name != kind:
        rebuilt = type(name, (found,), {"__init__": lambda *_: None, "__str__": lambda _: text})
    try:
        return rebuilt(*args)
    except Exception:
        return RuntimeError(text)
