"""Grade many submissions, each by nbgrader's own autograder; one that fails stops no other."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context

from course.folder import CourseFolder
from course.grading.gradebook import Recorded, read_recorded
from course.grading.repair import repairs_of
from course.grading.submissions import Submission
from course.grading.unchanged import is_unchanged, remember
from course.nbgrader_frame import failure, nbgrader_api


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
    done: Callable[[Graded], None],
    *,
    force: bool = False,
    workers: int = 2,
) -> list[Graded]:
    """Grade every readable submission and return what became of each, in the order given.

    What was graded before and has not changed is left alone, unless by `force`.
    """
    recorded = read_recorded(folder)
    results = _refuse(submissions, frozenset(recorded.cells))
    for each in submissions:
        if not force and each not in results and is_unchanged(folder, each, recorded):
            results[each] = Graded(each, repairs=_repairs(folder, each), unchanged=True)
    for result in results.values():
        done(result)
    workers = max(1, min(workers, len(submissions) - len(results)))
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = {
            pool.submit(_grade, folder, submission, recorded): submission
            for submission in submissions
            if submission not in results
        }
        for future in as_completed(waiting):
            submission = waiting[future]
            error = future.exception()
            stopped = Graded(submission, f"grading stopped with {error!r}")
            results[submission] = future.result() if error is None else stopped
            done(results[submission])
    return [results[submission] for submission in submissions]


def _refuse(submissions: Sequence[Submission], released: frozenset[str]) -> dict[Submission, Graded]:
    refused = {each: Graded(each, each.problem) for each in submissions if each.problem}
    for each in submissions:
        if each.topic not in released:
            refused[each] = Graded(each, f"{each.topic} is not in the gradebook yet: run 'make release'")
    return refused


def _grade(folder: CourseFolder, submission: Submission, recorded: Recorded) -> Graded:
    api = nbgrader_api(folder)
    answer = api.autograde(submission.topic, submission.student, force=True, create=True)
    problem = failure(answer)
    if problem:
        return Graded(submission, f"nbgrader could not grade it: {problem}")
    remember(folder, submission, recorded)
    return Graded(submission, repairs=_repairs(folder, submission))


def _repairs(folder: CourseFolder, submission: Submission) -> tuple[str, ...]:
    return repairs_of(folder.autograded / submission.student / submission.topic / f"{submission.topic}.ipynb")
