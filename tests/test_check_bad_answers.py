"""check() says something that helps of every bad answer, and the notebook is usable afterwards."""

import builtins
import contextlib
import gc
import io
import itertools
import linecache
import logging
import signal
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
from endless import HANGING
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from course.lab import check, stopping
from course.lab.bounding import is_bounded
from course.lab.explaining import explain
from course.lab.verdict import Outcome, Verdict

_TURNED = "Rows stand where columns should, and columns where rows should."
CELLS = itertools.count()


def written(source: str, name: str = "total", **names: Any) -> Callable[..., Any]:
    """Return a function as a cell of its own would have defined it, in a notebook with these names."""
    cell = f"<cell {next(CELLS)}>"
    linecache.cache[cell] = (len(source), None, source.splitlines(True), cell)
    notebook = {"np": np, **names}
    exec(compile(source, cell, "exec"), notebook)
    function: Callable[..., Any] = notebook[name]
    return function


def total(body: str, **names: Any) -> Verdict:
    """Check a `total` with this body; the body begins on line 2."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return check(written(f"def total(x):\n{lines}", **names))


def softmax(value: str) -> Verdict:
    """Check a `softmax` that returns this."""
    return check(written(f"def softmax(Z):\n    return {value}", "softmax"))


def first_note(verdict: Verdict) -> str:
    assert verdict.outcome is Outcome.FAILED
    assert verdict.findings[0].note in repr(verdict)
    return verdict.findings[0].note


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("None", "Is there a return?"),
        ("str(float(sum(x)))", "A text came, not a number: leave out the quotes, str() or the formatting."),
        ("(i for i in x)", "A generator came, which gives its values one by one: write return in place of"),
        ("map(float, x)", "A map came, which gives its values one by one: collect them"),
        ("np.sum", "A function came, not what it gives: are the parentheses missing"),
        ("ValueError('empty')", "An exception came as the result: raise it, in place of return."),
        ("(np.sum(x),)", "A number is expected, a tuple came. Is there a comma behind the result?"),
        ("{1.0}", "A number is expected, a set came."),
        ("[1, [2, 3]]", "A number is expected, a list came."),
        ("(-8) ** (1 / 3)", "A complex number came"),
        (
            "float('nan')",
            "NaN stands for no number at all: it comes from 0/0, from inf − inf, and from the log",
        ),
        ("-np.inf", "inf is beyond all numbers: it comes from an overflow, as in exp(1000), and from a"),
        ("np.zeros(2)", "A single number is expected, an array of shape (2,) came."),
        ("10**400", "An integer came that is too large for NumPy"),
        ("object()", "An object came, which is no number."),
    ],
)
def test_a_result_that_is_no_number_is_explained(value: str, sentence: str) -> None:
    assert first_note(total(f"return {value}")).startswith(sentence)


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("[0.125, 0.25, 0.625]", "An array is expected, a list came."),
        ("1.0", "An array is expected, a float came."),
        ("np.array([0.1, None, 0.2])", "(dtype object): there is a None in it."),
        ("np.array([0.1, 'a', 0.2], dtype=object)", "(dtype object): there is a str in it."),
        ("np.array([[1], [1, 2], [3]], dtype=object)", "(dtype object): its rows have different lengths."),
        ("np.array([1, 2, 3], dtype=object)", "The array holds objects, not numbers (dtype object)."),
        ("np.array(['1', '2', '3'])", "The array holds texts, not numbers: leave out the quotes or str()."),
        ("np.sqrt(-1 - Z + 0j)", "Complex numbers came: is there a root or a power of a negative number?"),
        ("np.zeros((1, 3))", "It has 2 axes; 1 axis would be right."),
        ("np.zeros(4)", "Along axis 0 it has 4 in place of 3."),
        ("np.array([[1], [1, 2]])", "inhomogeneous part. The rows have different lengths."),
    ],
)
def test_an_array_of_another_kind_or_shape_is_explained(value: str, sentence: str) -> None:
    assert first_note(softmax(value)).endswith(sentence)


@pytest.mark.parametrize(
    ("got", "expected", "sentence"),
    [
        (np.array([np.nan, 1.0]), np.array([np.nan, 2.0]), ""),
        (np.array([np.inf, 1.0]), np.array([np.inf, 2.0]), ""),
        (np.array([np.inf, 1.0]), np.array([np.nan, 2.0]), ""),
        (
            np.zeros((2, 3)),
            np.zeros((3, 2)),
            _TURNED,
        ),
        (1.0, (1.0, 2.0), "A tuple of 2 results is expected, as from `return a, b`; a float came."),
        ((1.0,), (1.0, 2.0), "A tuple of 2 results is expected, as from `return a, b`; a tuple of 1 came."),
        ([1.0], {"W": 1.0}, "A dict is expected, a list came."),
        ({"W": 1.0}, {"W": 1.0, "b": 2.0}, "The dict has no key 'b'."),
        ({"W": 1.0, "c": 2.0}, {"W": 1.0}, "The dict has a key too many: 'c'."),
        ("scaling", "leakage", ""),
    ],
)
def test_what_differs_in_kind_is_explained_and_what_was_expected_is_not(
    got: Any, expected: Any, sentence: str
) -> None:
    assert explain(got, expected) == sentence


def test_an_async_function_is_told_to_be_none(recwarn: pytest.WarningsRecorder) -> None:
    verdict = check(written("async def total(x):\n    return float(np.sum(x))"))
    assert "The word `async` before def must go" in first_note(verdict)
    gc.collect()
    assert not [each for each in recwarn if "never awaited" in str(each.message)]


@pytest.mark.parametrize(
    ("result", "note"),
    [
        ("None", "None came. Is there a return?"),
        ("np.mean", "<function mean> came. A function came, not what it gives: are the parentheses missing"),
        ("[1.0, 2.0]", "[1.0, 2.0] came. With it the test stopped: ValueError: not enough values to unpack"),
    ],
)
def test_where_a_test_cannot_go_on_with_what_came_it_is_shown(result: str, note: str) -> None:
    verdict = check(written(f"def fit_logistic(X, y, rate, steps):\n    return {result}", "fit_logistic"))
    assert first_note(verdict).startswith(note)


def test_megabytes_that_an_answer_prints_are_counted_and_not_kept() -> None:
    tracemalloc.start()
    verdict = total("for _ in range(400):\n    print('x' * 999)\nreturn float(np.sum(x))")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    sentence = "Your function printed 2,000,000 characters while it was checked; they are not shown here."
    assert verdict.outcome is Outcome.PASSED
    assert verdict.remarks == (sentence,)
    assert sentence in repr(verdict)
    assert sentence in verdict._repr_html_()
    assert peak < 1_000_000


@pytest.mark.parametrize(("each", "said"), [(2000, False), (2001, True)])
def test_of_little_that_is_printed_nothing_is_said(each: int, said: bool) -> None:
    """The five calls of the tests print 10,000 characters all together, or 10,005."""
    verdict = total(f"print('x' * {each}, end='')\nreturn float(np.sum(x))")
    assert bool(verdict.remarks) is said


def test_what_goes_to_stderr_and_to_logs_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    logging.getLogger().addHandler(handler)
    try:
        total("import sys, logging\nprint(1, file=sys.stderr)\nlogging.critical('x')\nreturn 1")
        assert capsys.readouterr() == ("", "")
        assert heard.getvalue() == ""
        logging.critical("afterwards")
        assert heard.getvalue() == "afterwards\n"
    finally:
        logging.getLogger().removeHandler(handler)


def test_an_answer_may_redirect_what_it_prints_and_so_may_its_caller() -> None:
    body = """import contextlib, io
