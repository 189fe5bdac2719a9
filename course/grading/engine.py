"""One worker's engine: a warm examiner, and a warm process for students behind the sandbox's walls."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any, Self

from course.grading.examiner import Plan
from course.grading.inside.limits import Limits
from course.grading.inside.wire import MOST_MESSAGE, Wire, WireError, pair
from course.grading.sandbox import Warm

_START_SECONDS = 120.0
_GRACE_SECONDS = 30.0


@dataclass
class Ran:
    """What a plan gave, cell by cell; a step that is missing in `outputs` was not finished.

    `logs` are for the instructor alone; `limits` say which limit a cell hit. `raised` has the kind of
    exception that made a hidden test fail and the line of the student's code.
    """

    outputs: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    counts: dict[int, int | None] = field(default_factory=dict)
    logs: dict[int, str] = field(default_factory=dict)
    limits: dict[int, str] = field(default_factory=dict)
    raised: dict[int, tuple[str, str]] = field(default_factory=dict)
    diagnosis: dict[str, Any] = field(default_factory=dict)


class Engine:
    """Runs plans, one at a time. Starting takes a second; every plan after that gets fresh forks."""

    def __init__(self, limits: Limits | None = None, *, sandbox: bool = True) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="examiner-")
        self._students = Warm(limits, walls=sandbox)
        self._start_examiner()
        self._await_examiner()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def run(self, plan: Plan) -> Ran:
        """Run a submission's plan. Whatever it does, what was finished before is returned."""
        limits = self._students.limits.within(plan.total_seconds)
        student, watch = self._students.fork(limits)
        ran = Ran()
        results, end = pair(MOST_MESSAGE)
        try:
            with end:
                request = ["examine", plan.as_message(), astuple(limits)]
                child = self._ask(request, (student.end.fileno(), watch.end.fileno(), end.fileno()))
            student.close()
            _gather(results, ran, time.monotonic() + plan.total_seconds + _GRACE_SECONDS)
            _kill(child)
            shutil.rmtree(Path(self._scratch.name, str(child)), ignore_errors=True)
        finally:
            for wire in (student, watch, results):
                wire.close()
            self._students.end()
        return ran

    def close(self) -> None:
        """End both processes."""
        self._students.close()
        self._end_examiner()
        self._scratch.cleanup()

    def _ask(self, request: list[Any], descriptors: tuple[int, ...]) -> int:
        """Return the process id of the examiner's fork for a request. An examiner that died is replaced."""
        for attempt in (1, 2):
            try:
                self._examiner.send(request, descriptors)
                return int(self._examiner.receive(time.monotonic() + _START_SECONDS)[1])
            except WireError:
                if attempt == 2:
                    raise
                self._end_examiner()
                self._start_examiner()
                self._await_examiner()
        raise AssertionError("unreachable")

    def _end_examiner(self) -> None:
        self._examiner.close()
        self._process.kill()
        self._process.wait()

    def _start_examiner(self) -> None:
        self._examiner, end = pair(MOST_MESSAGE)
        with end:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "course.grading.examiner"],
                stdin=end.fileno(),
                stdout=subprocess.DEVNULL,
                cwd=self._scratch.name,
                env={**os.environ, **_SETTINGS},
                start_new_session=True,
            )

    def _await_examiner(self) -> None:
        self._examiner.receive(time.monotonic() + _START_SECONDS)


_SETTINGS = {
    "PYTHONHASHSEED": "0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NBGRADER_EXECUTION": "autograde",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}


def _gather(results: Wire, ran: Ran, deadline: float) -> None:
    try:
        while True:
            kind, *rest = results.receive(deadline)
            if kind == "diagnosis":
                ran.diagnosis = rest[0]
                return
            index, outputs, about = rest
            ran.outputs[index] = json.loads(outputs)
            ran.counts[index] = about["count"]
            ran.logs[index] = about["log"]
            ran.limits[index] = about["limit"]
            if about["raised"]:
                ran.raised[index] = tuple(about["raised"])
    except WireError:
        return


def _kill(child: int) -> None:
    try:
        os.kill(child, signal.SIGKILL)
    except ProcessLookupError:
        return
