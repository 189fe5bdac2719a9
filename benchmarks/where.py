"""Where the time of one submission goes, part by part."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any
from unittest import mock

from course.folder import CourseFolder
from course.grading.engine import Engine
from course.grading.gradebook import open_gradebook
from course.grading.marking import Marker, read_assignment
from course.grading.recording import Recorder, Work
from course.grading.sandbox import Warm
from course.grading.submissions import Submission, find_submissions, read_submission
from course.nbgrader_frame import course_directory, nbgrader_settings

_MOST = 24


def where_the_time_goes(folder: CourseFolder, topic: str) -> dict[str, float]:
    """Return the median milliseconds of each part, over some of the folder's submissions, one at a time."""
    with open_gradebook(folder) as gradebook:
        assignment = read_assignment(gradebook, course_directory(folder), topic)
    marker, recorder = Marker(nbgrader_settings(folder)), Recorder(nbgrader_settings(folder))
    parts: dict[str, list[float]] = {}
    submissions = find_submissions(folder, topic)[: _MOST + 1]
    with _timed(parts):
        for each in submissions:
            _mark(folder, each, assignment, marker, recorder, parts)
    recorder.close()
    whole = {part: 1000 * median(seconds[1:]) for part, seconds in parts.items()}  # the first one starts up
    return {
        "reading the submission": whole["read"],
        "forking the student's process, and ending it": whole["fork"] + whole["end"],
        "running cells and tests": whole["run"] - whole["fork"] - whole["end"],
        "nbgrader's steps, repair, writing the notebook": whole["mark"] - whole["run"],
        "recording it in the gradebook": whole["record"],
    }


def _mark(
    folder: CourseFolder,
    submission: Submission,
    assignment: Any,
    marker: Marker,
    recorder: Recorder,
    parts: dict[str, list[float]],
) -> None:
    with _measured(parts, "read"):
        handed_in = read_submission(folder, submission)
    assert not isinstance(handed_in, str), handed_in
    with _measured(parts, "mark"):
        marked = marker.mark(handed_in, assignment)
    with _measured(parts, "record"):
        recorder.record([Work(submission.student, submission.topic, marked)])


@contextmanager
def _timed(parts: dict[str, list[float]]) -> Iterator[None]:
    """Measure the engine's parts while the body runs."""
    with (
        mock.patch.object(Engine, "run", _measuring(Engine.run, parts, "run")),
        mock.patch.object(Warm, "fork", _measuring(Warm.fork, parts, "fork")),
        mock.patch.object(Warm, "end", _measuring(Warm.end, parts, "end")),
    ):
        yield


def _measuring(function: Callable[..., Any], parts: dict[str, list[float]], part: str) -> Callable[..., Any]:
    def measuring(*args: Any) -> Any:
        with _measured(parts, part):
            return function(*args)

    return measuring


@contextmanager
def _measured(parts: dict[str, list[float]], part: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    parts.setdefault(part, []).append(time.perf_counter() - begun)
