"""People's names, however a system writes them: letters count; case, order, spaces and punctuation do not."""

import unicodedata
from collections.abc import Iterator

_UNFIT = frozenset('/\\*?[]<>:"|')
_LONGEST = 100


def key(text: str) -> str:
    """Return what is compared of a name: letters, accents and digits, however they were encoded."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(letter for letter in folded if unicodedata.category(letter)[0] in "LMN")
    return unicodedata.normalize("NFKD", kept)


def split_name(name: str) -> tuple[str, str]:
    """Return first and last names of "Last, First", else of "First Last" with one word for the last name."""
    if "," in name:
        last, _, first = name.partition(",")
        return first.strip(), last.strip()
    first, _, last = name.strip().rpartition(" ")
    return first.strip(), last


def orders(name: str) -> Iterator[str]:
    """Yield a name's key beginning at each of its words: "Ada King Lovelace", "King Lovelace, Ada", ..."""
    words = name.replace(",", " ").split()
    for place in range(len(words)):
        yield key("".join(words[place:] + words[:place]))


def unfit(student: str) -> str:
    """Say why an id cannot name a student's folder; "" if it can."""
    if not student:
        return "is empty"
    if student.startswith((".", "~")) or student != student.strip():
        return "begins with a dot, a tilde or a space, or ends with a space"
    if not student.isprintable():
        return "holds characters that cannot be printed"
    if set(student) & _UNFIT:
        return f"holds one of {' '.join(sorted(_UNFIT))}"
    if len(student.encode(errors="replace")) > _LONGEST:
        return f"is longer than {_LONGEST} bytes"
    return ""


def printable(text: str) -> str:
    """Return text that can be shown: what cannot be printed, or turns the line around, is a question mark."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)
