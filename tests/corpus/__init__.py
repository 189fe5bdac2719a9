"""Answers and tests of them, as cells in plain text: one file for each kind."""

import re
from pathlib import Path

_CELL = re.compile(r'(?m)^# %% \w+="([^"]+)"\n')
_DASHES = "# ----------\n"


def cases(kind: str) -> dict[str, str]:
    """Return the cells of one file by name."""
    text = (Path(__file__).parent / f"{kind}.py").read_text(encoding="utf-8")
    parts = _CELL.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def halves(cell: str) -> tuple[str, str]:
    """Return what stands before and after a cell's line of dashes."""
    before, _, after = cell.partition(_DASHES)
    return before, after
