"""Slots and rows to values; what makes no sense is refused before anything is allocated."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from .arrays import array_of, generator_from, overwrite, scalar_of
from .exact import from_parts
from .plain import (
    FIXED,
    KINDS,
    LETTERS,
    MOST_DIGITS,
    MOST_ELEMENTS,
    SENSELESS,
    NotPlainError,
    Row,
    Slot,
)
from .randomness import advance

_LATER = object()


class Reader:
    """Rebuilds values from slots and a table; raises `NotPlainError` for a message that makes no sense.

    `known` are the containers sent before, by index; `others` rebuilds the slots of what is not plain data.
    """

    def __init__(
        self,
        table: Sequence[Any],
        known: Sequence[Any] = (),
        others: Callable[..., Any] | None = None,
    ) -> None:
        self._known = known
        self._others = others
        self._room = MOST_ELEMENTS
        self.objects: list[Any] = []
        for row in table:
            self.objects.append(self._view(row) if row and row[0] == "v" else _shell(row))
        for index, row in enumerate(table):
            if row[0] in FIXED:
                self.objects[index] = self._made(row)
        for index, row in enumerate(table):
            if row[0] in KINDS and row[0] not in FIXED:
                self.fill(self.objects[index], row)

    def value(self, slot: Slot) -> Any:
        """Return what a slot stands for."""
        if not isinstance(slot, list):
            return slot
        try:
            return self._tagged(*slot)
        except (LookupError, TypeError, ValueError, ArithmeticError) as error:
            raise NotPlainError(SENSELESS) from error

    def fill(self, container: Any, row: Row) -> None:
        """Make a list, a dict or an array hold what a row says, in place."""
        if isinstance(container, np.ndarray) and row[0] == "a":
            overwrite(container, array_of(row))
            return
        if isinstance(container, np.random.Generator):
            generator_from(row)
            advance(container, row)
            return
        if LETTERS.get(type(container)) != row[0] or row[0] in FIXED:
            raise NotPlainError(SENSELESS)
        parts = self._slots(row)
        try:
            if row[0] == "l":
                container[:] = parts
                return
            container.clear()
            if row[0] == "s":
                container.update(parts)
            else:
                for key, value in zip(parts[::2], parts[1::2], strict=True):
                    container[key] = value
        except (TypeError, ValueError) as error:
            raise NotPlainError(SENSELESS) from error

    def _view(self, row: Row) -> Any:
        """Return an array in the memory of another; where that lies otherwise here, one of its own."""
        if len(row) != 6:
            raise NotPlainError(SENSELESS)
        _, slot, order, offset, strides, own = row
        array, base = array_of(own), self.value(slot)
        try:
            if not (base.flags.c_contiguous if order == "C" else base.flags.f_contiguous):
                return array
            memory = base if order == "C" else base.T
            view: Any = np.ndarray(array.shape, array.dtype, memory, offset, strides)
        except (AttributeError, TypeError, ValueError, OverflowError):
            return array
        view.flags.writeable = array.flags.writeable and base.flags.writeable
        return view

    def _made(self, row: Row) -> Any:
        try:
            return KINDS[row[0]](self._slots(row))
        except TypeError as error:  # what cannot be in a set
            raise NotPlainError(SENSELESS) from error

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
            return scalar_of(rest[0], rest[1])
        if tag == "x":
            return from_parts(rest[0], [self.value(part) for part in rest[1]])
        if tag == "#" and len(rest[0]) <= MOST_DIGITS:
            return int.from_bytes(rest[0], "little", signed=True)
        if tag in ("f", "g", "h") and self._others is not None:
            return self._others(tag, *rest)
        raise ValueError(f"no such tag: {tag!r}")


def _shell(row: Any) -> Any:
    if not isinstance(row, list) or not row or row[0] not in ("a", "g", *KINDS):
        raise NotPlainError(SENSELESS)
    if row[0] == "a":
        return array_of(row)
    if row[0] == "g":
        return generator_from(row)
    return _LATER if row[0] in FIXED else KINDS[row[0]]()


def _index(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("no index")
    return value
