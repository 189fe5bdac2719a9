"""How much of a value is looked at: answers may be of any size, and hold themselves."""

from typing import Any

import numpy as np

_MOST_PARTS = 100_000
_DEEPEST = 30


def is_bounded(value: Any, most: int = _MOST_PARTS) -> bool:
    """Whether a value has few enough parts, and parts of parts, to be copied, compared and written out."""
    waiting, left = [(value, 0)], most
    while waiting:
        part, depth = waiting.pop()
        if not isinstance(part, list | tuple | set | frozenset | dict | str | bytes | np.ndarray):
            continue
        left -= part.size if isinstance(part, np.ndarray) else len(part)
        if left < 0 or depth > _DEEPEST:
            return False
        if isinstance(part, dict):
            waiting += [(each, depth + 1) for pair in part.items() for each in pair]
        elif not isinstance(part, str | bytes | np.ndarray):
            waiting += [(each, depth + 1) for each in part]
    return True


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
