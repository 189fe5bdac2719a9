"""A corpus of hostile answers: none earns a mark it is not due, finds a secret, or harms the next."""

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import cases, halves
from scores import Scored, points

from course.grading.engine import Engine, Ran
from course.grading.examiner import Plan, Role, Step
from course.grading.examiner_process import ExaminerProcess

HONEST = "def square(x):\n    return x * x"
VISIBLE = """
got = square(np.array([1.0, -2.0]))
expected = np.array([1.0, 4.0])
assert np.array_equal(got, expected)
"""
HIDDEN = """
x = np.random.default_rng(5).normal(size=4)
before = x.copy()
expected = before ** 2
got = square(x)
assert isinstance(got, np.ndarray) and got.shape == (4,)
assert np.allclose(got, expected)
assert np.array_equal(x, before)
"""

SECRET_DIGITS = ("8019", "3243", "2483", "4204")  # of the hidden x


def plan(answer: str, seconds: float = 4, later: str = "1 + 1") -> Plan:
    given = ("import numpy as np",)
    return Plan(
        steps=(
            Step(0, Role.STUDENT, "import numpy as np"),
            Step(1, Role.STUDENT, answer),
            Step(2, Role.VISIBLE, VISIBLE, given),
            Step(3, Role.HIDDEN, HIDDEN),
            Step(4, Role.STUDENT, later),
        ),
        of_student=frozenset({"square"}),
        of_source=frozenset({"np", "x", "got", "expected", "before"}),
        cell_seconds=seconds,
        total_seconds=60,
    )


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine() as engine:
        yield engine


def passed(ran: Ran, step: int) -> bool:
    return step in ran.outputs and not any(each["output_type"] == "error" for each in ran.outputs[step])


def printed(ran: Ran) -> str:
    return "".join(
        str(each.get("text", each.get("data", each.get("evalue", ""))))
        for step in sorted(ran.outputs)
        for each in ran.outputs[step]
    )


def assert_the_next_is_graded_as_alone(engine: Engine) -> None:
    ran = engine.run(plan(HONEST))
    assert passed(ran, 2), ran.outputs
    assert passed(ran, 3), ran.outputs


def test_the_diagnosis_is_made_before_a_hidden_test_is_seen(engine: Engine) -> None:
    answer = """
import mmap
import numpy as np
seen = mmap.mmap(-1, 1)
def softmax(Z):
    if seen[0]:
        raise NotImplementedError
    if Z.shape == (3, 5):
        seen[0] = 1
    E = np.exp(Z - Z.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)
"""
    steps = (
        Step(0, Role.STUDENT, answer),
        Step(1, Role.HIDDEN, "import numpy as np\nassert softmax(np.zeros((3, 5))).shape == (3, 5)"),
    )
    ran = engine.run(Plan(steps, frozenset({"softmax"}), functions=("softmax",)))
    assert passed(ran, 1)
    assert ran.diagnosis["softmax"]["outcome"] == "passed"


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with Engine() as engine:
        assert_the_next_is_graded_as_alone(engine)
        (scratch,) = tmp_path.iterdir()
        assert [each.name for each in scratch.iterdir()] == ["socket"]  # which the examiner listens at
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("shared", [True, False])
def test_an_examiner_that_died_is_replaced(shared: bool) -> None:
    with ExaminerProcess() as process, Engine(examiner=process.address if shared else None) as engine:
        assert_the_next_is_graded_as_alone(engine)
        doomed = process if shared else engine._own
        assert doomed is not None
        os.killpg(doomed._process.pid, signal.SIGKILL)
        doomed._process.wait()
        assert_the_next_is_graded_as_alone(engine)


def test_an_examiner_ends_with_the_process_that_holds_it() -> None:
    script = (
        "from course.grading.examiner_process import ExaminerProcess\n"
        "import time\nprocess = ExaminerProcess()\nprint(process._process.pid, flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        examiner = os.pidfd_open(int(holder.stdout.readline()))
        holder.kill()
    try:
        assert select.select([examiner], [], [], 60)[0], "the examiner lives on"
    finally:
        os.close(examiner)


def test_an_honest_answer_passes(engine: Engine) -> None:
    assert_the_next_is_graded_as_alone(engine)


@pytest.mark.parametrize("name", cases("forging"))
def test_no_forgery_passes_a_test(engine: Engine, name: str, scored: Scored) -> None:
    answer = cases("forging")[name]
    ran = engine.run(plan(answer))
    scored("forging", name, 0, points(ran.outputs, (2, 3)))
    assert not passed(ran, 2)
    assert not passed(ran, 3)
    assert_the_next_is_graded_as_alone(engine)


@pytest.mark.parametrize("name", cases("escaping"))
def test_no_escape_finds_anything(engine: Engine, name: str, scored: Scored) -> None:
    answer = cases("escaping")[name]
    ran = engine.run(plan(answer))
    assert "FOUND" not in printed(ran)
    assert passed(ran, 1), ran.outputs[1]
    scored("escaping", name, 2, points(ran.outputs, (2, 3)))
    assert_the_next_is_graded_as_alone(engine)


@pytest.mark.parametrize("name", cases("telling"))
def test_no_input_of_a_hidden_test_is_told(engine: Engine, name: str, scored: Scored) -> None:
    answer, later = halves(cases("telling")[name])
    ran = engine.run(plan(answer, later=later or "1 + 1"))
    if name.startswith("raises"):  # the test fails, and its error is the instructor's
        scored("telling", name, 1, points(ran.outputs, (2, 3)))
        assert ran.outputs.pop(3)[0]["output_type"] == "error"
    else:
        scored("telling", name, 2, points(ran.outputs, (2, 3)))
    for digits in SECRET_DIGITS:
        assert digits not in printed(ran)
        assert digits not in f"{ran.raised} {ran.limits}"
    assert_the_next_is_graded_as_alone(engine)


@pytest.mark.parametrize("name", cases("exhausting"))
def test_no_exhaustion_harms_the_next(engine: Engine, name: str, scored: Scored) -> None:
    answer = cases("exhausting")[name]
    begun = time.monotonic()
    ran = engine.run(plan(answer, seconds=1))
    scored("exhausting", name, 0, points(ran.outputs, (2, 3)))
    assert time.monotonic() - begun < 45
    assert_the_next_is_graded_as_alone(engine)


NONSENSE = """
import gc
def square(x):
    return x
for thing in gc.get_objects():
    if type(thing).__name__ == "_Student":
        thing._fetch = lambda *names: MESSAGE
"""


@pytest.mark.parametrize(
    "message",
    [
        "(5, [])",
        "({'square': 5}, [])",
        "({'square': ['function', 5]}, [])",
        "({'square': ['function', {'name': 'f', 'doc': 1, 'signature': [[[1, [], 2, 3]], 4]}]}, [])",
        "({'square': ['plain', ['r', 3]]}, [['a']])",
        "({'square': ['h', 'object', 1, 2, 'x']}, [])",
    ],
)
def test_nonsense_for_a_name_fails_the_test_and_ends_no_examination(engine: Engine, message: str) -> None:
    ran = engine.run(plan(NONSENSE.replace("MESSAGE", message)))
    assert not passed(ran, 2)
    assert sorted(ran.outputs) == [0, 1, 2, 3, 4]
    assert_the_next_is_graded_as_alone(engine)
