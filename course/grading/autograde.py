"""Grade many submissions at once: a pool of workers marks them, one writer records them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Self

from course.deadlines import settle
from course.folder import CourseFolder
from course.grading.filing import file_away
from course.grading.gradebook import Recorded, open_gradebook, read_recorded
from course.grading.marking import Assignment, Marked, read_assignment
from course.grading.pool import mark_all
from course.grading.recording import Recorder, Work
from course.grading.refusals import note_refusals
from course.grading.repair import repairs_of
from course.grading.submissions import Submission, read_timestamp
from course.grading.unchanged import is_unchanged, remember
from course.nbgrader_frame import course_directory, nbgrader_settings

Mark = Callable[[Sequence[Submission], Mapping[str, Assignment]], Iterator[tuple[Submission, Marked]]]
_BATCH_SECONDS = 0.5
_BATCH_SIZE = 64


@dataclass(frozen=True)
class Graded:
    """What became of one submission: graded, or a sentence that says why not."""

    submission: Submission
    problem: str = ""
    repairs: tuple[str, ...] = ()
    unchanged: bool = False


def grade_all(
    folder: CourseFolder,
    submissions: Sequence[Submission],
    done: Callable[[str], None],
    *,
    force: bool = False,
    workers: int = 2,
    sandbox: bool = True,
    mark: Mark | None = None,
) -> list[Graded]:
    """Grade every readable submission and return what became of each, in the order given.

    What was graded before and has not changed is left alone, unless by `force`: only its late penalty
    follows the deadlines. `done` is called with a student's name when that grade is safe in the gradebook.
    `mark` takes the place of new workers.
    """
    mark = mark or partial(_mark, folder, workers, sandbox)
    recorded = read_recorded(folder)
    if recorded.cells:
        _settle(folder)
    results = _refuse(submissions, frozenset(recorded.cells))
    for each in submissions:
        if not force and each not in results and is_unchanged(folder, each, recorded):
            results[each] = Graded(each, repairs=_repairs(folder, each), unchanged=True)
    for result in results.values():
        done(result.submission.student)
    waiting = [each for each in submissions if each not in results]
    if waiting:
        assignments = read_assignments(folder, {each.topic for each in waiting})
        for result in _record_all(folder, mark(waiting, assignments), recorded):
            results[result.submission] = result
            done(result.submission.student)
    note_refusals(folder, ((each, results[each].problem) for each in submissions))
    return [results[submission] for submission in submissions]


def _settle(folder: CourseFolder) -> None:
    with open_gradebook(folder) as gradebook:
        settle(gradebook, nbgrader_settings(folder))
        gradebook.db.commit()


def _refuse(submissions: Sequence[Submission], released: frozenset[str]) -> dict[Submission, Graded]:
    return {
        each: Graded(each, f"{each.topic} is not in the gradebook yet: run 'make release'")
        for each in submissions
        if each.topic not in released
    }


def read_assignments(folder: CourseFolder, names: Iterable[str]) -> dict[str, Assignment]:
    """Return what marking needs to know of assignments that the gradebook has."""
    courses = course_directory(folder)
    with open_gradebook(folder) as gradebook:
        return {name: read_assignment(gradebook, courses, name) for name in sorted(names)}


def _mark(
    folder: CourseFolder,
    workers: int,
    sandbox: bool,
    submissions: Sequence[Submission],
    assignments: Mapping[str, Assignment],
) -> Iterator[tuple[Submission, Marked]]:
    return mark_all(folder, submissions, assignments, workers, sandbox=sandbox)


def _record_all(
    folder: CourseFolder, marked: Iterator[tuple[Submission, Marked]], recorded: Recorded
) -> Iterator[Graded]:
    with _Writer(folder, recorded) as writer:
        for submission, each in marked:
            if each.problem:
                yield Graded(submission, each.problem)
            else:
                yield from writer.take(submission, each)
        yield from writer.flush()


class _Writer:
    """Collects what is marked and records it in batches: files first, then the gradebook, then the mark."""

    def __init__(self, folder: CourseFolder, recorded: Recorded) -> None:
        self._folder = folder
        self._recorded = recorded
        self._recorder = Recorder(nbgrader_settings(folder))
        self._batch: list[tuple[Submission, Marked]] = []
        self._begun = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._recorder.close()

    def take(self, submission: Submission, marked: Marked) -> Iterator[Graded]:
        """Take one in; yields what is recorded thereby."""
        file_away(self._folder, submission, marked)
        self._begun = self._begun if self._batch else monotonic()
        self._batch.append((submission, marked))
        if len(self._batch) >= _BATCH_SIZE or monotonic() - self._begun > _BATCH_SECONDS:
            yield from self.flush()

    def flush(self) -> Iterator[Graded]:
        """Record what waits."""
        batch, self._batch = self._batch, []
        if not batch:
            return
        self._recorder.record(
            [
                Work(each.student, each.topic, marked, read_timestamp(self._folder, each))
                for each, marked in batch
            ]
        )
        for submission, marked in batch:
            remember(self._folder, submission, self._recorded)
            yield Graded(submission, repairs=marked.repairs)


def _repairs(folder: CourseFolder, submission: Submission) -> tuple[str, ...]:
    graded = folder.autograded / submission.student / submission.topic
    return tuple(note for path in sorted(graded.glob("*.ipynb")) for note in repairs_of(path))
