"""A limit that is hit is said in a sentence, and to the instructor in the log."""

from collections.abc import Iterator

import pytest

from course.grading.engine import Engine, Ran
from course.grading.examiner import Plan, Role, Step
from course.grading.inside.limits import Limits

LIMITS = Limits(all_memory=400 * 2**20, cpu_seconds=2, processes=40, file_size=2**20, disk=4 * 2**20)

TOGETHER = """
import os, time
def f():
    for _ in range(4):
        if os.fork() == 0:
            kept = b"1" * (120 * 2**20)
            time.sleep(30)
            os._exit(0)
    time.sleep(30)
"""
IN_FILES = """
import os, time
def f():
    for number in range(300):
        with open(f"/{'submission' if number % 2 else 'dev/shm'}/{number}", "wb") as file:
            file.write(b"1" * 10**6)
"""
BUSY = """
import os
def f():
    for _ in range(3):
        os.fork()
    while True:
        pass
"""
SHARED = """
import os, time
kept = b"1" * (120 * 2**20)
def f():
    for _ in range(6):
        if os.fork() == 0:
            time.sleep(1)
            os._exit(0)
    time.sleep(1)
    return sum(os.wait()[1] for _ in range(6))
"""
LIMITED = {
    "memory of one process": ("def f():\n    bytearray(2**32)", "it used more than 2 GB of memory"),
    "memory for an array": (
        "import numpy as np\ndef f():\n    np.ones(2**30)",
        "it used more than 2 GB of memory",
    ),
    "memory of all processes": (TOGETHER, "it used more than 400 MB of memory, all its processes together"),
    "processor time": (BUSY, "it used more than 2 seconds of processor time, all its processes together"),
    "time": ("def f():\n    while True: pass", "it ran for more than 1 seconds"),
    "processes": (
        "import os, time\ndef f():\n    while True:\n        if os.fork() == 0: time.sleep(60)",
        "it started more than 40 processes and threads",
    ),
    "threads": (
        "import time, threading\ndef f():\n    while True:\n        "
        "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()",
        "it started more than 40 processes and threads",
    ),
    "file size": ("def f():\n    open('f', 'wb').write(bytes(2**21))", "it wrote a file of more than 1 MB"),
    "disk": (IN_FILES, "it wrote more than 4 MB into its folder, or too many files"),
    "open files": (
        "import os\ndef f():\n    while True: os.dup(1)",
        "it opened more than 256 files at a time",
    ),
}


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with Engine(LIMITS) as engine:
        yield engine


def run(engine: Engine, answer: str, *more: Step, seconds: float = 20, total: float = 60) -> Ran:
    steps = (Step(0, Role.STUDENT, answer), *more)
    return engine.run(Plan(steps, frozenset({"f"}), cell_seconds=seconds, total_seconds=total))


def shown(ran: Ran, step: int) -> str:
    return " ".join(str(each.get("text", each.get("evalue"))) for each in ran.outputs[step])


@pytest.mark.parametrize("which", LIMITED)
def test_a_cell_that_hits_a_limit_says_which(engine: Engine, which: str) -> None:
    answer, words = LIMITED[which]
    ran = run(engine, f"{answer}\nf()", seconds=1 if which == "time" else 20)
    assert words in shown(ran, 0)
    assert ran.limits[0] == words


@pytest.mark.parametrize("which", LIMITED)
def test_a_test_whose_call_hits_a_limit_says_which(engine: Engine, which: str) -> None:
    answer, words = LIMITED[which]
    steps = (Step(1, Role.VISIBLE, "f()"), Step(2, Role.HIDDEN, "f()"))
    ran = run(engine, answer, *steps, seconds=1 if which == "time" else 20)
    assert words in shown(ran, 1)
    assert ran.limits[1] == words
    assert ran.limits[2] == words


def test_time_that_cannot_be_interrupted_is_said(engine: Engine) -> None:
    answer = "import time\nwhile True:\n    try: time.sleep(9)\n    except BaseException: pass"
    ran = run(engine, answer, Step(1, Role.STUDENT, "1"), seconds=1)
    words = "This cell was not finished: it ran for more than 1 seconds and could not be interrupted."
    assert words in shown(ran, 0)
    assert words in shown(ran, 1)


def test_a_notebook_that_takes_too_long_says_so_in_every_cell_that_is_left(engine: Engine) -> None:
    sleep = "import time\ntime.sleep(1.2)"
    ran = run(engine, sleep, Step(1, Role.STUDENT, sleep), Step(2, Role.VISIBLE, "assert f"), total=2)
    words = "the notebook ran for more than 2 seconds, all cells together"
    assert [ran.limits[step] for step in (0, 1, 2)] == ["", words, words]
    assert all(words in shown(ran, step) for step in (1, 2))


def test_a_test_that_waits_for_ever_is_ended(engine: Engine) -> None:
    test = "while f() != 3: pass"
    ran = run(engine, "def f():\n    return 2", Step(1, Role.VISIBLE, test), seconds=1)
    assert ran.limits[1] == "it ran for more than 1 seconds"


def test_memory_that_processes_share_counts_once(engine: Engine) -> None:
    ran = run(engine, SHARED, Step(1, Role.VISIBLE, "assert f() == 0"))
    assert ran.limits == {0: "", 1: ""}
    assert ran.outputs[1] == []


def test_nothing_inside_can_end_or_imitate_the_watch(engine: Engine) -> None:
    answer = """
import os, signal
for number in range(1, 65):
    try:
        os.kill(1, number)
    except OSError:
        pass
try:
    found = os.listdir("/proc/1/fd")
except OSError:
    found = []
"""
    ran = run(engine, answer, Step(1, Role.STUDENT, f"assert not found\n{TOGETHER}f()"))
    assert ran.outputs[0] == []
    assert ran.limits[1] == "it used more than 400 MB of memory, all its processes together"


@pytest.mark.parametrize("make", ["os.memfd_create('m')", "ctypes.CDLL(None).shmget(0, 4096, 0o1600)"])
def test_memory_that_nobody_would_see_cannot_be_had(engine: Engine, make: str) -> None:
    ran = run(engine, f"import os, ctypes\ntry:\n    got = {make}\nexcept OSError:\n    got = -1\nprint(got)")
    assert shown(ran, 0) == "-1\n"
