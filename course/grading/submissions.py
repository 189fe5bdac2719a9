"""What lies in submitted/: one folder for each student, in it one for each topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course.folder import CourseError, CourseFolder
from course.grading.repair import UnreadableError, read_notebook


@dataclass(frozen=True, order=True)
class Submission:
    """One notebook that a student handed in. `problem` says why it cannot be graded, if so."""

    topic: str
    student: str
    problem: str = ""


def find_submissions(folder: CourseFolder, topics: Sequence[str]) -> list[Submission]:
    """Return every submission of these topics, damaged ones included, by topic and student.

    Raises `CourseError` where there is none.
    """
    found = [
        Submission(topic.name, student.name, _problem(topic / f"{topic.name}.ipynb"))
        for student in _folders(folder.submitted)
        for topic in _folders(student)
        if topic.name in topics
    ]
    if not found:
        wanted = " or ".join(topics) if len(topics) <= 3 else "any topic"
        raise CourseError(
            f"submitted/ holds no submission of {wanted}: put notebooks at "
            "submitted/<student>/<topic>/<topic>.ipynb, or run 'make demo' to see a sample class."
        )
    return sorted(found)


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return [path for path in parent.iterdir() if path.is_dir() and not path.name.startswith(".")]


def _problem(path: Path) -> str:
    """Say why a file cannot be read as a notebook; "" if it can."""
    if not path.is_file():
        return f"the folder holds no {path.name}"
    try:
        read_notebook(path.read_bytes())
    except UnreadableError as error:
        return f"{path.name} {error}"
    except OSError as error:
        return f"{path.name} cannot be read: {error.strerror}"
    return ""
