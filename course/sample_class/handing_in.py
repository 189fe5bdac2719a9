"""Fill submitted/ with the sample class's notebooks, made from what students get."""

import json
import random
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from course.folder import CourseError, CourseFolder
from course.sample_class.students import Damage, Student

_MARK = ".sample_class"
_WRITTEN = "The sum in the denominator is shared, so every probability moves when one score does."


def make_room(folder: CourseFolder) -> None:
    """Remove an earlier sample class, its grades included.

    Raises `CourseError`, and touches nothing, where submitted/ or the gradebook hold other work.
    """
    _refuse_other_work(folder)
    for old in _student_folders(folder):
        shutil.rmtree(old)
    for graded in (folder.autograded, folder.feedback, folder.logs):
        for old in graded.glob("*/"):
            shutil.rmtree(old)
    folder.gradebook.unlink(missing_ok=True)


def hand_in(folder: CourseFolder, students: Sequence[Student]) -> int:
    """Write every student's notebooks, made from what is released, and return how many."""
    folder.submitted.mkdir(exist_ok=True)
    (folder.submitted / _MARK).write_text("The folders beside this file are the demo's invented students.\n")
    return sum(_write(folder, student, topic) for student in students for topic in student.answers)


def _refuse_other_work(folder: CourseFolder) -> None:
    if (folder.submitted / _MARK).exists():
        return
    if _student_folders(folder) or (folder.gradebook.exists() and _has_students(folder)):
        raise CourseError(
            "submitted/ or the gradebook holds work that is not the sample class's: "
            "run 'make demo' in another clone, so that nothing is overwritten."
        )


def _has_students(folder: CourseFolder) -> bool:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        return len(gradebook.students) > 0


def _student_folders(folder: CourseFolder) -> list[Path]:
    return [path for path in folder.submitted.glob("*/") if not path.name.startswith(".")]


def _write(folder: CourseFolder, student: Student, topic: str) -> int:
    notebook = json.loads((folder.release / topic / f"{topic}.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        _fill(cell, student, topic)
    text = json.dumps(notebook, indent=1, ensure_ascii=False)
    damage = student.damage.get(topic, Damage.NONE)
    kept = {Damage.NONE: len(text), Damage.EMPTY: 0, Damage.CUT_OFF: len(text) // 2}[damage]
    path = folder.submitted / student.name / topic / f"{topic}.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(text[:kept], encoding="utf-8")
    return 1


def _fill(cell: dict[str, Any], student: Student, topic: str) -> None:
    marks = cell["metadata"].get("nbgrader", {})
    source = "".join(cell["source"])
    if marks.get("solution") and not marks.get("grade"):
        source = student.answers[topic].get(marks["grade_id"], source)
    elif marks.get("solution") and student.writes:
        source = _WRITTEN
    elif source.startswith("self_assessment(") and student.writes:
        for before, after in _assessed(student.name, topic).items():
            source = source.replace(before, after)
    cell["source"] = source


def _assessed(student: str, topic: str) -> dict[str, str]:
    """Return what a student changes in the self-assessment: people differ, and each time the same way."""
    dice = random.Random(f"{student} {topic}")
    return {
        "confidence=None": f"confidence={dice.choice((2, 3, 3, 4, 4, 4, 5))}",
        "difficulty=None": f"difficulty={dice.choice((1, 2, 2, 3, 3, 4))}",
        "minutes=None": f"minutes={dice.randrange(20, 121, 5)}",
    }
