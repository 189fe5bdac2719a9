"""What nbgrader's answers mean, and that its configuration is found from anywhere."""

from pathlib import Path

import pytest

from course.folder import CourseFolder
from course.nbgrader_frame import failure, nbgrader_api

TRACEBACK = """
[ERROR] There was an error processing assignment: softmax
Traceback (most recent call last):
  File "api.py", line 7, in find
    raise MissingEntry("No such notebook")
nbgrader.api.MissingEntry: No such notebook
Traceback (most recent call last):
nbgrader.converters.base.NbGraderException: Please see the traceback
"""


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"success": True, "log": TRACEBACK}, ""),
        ({"success": False, "log": TRACEBACK}, "MissingEntry: No such notebook"),
        ({"success": False, "log": "", "error": "nothing known"}, "nbgrader gave no reason"),
        (
            {"success": False, "log": "(sqlite3.OperationalError) database or disk is full"},
            "the disk is full",
        ),
        (
            {"success": False, "log": "", "error": "OSError: [Errno 28] No space left on device"},
            "the disk is full",
        ),
    ],
)
def test_a_failure_is_one_line_about_its_first_cause(answer: dict[str, object], said: str) -> None:
    assert failure(answer).startswith(said)
    assert bool(failure(answer)) == bool(said)


def test_the_course_configuration_is_used_wherever_one_stands(
    folder: CourseFolder, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    api = nbgrader_api(folder)
    assert api.coursedir.course_id == "math_to_code"
    assert Path(api.coursedir.root) == folder.root
    assert Path.cwd() == elsewhere
