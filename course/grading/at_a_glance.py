"""What a feedback page says first: points, and for each exercise what holds and what does not."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from nbformat import NotebookNode

from course.grading.cell_outputs import METADATA_KEY

# nbgrader's own comment on a cell that was left as it was released.
_COMMENT_ON_BLANK = "No response."


@dataclass(frozen=True)
class Finding:
    """One property that earns points. `place` is the anchor of its cell."""

    place: str
    sentence: str
    outcome: str
    detail: str
    score: float
    points: float


@dataclass(frozen=True)
class Exercise:
    """One answer and its properties; without a function where tests belong to no answer."""

    place: str
    heading: str
    function: str
    message: str
    comment: str
    findings: tuple[Finding, ...]

    @property
    def score(self) -> float:
        """Points earned."""
        return sum(finding.score for finding in self.findings)

    @property
    def points(self) -> float:
        """Points that there are."""
        return sum(finding.points for finding in self.findings)


@dataclass(frozen=True)
class Written:
    """One answer that a person reads. `waiting` until they have given the points."""

    place: str
    heading: str
    blank: bool
    waiting: bool
    comment: str
    score: float
    points: float


@dataclass(frozen=True)
class Page:
    """All that stands above the notebook."""

    title: str
    score: float
    points: float
    penalty: float
    entries: tuple[Exercise | Written, ...]

    @property
    def waiting(self) -> float:
        """Points that a person has still to give."""
        return sum(entry.points for entry in self.entries if isinstance(entry, Written) and entry.waiting)


def place_of(position: int) -> str:
    """Name the anchor of the cell at a position, counted from 0."""
    return f"cell-{position + 1}"


def at_a_glance(nb: NotebookNode, grades: Mapping[str, Any]) -> Page:
    """Gather what `Redact` noted in the cells, in the notebook's order."""
    return Page(
        title=_title(nb) or str(grades.get("notebook", "")),
        score=float(grades.get("score", 0)),
        points=float(grades.get("max_score", 0)),
        penalty=float(grades.get("late_penalty", 0)),
        entries=tuple(_entries(nb.cells)),
    )


def comment_on(cell: NotebookNode) -> str:
    """Return what a person wrote to an answer; "" if nobody did."""
    comment = cell.metadata.get("nbgrader", {}).get("comment") or ""
    return "" if comment == _COMMENT_ON_BLANK else str(comment)


def _entries(cells: Sequence[NotebookNode]) -> Iterable[Exercise | Written]:
    findings = _findings(cells)
    heading = ""
    for position, cell in enumerate(cells):
        heading = _last_heading(cell) or heading
        about = cell.metadata.get(METADATA_KEY, {})
        if about.get("kind") == "answer":
            earned = findings.pop(about["function"], ())
            yield Exercise(
                place_of(position), heading, about["function"], about["message"], comment_on(cell), earned
            )
        elif about.get("kind") == "written":
            yield _written(position, heading, cell)
    for homeless in findings.values():
        yield Exercise(homeless[0].place, "Other tests", "", "", "", homeless)


def _findings(cells: Sequence[NotebookNode]) -> dict[str, tuple[Finding, ...]]:
    found = []
    for position, cell in enumerate(cells):
        about = cell.metadata.get(METADATA_KEY, {})
        score, points = _points(cell)
        if about.get("kind") == "hidden" or (about.get("kind") == "visible" and points):
            what = (about["sentence"], about["outcome"], about["detail"])
            found.append((about["function"], Finding(place_of(position), *what, score, points)))
    found.sort(key=lambda pair: pair[0])
    return {name: tuple(each for _, each in pairs) for name, pairs in groupby(found, lambda pair: pair[0])}


def _written(position: int, heading: str, cell: NotebookNode) -> Written:
    waiting = bool(cell.metadata.nbgrader.get("waiting"))
    blank = bool(cell.metadata[METADATA_KEY]["blank"])
    return Written(place_of(position), heading, blank, waiting, comment_on(cell), *_points(cell))


def _points(cell: NotebookNode) -> tuple[float, float]:
    marks = cell.metadata.get("nbgrader", {})
    return float(marks.get("score") or 0), float(marks.get("points") or 0)


def _title(nb: NotebookNode) -> str:
    first = (re.search(r"(?m)^# +(.+)$", cell.source) for cell in nb.cells if cell.cell_type == "markdown")
    heading = next((match[1] for match in first if match), "")
    return _plain(heading or str(nb.metadata.get("title", "")))


def _last_heading(cell: NotebookNode) -> str:
    if cell.cell_type != "markdown" or "nbgrader" in cell.metadata:
        return ""
    headings = re.findall(r"(?m)^#{1,6} +(.+)$", cell.source)
    return _plain(headings[-1]) if headings else ""


def _plain(heading: str) -> str:
    return re.sub(r"[$`*]", "", heading).strip()
