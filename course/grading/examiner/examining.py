"""Run a plan: the student's cells in the student's process, the tests here, against stand-ins."""

import builtins
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from course.grading.examiner.names import names_of
from course.grading.examiner.outputs import Outputs, Result
from course.grading.examiner.plan import Plan, Role, Step
from course.grading.examiner.session import Session
from course.grading.examiner.standing_in import ModuleName, NotPlain, StandIn, StudentError, module_for
from course.grading.inside.alarm import alarm
from course.grading.inside.kernel import Kernel
from course.grading.inside.plain import NotPlainError
from course.grading.inside.wire import Wire

_FETCH_SECONDS = 10.0
_GRACE_SECONDS = 5.0  # a call that is stopped ends its test in good order
_VERDICTS = ("error", "execute_result")


@dataclass
class _Waiting:
    """A hidden test, to be run at the end on copies of both sides as they were in its place."""

    step: Step
    session: Session
    names: dict[str, Any]
    gone: str = ""


@dataclass
class Examination:
    """One submission's run. Hidden tests come last: nothing that the student runs comes after them."""

    plan: Plan
    kernel: Kernel
    wire: Wire
    diagnose: Callable[[list[str], dict[str, Any]], Any]
    diagnosis: Any = field(default_factory=dict)
    _displays: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def results(self) -> Iterator[Result]:
        """Yield what each cell gave, as soon as it is known."""
        self._deadline = time.monotonic() + self.plan.total_seconds
        session = Session(self.wire)
        if self.plan.files:
            session.send_files(self.plan.files)
        waiting = []
        for step in self.plan.steps:
            if step.role is Role.STUDENT:
                yield self._run(step, session)
                continue
            for source in step.given:
                self._quietly(source)
            if step.role is Role.VISIBLE:
                yield self._test(step, session, told=True)
            else:
                waiting.append(self._keep(step, session))
        self.diagnosis = self._diagnosed(session) if self.plan.functions else {}
        own: dict[str, Any] = {}
        for each in waiting:
            yield self._hidden(each, own)

    def _diagnosed(self, session: Session) -> Any:
        """Diagnose the student's functions as they are at the end, before any has seen a hidden test."""
        names = list(self.plan.functions)
        try:
            found = session.fetch(names, _FETCH_SECONDS)
        except (StudentError, NotPlainError):
            return {}
        functions = {name: each for name, each in found.items() if isinstance(each, StandIn)}
        for each in functions.values():
            each.__globals__ = self.kernel.names  # type: ignore[attr-defined]
        StandIn.caller = lambda name, args, kwargs: self._call(session, name, args, kwargs, _ignore)
        self._deadline_of_cell = time.monotonic() + self._seconds()
        try:
            return self.diagnose(names, functions)
        except Exception:  # an answer that cannot even be looked at costs its own diagnosis, no points
            return {}
        finally:
            StandIn.caller = None

    def _run(self, step: Step, session: Session) -> Result:
        outputs = Outputs(self._displays)
        count = None
        try:
            count = session.run(step.source, self._seconds(), outputs.tell)
        except StudentError as error:
            outputs.error("StudentError", f"This cell was not finished: {error}.")
        return Result(step.index, outputs.kept, count)

    def _keep(self, step: Step, session: Session) -> _Waiting:
        names = dict(self.kernel.names)
        try:
            return _Waiting(step, session.snapshot(_FETCH_SECONDS), names)
        except StudentError as error:
            return _Waiting(step, session, names, str(error))

    def _hidden(self, waiting: _Waiting, own: dict[str, Any]) -> Result:
        if waiting.gone:
            outputs = Outputs({})
            outputs.error("StudentError", f"This test could not be run: {waiting.gone}.")
            return Result(waiting.step.index, outputs.kept, None)
        self.kernel.names.clear()
        self.kernel.names.update(waiting.names | own)
        before = dict(self.kernel.names)
        result = self._test(waiting.step, waiting.session, told=False)
        own |= {name: each for name, each in self.kernel.names.items() if before.get(name) is not each}
        waiting.session.close()
        return result

    def _test(self, step: Step, session: Session, *, told: bool) -> Result:
        """Run a test; `told`: what the student's code prints in it belongs to its outputs."""
        outputs = Outputs(self._displays)
        heard = Outputs({})
        listen = outputs.hear if told else heard.tell
        count = None
        StandIn.caller = lambda name, args, kwargs: self._call(session, name, args, kwargs, listen)
        self._deadline_of_cell = time.monotonic() + self._seconds()
        try:
            self._resolve(step.source, session)
            self.kernel.tell = outputs.tell
            with alarm(self._seconds() + _GRACE_SECONDS):
                reply = self.kernel.run(step.source, tracebacks=told)
            count = reply.get("execution_count")
            if reply["status"] != "ok" and not outputs.failed:
                outputs.error(str(reply.get("ename")), str(reply.get("evalue")))
        except (StudentError, NotPlainError) as error:
            outputs.error("StudentError", f"This test could not be run: {error}.")
        finally:
            StandIn.caller = None
            self.kernel.tell = _ignore
        if told:
            return Result(step.index, outputs.kept, count)
        verdict = [each for each in outputs.kept if each["output_type"] in _VERDICTS]
        said = heard.kept + [each for each in outputs.kept if each not in verdict]
        return Result(step.index, verdict, count, json.dumps(said) if said else "")

    def _call(
        self, session: Session, name: str, args: Any, kwargs: Any, tell: Callable[[str, dict[str, Any]], None]
    ) -> Any:
        left = getattr(self, "_deadline_of_cell", self._deadline) - time.monotonic()
        return session.call(name, args, kwargs, max(0.1, min(left, self._seconds())), tell)

    def _resolve(self, source: str, session: Session) -> None:
        """Bind the names that a test reads and that are the student's."""
        own = self.plan.of_source - self.plan.of_student
        read = names_of(source).read | {name for name in self.plan.of_student if name in source}
        wanted = sorted(name for name in read if name not in own and not hasattr(builtins, name))
        found = session.fetch(wanted, _FETCH_SECONDS)
        for name in wanted:
            value = found.get(name)
            if isinstance(value, NotPlain):
                raise NotPlainError(value.why)
            if isinstance(value, ModuleName):
                self.kernel.names[name] = module_for(value, name)
            elif name in found:
                self.kernel.names[name] = value
            elif name in self.plan.of_student:
                self.kernel.names.pop(name, None)

    def _quietly(self, source: str) -> None:
        self.kernel.tell = _ignore
        self.kernel.run(source)

    def _seconds(self) -> float:
        return max(0.1, min(self.plan.cell_seconds, self._deadline - time.monotonic()))


def _ignore(*_: Any) -> None:
    """Drop what a kernel tells."""
