"""The verdict is made here, in a trusted process, against stand-ins for what the student wrote."""

from course.grading.examiner.names import names_of
from course.grading.examiner.plan import (
    Plan,
    Role,
    SourceCell,
    Step,
    given_before_tests,
    source_names,
    student_classes,
    student_names,
)

__all__ = [
    "Plan",
    "Role",
    "SourceCell",
    "Step",
    "given_before_tests",
    "names_of",
    "source_names",
    "student_classes",
    "student_names",
]
