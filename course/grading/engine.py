"""One worker's engine: a warm examiner, and a warm process for students behind the sandbox's walls."""

import json
import os
import shutil
import signal
import time
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any, Self

from course.grading.examiner import Plan
from course.grading.examiner_process import ExaminerProcess, connect
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
    """Runs plans, one at a time. Starting takes a second; every plan after that gets fresh forks.

    `examiner`: the address of one that is warm; without it, or where it does not answer, there is an own one.
    """

    def __init__(
        self, limits: Limits | None = None, *, sandbox: bool = True, examiner: str | None = None
    ) -> None:
        self._own: ExaminerProcess | None = None
        self._address = examiner or self._own_address()
        self._students = Warm(limits, walls=sandbox)
        self._examiner = self._connected()

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
            shutil.rmtree(Path(self._address).with_name(str(child)), ignore_errors=True)
        finally:
            for wire in (student, watch, results):
                wire.close()
            self._students.end()
        return ran

    def close(self) -> None:
        """End both processes."""
        self._students.close()
        self._examiner.close()
        if self._own:
            self._own.close()

    def _ask(self, request: list[Any], descriptors: tuple[int, ...]) -> int:
        """Return the process id of the examiner's fork for a request. An examiner that died is replaced."""
        for attempt in (1, 2):
            try:
                self._examiner.send(request, descriptors)
                return int(self._examiner.receive(time.monotonic() + _START_SECONDS)[1])
            except WireError:
                if attempt == 2:
                    raise
                self._examiner.close()
                self._examiner = self._connected()
        raise AssertionError("unreachable")

    def _connected(self) -> Wire:
        """Return a wire to an examiner that is ready."""
        try:
            return _ready(self._address)
        except WireError:
            if self._own:
                self._own.close()
            self._address = self._own_address()
            return _ready(self._address)

    def _own_address(self) -> str:
        self._own = ExaminerProcess()
        return self._own.address


def _ready(address: str) -> Wire:
    wire = connect(address)
    try:
        wire.receive(time.monotonic() + _START_SECONDS)
    except WireError:
        wire.close()
        raise
    return wire


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
