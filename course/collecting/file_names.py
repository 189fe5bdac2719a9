"""What students, browsers and editors make of a notebook's name, as in `Softmax-Copy1 (2).ipynb.txt`."""

import re
from dataclasses import dataclass

from course.collecting.names import key

_ENDING = re.compile(r"\.(?:ipynb|json|txt)$", re.IGNORECASE)
_NUMBER = re.compile(r"(?<=.)(?:[ _]?\((\d{1,4})\)|-(\d{1,4}))$")
_COPY = re.compile(r"^copy of |[ _-]+copy[ _-]?\(?\d*\)?$", re.IGNORECASE)
_BETWEEN = " _-.+"


@dataclass(frozen=True)
class FileName:
    """A notebook's name: its stem in full and as it was meant, and its number, -1 for a copy."""

    full: str
    stem: str
    number: int = 0


def read_file_name(name: str) -> FileName | None:
    """Return what a file's name says; None if no notebook is called so."""
    full, number, stem = "", 0, name
    while end := _ENDING.search(stem) or _NUMBER.search(stem):
        stem = stem[: end.start()]
        if end.re is _ENDING:
            full = stem
        else:
            number = number or int(end[1] or end[2])
    if not full.strip(_BETWEEN):
        return None
    if _COPY.search(stem):
        return FileName(full, _COPY.sub("", stem).strip(_BETWEEN), -1)
    return FileName(full, stem.strip(_BETWEEN), number)


def without(stem: str, topic: str) -> str | None:
    """Return what else a stem says beside a topic's name, at its begin or its end; None without that name."""
    words, between = r"[ _-]*".join(map(re.escape, topic.split("_"))), f"[{re.escape(_BETWEEN)}]"
    found = re.search(rf"^{words}(?=$|{between})|(?<={between}){words}$", stem, re.IGNORECASE)
    if found:
        return f"{stem[: found.start()]}{stem[found.end() :]}".strip(_BETWEEN)
    return "" if key(stem) == key(topic) else None
