"""Outputs that quote a hidden test: Python keeps the code it ran, and a cell can print it."""

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output

# From a region's first line to its last; to the end where the last is missing. It starts where a line starts:
# from anywhere, time would grow with the square of a line's length.
HIDDEN_REGION = re.compile(r"(?s)(?:\A|\n)[^\n]*BEGIN HIDDEN TESTS.*?(END HIDDEN TESTS[^\n]*|$)")
# Shorter lines ("n = 3", "return result") say nothing and stand everywhere.
_SHORTEST_LINE = 16
_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def secret_lines(cells: Iterable[NotebookNode]) -> frozenset[str]:
    """Return the telling lines of hidden regions that stand nowhere else, without spaces and quotes."""
    secret: set[str] = set()
    public: set[str] = set()
    for cell in cells:
        for region in HIDDEN_REGION.finditer(cell.source):
            secret |= _lines(region[0])
        public |= _lines(HIDDEN_REGION.sub("", cell.source))
    return frozenset(secret - public)


def without_quotes(outputs: Sequence[NotebookNode], secrets: frozenset[str]) -> list[NotebookNode]:
    """Put a sentence in the place of every output that holds one of these lines."""
    return [_withheld() if _quotes(output, secrets) else output for output in outputs]


def _quotes(output: NotebookNode, secrets: frozenset[str]) -> bool:
    said = _squeeze("\n".join(_texts(output)))
    return any(line in said for line in secrets)


def _texts(data: Any) -> Iterable[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for part in data.values():
            yield from _texts(part)
    elif isinstance(data, list):
        for part in data:
            yield from _texts(part)


def _lines(text: str) -> set[str]:
    return {line for raw in text.splitlines() if len(line := _squeeze(raw)) >= _SHORTEST_LINE}


def _squeeze(text: str) -> str:
    """Take away what printing a line as a string, in colour or as HTML adds."""
    plain = html.unescape(_COLOUR.sub("", text))
    return re.sub(r"[\s\\'\"]|<[^<>]{0,200}>", "", plain)


def _withheld() -> NotebookNode:
    text = "This output quoted a hidden test and is left out."
    output: NotebookNode = new_output("stream", name="stdout", text=text)
    return output
