"""What goes into marking, and what comes out of it, as plain data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Place = tuple[str, str]  # a notebook's name and a cell's grade id


@dataclass(frozen=True)
class HandedIn:
    """What one student handed in: notebooks by file name, and what lies beside them by path."""

    student: str
    notebooks: Mapping[str, bytes]
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Marked:
    """What became of it. A notebook of the assignment that is not among `notebooks` was not handed in."""

    notebooks: Mapping[str, bytes] = field(default_factory=dict)
    scores: Mapping[Place, float | None] = field(default_factory=dict)
    comments: Mapping[Place, str | None] = field(default_factory=dict)
    repairs: tuple[str, ...] = ()
    log: str = ""
    problem: str = ""