with contextlib.redirect_stdout(io.StringIO()) as heard:
    print("here")
print("there")
return float(np.sum(x)) if heard.getvalue() == "here\\n" else None"""
    with contextlib.redirect_stdout(io.StringIO()) as outside:
        verdict = total(body)
        print("after")
    assert verdict.outcome is Outcome.PASSED
    assert outside.getvalue() == "after\n"


def test_an_answer_that_keeps_the_stream_of_prints_changes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    total("import io, sys\nsys.stdout = sys.stderr = io.StringIO()\nreturn 1")
    print("after")
    assert capsys.readouterr().out == "after\n"


def test_figures_that_an_answer_opens_are_closed_and_others_stay() -> None:
    mine = plt.figure()
    show = plt.show
    total("plt.figure()\nplt.plot(x)\nplt.show()\nreturn 1", plt=plt)
    assert plt.get_fignums() == [mine.number]
    assert plt.show is show
    plt.close(mine)


@pytest.mark.parametrize("kind", HANGING)
def test_an_answer_without_an_end_is_stopped_at_its_loop(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "SECONDS", 0.2)
    body, number, line = HANGING[kind]
    before = signal.getsignal(signal.SIGINT), sys.gettrace(), threading.enumerate()
    verdict = total(body)
    assert (signal.getsignal(signal.SIGINT), sys.gettrace(), threading.enumerate()) == before
    assert first_note(verdict) == (
        f"It ran for 0.2 s and was stopped at line {number} of your cell: `{line}`. "
        "Does the loop come to an end?"
    )
    assert [each.outcome for each in verdict.findings[1:]] == [Outcome.NOT_TRIED, Outcome.NOT_TRIED]
    assert "– The empty vector" in repr(verdict)


def test_an_answer_that_is_slow_without_a_loop_is_stopped_at_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stopping, "SECONDS", 0.2)
    fibonacci = "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\n\n"
    verdict = check(written(f"{fibonacci}def total(x):\n    return fib(99)"))
    line = "return n if n < 2 else fib(n - 1) + fib(n - 2)"
    assert first_note(verdict) == f"It ran for 0.2 s and was stopped at line 2 of your cell: `{line}`."


def test_the_limit_holds_for_all_tests_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "SECONDS", 1.0)
    outcomes = [each.outcome for each in total("import time\ntime.sleep(0.6)\nreturn sum(x)").findings]
    assert outcomes == [Outcome.PASSED, Outcome.FAILED, Outcome.NOT_TRIED]


def test_an_answer_that_hangs_after_the_visible_tests_has_not_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "SECONDS", 0.2)
    verdict = total("calls.append(1)\nwhile len(calls) > 3:\n    pass\nreturn float(np.sum(x))", calls=[])
    assert {each.outcome for each in verdict.findings} == {Outcome.PASSED}
    assert verdict.outcome is Outcome.DOUBTFUL
    assert verdict.message.startswith("It ran for 0.2 s and was stopped at line 3 of your cell")


def test_a_value_that_hangs_when_it_is_looked_at_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "SECONDS", 0.2)
    notebook: dict[str, Any] = {"check": check}
    endless = "class Endless:\n    def __repr__(self):\n        while True:\n            pass\n"
    exec(f"{endless}clinic = {{'A': Endless()}}\nverdict = check(clinic)", notebook)
    assert notebook["verdict"].outcome is Outcome.FAILED
    assert "It ran for 0.2 s and was stopped" in repr(notebook["verdict"])


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """Take interrupts as Python does, also where tests run in the background of a shell that ignores them."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


