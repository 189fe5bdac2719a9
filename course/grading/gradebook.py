"""Read nbgrader's gradebook and write it as one table."""

import csv
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook

from course.folder import CourseError, CourseFolder


@dataclass(frozen=True)
class Score:
    """One student's points for one topic. `waiting` are points that a person has still to give."""

    student: str
    topic: str
    points: float
    most: float
    waiting: float


def released_topics(folder: CourseFolder) -> frozenset[str]:
    """Return the topics whose cells the gradebook knows; none without a gradebook."""
    if not folder.gradebook.is_file():
        return frozenset()
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        return frozenset(assignment.name for assignment in gradebook.assignments if assignment.notebooks)


def read_scores(folder: CourseFolder) -> list[Score]:
    """Return all scores, by student and topic; raises `CourseError` without a gradebook."""
    if not folder.gradebook.is_file():
        raise CourseError("There is no gradebook yet: run 'make release' and 'make grade' first.")
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        scores = [
            Score(
                submission.student.id,
                submission.assignment.name,
                float(submission.score),
                float(submission.max_score),
                sum(
                    float(grade.max_score)
                    for notebook in submission.notebooks
                    for grade in notebook.grades
                    if grade.needs_manual_grade
                ),
            )
            for assignment in gradebook.assignments
            for submission in assignment.submissions
        ]
    return sorted(scores, key=lambda score: (score.student, score.topic))


def write_grades(folder: CourseFolder) -> Path:
    """Write grades.csv in one step: a row for each student and topic."""
    rows = read_scores(folder)
    half_written = folder.grades.with_suffix(".writing")
    with half_written.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["student", "topic", "points", "max_points", "points_to_grade_by_hand"])
        writer.writerows(
            [row.student, row.topic, f"{row.points:g}", f"{row.most:g}", f"{row.waiting:g}"] for row in rows
        )
    half_written.replace(folder.grades)
    return folder.grades
