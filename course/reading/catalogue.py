"""The catalogue beside a topic: wrong answers that people give, and right ones written differently."""

import re
from dataclasses import dataclass
from pathlib import Path

from course.reading.errors import TopicError
from course.reading.percent import MarkedCell, read_percent
from course.reading.shelf import find_topic
from course.reading.solutions import defined_names
from course.reading.topic import read_topic


@dataclass(frozen=True)
class Entry:
    """One implementation of `function`. `message` is what its author is told; empty for right ones."""

    name: str
    function: str
    source: str
    message: str = ""


@dataclass(frozen=True)
class Catalogue:
    """What lies beside one topic. `probes` are further calls that tell misconceptions apart."""

    topic: str
    misconceptions: tuple[Entry, ...]
    variants: tuple[Entry, ...]
    probes: tuple[Entry, ...]

    def wrong(self, function: str) -> tuple[Entry, ...]:
        """Return the misconceptions about one function."""
        return tuple(entry for entry in self.misconceptions if entry.function == function)

    def right(self, function: str) -> tuple[Entry, ...]:
        """Return the differently written correct answers for one function."""
        return tuple(entry for entry in self.variants if entry.function == function)


def read_catalogue(name: str) -> Catalogue:
    """Read the catalogue of a topic; raises `TopicError` or `UnknownTopicError`."""
    folder = find_topic(name)
    functions = read_topic(name).functions
    wrong = _entries(folder / "misconceptions.py", functions, ("wrong", "probe"))
    return Catalogue(name, wrong["wrong"], read_variants(name, functions), wrong["probe"])


def read_variants(name: str, functions: tuple[str, ...]) -> tuple[Entry, ...]:
    """Read the right answers of a topic with these functions; raises `TopicError` or `UnknownTopicError`."""
    return _entries(find_topic(name) / "variants.py", functions, ("right",))["right"]


def _entries(path: Path, functions: tuple[str, ...], kinds: tuple[str, ...]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {kind: [] for kind in kinds}
    names: set[str] = set()
    for cell in read_percent(path).cells:
        if cell.is_markdown:
            continue
        kind = next((kind for kind in kinds if kind in cell.markers), None)
        if kind is None or len(cell.markers) > 1:
            raise TopicError(path, cell.line, f"a cell here has one marker, {' or '.join(kinds)}.")
        name = str(cell.markers[kind])
        if name in names:
            raise TopicError(path, cell.line, f"the name '{name}' is used twice; choose another.")
        names.add(name)
        found[kind].append(_entry(path, cell, kind, name, functions))
    return {kind: tuple(entries) for kind, entries in found.items()}


def _entry(path: Path, cell: MarkedCell, kind: str, name: str, functions: tuple[str, ...]) -> Entry:
    owners = [function for function in functions if name == function or name.startswith(function + "_")]
    if not owners:
        raise TopicError(path, cell.line, f"'{name}' does not begin with the name of an answer; rename it.")
    function = max(owners, key=len)
    message = " ".join(re.findall(r"(?m)^# ?(.*)$", _leading_comment(cell.source)))
    if kind == "wrong" and not message:
        raise TopicError(path, cell.line, f"'{name}' needs a message: comment lines before the code.")
    source = cell.source[len(_leading_comment(cell.source)) :].strip("\n")
    if kind != "probe" and function not in defined_names(path, cell):
        raise TopicError(path, cell.line, f"'{name}' does not define '{function}'.")
    return Entry(name, function, source, message)


def _leading_comment(source: str) -> str:
    found = re.match(r"(?:#.*(?:\n|$))*", source)
    return found[0] if found else ""
