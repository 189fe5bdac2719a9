"""What cannot cross stays on the student's side and is asked for from there by its number."""

import operator
import os
from collections.abc import Callable, Iterator
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from .plain import Slot, in_words

_MOST = 100_000
_LONGEST = 200
_ROUTINES = (FunctionType, MethodType, BuiltinFunctionType, partial)
_OF_PYTHON = ("builtins", "itertools")

OPERATIONS: dict[str, Callable[..., Any]] = {
    "call": lambda held, *args, **kwargs: held(*args, **kwargs),
    "get": getattr,
    "set": setattr,
    "is_a": isinstance,
    **{each.__name__: each for each in (next, iter, len, str, repr, abs)},
    **{
        name: getattr(operator, name)
        for name in ("getitem", "setitem", "contains", "add", "sub", "mul", "truediv", "matmul", "neg")
    },
}


class Held:
    """Objects by a number that no copy of this process gives to another one."""

    def __init__(self) -> None:
        self._objects: dict[tuple[int, int], Any] = {}
        self._slots: dict[int, Slot] = {}

    def slot(self, value: Any, *, objects: bool) -> Slot | None:
        """Hold a function or an iterator, and where `objects` may be held, anything; return its slot."""
        if id(value) in self._slots:
            return self._slots[id(value)]
        kind = _kind(value, objects=objects)
        if kind and len(self._objects) < _MOST:
            number = (os.getpid(), len(self._objects))
            self._objects[number] = value
            self._slots[id(value)] = ["h", kind, *number, in_words(value)[:_LONGEST]]
        return self._slots.get(id(value))

    def get(self, process: int, number: int) -> Any:
        """Return what is held under a number."""
        try:
            return self._objects[process, number]
        except KeyError:
            raise LookupError("what a test before this one had made is not there any more") from None


def _kind(value: Any, *, objects: bool) -> str:
    if isinstance(value, Iterator) and (not objects or type(value).__module__ in _OF_PYTHON):
        return "iterator"
    if objects and not isinstance(value, (*_ROUTINES, type)):
        return "object"
    return "function" if callable(value) and not isinstance(value, type) else ""
