"""Submissions to grades: run, record, explain.

`grader_config.py` names `Examine` and `Redact`, so nbgrader's own commands use them too.
"""

from course.grading.autograde import Graded, grade_all
from course.grading.examine import Examine
from course.grading.feedback import write_feedback
from course.grading.gradebook import Score, read_scores, write_grades
from course.grading.redact import Redact
from course.grading.submissions import Submission, find_submissions
from course.grading.summary import summary_table

__all__ = [
    "Examine",
    "Graded",
    "Redact",
    "Score",
    "Submission",
    "find_submissions",
    "grade_all",
    "read_scores",
    "summary_table",
    "write_feedback",
    "write_grades",
]
