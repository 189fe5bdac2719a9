"""The books of a term, for the tests: what is handed in, grades by hand, points wherever they are kept."""

import csv
import io
import json
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from nbgrader.api import Gradebook

from course.folder import CourseFolder

Points = dict[tuple[str, str], float]  # by student and topic, where something was handed in
KEYS = {"csv": "student_id", "canvas": "SIS Login ID", "moodle": "Username"}


def solved(folder: CourseFolder, topic: str, answers: Mapping[str, str], words: str = "") -> bytes:
    """Return a released notebook with some answers, and words in every written one; the rest stays blank."""
    notebook = json.loads((folder.release / topic / f"{topic}.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("solution") and marks.get("grade"):
            cell["source"] = words or cell["source"]
        elif marks.get("solution"):
            cell["source"] = answers.get(marks["grade_id"], cell["source"])
    return json.dumps(notebook).encode()


def stubs(folder: CourseFolder, topic: str) -> dict[str, str]:
    """Return what students find in each answer."""
    notebook = json.loads((folder.release / topic / f"{topic}.ipynb").read_text(encoding="utf-8"))
    marked = [(cell, cell["metadata"].get("nbgrader", {})) for cell in notebook["cells"]]
    return {
        marks["grade_id"]: "".join(cell["source"])
        for cell, marks in marked
        if marks.get("solution") and not marks.get("grade")
    }


def grade_by_hand(
    folder: CourseFolder, topics: Collection[str], give: Callable[[str, str, float], float]
) -> int:
    """Grade what waits, as a person does in the formgrader, and return how much that was.

    `give` says the points by student, topic and the most there are.
    """
    count = 0
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        for topic in topics:
            for work in gradebook.assignment_submissions(topic):
                for grade in (grade for book in work.notebooks for grade in book.grades):
                    if grade.needs_manual_grade:
                        grade.manual_score = give(work.student.id, topic, grade.max_score)
                        grade.needs_manual_grade = False
                        count += 1
        gradebook.db.commit()
    return count


def in_gradebook(folder: CourseFolder, topics: Collection[str]) -> Points:
    """Return what nbgrader's own properties say, less the late penalty."""
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        works = [work for topic in topics for work in gradebook.assignment_submissions(topic)]
        return {
            (work.student.id, work.assignment.name): work.score - work.late_submission_penalty
            for work in works
        }


def in_table(folder: CourseFolder) -> Points:
    """Return what grades.csv says."""
    rows = csv.DictReader(io.StringIO(folder.grades.read_text(encoding="utf-8-sig")))
    return {(row["student"], row["topic"]): float(row["points"]) for row in rows}


def in_export(path: Path, system: str, topics: Collection[str]) -> Points:
    """Return every number that a file for a system has, by what names the student in it."""
    key, text = KEYS[system], path.read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    if system == "csv":
        return {(row[key], row["assignment"]): float(row["score"]) for row in rows if row["score"]}
    students = [row for row in rows if row.get("Student", "x")[0] != " "]
    return {
        (row[key], topic): float(row[topic])
        for row in students
        for topic in topics
        if row[topic] not in ("", "-")
    }
