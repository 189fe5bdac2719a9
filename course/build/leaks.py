"""Does anything that students get hold a line of a solution, a hidden test or a wrong answer?"""

import html
import io
import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from course.reading import TOPICS, Kind, read_catalogue, read_topic

# Shorter lines ("n = 3", "return result") say nothing and stand everywhere.
_SHORTEST_LINE = 16
_SHORTEST_BODY = 8


@dataclass(frozen=True)
class Leak:
    """One line that must not be where it was found."""

    place: str
    line: str

    def __str__(self) -> str:
        return f"{self.place} holds the line {self.line!r}"


def secret_lines() -> frozenset[str]:
    """Return what only instructors may see, without white space: telling lines, and whole bodies."""
    secret: set[str] = set()
    public: set[str] = set()
    for name in TOPICS:
        topic, catalogue = read_topic(name), read_catalogue(name)
        for cell in topic.cells:
            if cell.kind is Kind.HIDDEN:
                secret |= _lines(cell.source.partition("\n")[2])
            elif cell.kind is Kind.WRITTEN:
                secret |= _lines(cell.source)
            elif cell.kind is Kind.ANSWER:
                kept, hidden = _split_solution(cell.source)
                secret |= _lines(hidden) | _body(hidden)
                public |= _lines(kept)
            else:
                public |= _lines(cell.source)
        for entry in (*catalogue.misconceptions, *catalogue.variants):
            secret |= _lines(entry.source) | _body(entry.source.partition("\n")[2])
        for probe in catalogue.probes:
            public |= _lines(probe.source)
    return frozenset(secret - public)


def find_leaks(places: Iterable[Path], secrets: frozenset[str]) -> Iterator[Leak]:
    """Search files, folders, and zips with wheels in them for secret lines and nbgrader's region markers."""
    for place in places:
        for name, text in _texts(place):
            flat = _squeeze(text)
            for marker in ("### BEGIN SOLUTION", "### BEGIN HIDDEN TESTS"):
                if marker.replace(" ", "") in flat:
                    yield Leak(name, marker)
            for line in sorted(secrets):
                if line in flat:
                    yield Leak(name, line)


def _texts(place: Path) -> Iterator[tuple[str, str]]:
    if place.is_dir():
        for path in sorted(path for path in place.rglob("*") if path.is_file()):
            yield from _texts(path)
    elif zipfile.is_zipfile(place):
        yield from _packed_texts(place.name, place)
    else:
        yield str(place), _readable(place.name, place.read_text(encoding="utf-8", errors="replace"))


def _packed_texts(place: str, file: Path | BinaryIO) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            data = archive.read(name)
            if zipfile.is_zipfile(io.BytesIO(data)):
                yield from _packed_texts(f"{place}:{name}", io.BytesIO(data))
            else:
                yield f"{place}:{name}", _readable(name, data.decode("utf-8", "replace"))


def _readable(name: str, text: str) -> str:
    """Undo what a format does to a line of code."""
    if name.endswith((".ipynb", ".json")):
        return "\n".join(_strings(json.loads(text)))
    return html.unescape(re.sub(r"<[^>]*>", "", text)) if name.endswith(".html") else text


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        if all(isinstance(part, str) for part in data):
            yield "".join(data)
        else:
            for part in data:
                yield from _strings(part)
    elif isinstance(data, dict):
        for part in data.values():
            yield from _strings(part)


def _split_solution(source: str) -> tuple[str, str]:
    hidden = "\n".join(re.findall(r"(?s)### BEGIN SOLUTION\n(.*?)### END SOLUTION", source))
    return re.sub(r"(?s)### BEGIN SOLUTION\n.*?### END SOLUTION", "", source), hidden


def _lines(text: str) -> set[str]:
    return {line for raw in text.splitlines() if len(line := _squeeze(raw)) >= _SHORTEST_LINE}


def _body(text: str) -> set[str]:
    body = _squeeze(text)
    return {body} if len(body) >= _SHORTEST_BODY else set()


def _squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)
