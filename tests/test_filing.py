"""Nothing that was handed in is lost or half there: not on a full disk, not when the process is killed."""

import errno
import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import lms
import pytest
from small_course import ADA, ALAN, MAY, filed, lies, loose, notebook, small_course, take

from course.collecting.filing import only_one
from course.folder import CourseFolder
from course.grading import find_submissions
from course.nbgrader_frame import nbgrader_api

VERSIONS = {notebook(text=text) for text in ("by hand", "first", "second", "third", "alan")}
STEPS = [(Path, "write_bytes"), (Path, "write_text"), (Path, "rename"), (Path, "mkdir"), (os, "utime")]


class Killed(BaseException):
    """The process ends here."""


def full_disk() -> BaseException:
    return OSError(errno.ENOSPC, "No space left on device", "softmax.ipynb")


@contextmanager
def failing(at: int, error: Callable[[], BaseException]) -> Iterator[list[str]]:
    """Let one step fail, counted from the start; a write that fails has written half."""
    steps: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in STEPS:
            patch.setattr(owner, name, _counted(getattr(owner, name), name, at, error, steps))
        yield steps


def _counted(
    real: Callable[..., Any], name: str, at: int, error: Callable[[], BaseException], steps: list[str]
) -> Callable[..., Any]:
    def step(place: Any, *given: Any, **named: Any) -> Any:
        if "submitted" not in Path(place).parts:
            return real(place, *given, **named)
        steps.append(name)
        if len(steps) - 1 != at:
            return real(place, *given, **named)
        if name.startswith("write"):
            real(place, given[0][: len(given[0]) // 2], **named)
        raise error()

    return step


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """A course with one submission that was put there by hand."""
    folder = small_course(tmp_path / "course")
    loose(folder.submitted, "s1/softmax/softmax.ipynb", notebook(text="by hand"), MAY - timedelta(days=9))
    return folder


@pytest.fixture
def handed_in(tmp_path: Path) -> Path:
    """What students handed in: three versions of one, one of another."""
    inbound = tmp_path / "inbound"
    for hour, text in ((2, "first"), (3, "second"), (4, "third")):
        place = inbound / f"s1+softmax+2026-05-01 {hour:02}:00:00.000000 UTC"
        loose(place, "softmax.ipynb", notebook(text=text))
    loose(inbound, f"{lms.moodle_folder(ALAN, '12')}/softmax.ipynb", notebook(text="alan"))
    return inbound


def by_content(folder: CourseFolder) -> dict[bytes, int]:
    """Return how often each whole notebook lies in submitted/, wherever that is."""
    counts = dict.fromkeys(VERSIONS, 0)
    for name, data in lies(folder).items():
        if name.endswith(".ipynb") and data in counts:
            counts[data] += 1
    return counts


@pytest.mark.parametrize("error", [full_disk, Killed])
def test_whatever_step_fails_nothing_is_lost_and_the_next_run_ends_it(
    course: CourseFolder, handed_in: Path, tmp_path: Path, error: Callable[[], BaseException]
) -> None:
    twin = CourseFolder(shutil.copytree(course.root, tmp_path / "twin"))
    with failing(-1, error) as steps:
        take(twin, handed_in)
    expected = lies(twin)
    assert by_content(twin) == dict.fromkeys(VERSIONS, 1)
    assert len(steps) > 20
    for at in range(len(steps)):
        folder = CourseFolder(shutil.copytree(course.root, tmp_path / f"{at}"))
        with failing(at, error), pytest.raises((OSError, Killed)):
            take(folder, handed_in)
        assert by_content(folder)[notebook(text="by hand")] == 1, (at, steps[at])
        current = [path.read_bytes() for path in folder.submitted.glob("[!.]*/[!.]*/*.ipynb")]
        assert set(current) <= VERSIONS, (at, steps[at])
        take(folder, handed_in)
        assert lies(folder) == expected, (at, steps[at])


def test_neither_nbgrader_nor_grading_takes_earlier_versions_for_submissions(
    course: CourseFolder, handed_in: Path, root: Path
) -> None:
    for name in ("grader_config.py", "nbgrader_config.py"):
        shutil.copy(root / name, course.root)
    take(course, handed_in)
    assert (course.submitted / ".earlier/s1/softmax").is_dir()
    assert {(each.student, each.topic) for each in find_submissions(course, None)} == {
        ("s1", "softmax"),
        ("s2", "softmax"),
    }
    assert nbgrader_api(course).get_submitted_students("softmax") == {"s1", "s2"}
    assert nbgrader_api(course).get_submitted_students("*") == {"s1", "s2"}


def test_a_link_in_the_place_of_a_student_is_not_followed(course: CourseFolder, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (course.submitted / "s2").symlink_to(elsewhere)
    path = lms.archive(tmp_path / "a.zip", {lms.canvas(ALAN, "12", 1, "softmax.ipynb"): notebook()})
    result = take(course, path)
    assert not result.taken
    assert result.refused[0].endswith("cannot be put into submitted/s2: a link or a file is there")
    assert not list(elsewhere.iterdir())


def test_while_one_run_files_another_waits(course: CourseFolder, handed_in: Path) -> None:
    lock = course.submitted / ".lock"
    with only_one(course), lock.open("w") as other, pytest.raises(BlockingIOError):
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    with lock.open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)
    assert filed(take(course, handed_in)) == {"s1": "replaced", "s2": "taken"}


def test_the_command_says_in_a_sentence_that_the_disk_is_full(course: CourseFolder, tmp_path: Path) -> None:
    (course.root / "grader_config.py").touch()
    path = lms.archive(tmp_path / "a.zip", {lms.canvas(ADA, "11", 1, "softmax.ipynb"): notebook(text="new")})
    code = (
        "import errno, pathlib, sys; from course.cli import app\n"
        "def full(*_): raise OSError(errno.ENOSPC, 'No space left on device', 'softmax.ipynb')\n"
        f"pathlib.Path.write_bytes = full; app(['collect', {str(path)!r}])"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=course.root, capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stderr == "The disk is full at softmax.ipynb: make room and run this again.\n"
    assert set(lies(course)) == {"s1/softmax/softmax.ipynb"}
