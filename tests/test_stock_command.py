"""`nbgrader autograde` for a whole class of another course, some of whose submissions are damaged."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_output
from other_courses import OtherCourse, answer, check

RIGHT = "def double(x):\n    return 2 * x"
WRONG = "def double(x):\n    return x"
TEST = "assert double(2) == 4\n### BEGIN HIDDEN TESTS\nassert double(3) == 6\n### END HIDDEN TESTS"
CELLS = [answer(RIGHT), check(TEST, "test_double")]


def marks_of_a_later_version(notebook: Any) -> None:
    for cell in notebook["cells"]:
        cell["metadata"]["nbgrader"]["schema_version"] = 99


def marks_without_a_version(notebook: Any) -> None:
    for cell in notebook["cells"]:
        del cell["metadata"]["nbgrader"]["schema_version"]


def marks_of_another_shape(notebook: Any) -> None:
    notebook["cells"][1]["metadata"]["nbgrader"] = []


def a_test_twice(notebook: Any) -> None:
    notebook["cells"].append(notebook["cells"][1])


def an_answer_twice(notebook: Any) -> None:
    notebook["cells"].append(notebook["cells"][0])


def no_test(notebook: Any) -> None:
    del notebook["cells"][1]


def a_test_of_ones_own(notebook: Any) -> None:
    mine = json.loads(json.dumps(notebook["cells"][1]))
    mine["metadata"]["nbgrader"] |= {"grade_id": "mine", "points": 100}
    notebook["cells"].append(mine)


REPAIRED: tuple[Callable[[Any], None], ...] = (
    marks_of_a_later_version,
    marks_without_a_version,
    marks_of_another_shape,
    a_test_twice,
    an_answer_twice,
    no_test,
    a_test_of_ones_own,
)
REFUSED = {
    "empty": (b"", "p1.ipynb is empty"),
    "a_picture": (b"\x89PNG\r\n", "p1.ipynb breaks off or is not a notebook"),
    "a_list": (b"[]", "p1.ipynb breaks off or is not a notebook"),
    "in_r": (
        b'{"cells": [], "metadata": {"kernelspec": {"name": "ir", "display_name": "R", "language": "R"}}}',
        "p1.ipynb is written in R, and only Python is graded here",
    ),
}


@pytest.mark.parametrize("released", [True, False], ids=["released", "no release folder"])
def test_one_bad_submission_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, released: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    course = OtherCourse(CELLS)
    if not released:
        shutil.rmtree("release")
    for damage in REPAIRED:
        path = course.hand_in(damage.__name__, CELLS)
        notebook = json.loads(path.read_text())
        damage(notebook)
        path.write_text(json.dumps(notebook))
    for student, (data, _) in REFUSED.items():
        course.hand_in(student, CELLS).write_bytes(data)
    course.hand_in("the_first", CELLS)
    course.hand_in("wrong", [answer(WRONG), CELLS[1]])
    course.hand_in("zoe", CELLS)

    log = course.grade(status=1)

    right = [*(damage.__name__ for damage in REPAIRED), "the_first", "zoe"]
    assert [student for student in right if course.scores(student) != {"test_double": 1}] == []
    assert course.scores("wrong") == {"test_double": 0}
    for student, (_, sentence) in REFUSED.items():
        assert sentence in log
        assert f"error processing assignment 'ps1' for student '{student}'" in log


def test_course_delimiters_hide_a_test_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What student code prints in a hidden test is in no output, whatever marks the hidden part."""
    monkeypatch.chdir(tmp_path)
    test = "### SECRET\nassert double(31337) == 62674\n### PUBLIC"
    cells = [answer(RIGHT), check(test, "test_double")]
    course = OtherCourse(cells)
    with Path("nbgrader_config.py").open("a") as settings:
        settings.write("c.ClearHiddenTests.begin_test_delimeter = 'SECRET'\n")
        settings.write("c.ClearHiddenTests.end_test_delimeter = 'PUBLIC'\n")
    course.hand_in("ada", [answer("def double(x):\n    print(x)\n    return 2 * x"), cells[1]])
    course.grade()
    assert course.scores("ada") == {"test_double": 1}
    assert course.graded("ada")["test_double"].outputs == []


def test_without_executing_the_outputs_handed_in_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the instructor who asks for it; no test is run."""
    monkeypatch.chdir(tmp_path)
    course = OtherCourse(CELLS)
    failed = check(TEST, "test_double")
    failed.outputs = [new_output("error", ename="E", evalue="", traceback=[])]
    course.hand_in("ada", [CELLS[0], failed])
    course.grade("--no-execute")
    assert course.scores("ada") == {"test_double": 0}
