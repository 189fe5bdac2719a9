"""Slots and rows to values; what makes no sense is refused before anything is allocated."""

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .plain import DTYPE, MOST_DIGITS, MOST_ELEMENTS, SENSELESS, NotPlainError, Row, Slot

_MOST_AXES = 32
_LATER = object()


class Reader:
    """Rebuilds values from slots and a table; raises `NotPlainError` for a message that makes no sense.

    `known` are the containers sent before, by index; `functions` rebuilds the slots of functions.
    """

    def __init__(
        self,
        table: Sequence[Any],
        known: Sequence[Any] = (),
        functions: Callable[[str, Any], Any] | None = None,
    ) -> None:
        self._known = known
        self._functions = functions
        self._room = MOST_ELEMENTS
        self.objects: list[Any] = [_shell(row) for row in table]
        for index, row in enumerate(table):
            if row[0] == "t":
                self.objects[index] = tuple(self._slots(row))
        for index, row in enumerate(table):
            if row[0] in "ld":
                self.fill(self.objects[index], row)

    def value(self, slot: Slot) -> Any:
        """Return what a slot stands for."""
        if not isinstance(slot, list):
            return slot
        try:
            return self._tagged(*slot)
        except (LookupError, TypeError, ValueError, OverflowError) as error:
            raise NotPlainError(SENSELESS) from error

    def fill(self, container: Any, row: Row) -> None:
        """Make a list, a dict or an array hold what a row says, in place."""
        if isinstance(container, list) and row[0] == "l":
            container[:] = self._slots(row)
        elif isinstance(container, dict) and row[0] == "d":
            parts = self._slots(row)
            container.clear()
            try:
                container.update(zip(parts[::2], parts[1::2], strict=True))
            except (TypeError, ValueError) as error:
                raise NotPlainError(SENSELESS) from error
        elif isinstance(container, np.ndarray) and row[0] == "a":
            _overwrite(container, _array(row))
        else:
            raise NotPlainError(SENSELESS)

    def _slots(self, row: Row) -> list[Any]:
        if len(row) != 2 or not isinstance(row[1], list):
            raise NotPlainError(SENSELESS)
        self._room -= len(row[1])
        if self._room < 0:
            raise NotPlainError("too much data came")
        return [self.value(slot) for slot in row[1]]

    def _tagged(self, tag: str, *rest: Any) -> Any:
        if tag == "r":
            found = self.objects[_index(rest[0])]
            if found is _LATER:
                raise ValueError("a tuple that holds itself")
            return found
        if tag == "o":
            return self._known[_index(rest[0])]
        if tag == "c":
            return complex(float(rest[0]), float(rest[1]))
        if tag == "n":
            return _scalar(rest[0], rest[1])
        if tag == "#" and len(rest[0]) <= MOST_DIGITS:
            return int.from_bytes(rest[0], "little", signed=True)
        if tag in ("f", "g") and self._functions is not None:
            return self._functions(tag, rest[0])
        raise ValueError(f"no such tag: {tag!r}")


def _shell(row: Any) -> Any:
    if not isinstance(row, list) or not row or row[0] not in ("l", "t", "d", "a"):
        raise NotPlainError(SENSELESS)
    if row[0] == "a":
        return _array(row)
    return _LATER if row[0] == "t" else [] if row[0] == "l" else {}


def _array(row: Row) -> Any:
    try:
        _, name, shape, order, writeable, data = row
        dtype = _dtype(name)
        if len(shape) > _MOST_AXES or any(type(n) is not int or n < 0 for n in shape):
            raise ValueError("no shape")
        if math.prod(shape) * dtype.itemsize != len(data):
            raise ValueError("wrong size")
        array = np.frombuffer(bytearray(data), dtype).reshape(shape, order="F" if order == "F" else "C")
        array.flags.writeable = bool(writeable)
        return array
    except (TypeError, ValueError) as error:
        raise NotPlainError(SENSELESS) from error


def _scalar(name: Any, data: Any) -> Any:
    dtype = _dtype(name)
    if len(data) != dtype.itemsize:
        raise ValueError("wrong size")
    return np.frombuffer(data, dtype)[0]


def _dtype(name: Any) -> Any:
    if not isinstance(name, str) or not DTYPE.fullmatch(name):
        raise ValueError("no dtype of numbers")
    return np.dtype(name)


def _index(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("no index")
    return value


def _overwrite(array: Any, new: Any) -> None:
    if array.dtype != new.dtype:
        raise NotPlainError("an array whose dtype was changed in place came")
    if array.shape != new.shape:
        try:
            array.shape = new.shape  # as many elements as before: a view of them never dangles
        except (ValueError, AttributeError) as error:
            raise NotPlainError("an array whose size was changed in place came") from error
    if not array.flags.writeable and array.tobytes() == new.tobytes():
        return
    array[...] = new
