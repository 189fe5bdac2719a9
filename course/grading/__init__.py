"""Submissions to grades: run, record, explain.

`grader_config.py` names `Examine` and `Redact`, so nbgrader's own commands use them too.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

import course.quick_start  # noqa: F401

if TYPE_CHECKING:
    from course.grading.autograde import grade_all
    from course.grading.examine import Examine
    from course.grading.feedback import write_feedback
    from course.grading.gradebook import (
        Score,
        gradebook_secret,
        open_gradebook,
        read_scores,
        read_students,
        released_assignments,
        scores_of,
    )
    from course.grading.graded_work import Answer, GradedWork, Item, read_graded
    from course.grading.head_start import start_early
    from course.grading.on_arrival import Grader
    from course.grading.redact import Redact
    from course.grading.refusals import read_refusals
    from course.grading.renewing import SaveChangedCells
    from course.grading.repair import marks_of
    from course.grading.run_report import report
    from course.grading.submissions import Submission, find_submissions, read_timestamps

__all__ = [
    "Answer",
    "Examine",
    "GradedWork",
    "Grader",
    "Item",
    "Redact",
    "SaveChangedCells",
    "Score",
    "Submission",
    "find_submissions",
    "grade_all",
    "gradebook_secret",
    "marks_of",
    "open_gradebook",
    "read_graded",
    "read_refusals",
    "read_scores",
    "read_students",
    "read_timestamps",
    "released_assignments",
    "report",
    "scores_of",
    "start_early",
    "write_feedback",
]
_PLACES = {
    "Answer": "graded_work",
    "Examine": "examine",
    "GradedWork": "graded_work",
    "Grader": "on_arrival",
    "Item": "graded_work",
    "Redact": "redact",
    "SaveChangedCells": "renewing",
    "Score": "gradebook",
    "Submission": "submissions",
    "find_submissions": "submissions",
    "grade_all": "autograde",
    "gradebook_secret": "gradebook",
    "marks_of": "repair",
    "open_gradebook": "gradebook",
    "read_graded": "graded_work",
    "read_refusals": "refusals",
    "read_scores": "gradebook",
    "read_students": "gradebook",
    "read_timestamps": "submissions",
    "released_assignments": "gradebook",
    "report": "run_report",
    "scores_of": "gradebook",
    "start_early": "head_start",
    "write_feedback": "feedback",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for, and no more: the examiner is in here too, and nbgrader takes three seconds."""
    if name not in _PLACES:
        raise AttributeError(f"course.grading has no {name}")
    return getattr(import_module(f"course.grading.{_PLACES[name]}"), name)
