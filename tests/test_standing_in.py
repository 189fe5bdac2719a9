"""A test cannot tell that a student's function runs elsewhere."""

import re
from collections.abc import Iterator

import pytest
from corpus import cases, halves
from scores import Scored, points

from course.grading.engine import Engine, Ran
from course.grading.examiner import Plan, Role, Step
from course.grading.examiner.names import names_of

FAITHFUL = cases("faithful")
UNFIT = {
    "an object": ("class C: pass\ndef f():\n    return C()", "f()", "object of type C"),
    "an array of objects": ("def f():\n    return np.array([None])", "f()", "array of object"),
    "a function compared": (
        "def f():\n    return lambda: 0",
        "assert f() == 0",
        "only plain data can be compared",
    ),
    "a function as a truth": (
        "def f():\n    return lambda: 0",
        "assert f()",
        "only plain data can be compared",
    ),
    "an iterator as a truth": ("def f():\n    yield 1", "assert f()", "only plain data can be compared"),
    "an object that lies": (
        "class C:\n    __eq__ = __bool__ = __lt__ = lambda *_: True\n    __sub__ = __abs__ = lambda *_: 0\n"
        "    __call__ = __iter__ = __next__ = lambda *_: 1\nf = lambda: [C()]",
        "assert f()[0] == 3",
        "only plain data can be compared",
    ),
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
def test_a_stand_in_is_faithful(engine: Engine, behaviour: str, scored: Scored) -> None:
    ran = ask(engine, *halves(FAITHFUL[behaviour]))
    scored("faithful", behaviour, 2, points(ran.outputs, (1, 2)))
    assert [errors(ran, step) for step in (0, 1, 2)] == [[], [], []]


def test_a_traceback_ends_in_the_test_and_names_the_lines_of_the_students_code(engine: Engine) -> None:
    answer = "def helper(x):\n    return 1 / x\ndef f(x):\n    return helper(x)"
    (error,) = ask(engine, answer, "one = 1\nf(one - 1)").outputs[1]
    shown = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(error["traceback"]))
    assert "----> 2 f(one - 1)" in shown
    assert "  in your code, line 5: return helper(x)\n  in your code, line 3: return 1 / x" in shown
    assert "standing_in" not in shown


@pytest.mark.parametrize("kind", UNFIT)
def test_what_cannot_be_brought_here_fails_the_test_and_is_named(engine: Engine, kind: str) -> None:
    answer, test, words = UNFIT[kind]
    ran = ask(engine, answer, test)
    for step in (1, 2):
        assert words in " ".join(errors(ran, step))


ACCOUNT = """
class Account:
    rate = 2
    def __init__(self, money):
        self.money = money
        self.log = []
    def pay(self, amount):
        if amount > self.money:
            raise ValueError('too much')
        self.money -= amount
        self.log.append(amount)
        return self
    def __str__(self): return f'Account: {self.money}'
    def __len__(self): return len(self.log)
    def __add__(self, other): return Account(self.money + other.money)
    def __getitem__(self, key): return self.log[key]
    def __contains__(self, amount): return amount in self.log
    def __iter__(self): return iter(self.log)
    def __eq__(self, other): return True
def f(account): return account.money, account
"""


def ask_account(engine: Engine, test: str, answer: str = ACCOUNT) -> Ran:
    steps = (Step(0, Role.STUDENT, answer), Step(1, Role.VISIBLE, test), Step(2, Role.HIDDEN, test))
    of_source = names_of(test).bound - {"Account", "f"}
    return engine.run(
        Plan(steps, frozenset({"Account", "f"}), of_source, classes=frozenset({"Account"}), cell_seconds=10)
    )


@pytest.mark.parametrize(
    "test",
    [
        "a = Account(5)\nassert a.money == 5 and a.rate == 2 and str(a) == 'Account: 5'",
        "a = Account(5)\na.pay(2).pay(1)\nassert (a.money, a.log, len(a), a[1]) == (2, [2, 1], 2, 1)",
        "a = Account(5)\na.money = 7\nassert a.money == 7 and f(a)[0] == 7",
        "a, b = Account(1), Account(2)\nassert (a + b).money == 3 and isinstance(a + b, Account)",
        "assert not isinstance(5, Account) and isinstance(Account(1), Account)",
        "a = Account(5).pay(2)\nassert 2 in a and 3 not in a and list(a) == [2]",
        "a = Account(5)\nassert a.pay(1) is a and not hasattr(a, 'name')",
        "try:\n    Account(5).pay(6)\n    raise SystemError\nexcept ValueError as e:\n    str(e)[3]",
    ],
)
def test_instances_of_a_class_that_is_asked_for_are_used_where_they_are(engine: Engine, test: str) -> None:
    ran = ask_account(engine, test)
    assert [errors(ran, step) for step in (0, 1, 2)] == [[], [], []]


@pytest.mark.parametrize(
    "test", ["Account(1) == 1", "Account(1) == Account(2)", "Account(1)", "not Account(1)"]
)
def test_no_object_is_equal_or_true_by_its_own_word(engine: Engine, test: str) -> None:
    ran = ask_account(engine, f"assert {test}")
    assert all("only plain data can be compared" in errors(ran, step)[0] for step in (1, 2))


def test_objects_of_a_class_that_nobody_asked_for_stay_unknown(engine: Engine) -> None:
    answer = f"{ACCOUNT}\ndef f(money): return Account(money)"
    ran = ask_account(engine, "assert f(3).money == 3", answer)
    assert all("object of type Account came" in errors(ran, step)[0] for step in (1, 2))


def test_what_a_hidden_test_made_is_not_mistaken_for_anything_else(engine: Engine) -> None:
    steps = (
        Step(0, Role.STUDENT, ACCOUNT),
        Step(1, Role.VISIBLE, "first = Account(1)"),
        Step(2, Role.HIDDEN, "second = Account(2)\nassert first.money == 1"),
        Step(3, Role.HIDDEN, "assert second.money == 2"),
        Step(4, Role.STUDENT, "1"),
        Step(
            5, Role.HIDDEN, "third = Account(3)\nassert first.money == 1 and third.money == 3\nsecond.money"
        ),
    )
    names = frozenset({"first", "second", "third"})
    ran = engine.run(Plan(steps, frozenset({"Account"}), names, classes=frozenset({"Account"})))
    assert [errors(ran, step) for step in (1, 2, 3)] == [[], [], []]
    assert "not there any more" in errors(ran, 5)[0]


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
