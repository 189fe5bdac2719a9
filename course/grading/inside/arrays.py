"""Arrays and NumPy's scalars from their bytes; what makes no sense is refused before it is allocated."""

import math
from typing import Any

import numpy as np

from .plain import DTYPE, SENSELESS, NotPlainError, Row
from .randomness import generator_of

_MOST_AXES = 32


def array_of(row: Row) -> Any:
    """Return the array of a row."""
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


def generator_from(row: Row) -> Any:
    """Return the generator of a row."""
    try:
        return generator_of(row)
    except (TypeError, ValueError, OverflowError) as error:
        raise NotPlainError(SENSELESS) from error


def scalar_of(name: Any, data: Any) -> Any:
    """Return a scalar of NumPy's."""
    dtype = _dtype(name)
    if len(data) != dtype.itemsize:
        raise ValueError("wrong size")
    return np.frombuffer(data, dtype)[0]


def _dtype(name: Any) -> Any:
    if not isinstance(name, str) or not DTYPE.fullmatch(name):
        raise ValueError("no dtype of numbers")
    return np.dtype(name)


def overwrite(array: Any, new: Any) -> None:
    """Make an array hold what another one does, in place."""
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
