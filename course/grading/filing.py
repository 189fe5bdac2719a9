"""Put a marked submission into autograded/, whole or not at all, and its log into logs/."""

import shutil
from pathlib import Path

from nbgrader.utils import find_all_files

from course.folder import CourseFolder
from course.grading.marking import Marked
from course.grading.submissions import Submission
from course.nbgrader_frame import course_directory

_READ_ONLY = 0o444  # as nbgrader leaves what it graded


def file_away(folder: CourseFolder, submission: Submission, marked: Marked) -> None:
    """Write the graded notebooks and what lay beside them; files of the source take a student's place."""
    student = folder.autograded / submission.student
    half_written = student / f".{submission.topic}.writing"
    shutil.rmtree(half_written, ignore_errors=True)
    half_written.mkdir(parents=True)
    _copy(folder, folder.submitted / submission.student / submission.topic, half_written)
    _copy(folder, folder.source / submission.topic, half_written)
    for name, data in marked.notebooks.items():
        (half_written / f"{name}.ipynb").write_bytes(data)
    for path in half_written.rglob("*"):
        if path.is_file():
            path.chmod(_READ_ONLY)
    graded = student / submission.topic
    if graded.exists():
        shutil.rmtree(graded)
    half_written.rename(graded)
    _log(folder, submission, marked)


def _copy(folder: CourseFolder, source: Path, target: Path) -> None:
    for path in map(Path, find_all_files(str(source), [*course_directory(folder).ignore, "*.ipynb"])):
        if path.is_file() and not path.is_symlink():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            shutil.copy(path, place)


def _log(folder: CourseFolder, submission: Submission, marked: Marked) -> None:
    place = folder.logs / submission.student / f"{submission.topic}.log"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(marked.log, encoding="utf-8", errors="backslashreplace")
