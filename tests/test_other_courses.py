"""Notebooks that are built differently from this course's are graded as stock nbgrader would."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nbformat import NotebookNode, write
from nbformat.v4 import new_code_cell, new_notebook
from traitlets.config import Config

from course.grading.engine import Engine, Ran
from course.grading.examine import Examine
from course.grading.examiner import Plan, Role, Step

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


def errors(ran: Ran) -> list[str]:
    return [
        f"{step}: {each['ename']}: {each['evalue']}"
        for step in sorted(ran.outputs)
        for each in ran.outputs[step]
        if each["output_type"] == "error"
    ]


def steps(*cells: tuple[str, str]) -> tuple[Step, ...]:
    return tuple(Step(index, Role(f"{role}"), source) for index, (role, source) in enumerate(cells))


STUDENT, VISIBLE, HIDDEN = Role.STUDENT, Role.VISIBLE, Role.HIDDEN
ANSWER = (STUDENT, "def f(x):\n    return x + 1")


# Names that tests bind


@pytest.mark.parametrize("first", [VISIBLE, HIDDEN])
@pytest.mark.parametrize("second", [VISIBLE, HIDDEN])
def test_a_test_reads_what_a_test_before_it_has_bound(engine: Engine, first: Role, second: Role) -> None:
    cells = steps(ANSWER, (first, "got = [f(1)]"), (STUDENT, "1"), (second, "assert got == [2]"))
    ran = engine.run(Plan(cells, frozenset({"f"}), frozenset({"got"})))
    assert errors(ran) == []


def test_a_name_that_is_bound_anew_has_its_last_value(engine: Engine) -> None:
    cells = steps(
        ANSWER,
        (HIDDEN, "x = 10"),
        (VISIBLE, "x = 20"),
        (HIDDEN, "assert x == 20\nx = 30"),
        (HIDDEN, "assert x == 30"),
        (VISIBLE, "assert x == 30"),
    )
    assert errors(engine.run(Plan(cells, frozenset({"f"}), frozenset({"x"})))) == []


def test_a_visible_test_that_needs_a_hidden_one_quotes_nothing(engine: Engine) -> None:
    cells = steps(
        (STUDENT, "def f(x):\n    print(x)\n    raise ValueError(x)"),
        (HIDDEN, "secret = 8019"),
        (VISIBLE, "assert secret\nf(secret)"),
    )
    ran = engine.run(Plan(cells, frozenset({"f"}), frozenset({"secret"})))
    assert errors(ran) == ["2: ValueError: this test needs what a hidden test has made, so more is not said."]
    assert "8019" not in str(ran.outputs)
    assert "8019" in ran.logs[2]


def test_names_of_its_own_do_not_make_a_visible_test_wait(engine: Engine) -> None:
    cells = steps(
        ANSWER, (HIDDEN, "got = f(1)\nassert got == 2"), (VISIBLE, "got = f(2)\nassert got == 4, got")
    )
    ran = engine.run(Plan(cells, frozenset({"f"}), frozenset({"got"})))
    assert errors(ran) == ["2: AssertionError: 3"]


# Tests in the student's process

OBJECT = "class Account:\n    def __init__(self, money):\n        self.money = money"


def test_live_tests_have_live_objects(engine: Engine) -> None:
    cells = steps(
        (STUDENT, OBJECT),
        (VISIBLE, "a = Account(3)\nassert isinstance(a, Account)"),
        (HIDDEN, "print('said')\nassert vars(a) == {'money': 3}"),
        (HIDDEN, "assert a.money == 4, 'wrong'"),
        (HIDDEN, "0.5"),
    )
    ran = engine.run(Plan(cells, frozenset({"Account"}), live_tests=True))
    assert errors(ran) == ["3: AssertionError: wrong"]
    assert ran.outputs[2] == []
    assert "said" in ran.logs[2]
    assert ran.outputs[4][0]["data"] == {"text/plain": "0.5"}


# What lies beside the notebook


def test_modules_data_and_pictures_beside_the_notebook_are_on_both_sides(engine: Engine) -> None:
    files = {
        "beside.py": b"def twice(x):\n    return 2 * x",
        "package/__init__.py": b"",
        "package/inner.py": b"three = 3",
        "data/numbers.csv": b"1,2\n3,4\n",
        "picture.png": PICTURE,
    }
    use = """
import numpy as np
import matplotlib.pyplot as plt
from IPython.display import Image
from beside import twice
from package.inner import three
assert twice(three) == 6
assert np.loadtxt("data/numbers.csv", delimiter=",").sum() == 10
assert plt.imread("picture.png").shape == (1, 1, 3)
assert Image(filename="picture.png").data
"""
    cells = steps(
        (STUDENT, f"{use}\ndef f(x):\n    return twice(x)"),
        (VISIBLE, f"{use}assert f(2) == twice(2)"),
        (HIDDEN, f"{use}assert f(2) == twice(2)"),
    )
    names = frozenset({"np", "plt", "Image", "twice", "three"})
    ran = engine.run(Plan(cells, frozenset({"f"}), names, files=files, source_files=files))
    assert errors(ran) == []


# Given cells


def test_a_given_cell_has_the_students_names(engine: Engine) -> None:
    cells = (
        Step(0, STUDENT, "def f(x):\n    return x + 1"),
        Step(1, VISIBLE, "assert table == [1, 2, 3]", ("table = [f(n) for n in range(3)]",)),
    )
    assert errors(engine.run(Plan(cells, frozenset({"f"}), frozenset({"table"})))) == []


@pytest.mark.parametrize(
    "answer",
    ["def f(x):\n    raise ValueError", "f = object()", "def f(x):\n    import os\n    os._exit(0)", "1"],
)
def test_a_given_cell_that_fails_breaks_only_the_tests_that_need_it(engine: Engine, answer: str) -> None:
    cells = (
        Step(0, STUDENT, answer),
        Step(1, VISIBLE, "assert n == 3", ("n = 3\nf(n)", "undefined", "m = n + 1")),
        Step(2, HIDDEN, "assert m == 4"),
    )
    expected = [] if "exit" not in answer else ["2: "]  # of a process that has ended there is no copy
    ran = engine.run(Plan(cells, frozenset({"f"}), frozenset({"n", "m"})))
    assert [each[:3] for each in errors(ran) if each[0] != "0"] == expected


# The settings


def cell(source: str, **marks: Any) -> NotebookNode:
    marks = {"schema_version": 3, "locked": False, "grade": False, "solution": False, "task": False, **marks}
    return new_code_cell(source, metadata={"nbgrader": marks})


@pytest.mark.parametrize("live", [True, False])
def test_the_settings_reach_the_engine(tmp_path: Path, live: bool) -> None:
    notebook = new_notebook(
        cells=[
            cell(OBJECT, grade_id="account", solution=True),
            cell("assert vars(Account(3)) == {'money': 3}\nn = 3", grade_id="seen", grade=True, points=1),
            cell("print(n)", grade_id="more", solution=True),
        ]
    )
    place = tmp_path / "source" / "topic"
    place.mkdir(parents=True)
    write(notebook, place / "topic.ipynb")
    config = Config()
    config.CourseDirectory.root = str(tmp_path)
    config.Examine.live_tests = live
    resources = {"nbgrader": {"notebook": "topic", "assignment": "topic"}, "metadata": {"path": str(place)}}
    graded, _ = Examine(config=config).preprocess(notebook, resources)
    assert bool(graded.cells[1].outputs) is not live
    assert graded.cells[2].outputs[0].get("text") == "3\n"
