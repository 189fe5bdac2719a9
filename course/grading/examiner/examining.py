"""Run a plan: the student's cells in the student's process, the tests here, against stand-ins."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import monotonic
from typing import Any

from course.grading.examiner.clock import Clock, TimeIsUpError
from course.grading.examiner.limits_said import LimitsSaid
from course.grading.examiner.outputs import Displays, Outputs
from course.grading.examiner.plan import Plan, Role, Step
from course.grading.examiner.raised import StudentsCode
from course.grading.examiner.result import Result
from course.grading.examiner.session import Session
from course.grading.examiner.standing_in import StandIn, StudentError
from course.grading.examiner.trial import FETCH_SECONDS, Trial
from course.grading.inside.kernel import Kernel
from course.grading.inside.wire import Wire


@dataclass
class _Waiting:
    """A hidden test, to be run at the end on copies of both sides as they were in its place."""

    step: Step
    session: Session
    names: dict[str, Any]
    gone: StudentError | None = None


class Examination:
    """One submission's run. Hidden tests come last: nothing that the student runs comes after them."""

    def __init__(self, plan: Plan, kernel: Kernel, wire: Wire, said: LimitsSaid) -> None:
        self._plan = plan
        self._kernel = kernel
        self._said = said
        self._displays: Displays = {}
        self._clock = Clock(plan.cell_seconds, plan.total_seconds)
        self._code = StudentsCode(step.source for step in plan.steps if step.role is Role.STUDENT)
        self._session = Session(wire, said)

    def results(self) -> Iterator[Result]:
        """Yield what each cell gave, as soon as it is known."""
        if self._plan.files:
            self._session.send_files(self._plan.files)
        waiting = []
        for step in self._plan.steps:
            if step.role is Role.STUDENT:
                yield self._run(step)
                continue
            for source in step.given:
                self._trial(self._session).prepare(source)
            if step.role is Role.VISIBLE:
                yield self._trial(self._session).run(step, told=True)
            else:
                waiting.append(self._keep(step))
        own: dict[str, Any] = {}
        for each in waiting:
            yield self._hidden(each, own)

    def diagnosis(self, diagnose: Callable[[list[str], dict[str, Any]], Any]) -> Any:
        """Ask for the diagnosis of the student's functions as they are at the end."""
        names = list(self._plan.functions)
        try:
            found = self._session.fetch(names, FETCH_SECONDS)
        except StudentError:
            return {}
        functions = {name: each for name, each in found.items() if isinstance(each, StandIn)}
        for each in functions.values():
            each.__globals__ = self._kernel.names  # type: ignore[attr-defined]
        with self._trial(self._session).answering():
            return diagnose(names, functions)

    def _trial(self, session: Session) -> Trial:
        return Trial(self._plan, self._kernel, session, self._clock, self._said, self._code, self._displays)

    def _run(self, step: Step) -> Result:
        outputs = Outputs(self._displays)
        count, limit = None, ""
        begun = monotonic()
        try:
            time = self._clock.for_cell()
            count = self._session.run(step.source, time, outputs.tell)
            late = outputs.failed and time.left(begun) <= 0
            limit = time.words if late else outputs.limit(self._said)
        except StudentError as error:
            outputs.error("StudentError", f"This cell was not finished: {error}.")
            limit = error.limit
        except TimeIsUpError as error:
            outputs.error("TimeoutError", f"This cell was not run: {error}.")
            limit = str(error)
        return Result(step.index, outputs.kept, count, limit=limit)

    def _keep(self, step: Step) -> _Waiting:
        names = dict(self._kernel.names)
        try:
            return _Waiting(step, self._session.snapshot(FETCH_SECONDS), names)
        except StudentError as error:
            return _Waiting(step, self._session, names, error)

    def _hidden(self, waiting: _Waiting, own: dict[str, Any]) -> Result:
        if waiting.gone:
            outputs = Outputs({})
            outputs.error("StudentError", f"This test could not be run: {waiting.gone}.")
            return Result(waiting.step.index, outputs.kept, limit=waiting.gone.limit)
        self._kernel.names.clear()
        self._kernel.names.update(waiting.names | own)
        before = dict(self._kernel.names)
        result = self._trial(waiting.session).run(waiting.step, told=False)
        own |= {name: each for name, each in self._kernel.names.items() if before.get(name) is not each}
        waiting.session.close()
        return result