INTERRUPT = "import signal\nsignal.raise_signal(signal.SIGINT)\nreturn 1"


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.parametrize("threads", [True, False])
def test_what_the_student_interrupts_ends_with_a_sentence(
    threads: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    if not threads:
        monkeypatch.setattr(threading.Thread, "start", refuse)
    before = signal.getsignal(signal.SIGINT)
    line = "at line 3 of your cell: `signal.raise_signal(signal.SIGINT)`."
    assert first_note(total(INTERRUPT)) == f"It was interrupted {line}"
    assert signal.getsignal(signal.SIGINT) is before
    assert total("return float(np.sum(x))").outcome is Outcome.PASSED
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_an_interrupt_between_two_tests_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("course.lab.judging.recognise", lambda *_: signal.raise_signal(signal.SIGINT))
    verdict = total("return 1")
    assert verdict.outcome is Outcome.FAILED
    assert verdict.message == "It was interrupted."


@pytest.mark.parametrize("moment", ["start", "join"])
def test_an_interrupt_while_the_limit_is_set_or_lifted_leaves_nothing_behind(
    moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    its_own = getattr(threading.Thread, moment)

    def interrupted(thread: threading.Thread) -> None:
        signal.raise_signal(signal.SIGINT)
        its_own(thread)

    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr(threading.Thread, moment, interrupted)
    assert total("return float(np.sum(x))").outcome is Outcome.PASSED
    assert signal.getsignal(signal.SIGINT) is before


def test_what_the_check_itself_takes_is_not_laid_to_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "SECONDS", 0.1)
    monkeypatch.setattr("course.lab.judging.recognise", lambda *_: time.sleep(0.3))
    function = written("def total(x):\n    return float(np.sum(x))", check=check)
    assert eval("check(total)", function.__globals__).outcome is Outcome.PASSED


def test_in_a_thread_of_its_own_a_check_has_no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "SECONDS", 0.01)
    verdicts: list[Verdict] = []
    body = "import time\ntime.sleep(0.03)\nreturn float(np.sum(x))"
    thread = threading.Thread(target=lambda: verdicts.append(total(body)))
    thread.start()
    thread.join()
    assert [each.outcome for each in verdicts] == [Outcome.PASSED]


