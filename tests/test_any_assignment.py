"""Test cells as other courses write them score as with stock nbgrader; what cannot be so is listed here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from corpus import cases
from nbformat import NotebookNode
from other_courses import STOCK, THIS_ENGINE, OtherCourse, answer, check

# By grade id, which may hold no spaces.
CASES = {re.sub(r"\W+", "_", name): source for name, source in cases("examining").items()}
ANSWERS = ("first", "between")
FILES = {"helper.py": "def triple(x):\n    return 3 * x\n", "data.csv": "a,b"}

# Guarantee 2: only plain data comes back to a test, so these fail, with these words. Courses that need them
# set `Examine.live_tests`.
NOT_PLAIN = {
    "its_source": "got StandIn",
    "a_function_s_type": "",
    "an_attribute_of_a_class": "has no attribute",
    "an_instance_that_the_student_made": "of type Counter came",
    "a_named_tuple": "of type NT came",
    "an_exception_class_of_the_student_s": "do not inherit from BaseException",
}
# What no guarantee forbids, and the examiner does not do yet.
MISSED = {
    "a_mock_of_input": "what a test puts into builtins is not so for the student's code",
    "a_mock_of_print": "what a test puts into builtins is not so for the student's code",
    "a_module_changed": "what a test puts into a module is not so for the student's code",
    "a_file_of_the_student_s": "a file that the student's code writes is not in the test's folder",
    "a_file_for_the_student": "a file that a test writes is not in the student's folder",
    "a_coroutine": "a coroutine is not awaited on the student's side",
    "the_environment": "the test's environment is not the student's",
}
SAME = [name for name in CASES if name not in {*ANSWERS, *NOT_PLAIN, *MISSED}]


@dataclass
class Scored:
    """The same notebook's scores, by stock's engine, this one, and this one with live objects."""

    stock: dict[str, float | None] = field(default_factory=dict)
    here: dict[str, float | None] = field(default_factory=dict)
    live: dict[str, float | None] = field(default_factory=dict)
    cells: dict[str, NotebookNode] = field(default_factory=dict)


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scored]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("course"))
        cells = [
            answer(source, name) if name in ANSWERS else check(source, name, points=2)
            for name, source in CASES.items()
        ]
        course = OtherCourse(cells, FILES)
        course.hand_in("ada", cells)
        scored = Scored()
        course.grade()
        scored.here, scored.cells = course.scores("ada"), course.graded("ada")
        course.settings(THIS_ENGINE + "c.Examine.live_tests = True\n")
        course.grade("--force")
        scored.live = course.scores("ada")
        course.settings(STOCK)
        course.grade("--force")
        scored.stock = course.scores("ada")
        yield scored


@pytest.mark.parametrize("name", SAME)
def test_a_test_scores_as_with_stock(scored: Scored, name: str) -> None:
    assert scored.here[name] == scored.stock[name]


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_what_is_not_plain_data_fails_a_test_in_words(scored: Scored, name: str) -> None:
    said = [output.evalue for output in scored.cells[name].outputs if output.output_type == "error"]
    assert scored.here[name] == 0
    assert NOT_PLAIN[name] in said[0]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.xfail(reason=why, raises=AssertionError))
        for name, why in MISSED.items()
    ],
)
def test_a_test_that_is_missed_scores_as_with_stock(scored: Scored, name: str) -> None:
    assert scored.here[name] == scored.stock[name]


@pytest.mark.parametrize("name", [name for name in CASES if name not in ANSWERS])
def test_with_live_objects_every_test_scores_as_with_stock(scored: Scored, name: str) -> None:
    assert scored.live[name] == scored.stock[name]
