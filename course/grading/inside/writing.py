"""Values to slots and rows."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from .plain import (
    DEEPEST,
    MOST_BYTES,
    MOST_DIGITS,
    MOST_ELEMENTS,
    NotPlainError,
    Row,
    Slot,
    in_words,
    is_numeric,
)

_SMALL = 2**63


class Writer:
    """Turns values into slots, and their containers into rows of `table`.

    `known` maps the id of a container that came from the receiver to its index there; `functions` returns
    the slot of a function, or None where functions cannot cross.
    """

    def __init__(
        self,
        known: Mapping[int, int] | None = None,
        functions: Callable[[Any], Slot | None] = lambda _: None,
    ) -> None:
        self.table: list[Row | None] = []
        self.objects: list[Any] = []  # row by row; also keeps them alive, so that an id means one object
        self._known = known or {}
        self._functions = functions
        self._rows: dict[int, int] = {}
        self._room_bytes = MOST_BYTES
        self._room_elements = MOST_ELEMENTS

    def slot(self, value: Any, depth: int = 0) -> Slot:
        """Return the slot of a value; raises `NotPlainError` for what is not plain data or too much."""
        kind = type(value)
        if value is None or kind is bool or kind is float:
            return value
        if kind is int:
            return value if -_SMALL <= value < _SMALL else self._big(value)
        if kind is str or kind is bytes:
            self._take(len(value), 1)
            return value
        if kind is complex:
            return ["c", value.real, value.imag]
        if isinstance(value, np.generic) and is_numeric(value.dtype):
            return ["n", value.dtype.str, value.tobytes()]
        if kind is list or kind is tuple or kind is dict or kind is np.ndarray:
            return self._container(value, depth)
        function = self._functions(value) if callable(value) else None
        if function is None:
            raise NotPlainError(f"{in_words(value)} came, and only plain data can be handed over")
        return function

    def whole(self, value: Any) -> Slot:
        """Return the slot of a value; one that cannot cross leaves nothing in the table."""
        rows, room = len(self.table), (self._room_bytes, self._room_elements)
        try:
            return self.slot(value)
        except NotPlainError:
            for each in self.objects[rows:]:
                del self._rows[id(each)]
            del self.table[rows:], self.objects[rows:]
            self._room_bytes, self._room_elements = room
            raise

    def content(self, value: Any, depth: int = 0) -> Row:
        """Return the row of a container, without an entry in the table."""
        if type(value) is np.ndarray:
            return self._array(value)
        if type(value) is dict:
            self._take(0, 2 * len(value))
            return ["d", [self.slot(part, depth + 1) for pair in value.items() for part in pair]]
        self._take(0, len(value))
        return ["l" if type(value) is list else "t", [self.slot(part, depth + 1) for part in value]]

    def _container(self, value: Any, depth: int) -> Slot:
        if id(value) in self._known:
            return ["o", self._known[id(value)]]
        if id(value) in self._rows:
            return ["r", self._rows[id(value)]]
        if depth > DEEPEST:
            raise NotPlainError(f"something nested deeper than {DEEPEST} came")
        if type(value) is tuple:
            row = self.content(value, depth)  # what it holds comes first: a tuple cannot be filled later
            return ["r", self._add(value, row)]
        index = self._add(value, None)
        self.table[index] = self.content(value, depth)
        return ["r", index]

    def _add(self, value: Any, row: Row | None) -> int:
        self._rows[id(value)] = len(self.table)
        self.objects.append(value)
        self.table.append(row)
        return len(self.table) - 1

    def _array(self, value: Any) -> Row:
        if not is_numeric(value.dtype):
            raise NotPlainError(f"{in_words(value)} came, and only arrays of numbers can be handed over")
        self._take(value.nbytes, 1)
        order = "F" if value.flags.f_contiguous and not value.flags.c_contiguous else "C"
        shape = list(value.shape)
        return ["a", value.dtype.str, shape, order, bool(value.flags.writeable), value.tobytes(order)]

    def _big(self, value: int) -> Slot:
        length = value.bit_length() // 8 + 1
        if length > MOST_DIGITS:
            raise NotPlainError("an integer of too many digits came")
        self._take(length, 1)
        return ["#", value.to_bytes(length, "little", signed=True)]

    def _take(self, size: int, elements: int) -> None:
        self._room_bytes -= size
        self._room_elements -= elements
        if self._room_bytes < 0 or self._room_elements < 0:
            raise NotPlainError("too much data came")
