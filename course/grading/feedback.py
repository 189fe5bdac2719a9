"""Feedback pages, by nbgrader's own converter, redacted."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from course.folder import CourseError, CourseFolder
from course.nbgrader_frame import failure, nbgrader_api


def write_feedback(
    folder: CourseFolder, topics: Sequence[str], done: Callable[[str], None], workers: int = 2
) -> list[str]:
    """Write feedback/<student>/<topic>/<topic>.html for all that is graded; return the problems.

    Raises `CourseError` where nothing is graded yet.
    """
    graded = sorted(
        (path.parent.name, path.name)
        for topic in topics
        for path in folder.autograded.glob(f"*/{topic}")
        if path.is_dir()
    )
    if not graded:
        raise CourseError("Nothing is graded yet, so there is no feedback to write: run 'make grade' first.")
    problems = []
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = {
            pool.submit(write_page, folder, topic, student): (student, topic) for student, topic in graded
        }
        for future in as_completed(waiting):
            student, topic = waiting[future]
            problem = future.result()
            if problem:
                problems.append(f"{student}, {topic}: {problem}")
            done(student)
    return sorted(problems)


def write_page(folder: CourseFolder, topic: str, student: str) -> str:
    """Write one student's pages of a topic; return why that failed, "" if it did not."""
    return failure(nbgrader_api(folder).generate_feedback(topic, student, force=True))
