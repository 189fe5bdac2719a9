"""Plain data as nested lists of scalars and back, type for type: all that crosses to and from a student.

A message has a table of containers, so that one object named twice arrives as one object. A slot is a
scalar or a list that begins with a tag:

    ["#", digits]                a big integer, as signed little-endian bytes
    ["c", real, imaginary]       a complex number
    ["n", dtype, bytes]          a NumPy scalar
    ["x", kind, slots]           a small value that cannot change, see exact.py
    ["r", index]                 a container of this message's table
    ["o", index]                 a container that the receiver sent before
    ["f", index]                 a function of the examiner's, which calls back
    ["g", name]                  a function of the student's, by its name
    ["h", kind, process, number, words]  what the student's process holds; to there, the two numbers alone

A row of the table is [a letter of KINDS, slots], of dicts with keys and values in turn, or one of

    ["a", dtype, shape, order, writeable, bytes]        an array
    ["v", slot, order, offset, strides, row]            an array in the memory of another one of this order
    ["g", state, increment, has_uint32, uinteger]       a generator of random numbers
"""

import re
from collections import Counter, OrderedDict
from typing import Any

import numpy as np

MOST_BYTES = 64 * 2**20
MOST_ELEMENTS = 1_000_000
DEEPEST = 100
MOST_DIGITS = 20_000  # bytes of one integer
SENSELESS = "a message came that makes no sense"
DTYPE = re.compile(
    r"[<>|](b1|[iu][1248]|f(2|4|8|16)|c(8|16|32)|[US]\d{1,5}|[mM]8(\[\d{0,4}[A-Za-z]{1,2}\])?)"
)
KINDS: dict[str, type] = {
    **{"l": list, "t": tuple, "s": set, "z": frozenset},
    **{"d": dict, "O": OrderedDict, "C": Counter},
}
LETTERS = {kind: letter for letter, kind in KINDS.items()}
FIXED = "tz"  # what they hold must be there first
PAIRS = "dOC"

Slot = Any
Row = list[Any]


class NotPlainError(TypeError):
    """A value cannot cross: says in words what it is."""


def in_words(value: Any) -> str:
    """Name a value's kind, as in "an object of type Account"."""
    if isinstance(value, np.ndarray):
        return f"an array of {value.dtype}"
    if isinstance(value, type):
        return f"the class {value.__name__}"
    name = getattr(value, "__name__", "")
    if callable(value) and isinstance(name, str) and name:
        return f"the function {name}"
    return f"an object of type {type(value).__name__}"


def is_exact(dtype: Any) -> bool:
    """Whether a dtype is one of numbers, texts or times, whose bytes say all."""
    return bool(DTYPE.fullmatch(dtype.str))
