"""What lies in submitted/: one folder for each student, in it one for each topic."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nbgrader.utils import parse_utc

from course.folder import CourseError, CourseFolder
from course.grading.marking import HandedIn
from course.grading.surroundings import read_files
from course.nbgrader_frame import course_directory

_MOST_BYTES = 250 * 2**20


@dataclass(frozen=True, order=True)
class Submission:
    """What a student handed in for a topic, or for another assignment of the gradebook."""

    topic: str
    student: str


def find_submissions(folder: CourseFolder, topic: str | None) -> list[Submission]:
    """Return every submission of a topic, or of all, damaged ones included, by topic and student.

    Raises `CourseError` where there is none.
    """
    found = [each for each in _submissions(folder) if topic in (None, each.topic)]
    if not found:
        raise CourseError(
            f"submitted/ holds no submission of {topic or 'any topic'}: put notebooks at "
            "submitted/<student>/<topic>/<topic>.ipynb, or run 'make demo' to see a sample class."
        )
    return sorted(found)


def read_submission(folder: CourseFolder, submission: Submission) -> HandedIn | str:
    """Return what was handed in, or a sentence that says why it cannot be read. No links are followed."""
    place = folder.submitted / submission.student / submission.topic
    refused = _refused(place)
    if refused:
        return refused
    notebooks = {}
    try:
        for path in sorted(place.glob("*.ipynb")) or sorted(place.rglob("*.ipynb")):
            if path.is_symlink() or not path.is_file() or ".ipynb_checkpoints" in path.parts:
                continue
            if path.stat().st_size > _MOST_BYTES:
                return f"{path.name} is larger than any notebook"
            notebooks[path.name] = path.read_bytes()
        files = read_files(place, course_directory(folder).ignore)
    except OSError as error:
        return f"{Path(str(error.filename)).name} cannot be read: {error.strerror}"
    return HandedIn(submission.student, notebooks, files)


def read_timestamp(folder: CourseFolder, submission: Submission) -> datetime | None:
    """Return when it was handed in, if nbgrader noted that beside it."""
    note = folder.submitted / submission.student / submission.topic / "timestamp.txt"
    try:
        stamp: datetime = parse_utc(note.read_text(encoding="utf-8").strip())
        return stamp
    except (OSError, ValueError):
        return None


def read_timestamps(folder: CourseFolder) -> dict[tuple[str, str], datetime | None]:
    """Return when everything in submitted/ was handed in, by student and topic."""
    return {(each.student, each.topic): read_timestamp(folder, each) for each in _submissions(folder)}


def _submissions(folder: CourseFolder) -> list[Submission]:
    return [
        Submission(work.name, student.name)
        for student in _folders(folder.submitted)
        for work in _folders(student)
    ]


def _refused(place: Path) -> str:
    """Say why nothing in a folder is looked at; "" if there is no reason."""
    student = place.parent.name
    if place.is_symlink() or place.parent.is_symlink():
        return "its folder is a link: put the files themselves there"
    if not student.isprintable():
        return "the name of its folder holds characters that are none: give it another"
    if set(student) & set("*?[]"):
        return "the name of its folder holds *, ?, [ or ], which nbgrader takes for a pattern"
    return ""


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return [path for path in parent.iterdir() if path.is_dir() and not path.name.startswith(".")]