def test_where_check_and_limit_end_together_nothing_is_interrupted_but_the_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    function = written("def total(x):\n    for _ in range(300):\n        y = float(np.sum(x))\n    return y")
    seen = set()
    for step in range(150):
        monkeypatch.setattr(stopping, "SECONDS", step * 1e-4)
        seen.add(check(function).outcome)
    assert seen <= {Outcome.PASSED, Outcome.FAILED, Outcome.DOUBTFUL}
    assert not [each for each in threading.enumerate() if each.name == "check"]


def test_a_check_within_its_own_answer_says_so_and_does_not_begin_again() -> None:
    said: list[Verdict] = []
    verdict = total("said.append(check(total))\nreturn float(np.sum(x))", check=check, said=said)
    assert verdict.outcome is Outcome.PASSED
    assert repr(said[0]).startswith("check(total) stands in what it checks")


@pytest.mark.parametrize(
    ("np_now", "what"), [(3.0, "a float"), (sys, "the module sys"), (np.zeros(2), "an array")]
)
def test_another_np_is_named_and_does_not_reach_the_tests(np_now: Any, what: str) -> None:
    verdict = total("return float(sum(x))", np=np_now)
    assert verdict.outcome is Outcome.PASSED
    (sentence,) = verdict.remarks
    assert sentence.startswith(f"In this notebook np is no longer NumPy, but {what}: give yours another name")
    assert "import numpy as np" in sentence
    crashed = total("return float(np.summe(x))", np=np_now)
    assert crashed.remarks == (sentence,)
    assert crashed.outcome is Outcome.FAILED


def test_a_close_or_a_sum_of_the_students_decides_no_test() -> None:
    assert total("return 0.0", close=lambda *_: True, difference=None).outcome is Outcome.FAILED
    assert total("return np.sum(x)", close=None, difference=None).outcome is Outcome.PASSED
    right = "def one_hot(labels, k):\n    return np.eye(k)[labels]"
    assert check(written(right, "one_hot", isinstance=3, type=None)).outcome is Outcome.PASSED


@pytest.mark.parametrize(
    ("body", "names", "sentence"),
    [
        (
            "return sum(x)",
            {"sum": 3.5},
            "Here sum is no longer Python's function, but a float: `del sum`",
        ),
        ("return max(x)", {"max": np.ones(2)}, "Here max is no longer Python's function, but an array"),
        (
            "return x[isinstance(x, list)]",
            {"list": [1]},
            "Here list is no longer Python's function, but a list",
        ),
        ("len = x.size\nreturn sum(x) / len(x)", {}, "In this function len is a variable of yours"),
        ("sum = sum(x)\nreturn sum", {}, "In this function sum is a variable of yours"),
    ],
)
def test_a_name_of_pythons_that_is_hidden_is_named(body: str, names: dict[str, Any], sentence: str) -> None:
    assert f". {sentence}" in first_note(total(body, **names))


def test_a_hidden_name_that_is_not_on_the_line_of_the_error_is_not_blamed() -> None:
    note = first_note(total("y = sum\nreturn x.sum()(1)", sum=3))
    assert note.startswith("Line 3 of your cell: return x.sum()(1) stopped with TypeError")
    assert "`del sum`" not in note


