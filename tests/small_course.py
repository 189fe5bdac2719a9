"""A course of two tiny topics, and what students hand in for it: enough to collect."""

import json
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from nbformat.v4 import new_code_cell, new_notebook

from course.collecting import Collected, Found, Roster, Student, collect
from course.folder import CourseFolder

ADA = Student("s1", "Ada", "Lovelace", number="11")
ALAN = Student("s2", "Alan", "Turing", number="12")
JOSE = Student("s3", "José María", "García-López", number="13")
MAY = datetime(2026, 5, 1, 10, tzinfo=UTC)
IDS = {
    "softmax": ("softmax", "softmax_sums_to_one"),
    "ridge_path": ("ridge", "ridge_shrinks", "ridge_at_zero"),
}


def notebook(topic: str = "softmax", text: str = "", *, marked: bool = True) -> bytes:
    """Return a notebook of a topic with an answer in it."""
    cells = []
    for place, name in enumerate(IDS[topic]):
        cell = new_code_cell(f"def {name}(x):\n    return x  # {text}", id=f"{name}-{place}")
        if marked:
            cell.metadata["nbgrader"] = {"grade_id": name, "solution": True, "schema_version": 3}
        cells.append(cell)
    return json.dumps(new_notebook(cells=cells)).encode()


def small_course(root: Path) -> CourseFolder:
    """Make a course folder with the two topics released."""
    for topic in IDS:
        place = root / "release" / topic
        place.mkdir(parents=True)
        (place / f"{topic}.ipynb").write_bytes(notebook(topic))
    (root / "release/softmax/scores.csv").write_text("1,2\n")
    return CourseFolder(root)


def take(
    folder: CourseFolder,
    paths: Path | Sequence[Path],
    roster: Sequence[Student] = (ADA, ALAN, JOSE),
    topic: str | None = None,
    **options: bool,
) -> Collected:
    """Collect some paths; archives are in UTC."""
    with Found(UTC) as found:
        for path in [paths] if isinstance(paths, Path) else paths:
            found.add(path)
        return collect(folder, found, Roster(roster), lambda: None, topic=topic, **options)


def filed(result: Collected) -> dict[str, str]:
    """Return what became of each student's work."""
    return {each.student: str(each.filed) for each in result.taken}


def lies(folder: CourseFolder) -> dict[str, bytes]:
    """Return every file below submitted/ but the lock."""
    return {
        path.relative_to(folder.submitted).as_posix(): path.read_bytes()
        for path in folder.submitted.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def loose(place: Path, name: str, data: bytes, when: datetime = MAY) -> Path:
    """Write a file of some time."""
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    os.utime(path, (when.timestamp(), when.timestamp()))
    return path
