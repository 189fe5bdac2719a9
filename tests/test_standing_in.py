"""A test cannot tell that a student's function runs elsewhere."""

from collections.abc import Iterator

import pytest
from corpus import cases, halves

from course.grading.engine import Engine, Ran
from course.grading.examiner import Plan, Role, Step
from course.grading.examiner.names import names_of

FAITHFUL = cases("faithful")
UNFIT = {
    "an object": ("class C: pass\ndef f():\n    return C()", "f()", "object of type C"),
    "an array of objects": ("def f():\n    return np.array([None])", "f()", "array of object"),
    "a function": ("def f():\n    return lambda: 0", "f()", "only plain data"),
    "a value of its own class": ("class C: pass\nf = C()", "assert f is not None", "object of type C"),
}


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


def ask(engine: Engine, answer: str, test: str) -> Ran:
    names = names_of(test).bound | {"np"}
    steps = (
        Step(0, Role.STUDENT, f"import numpy as np\n{answer}"),
        Step(1, Role.VISIBLE, test, ("import numpy as np",)),
        Step(2, Role.HIDDEN, test),
    )
    return engine.run(Plan(steps, frozenset({"f"}), frozenset(names) - {"f"}, cell_seconds=10))


def errors(ran: Ran, step: int) -> list[str]:
    return [each["evalue"] for each in ran.outputs[step] if each["output_type"] == "error"]


@pytest.mark.parametrize("behaviour", FAITHFUL)
def test_a_stand_in_is_faithful(engine: Engine, behaviour: str) -> None:
    ran = ask(engine, *halves(FAITHFUL[behaviour]))
    assert [errors(ran, step) for step in (0, 1, 2)] == [[], [], []]


@pytest.mark.parametrize("kind", UNFIT)
def test_what_cannot_be_brought_here_fails_the_test_and_is_named(engine: Engine, kind: str) -> None:
    answer, test, words = UNFIT[kind]
    ran = ask(engine, answer, test)
    for step in (1, 2):
        assert words in " ".join(errors(ran, step))


def test_what_a_call_prints_belongs_to_a_visible_test(engine: Engine) -> None:
    ran = ask(engine, "def f():\n    print('here')", "f()")
    assert [each["text"] for each in ran.outputs[1]] == ["here\n"]
    assert ran.outputs[2] == []
    assert "here" in ran.logs[2]


def test_a_test_sees_the_answer_as_it_was_in_its_place(engine: Engine) -> None:
    steps = (
        Step(0, Role.STUDENT, "def f():\n    return 1"),
        Step(1, Role.HIDDEN, "assert f() == 1"),
        Step(2, Role.STUDENT, "def f():\n    return 2"),
        Step(3, Role.HIDDEN, "assert f() == 2"),
    )
    ran = engine.run(Plan(steps, frozenset({"f"})))
    assert [errors(ran, step) for step in (1, 3)] == [[], []]


RAISING = """
class Mine(ValueError): pass
def g(x):
    return [1][x]  # beyond
def f(x):
    if x < 0:
        raise type('Kind' + str(x), (Mine,), {})('secret')
    if x == 0:
        raise Mine
    return g(x)
"""


@pytest.mark.parametrize(
    ("call", "kind", "line"),
    [
        ("f(3)", "IndexError", "return [1][x]  # beyond"),
        ("f(0)", "Mine", "raise Mine"),
        ("f(-7)", "ValueError", "raise type('Kind' + str(x), (Mine,), {})('secret')"),
        ("f('a')", "TypeError", "if x < 0:"),
    ],
)
def test_a_hidden_test_tells_the_kind_of_an_exception_and_the_students_line(
    engine: Engine, call: str, kind: str, line: str
) -> None:
    ran = ask(engine, RAISING, call)
    assert ran.raised == {2: (kind, line)}
    assert line in ran.logs[2]


def test_an_exception_that_the_test_itself_raises_is_not_told(engine: Engine) -> None:
    ran = ask(engine, RAISING, "try:\n    f(0)\nexcept ValueError:\n    assert False, 'secret'")
    assert ran.raised == {}
