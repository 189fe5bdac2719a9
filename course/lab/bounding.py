"""How much of a value is looked at: answers may be of any size, and hold themselves."""

import sys
from typing import Any

import numpy as np

_MOST_PARTS = 100_000
_DEEPEST = 30
_WITH_PARTS = (list, tuple, set, frozenset, dict, str, bytes, range, np.ndarray)
_WHOLE = (str, bytes, range, np.ndarray)


def is_bounded(value: Any) -> bool:
    """Whether a value has few enough parts, and parts of parts, to be copied, compared and written out."""
    waiting = [(value, 0)] if isinstance(value, _WITH_PARTS) else []
    left = _MOST_PARTS
    while waiting:
        part, depth = waiting.pop()
        left -= _parts_of(part)
        if left < 0 or depth > _DEEPEST:
            return False
        if not isinstance(part, _WHOLE):
            parts = [*part, *part.values()] if isinstance(part, dict) else part
            waiting += [(each, depth + 1) for each in parts if isinstance(each, _WITH_PARTS)]
    return True


def _parts_of(value: Any) -> int:
    try:
        return value.size if isinstance(value, np.ndarray) else len(value)
    except OverflowError:  # of a range that no list could hold
        return sys.maxsize


def cut(text: str, most: int = 300) -> str:
    """Return a text, or its beginning, in characters that every screen and every file can take."""
    text = text if len(text) <= most else f"{text[: most - 3]}…"
    return text.encode(errors="backslashreplace").decode()


def said_by(error: BaseException) -> str:
    """Return the name of an exception and what it says: the beginning of it, in one line."""
    try:
        text = " ".join(str(error)[:1000].split())
    except Exception:  # of a class of the student's
        text = ""
    name = cut(type(error).__name__, 80)
    return f"{name}: {cut(text)}" if text else name
