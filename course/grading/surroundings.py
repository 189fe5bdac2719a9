"""What running a submission needs besides itself: the instructor's notebook, and the files beside both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from nbformat import NotebookNode
from nbgrader.utils import find_all_files, is_grade, is_solution

from course.grading.examiner import (
    SourceCell,
    given_before_tests,
    source_names,
    student_classes,
    student_names,
)
from course.grading.inside.files import MOST_BYTES


@dataclass(frozen=True)
class Surroundings:
    """Names that are the student's or the source's, the given cells before each test, and files by path."""

    given: Mapping[str, tuple[str, ...]]
    of_student: frozenset[str]
    of_source: frozenset[str]
    classes: frozenset[str]
    files: Mapping[str, bytes]
    source_files: Mapping[str, bytes]

    @classmethod
    def of(
        cls,
        source: NotebookNode | None,
        submitted: NotebookNode,
        *,
        files: Mapping[str, bytes],
        source_files: Mapping[str, bytes],
    ) -> Self:
        """Take the names from the source; without one, from what nbgrader marked in the submission."""
        marked = [cell for cell in submitted.cells if is_grade(cell) or is_solution(cell)]
        cells = [
            SourceCell(cell.source, is_solution(cell), "" if is_solution(cell) else test_id(cell))
            for cell in (marked if source is None else source.cells)
            if cell.cell_type == "code"
        ]
        return cls(
            given_before_tests(cells),
            student_names(cells),
            source_names(cells),
            student_classes(cells),
            files,
            source_files,
        )


def test_id(cell: NotebookNode) -> str:
    """Return a test's grade id; "" for every other cell."""
    return str(cell.metadata.nbgrader.grade_id) if is_grade(cell) else ""


def read_files(folder: Path, ignore: Iterable[str]) -> dict[str, bytes]:
    """Return what lies beside the notebooks of a folder, by path, up to a limit; no links are followed."""
    files: dict[str, bytes] = {}
    room = MOST_BYTES
    for path in map(Path, sorted(find_all_files(str(folder), [*ignore, "*.ipynb"]))):
        if not path.is_symlink() and path.is_file():
            room -= path.stat().st_size
            if room < 0:
                break
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files
