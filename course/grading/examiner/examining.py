"""Run a plan: the student's cells in the student's process, the tests here, against stand-ins."""

from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import Any

from course.grading.examiner.clock import Clock, TimeIsUpError
from course.grading.examiner.limits_said import LimitsSaid
from course.grading.examiner.outputs import Displays, Outputs
from course.grading.examiner.plan import Plan, Role, Step
from course.grading.examiner.raised import StudentsCode
from course.grading.examiner.result import Result
from course.grading.examiner.session import Session
from course.grading.examiner.standing_in import ModuleName, NotPlain, StandIn, StudentError
from course.grading.examiner.trial import FETCH_SECONDS, Trial
from course.grading.examiner.waiting import Kept, Waiting
from course.grading.inside.kernel import Kernel
from course.grading.inside.plain import NotPlainError
from course.grading.inside.randomness import fingerprint, shared_state
from course.grading.inside.wire import Wire


class Examination:
    """One submission's run. Hidden tests come last: nothing that the student runs comes after them."""

    def __init__(
        self,
        plan: Plan,
        kernel: Kernel,
        wire: Wire,
        said: LimitsSaid,
        diagnose: Callable[[list[str], dict[str, Any]], Any],
    ) -> None:
        self.diagnosis: Any = {}
        self._diagnose = diagnose
        self._plan = plan
        self._kernel = kernel
        self._said = said
        self._displays: Displays = {}
        self._clock = Clock(plan.cell_seconds, plan.total_seconds)
        self._code = StudentsCode(step.source for step in plan.steps if step.role is Role.STUDENT)
        self._random: tuple[Any, Any] | None = (
            None  # the state of random numbers, and how to tell that it holds
        )
        self._session = Session(wire, said, plan.classes)
        # Of the student's process as it is now: hidden tests that follow each other share it.
        self._copy: Session | None = None

    def results(self) -> Iterator[Result]:
        """Yield what each cell gave, as soon as it is known."""
        if self._plan.files:
            self._session.send_files(self._plan.files)
        waiting = Waiting()
        for step in self._plan.steps:
            if step.role is not Role.HIDDEN or step.given:
                self._copy = None
            if step.role is Role.STUDENT:
                yield self._run(step)
            elif self._plan.live_tests:
                yield self._live(step)
            else:
                self._prepare(step.given)
                waiting.have_run(step.given)
                if step.role is Role.HIDDEN or waiting.bind_for(step.source):
                    waiting.append(self._keep(step))
                else:
                    yield self._trial(self._session).run(step, told=True)
                    waiting.have_run([step.source])
        if self._plan.functions:
            self.diagnosis = self._diagnosed()
        for kept in waiting.in_turn(self._kernel.names):
            yield self._kept(kept)

    def _diagnosed(self) -> Any:
        """Diagnose the student's functions as they are at the end, before any has seen a hidden test."""
        names = list(self._plan.functions)
        try:
            found = self._session.fetch(names, FETCH_SECONDS)
        except (StudentError, NotPlainError):
            return {}
        answers = {name: each for name, each in found.items() if not isinstance(each, NotPlain | ModuleName)}
        for each in answers.values():
            if isinstance(each, StandIn):
                each.__globals__ = self._kernel.names  # type: ignore[attr-defined]
        try:
            with self._trial(self._session).answering():
                return self._diagnose(names, answers)
        except Exception:  # an answer that cannot even be looked at costs its own diagnosis, no points
            return {}

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

    def _live(self, step: Step) -> Result:
        """Run a test in the student's process, where the plan says so."""
        result = self._run(step)
        return result if step.role is Role.VISIBLE else result.as_hidden()

    def _prepare(self, given: Sequence[str]) -> None:
        for source in given:
            self._trial(self._session).prepare(source)

    def _keep(self, step: Step) -> Kept:
        if self._random is None or self._random[0] != fingerprint():
            self._random = fingerprint(), shared_state()
        here = dict(self._kernel.names), self._random[1]
        try:
            self._copy = self._copy or self._session.snapshot(FETCH_SECONDS)
            return Kept(step, self._copy, *here)
        except StudentError as error:
            return Kept(step, self._session, *here, error)

    def _kept(self, kept: Kept) -> Result:
        if kept.gone:
            outputs = Outputs({})
            outputs.error("StudentError", f"This test could not be run: {kept.gone}.")
            return Result(kept.step.index, outputs.kept, limit=kept.gone.limit)
        result = self._trial(kept.session).run(kept.step, told=False)
        return result if kept.step.role is Role.HIDDEN else result.without_words()
