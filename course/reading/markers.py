"""The short markers of a topic file: what each needs, and what is refused."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from course.reading.errors import TopicError
from course.reading.percent import MarkedCell

_MARKDOWN_KINDS = ("written", "hints")
_POINTS_KINDS = ("hidden", "written")
_GRADE_ID = re.compile(r"^[A-Za-z_][A-Za-z0-9_]{0,63}$")
_HINT_COUNT = 3


class PlainCellNames:
    """Readable ids for cells without a marker: the last heading's words, then a number."""

    def __init__(self) -> None:
        self._heading = "opening"
        self._counts: dict[str, int] = {}

    def __call__(self, cell: MarkedCell) -> str:
        """Name one cell; call once for each, in order."""
        heading = re.match(r"#+ +([^\n]+)", cell.source) if cell.is_markdown else None
        if heading:
            words = re.sub(r"\$[^$]*\$", "", heading[1])
            self._heading = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")[:50] or "section"
        count = self._counts[self._heading] = self._counts.get(self._heading, 0) + 1
        return f"{self._heading}-{count}"


def kind_and_name(path: Path, cell: MarkedCell, kinds: Sequence[str]) -> tuple[str | None, str, int]:
    """Return a cell's marker, the name it gives and its points; (None, "", 0) without a marker."""
    unknown = sorted(set(cell.markers) - set(kinds) - {"points"})
    if unknown:
        raise TopicError(
            path, cell.line, f"unknown marker '{unknown[0]}'; the markers are {', '.join(kinds)} and points."
        )
    found = [kind for kind in kinds if kind in cell.markers]
    if len(found) > 1:
        raise TopicError(
            path, cell.line, f"a cell is either '{found[0]}' or '{found[1]}'; remove one marker."
        )
    if not found:
        if "points" in cell.markers:
            raise TopicError(
                path, cell.line, "points without 'hidden' or 'written'; remove them or add the marker."
            )
        return None, "", 0
    kind, name = found[0], str(cell.markers[found[0]])
    if not _GRADE_ID.match(name):
        raise TopicError(path, cell.line, f"'{name}' is no name; use letters, digits and underscores.")
    if cell.is_markdown != (kind in _MARKDOWN_KINDS):
        wanted = (
            "Markdown: write '# %% [markdown]'" if kind in _MARKDOWN_KINDS else "code: remove '[markdown]'"
        )
        raise TopicError(path, cell.line, f"a cell marked '{kind}' is {wanted}.")
    return kind, name, _points(path, cell, kind)


def _points(path: Path, cell: MarkedCell, kind: str) -> int:
    points = cell.markers.get("points")
    if kind not in _POINTS_KINDS:
        if points is not None:
            raise TopicError(path, cell.line, f"a cell marked '{kind}' carries no points; remove them.")
        return 0
    if points is None:
        raise TopicError(
            path, cell.line, f"a cell marked '{kind}' needs points; add points=1 to its first line."
        )
    if type(points) is not int or points < 1:
        raise TopicError(
            path, cell.line, f"points={points} is not a whole number above 0; write points=1 or more."
        )
    return points


def tested_function(path: Path, cell: MarkedCell, name: str, functions: Sequence[str]) -> str:
    """Return the answer that a test or hint is for: the longest one its name begins with."""
    owners = [function for function in functions if name == function or name.startswith(function + "_")]
    if not owners:
        raise TopicError(
            path,
            cell.line,
            f"'{name}' has no answer before it; begin the name with that of an answer cell further up.",
        )
    return max(owners, key=len)


def check_source(path: Path, cell: MarkedCell, kind: str) -> None:
    """Refuse a test without a sentence or a body, and hints that are not three."""
    if kind in ("test", "hidden"):
        first, _, body = cell.source.partition("\n")
        if not re.match(r"^# [A-Z`\d].*\.$", first):
            raise TopicError(
                path,
                cell.line,
                "a test begins with a comment that says the property: '# A sentence with a full stop.'",
            )
        if "assert" not in body:
            raise TopicError(path, cell.line, "this test asserts nothing and could not fail; add an assert.")
    if kind == "hints" and len(numbered_items(cell.source)) != _HINT_COUNT:
        raise TopicError(path, cell.line, "hints come in three: a nudge, the idea, the shape of the code.")
    if re.search(r"(BEGIN|END) HIDDEN TESTS", cell.source):
        raise TopicError(
            path, cell.line, "the marker 'hidden' already hides the whole test; remove this line."
        )


def numbered_items(source: str) -> tuple[str, ...]:
    """Split a Markdown list '1. … 2. …' into its items."""
    return tuple(item.strip() for item in re.split(r"(?m)^\d+\. ", source)[1:])


def header_fields(
    path: Path, header: Mapping[str, Any], topics: Sequence[str]
) -> tuple[int, int, tuple[str, ...]]:
    """Return minutes, difficulty (1 to 3) and needed topics from a topic's header."""
    minutes, difficulty = header.get("minutes"), header.get("difficulty")
    needs = header.get("needs", [])
    if type(minutes) is not int or minutes < 1:
        raise TopicError(path, 1, "the header needs 'course: minutes:', a whole number.")
    if difficulty not in (1, 2, 3):
        raise TopicError(path, 1, "the header needs 'course: difficulty:', 1, 2 or 3.")
    unknown = [name for name in needs if name not in topics]
    if unknown:
        raise TopicError(
            path, 1, f"the header needs a topic '{unknown[0]}' that does not exist; name one that does."
        )
    return minutes, difficulty, tuple(needs)