@pytest.mark.parametrize(
    ("body", "note"),
    [
        ("import sys\nsys.exit(1)", "Line 3 of your cell: sys.exit(1) would end Python itself"),
        ("exit()", "Line 2 of your cell: exit() would end Python itself: a function ends with return."),
        ("return total(x)", "RecursionError: maximum recursion depth exceeded. It calls itself without an"),
        ("return np.zeros((10**7, 10**7))", "That is more memory than there is: which shape should"),
        ("return input('x? ')", "asks a question, and nobody answers in a check: use the arguments instead."),
        ("import getpass\nreturn getpass.getpass()", "asks a question, and nobody answers in a check"),
        ("import sys\nreturn sys.stdin.readline() + 1", "stopped with TypeError"),
        (
            "assert len(x) > 9, 'too short'",
            "Line 2 of your cell: assert len(x) > 9, 'too short' sto",
        ),
        ("class Odd(BaseException): pass\nraise Odd('x')", "stopped with Odd: x"),
        ("class Mute(Exception):\n    def __str__(self): raise self\nraise Mute", "stopped with Mute"),
    ],
)
def test_what_ends_an_answer_early_is_a_sentence_with_its_line(body: str, note: str) -> None:
    before = builtins.input, sys.stdin
    assert note in first_note(total(body))
    assert (builtins.input, sys.stdin) == before
    assert not sys.stdin.closed


def test_of_a_crash_in_a_helper_the_line_of_the_answer_is_named() -> None:
    helper = written("def helper(x):\n\n\n\n    return 1 / 0", "helper")
    assert "Line 2 of your cell: return helper(x) stopped" in first_note(
        total("return helper(x)", helper=helper)
    )


def test_of_a_crash_in_another_cell_alone_the_line_there_is_named() -> None:
    function = written("def total(x):\n    return Nasty()", check=check)
    above = "class Nasty:\n    def __array__(self, *_, **__): return 1 / 0"
    linecache.cache["<above>"] = (len(above), None, above.splitlines(True), "<above>")
    exec(compile(above, "<above>", "exec"), function.__globals__)
    assert first_note(check(function)).startswith("Line 2 of your cell: def __array__(self, *_, **__)")


@pytest.mark.parametrize("head", ["()", "(x, y)", "(*, x)"])
def test_other_parameters_than_the_tests_give_are_shown_beside_their_call(head: str) -> None:
    verdict = check(written(f"def total{head}:\n    return 1.0"))
    call = "total(np.array([2.0, 3.0, 6.0]))"
    assert first_note(verdict) == (
        f"It is called as {call}, and yours is total{head}: both must have the same arguments."
    )


def test_a_call_of_something_else_that_does_not_fit_is_no_matter_of_parameters() -> None:
    assert first_note(total("return len(x, x)")).startswith("Line 2 of your cell: return len(x, x) stopped")


GIGANTIC = {
    "an array of 10¹² numbers": "return np.broadcast_to(1.0, (10**12,))",
    "an array of 20 axes": "return np.ones((2,) * 20)",
    "a range": "return range(10**15)",
    "a longer range": "return range(10**25)",
    "a long list": "return [[0] * 1000] * 2000",
    "a list of lists of lists": "d = [1]\nfor _ in range(9999):\n    d = [d]\nreturn d",
    "lists that double": "d = [1]\nfor _ in range(99):\n    d = [d, d]\nreturn d",
    "a list that holds itself": "d = [1]\nd.append(d)\nreturn d",
    "a dict that holds itself": "d = {}\nd['d'] = d\nreturn d",
    "a tuple of many": "return (1.0,) * 10**6",
    "a dict of many": "return dict.fromkeys(range(10**6))",
    "a long text": "return 'x' * 10**7",
    "an array of long texts": "return np.array(['x' * 10**5] * 9)",
    "a long integer": "return 10**100000",
    "a long error": "raise ValueError('x\\n' * 10**6)",
    "a long message of an assert": "assert x is None, 'x' * 10**6",
    "half a character": "raise ValueError('\\ud800')",
}


@pytest.mark.parametrize("kind", GIGANTIC)
def test_what_is_gigantic_is_shown_in_a_few_lines(kind: str) -> None:
    """No time is measured here: what looked at all of it would not end, or would fill the memory."""
    verdict = total(GIGANTIC[kind])
    assert verdict.outcome is Outcome.FAILED
    assert not any(each.outcome is Outcome.NOT_TRIED for each in verdict.findings)
    assert all(len(line) < 500 for line in repr(verdict).encode().decode().splitlines())
    assert len(verdict._repr_html_()) < 8000
    assert "cannot be shown" not in repr(verdict)


