"""One test against a student's process: its names resolved, its source run here, its verdict."""

import builtins
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from course.grading.examiner.clock import Clock, Time, TimeIsUpError
from course.grading.examiner.limits_said import LimitsSaid
from course.grading.examiner.names import names_of
from course.grading.examiner.outputs import Displays, Outputs
from course.grading.examiner.plan import Plan, Step
from course.grading.examiner.raised import StudentsCode
from course.grading.examiner.rebound import Rebound
from course.grading.examiner.result import Result
from course.grading.examiner.session import GRACE_SECONDS, Session
from course.grading.examiner.standing_in import (
    ModuleName,
    NotPlain,
    StandIn,
    StudentError,
    Target,
    module_for,
)
from course.grading.inside.alarm import alarm
from course.grading.inside.kernel import Kernel
from course.grading.inside.plain import NotPlainError

FETCH_SECONDS = 10.0
# What a test that looks at a function without calling it says.
_ASKING = (
    "inspect",
    "signature",
    "__annotations__",
    "get_type_hints",
    "defaults__",
    "__code__",
    "__module__",
)

Tell = Callable[[str, dict[str, Any]], None]


@dataclass
class Trial:
    """Runs test cells in the examiner's kernel; stand-ins call into `session` meanwhile."""

    plan: Plan
    kernel: Kernel
    session: Session
    clock: Clock
    said: LimitsSaid
    code: StudentsCode
    displays: Displays
    _limit: str = ""
    _stand_ins: dict[str, StandIn] = field(default_factory=dict)

    def run(self, step: Step, *, told: bool) -> Result:
        """Run a test; `told`: what the student's code prints in it belongs to its outputs."""
        outputs = Outputs(self.displays)
        heard = Outputs({})
        count, raised = None, None
        try:
            with self.answering(outputs.hear if told else heard.tell):
                self._resolve(step.source)
                count = self._execute(step.source, outputs, tracebacks=told)
                raised = getattr(self.kernel.error, "raised_by_student", None)
        except (StudentError, NotPlainError, TimeIsUpError) as error:
            outputs.error("StudentError", f"This test could not be run: {error}.")
            self._limit = str(error) if isinstance(error, TimeIsUpError) else self._limit
        limit = self._which_limit(outputs) if outputs.failed else ""
        result = Result(step.index, outputs.kept, count, heard.kept, limit)
        if told:
            return result
        result = result.as_hidden()
        if raised is None:
            return result
        return replace(result, log=[*result.log, raised.as_log()], raised=self.code.shown(raised))

    def prepare(self, source: str) -> None:
        """Run a given cell that tests may need; whether it fails shows in the tests that do."""
        try:
            with self.answering():
                self._resolve(source, whatever=True)
                self._execute(source, Outputs({}), tracebacks=False)
        except (StudentError, NotPlainError, TimeIsUpError):
            return

    @contextmanager
    def answering(self, tell: Tell = lambda *_: None) -> Iterator[None]:
        """Let stand-ins call while the body runs; `tell` gets what the student's code prints."""
        time_of_cell, begun = self.clock.for_cell(), time.monotonic()

        def call(target: Target, args: Any, kwargs: Any) -> Any:
            left = Time(time_of_cell.left(begun), time_of_cell.words)
            names = Rebound.between(self._stand_ins, self.kernel.names)
            return self.session.call(target, args, kwargs, left, self._heard(tell), names)

        StandIn.caller = call
        try:
            # What runs here is trusted, but may wait for what a student's function never gives.
            with alarm(time_of_cell.seconds + 2 * GRACE_SECONDS, time_of_cell.words):
                yield
        finally:
            if time_of_cell.left(begun) <= 0:
                self._limit = time_of_cell.words
            StandIn.caller = None
            self.kernel.tell = _ignore

    def _heard(self, tell: Tell) -> Tell:
        """Give what a call prints to the test itself, where it has put something in a stream's place."""

        def hear(kind: str, content: dict[str, Any]) -> None:
            stream = sys.stderr if content.get("name") == "stderr" else sys.stdout
            if kind == "stream" and not self.kernel.owns(stream):
                stream.write(str(content.get("text", "")))
            else:
                tell(kind, content)

        return hear

    def _which_limit(self, outputs: Outputs) -> str:
        return self.session.limit or self._limit or outputs.limit(self.said)

    def _execute(self, source: str, outputs: Outputs, *, tracebacks: bool) -> int | None:
        self.kernel.tell = outputs.tell
        reply = self.kernel.run(source, tracebacks=tracebacks)
        if reply["status"] != "ok" and not outputs.failed:
            outputs.error(str(reply.get("ename")), str(reply.get("evalue")))
        return reply.get("execution_count")

    def _resolve(self, source: str, *, whatever: bool = False) -> None:
        """Bind the names that a cell reads and that are the student's; `whatever` of them can be."""
        own = self.plan.of_source - self.plan.of_student
        read = names_of(source).read | {name for name in self.plan.of_student if name in source}
        wanted = sorted(name for name in read if name not in own and not hasattr(builtins, name))
        names = self.kernel.names
        fully = any(word in source for word in _ASKING)
        found = self.session.fetch(wanted, FETCH_SECONDS, fully=fully) if wanted else {}
        for name in wanted:
            value = found.get(name)
            if isinstance(value, NotPlain):
                names.pop(name, None)
                if not whatever:
                    raise NotPlainError(value.why)
            elif isinstance(value, ModuleName):
                names[name] = module_for(value, name)
            elif name in found:
                names[name] = value
                if isinstance(value, StandIn):
                    self._stand_ins[name] = value
            elif name in self.plan.of_student:
                names.pop(name, None)


def _ignore(*_: Any) -> None:
    """Drop what a kernel tells."""
