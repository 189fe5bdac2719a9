"""Values to slots and rows."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.lib.array_utils import byte_bounds

from .exact import parts_of
from .plain import (
    DEEPEST,
    FIXED,
    LETTERS,
    MOST_BYTES,
    MOST_DIGITS,
    MOST_ELEMENTS,
    PAIRS,
    NotPlainError,
    Row,
    Slot,
    in_words,
    is_exact,
)
from .randomness import generator_row

_SMALL = 2**63
_MOST_VIEWED = 64


class Writer:
    """Turns values into slots, and their containers into rows of `table`.

    `known` are containers that came from the receiver, by their index there; `others` returns the slot of
    what is not plain data, or None where that cannot cross.
    """

    def __init__(
        self,
        known: Sequence[Any] = (),
        others: Callable[[Any], Slot | None] = lambda _: None,
    ) -> None:
        self.table: list[Row | None] = []
        self.objects: list[Any] = []  # row by row; also keeps them alive, so that an id means one object
        self._known = {id(each): place for place, each in enumerate(known)}
        self._arrays: list[tuple[Slot, Any]] = []
        for place, each in enumerate(known):
            self._note_memory(["o", place], each)
        self._others = others
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
        if isinstance(value, np.generic) and is_exact(value.dtype):
            return ["n", value.dtype.str, value.tobytes()]
        if kind in LETTERS or kind is np.ndarray or kind is np.random.Generator:
            return self._container(value, depth)
        parts = parts_of(value)
        if parts is not None:
            self._take(0, 1)
            return ["x", parts[0], [self.slot(part, depth + 1) for part in parts[1]]]
        slot = self._others(value)
        if slot is None:
            raise NotPlainError(f"{in_words(value)} came, and only plain data can be handed over")
        return slot

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
        if type(value) is np.random.Generator:
            return self._generator(value)
        letter = LETTERS[type(value)]
        if letter in PAIRS:
            self._take(0, 2 * len(value))
            return [letter, [self.slot(part, depth + 1) for pair in value.items() for part in pair]]
        self._take(0, len(value))
        return [letter, [self.slot(part, depth + 1) for part in value]]

    def _container(self, value: Any, depth: int) -> Slot:
        if id(value) in self._known:
            return ["o", self._known[id(value)]]
        if id(value) in self._rows:
            return ["r", self._rows[id(value)]]
        if depth > DEEPEST:
            raise NotPlainError(f"something nested deeper than {DEEPEST} came")
        if LETTERS.get(type(value), "a") in FIXED:
            row = self.content(value, depth)  # what it holds comes first: it cannot be filled later
            return ["r", self._add(value, row)]
        index = self._add(value, None)
        self.table[index] = self._view(value) or self.content(value, depth)
        self._note_memory(["r", index], value)
        return ["r", index]

    def _add(self, value: Any, row: Row | None) -> int:
        self._rows[id(value)] = len(self.table)
        self.objects.append(value)
        self.table.append(row)
        return len(self.table) - 1

    def _note_memory(self, slot: Slot, value: Any) -> None:
        """Remember an array, for others may be views of it."""
        if type(value) is np.ndarray and len(self._arrays) < _MOST_VIEWED and value.flags.forc:
            self._arrays.append((slot, value))

    def _view(self, value: Any) -> Row | None:
        """Return the row of an array that lies in the memory of one before it."""
        if type(value) is not np.ndarray or not value.size:
            return None
        for slot, other in self._arrays:
            low, high = byte_bounds(value)
            start, end = byte_bounds(other)
            if start <= low and high <= end:
                offset = value.__array_interface__["data"][0] - start
                order = "C" if other.flags.c_contiguous else "F"
                return ["v", slot, order, offset, list(value.strides), self._array(value)]
        return None

    def _array(self, value: Any) -> Row:
        if not is_exact(value.dtype):
            raise NotPlainError(
                f"{in_words(value)} came, and only arrays of numbers, texts and times can be handed over"
            )
        self._take(value.nbytes, 1)
        order = "F" if value.flags.f_contiguous and not value.flags.c_contiguous else "C"
        shape = list(value.shape)
        return ["a", value.dtype.str, shape, order, bool(value.flags.writeable), value.tobytes(order)]

    def _generator(self, value: Any) -> Row:
        row = generator_row(value)
        if row is None:
            raise NotPlainError(f"a generator with {type(value.bit_generator).__name__} came, not with PCG64")
        return row

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
