"""The roster in nbgrader's gradebook, which names the students in the formgrader and in exports."""

from collections.abc import Callable, Sequence

from course.collecting.roster import Student
from course.folder import CourseFolder
from course.grading import open_gradebook
from course.nbgrader_frame import nbgrader_settings


def enrol(folder: CourseFolder, students: Sequence[Student], done: Callable[[str], None]) -> int:
    """Add or update the students and return how many are new; what the roster does not say stays."""
    nbgrader_settings(folder)  # so that nbgrader finds what makes a new gradebook
    with open_gradebook(folder) as gradebook:
        known = {each.id for each in gradebook.students}
        for each in students:
            about = {
                "first_name": each.first_name,
                "last_name": each.last_name,
                "email": each.email,
                "lms_user_id": each.number,
            }
            gradebook.update_or_create_student(
                each.id, **{name: value for name, value in about.items() if value}
            )
            done(each.id)
    return len({each.id for each in students} - known)
