"""The percent format: a text file to marked cells, each with its line number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jupytext

from course.reading.errors import TopicError

_MARKER_LINE = re.compile(r"^# %%(\s|$)")


@dataclass(frozen=True)
class MarkedCell:
    """One cell as written: `markers` are the `key="value"` pairs on its `# %%` line."""

    is_markdown: bool
    markers: Mapping[str, Any]
    source: str
    line: int


@dataclass(frozen=True)
class MarkedText:
    """A whole file: what its header says about the topic, and its cells in order."""

    header: Mapping[str, Any]
    cells: tuple[MarkedCell, ...]


def read_percent(path: Path) -> MarkedText:
    """Read a percent file; raises `TopicError` where text stands outside a cell."""
    text = path.read_text(encoding="utf-8")
    lines = [number for number, line in enumerate(text.splitlines(), 1) if _MARKER_LINE.match(line)]
    notebook = jupytext.reads(text, fmt="py:percent")
    if not lines or len(notebook.cells) != len(lines):
        raise TopicError(
            path,
            lines[0] if lines else 1,
            "there is text before the first cell; begin every cell with a line '# %%'.",
        )
    cells = tuple(
        MarkedCell(cell.cell_type == "markdown", _markers(cell.metadata), cell.source, line)
        for cell, line in zip(notebook.cells, lines, strict=True)
    )
    return MarkedText(dict(notebook.metadata.get("course", {})), cells)


def _markers(metadata: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: value for key, value in metadata.items() if not key.startswith("lines_to_")}
