"""What JSON can say and no notebook can hold: taken out before anything else looks at it."""

import math
from typing import Any

# Every library that reads notebooks is recursive; none of theirs is half as deep.
_DEEPEST = 60


def cleaned(value: Any, notes: list[str], depth: int = 0) -> Any:
    """Return JSON data without halves of characters, numbers that are none, and bottomless nesting."""
    if isinstance(value, str):
        return _characters(value, notes)
    if isinstance(value, float) and not math.isfinite(value):
        notes.append("it held numbers that JSON does not know")
        return None
    if not isinstance(value, dict | list):
        return value
    if depth > _DEEPEST:
        notes.append("something in it was nested too deeply and is left out")
        return None
    if isinstance(value, list):
        return [cleaned(part, notes, depth + 1) for part in value]
    return {_characters(key, notes): cleaned(part, notes, depth + 1) for key, part in value.items()}


def _characters(text: str, notes: list[str]) -> str:
    if "\0" in text:
        notes.append("it held NUL characters")
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        notes.append("it held halves of characters")
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