def nested(depth: int) -> list[Any]:
    return [nested(depth - 1)] if depth else []


@pytest.mark.parametrize(
    ("value", "bounded"),
    [
        ([0] * 100_000, True),
        ([0] * 100_001, False),
        ([[0] * 1000] * 99, True),
        ([[0] * 1000] * 100, False),
        ({"W": np.zeros(100_000)}, False),
        (range(10**25), False),
        (nested(30), True),
        (nested(31), False),
        (10**25, True),
    ],
)
def test_what_has_too_many_parts_or_is_nested_too_deep_is_not_looked_at(value: Any, bounded: bool) -> None:
    assert is_bounded(value) is bounded


def test_a_value_that_holds_itself_is_no_crash() -> None:
    clinic: dict[str, Any] = {}
    clinic["A"] = clinic
    verdict: Verdict = eval("check(clinic)", {"check": check, "clinic": clinic})
    assert "too large to be checked, or holds itself" in repr(verdict)


NASTY = ["repr", "str", "eq", "ne", "array", "len", "iter", "getitem", "float", "bool", "hash", "deepcopy"]


@pytest.mark.parametrize("method", [*NASTY, "getattribute"])
@pytest.mark.parametrize("error", ["ValueError", "ZeroDivisionError", "AssertionError"])
def test_an_object_that_raises_and_prints_when_it_is_looked_at_is_a_sentence(
    method: str, error: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = f"def __{method}__(self, *args, **kwargs):\n        print('seen')\n        raise {error}('no')"
    verdict = check(written(f"class Nasty:\n    {lines}\n\ndef total(x):\n    return Nasty()"))
    note = first_note(verdict)
    if method == "repr":
        assert verdict.findings[0].got == "<Nasty, which cannot be shown>"
    assert note.startswith("A Nasty came, which is no number.") or f"raise {error}('no') stopped with" in note
    assert capsys.readouterr() == ("", "")


def test_an_object_that_cannot_be_compared_is_a_change_of_an_argument() -> None:
    nasty = "class Nasty:\n    def __eq__(self, other): raise ValueError\n\n"
    body = "def shrinkage_path(X, y, lambdas):\n    lambdas[0] = Nasty()"
    assert "changes one of its arguments" in check(written(nasty + body, "shrinkage_path")).message


@pytest.mark.parametrize("value", ["(i for i in x)", "object()", "lambda: 1", "np.array([object()])"])
def test_a_verdict_is_the_same_text_each_time(value: str) -> None:
    said = [repr(total(f"return {value}")) for _ in range(2)]
    assert said[0] == said[1]
    assert "0x" not in said[0]


def test_in_a_kernel_an_endless_loop_is_ended_and_the_next_cell_runs() -> None:
    """So are those that would ask, close the kernel, or leave a figure or a text below the check."""
    head = "import numpy as np\nimport matplotlib.pyplot as plt\nfrom course.lab import check, stopping\n"
    showing = "display(3); plt.plot(x); plt.show(); plt.plot(x); print(4); return float(np.sum(x))"
    sources = [
        f"{head}import logging\nlogging.basicConfig()\nstopping.SECONDS = 0.5",
        "def total(x):\n    while True:\n        pass\ncheck(total)",
        "1 + 1",
        "def total(x):\n    exit()\ncheck(total)",
        "def total(x):\n    return input('x? ')\ncheck(total)",
        f"def total(x):\n    logging.critical('log'); {showing}\ncheck(total)",
        "display('shown')",
    ]
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    NotebookClient(notebook, kernel_name="python3", timeout=60).execute()
    said = [[output["data"]["text/plain"] for output in cell.outputs] for cell in notebook.cells]
    assert [len(each) for each in said] == [0, 1, 1, 1, 1, 1, 1]
    assert "It ran for 0.5 s and was stopped at line 2 of your cell: `while True:`." in said[1][0]
    assert said[2] == ["2"]
    assert "exit() would end Python itself" in said[3][0]
    assert "nobody answers in a check" in said[4][0]
    assert said[5][0].startswith("total: passed")
    assert said[6] == ["'shown'"]
