"""A pool of workers, each with warm processes of its own. A worker that dies takes nothing else along."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Self

from pebble import ProcessExpired, ProcessPool

from course.folder import CourseFolder
from course.grading.examiner_process import shared_examiner
from course.grading.head_start import start_early
from course.grading.marking import Assignment, Marked
from course.grading.submissions import Submission, read_submission
from course.nbgrader_frame import nbgrader_settings

if TYPE_CHECKING:
    from course.grading.marking import Marker

_WAITING_PER_WORKER = 3
_TRIES = 2
# The engine has limits of its own; this ends a worker that hangs in what surrounds it.
_SECONDS = 1800.0


class Workers:
    """Warm processes that mark submissions of some assignments, until they are closed."""

    def __init__(
        self, folder: CourseFolder, assignments: Mapping[str, Assignment], count: int, *, sandbox: bool = True
    ) -> None:
        start_early()
        self._count = count
        self._scratch = tempfile.TemporaryDirectory(prefix="grading-")
        self._pool = ProcessPool(
            count,
            initializer=_Worker.begin,
            initargs=[folder, assignments, sandbox, self._scratch.name, shared_examiner().address],
            context=get_context("forkserver"),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close(at_once=kind is not None)

    def mark(self, submissions: Sequence[Submission]) -> Iterator[tuple[Submission, Marked]]:
        """Yield each submission, marked, as soon as it is; few are held at a time, however many there are."""
        left = [(each, 1) for each in reversed(submissions)]
        running: dict[Future[Any], tuple[Submission, int]] = {}
        while left or running:
            while left and len(running) < self._count * _WAITING_PER_WORKER:
                submission, tries = left.pop()
                future = self._pool.schedule(_Worker.mark, args=[submission], timeout=_SECONDS)
                running[future] = submission, tries
            for finished in wait(running, return_when=FIRST_COMPLETED).done:
                submission, tries = running.pop(finished)
                if isinstance(finished.exception(), ProcessExpired) and tries < _TRIES:
                    left.append((submission, tries + 1))
                else:
                    yield submission, _result(finished)

    def warm_up(self) -> None:
        """Start a worker and its engine now; raises `CourseError` where no submission could be marked."""
        self._pool.schedule(_Worker.warm_up).result()

    def close(self, *, at_once: bool = False) -> None:
        """End the processes; `at_once`: also what they are at."""
        if at_once:
            self._pool.stop()  # type: ignore[no-untyped-call]
        else:
            self._pool.close()  # type: ignore[no-untyped-call]
        self._pool.join()
        self._scratch.cleanup()


def mark_all(
    folder: CourseFolder,
    submissions: Sequence[Submission],
    assignments: Mapping[str, Assignment],
    workers: int,
    *,
    sandbox: bool = True,
) -> Iterator[tuple[Submission, Marked]]:
    """Yield each submission, marked, by workers that end with it."""
    count = max(1, min(workers, len(submissions)))
    with Workers(folder, assignments, count, sandbox=sandbox) as started:
        yield from started.mark(submissions)


def _result(future: Future[Any]) -> Marked:
    error = future.exception()
    if error is None:
        marked: Marked = future.result()
        return marked
    if isinstance(error, TimeoutError):
        return Marked(problem="marking it took longer than half an hour")
    if isinstance(error, ProcessExpired):
        return Marked(problem="the process that marked it died twice")
    raise error


class _Worker:
    """What a worker process holds."""

    _marker: "Marker"
    _folder: CourseFolder
    _sandbox: bool
    _assignments: Mapping[str, Assignment]

    @classmethod
    def begin(
        cls,
        folder: CourseFolder,
        assignments: Mapping[str, Assignment],
        sandbox: bool,
        scratch: str,
        examiner: str,
    ) -> None:
        """Make ready, once for each worker. `scratch` is where it may leave files that nobody needs."""
        from course.grading.examine import Examine
        from course.grading.marking import Marker

        Examine.examiner = examiner

        tempfile.tempdir = scratch
        os.chdir(folder.root)
        cls._folder, cls._assignments = folder, assignments
        settings = nbgrader_settings(folder)
        if not sandbox:
            settings.Examine.sandbox = False
        cls._marker = Marker(settings)
        cls._sandbox = sandbox

    @classmethod
    def warm_up(cls) -> None:
        """Start the engine."""
        from course.grading.examine import warm_engine

        warm_engine(cls._sandbox)

    @classmethod
    def mark(cls, submission: Submission) -> Marked:
        """Read one submission and mark it."""
        handed_in = read_submission(cls._folder, submission)
        if isinstance(handed_in, str):
            return Marked(problem=handed_in)
        return cls._marker.mark(handed_in, cls._assignments[submission.topic])
