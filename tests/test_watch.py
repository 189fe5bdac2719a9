"""Grading on arrival: what is whole is graded at once, what is not is left until it is."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import lms
import pytest
from copies import copy_course
from releases import release
from small_course import ADA, ALAN, notebook

from course.collecting.inbox import Inbox
from course.folder import CourseFolder
from course.reading import read_topic
from course.sample_class import model_answers

TOPIC = "start_here"
PATIENCE = 30.0


class Clock:
    """Tells what time the test says it is."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
def inbox(tmp_path: Path, clock: Clock) -> Inbox:
    """An empty inbox."""
    (tmp_path / "inbox").mkdir()
    return Inbox(tmp_path / "inbox", PATIENCE, clock)


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def test_a_file_is_due_once_and_again_when_it_changes(inbox: Inbox) -> None:
    path = inbox.place / "softmax.ipynb"
    path.write_bytes(notebook())
    assert inbox.due() == [path] == inbox.due()
    inbox.dealt_with([path])
    assert inbox.due() == []
    path.write_bytes(notebook(text="again"))
    assert inbox.due() == [path]


@pytest.mark.parametrize("kept", [0.0, 0.2, 0.99])
@pytest.mark.parametrize("name", ["softmax.ipynb", "softmax.ipynb.txt", "work.zip"])
def test_half_a_file_is_left_until_it_is_whole(inbox: Inbox, clock: Clock, name: str, kept: float) -> None:
    whole = notebook()
    if name.endswith(".zip"):
        whole = lms.archive(inbox.place.parent / "whole.zip", {"softmax.ipynb": whole}).read_bytes()
    path = inbox.place / name
    for part in (kept / 2, kept):
        path.write_bytes(whole[: int(part * len(whole))])
        assert inbox.due() == []
        assert inbox.is_waiting
        clock.now += PATIENCE - 1
    path.write_bytes(whole)
    assert inbox.due() == [path]
    assert not inbox.is_waiting


def test_a_file_that_never_gets_whole_is_taken_as_it_is(inbox: Inbox, clock: Clock) -> None:
    path = inbox.place / "softmax.ipynb"
    path.write_bytes(notebook()[:-5])
    assert inbox.due() == []
    clock.now += PATIENCE
    assert inbox.due() == [path]


def test_a_file_that_changes_while_it_is_dealt_with_is_due_again(inbox: Inbox) -> None:
    path = inbox.place / "softmax.ipynb"
    path.write_bytes(notebook())
    due = inbox.due()
    path.write_bytes(notebook(text="meanwhile"))
    inbox.dealt_with(due)
    assert inbox.due() == [path]


def test_what_browsers_and_systems_write_on_the_way_is_not_looked_at(inbox: Inbox) -> None:
    for name in ("a.ipynb.part", "b.ipynb.crdownload", ".c.ipynb.X7s", "~$d.ipynb", ".DS_Store"):
        (inbox.place / name).write_bytes(notebook())
    (inbox.place / "e").mkdir()
    (inbox.place / "e/softmax.ipynb").write_bytes(notebook())
    (inbox.place / "f.ipynb").symlink_to(inbox.place / "e/softmax.ipynb")
    os.mkfifo(inbox.place / "g.ipynb")
    assert names(inbox.due()) == ["softmax.ipynb"]
    assert not inbox.is_waiting


class Watching:
    """`course watch` as a process."""

    def __init__(self, folder: CourseFolder) -> None:
        self.inbox = folder.root / "inbox"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "course", "watch"],
            cwd=folder.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        assert self.line() == f"Watching {self.inbox}; Ctrl-C ends it."

    def line(self) -> str:
        """Return the next line that it says."""
        assert self._process.stdout
        return self._process.stdout.readline().rstrip("\n")

    def interrupt(self) -> tuple[int, str]:
        """Do as Ctrl-C does, to the whole group, and return the exit code and what was still said."""
        os.killpg(self._process.pid, signal.SIGINT)
        said, _ = self._process.communicate()
        return self._process.returncode, said

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[CourseFolder]:
    """A course with one topic released and two students on the roster."""
    made = copy_course(tmp_path)
    release(made, TOPIC)
    rows = [f"{each.id},{each.number},{each.first_name},{each.last_name}" for each in (ADA, ALAN)]
    (tmp_path / "roster.csv").write_text("\n".join(["Student ID,ID,First name,Last name", *rows]))
    yield made
    shutil.rmtree(tmp_path)


def solved(folder: CourseFolder, *, right: bool) -> bytes:
    """Return the notebook with model answers, or with answers that are wrong."""
    path = folder.release / TOPIC / f"{TOPIC}.ipynb"
    handed_in = json.loads(path.read_text(encoding="utf-8"))
    answers = model_answers(read_topic(TOPIC))
    for cell in handed_in["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in answers:
            cell["source"] = answers[name] if right else f"def {name}(*values):\n    return -1"
    return json.dumps(handed_in).encode()


def test_submissions_are_graded_as_they_arrive_and_a_new_start_goes_on(folder: CourseFolder) -> None:
    watching = Watching(folder)
    name = lms.canvas(ADA, ADA.number, 1, f"{TOPIC}.ipynb")
    whole = solved(folder, right=True)
    (watching.inbox / name).write_bytes(whole[: len(whole) // 2])
    (watching.inbox / "stranger_7_7_start_here.ipynb").write_bytes(whole)
    assert watching.line().startswith(
        "not taken: stranger_7_7_start_here.ipynb stranger is not on the roster"
    )
    (watching.inbox / name).write_bytes(whole)
    assert watching.line().startswith("s1, start_here: 3 of 4 points, ")
    page = folder.feedback / "s1" / TOPIC / f"{TOPIC}.html"
    assert page.is_file()
    assert (watching.inbox / name).read_bytes() == whole
    later = lms.canvas(ADA, ADA.number, 2, f"{TOPIC}-1.ipynb", late=True)
    (watching.inbox / later).write_bytes(solved(folder, right=False))
    assert watching.line().startswith("s1, start_here: 0 of 4 points, ")
    code, said = watching.interrupt()
    assert code == 0
    assert (
        said == f"Ended: 2 graded. What arrives in {watching.inbox} meanwhile is graded at the next start.\n"
    )

    archive = watching.inbox / "submissions.zip"
    lms.archive(archive, {lms.canvas(ALAN, ALAN.number, 3, f"{TOPIC}.ipynb"): whole})
    page.unlink()  # as if the process had ended before it was written
    again = Watching(folder)
    assert again.line().startswith("not taken: stranger_7_7")
    lines = sorted([again.line(), again.line()])
    assert lines[0].startswith("s1, start_here: 0 of 4 points, ")
    assert lines[1].startswith("s2, start_here: 3 of 4 points, ")
    assert page.is_file()
    again.kill()
    assert folder.grades.read_text().splitlines()[1:] == ["s1,start_here,0,4,0", "s2,start_here,3,4,0"]


def test_without_a_sandbox_it_does_not_start(folder: CourseFolder) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "course", "watch"],
        cwd=folder.root,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": "/nowhere"},
    )
    assert run.returncode == 1
    assert "bubblewrap is missing" in run.stderr
    assert len(run.stderr.splitlines()) == 1
