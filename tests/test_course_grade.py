"""`course grade` as a whole: the same gradebook whatever happens, and nothing is ever lost."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest
from commands import run_course
from copies import copy_course
from nbgrader.api import Gradebook
from releases import release

from benchmarks.gradebooks import differences, rows
from course.folder import CourseFolder
from course.grading.autograde import grade_all
from course.grading.submissions import find_submissions
from course.reading import read_catalogue, read_topic
from course.sample_class import Student, hand_in, model_answers

TOPIC = "start_here"
BIN = Path(sys.executable).parent
KILLS = 10
# `course`, which waits for a locked gradebook not for five seconds, as SQLite does, but hardly.
IMPATIENT = """\
import functools, sqlite3.dbapi2 as sqlite
sqlite.connect = functools.partial(sqlite.connect, timeout=0.05)
from course.cli import app
app()
"""


def students(count: int) -> list[Student]:
    """Return solved, wrong and blank submissions in turn."""
    topic, catalogue = read_topic(TOPIC), read_catalogue(TOPIC)
    model = model_answers(topic)
    wrong = [model | {name: each.source} for name in topic.functions for each in catalogue.wrong(name)]
    kinds = [model, *wrong, {}]
    return [Student(f"student{n:02}", {TOPIC: kinds[n % len(kinds)]}) for n in range(count)]


@pytest.fixture(scope="module")
def handed_in_course(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A course with one released topic and twelve submissions; tests copy it."""
    folder = copy_course(tmp_path_factory.mktemp("course"))
    release(folder, TOPIC)
    hand_in(folder, students(12))
    return folder


@pytest.fixture(scope="module")
def graded_course(handed_in_course: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The same, graded; tests copy it."""
    folder = copied(handed_in_course, tmp_path_factory.mktemp("graded"))
    assert grade(folder).returncode == 0
    return folder


def copied(folder: CourseFolder, place: Path) -> CourseFolder:
    return CourseFolder(shutil.copytree(folder.root, place / "course"))


@pytest.fixture
def course(handed_in_course: CourseFolder, tmp_path: Path) -> CourseFolder:
    """A course with one released topic and twelve submissions."""
    return copied(handed_in_course, tmp_path)


@pytest.fixture
def marked(graded_course: CourseFolder, tmp_path: Path) -> CourseFolder:
    """The course, already graded."""
    return copied(graded_course, tmp_path)


@pytest.fixture
def twin(course: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """The same course in another folder."""
    return copied(course, tmp_path_factory.mktemp("twin"))


def grade(folder: CourseFolder, *options: str) -> subprocess.CompletedProcess[str]:
    return run_course(folder.root, "grade", TOPIC, *options)


def command(*options: str) -> list[str]:
    return [sys.executable, "-m", "course", "grade", TOPIC, *options]


def notebooks(folder: CourseFolder) -> dict[str, str]:
    """Return the graded notebooks; a traceback names the file of the process that it happened in."""
    found = {}
    for path in folder.autograded.glob("*/*/*.ipynb"):
        found[path.parent.parent.name] = path.read_text(encoding="utf-8")
    return found


def test_it_writes_what_the_stock_command_writes(graded_course: CourseFolder, course: CourseFolder) -> None:
    run = subprocess.run(
        [BIN / "nbgrader", "autograde", TOPIC, "--create"],
        cwd=course.root,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"},
    )
    assert run.returncode == 0, run.stderr[-2000:]
    assert differences([graded_course.gradebook, course.gradebook]) == []
    assert notebooks(graded_course) == notebooks(course)


def test_any_number_of_workers_and_any_order_give_the_same(course: CourseFolder, twin: CourseFolder) -> None:
    assert grade(course, "--workers", "3").returncode == 0
    backwards = find_submissions(twin, TOPIC)[::-1]
    grade_all(twin, backwards, lambda _: None, workers=1)
    assert len(rows(course.gradebook)) > 12 * 5
    assert differences([course.gradebook, twin.gradebook]) == []
    assert notebooks(course) == notebooks(twin)


def test_a_run_killed_at_any_moment_goes_on_where_it_stopped(
    handed_in_course: CourseFolder, graded_course: CourseFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(20)
    recorded: set[str] = set()
    kills, halfway, course = 0, 0, copied(handed_in_course, tmp_path_factory.mktemp("killed"))
    while kills < KILLS:
        if killed_at_work(course, chance, wait_for_a_record=kills % 2 == 1):
            kills += 1
            now = graded(course)
            assert recorded <= now
            halfway += 0 < len(now) < len(graded(graded_course))
            recorded = now
        else:  # it came to its end first: what it left is compared, and the next one starts anew
            same(course, graded_course)
            recorded, course = set(), copied(handed_in_course, tmp_path_factory.mktemp("killed"))
    assert halfway >= KILLS // 2
    last = grade(course)
    assert last.returncode == 0, last.stderr
    same(course, graded_course)


def killed_at_work(course: CourseFolder, chance: random.Random, *, wait_for_a_record: bool) -> bool:
    """Kill a run while it marks or records; return whether there was anything left to kill.

    Each kill waits for some notebooks that this run has written, or for a record that it has made.
    """
    begun = time.time_ns()
    name, wanted = (".fingerprint", 1) if wait_for_a_record else (f"{TOPIC}.ipynb", chance.randrange(5))
    run = subprocess.Popen(command(), cwd=course.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with suppress(psutil.NoSuchProcess):
        worker_of(run.pid)
    while run.poll() is None and newer(course, name, begun) < wanted:
        time.sleep(0.002)
    with suppress(subprocess.TimeoutExpired):
        run.wait(0 if wait_for_a_record else chance.uniform(0, 0.3))
    run.kill()
    return run.wait() == -signal.SIGKILL


def newer(folder: CourseFolder, name: str, begun: int) -> int:
    """Count the files of graded work that are younger than a moment, moved into place or not."""
    places = [folder.autograded / student.name for student in folder.submitted.iterdir()]
    return sum(
        time_of(place / part / name) > begun for place in places for part in (TOPIC, f".{TOPIC}.writing")
    )


def time_of(path: Path) -> int:
    """Return when a file was written; 0 for one that is not there, for it may be moved at any moment."""
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def same(course: CourseFolder, whole: CourseFolder) -> None:
    assert differences([course.gradebook, whole.gradebook]) == []
    assert notebooks(course) == notebooks(whole)
    assert not list(course.autograded.rglob("*.writing"))


def graded(folder: CourseFolder) -> set[str]:
    """Return every grade in the gradebook, which must be whole."""
    with sqlite3.connect(folder.gradebook) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    return {row for row in rows(folder.gradebook) if row.startswith("grade")}


def test_a_worker_that_dies_costs_nothing(course: CourseFolder, graded_course: CourseFolder) -> None:
    run = subprocess.Popen(command("--workers", "2"), cwd=course.root, stdout=subprocess.PIPE, text=True)
    os.kill(worker_of(run.pid), signal.SIGKILL)
    said, _ = run.communicate()
    assert run.returncode == 0, said
    assert differences([course.gradebook, graded_course.gradebook]) == []


def worker_of(pid: int) -> int:
    """Return a process that holds warm processes of its own, as soon as there is one.

    Raises `psutil.NoSuchProcess` where the run ends first.
    """
    run = psutil.Process(pid)
    while run.status() != psutil.STATUS_ZOMBIE:
        for each in run.children(recursive=True):
            names = [child.name() for child in each.children()]
            if "bwrap" in names:
                return each.pid
        time.sleep(0.01)
    raise psutil.NoSuchProcess(pid)


def test_no_process_outlives_a_killed_run(course: CourseFolder) -> None:
    run = subprocess.Popen(command(), cwd=course.root, stdout=subprocess.DEVNULL)
    worker_of(run.pid)
    family = psutil.Process(run.pid).children(recursive=True)
    run.kill()
    run.wait()
    assert psutil.wait_procs(family, timeout=60)[1] == []


def test_grades_and_comments_given_by_hand_survive(marked: CourseFolder) -> None:
    url = f"sqlite:///{marked.gradebook}"
    with Gradebook(url) as gradebook:
        book = gradebook.find_submission_notebook(TOPIC, TOPIC, "student00")
        by_hand, comment = book.grades[0], book.comments[0]
        by_hand.manual_score, by_hand.extra_credit = 0.5, 1.0
        comment.manual_comment = "seen"
        name, other = by_hand.name, comment.name
        gradebook.db.commit()
    assert grade(marked, "--force").returncode == 0
    with Gradebook(url) as gradebook:
        kept = gradebook.find_grade(name, TOPIC, TOPIC, "student00")
        assert (kept.manual_score, kept.extra_credit, kept.needs_manual_grade) == (0.5, 1.0, True)
        assert kept.auto_score is not None
        assert gradebook.find_comment(other, TOPIC, TOPIC, "student00").manual_comment == "seen"


Cells = list[dict[str, Any]]
Edit = Callable[[Cells], None]
ByHand = Callable[[], float | None]


def edit_source(folder: CourseFolder, edit: Edit) -> Cells:
    path = folder.source / TOPIC / f"{TOPIC}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    edit(notebook["cells"])
    path.write_text(json.dumps(notebook), encoding="utf-8")
    release(folder, TOPIC)
    cells: Cells = notebook["cells"]
    return cells


def grade_id(cell: dict[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def hidden_tests(cells: Cells) -> Cells:
    return [each for each in cells if each["metadata"].get("nbgrader", {}).get("points")]


@pytest.fixture
def by_hand(marked: CourseFolder) -> "ByHand":
    """A graded course with one grade given by hand; returns a function that looks it up."""
    url = f"sqlite:///{marked.gradebook}"
    with Gradebook(url) as gradebook:
        given = gradebook.find_submission_notebook(TOPIC, TOPIC, "student01").grades[0]
        given.manual_score = 0.25
        name = given.name
        gradebook.db.commit()

    def look() -> float | None:
        with Gradebook(url) as gradebook:
            score: float | None = gradebook.find_grade(name, TOPIC, TOPIC, "student01").manual_score
            return score

    return look


def test_points_changed_in_the_source_come_along(marked: CourseFolder, by_hand: ByHand) -> None:
    def double(cells: Cells) -> None:
        for cell in hidden_tests(cells):
            cell["metadata"]["nbgrader"]["points"] *= 2

    with Gradebook(f"sqlite:///{marked.gradebook}") as gradebook:
        before = gradebook.find_submission(TOPIC, "student00").score
    edit_source(marked, double)
    assert grade(marked).returncode == 0
    with Gradebook(f"sqlite:///{marked.gradebook}") as gradebook:
        assert gradebook.find_submission(TOPIC, "student00").score == 2 * before > 0
    assert by_hand() == 0.25


def test_a_test_added_to_the_source_is_graded_for_all(marked: CourseFolder, by_hand: ByHand) -> None:
    def add(cells: Cells) -> None:
        model = hidden_tests(cells)[-1]
        new = json.loads(json.dumps(model))
        new["id"] = new["metadata"]["nbgrader"]["grade_id"] = "added_later"
        cells.insert(cells.index(model), new)

    last = grade_id(hidden_tests(edit_source(marked, add))[-1])
    run = grade(marked)
    assert run.returncode == 0, run.stderr
    with Gradebook(f"sqlite:///{marked.gradebook}") as gradebook:
        for student in gradebook.students:
            added = gradebook.find_grade("added_later", TOPIC, TOPIC, student.id)
            copied = gradebook.find_grade(last, TOPIC, TOPIC, student.id)
            assert added.auto_score == copied.auto_score is not None
            assert not added.needs_manual_grade
    assert by_hand() == 0.25


def test_a_test_taken_from_the_source_is_gone_unless_graded_by_hand(
    marked: CourseFolder, by_hand: ByHand
) -> None:
    with Gradebook(f"sqlite:///{marked.gradebook}") as gradebook:
        names = {each.name for each in gradebook.find_notebook(TOPIC, TOPIC).grade_cells}
        kept = next(
            each.name
            for each in gradebook.find_submission_notebook(TOPIC, TOPIC, "student01").grades
            if each.manual_score is not None
        )
    gone = sorted(names - {kept})[0]

    def without(name: str) -> Edit:
        def remove(cells: Cells) -> None:
            cells[:] = [
                each for each in cells if each["metadata"].get("nbgrader", {}).get("grade_id") != name
            ]

        return remove

    edit_source(marked, without(gone))
    assert grade(marked).returncode == 0
    with Gradebook(f"sqlite:///{marked.gradebook}") as gradebook:
        assert {each.name for each in gradebook.find_notebook(TOPIC, TOPIC).grade_cells} == names - {gone}
    with pytest.raises(AssertionError, match="given by hand"):
        edit_source(marked, without(kept))
    assert by_hand() == 0.25


def handed_in(folder: CourseFolder, student: str) -> Path:
    """Copy a solved submission under another student's name, and return its folder."""
    place = folder.submitted / student / TOPIC
    shutil.copytree(folder.submitted / "student00" / TOPIC, place)
    return place


def points(folder: CourseFolder) -> dict[str, float]:
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        return {each.id: gradebook.find_submission(TOPIC, each.id).score for each in gradebook.students}


def test_odd_submissions_are_graded_or_listed_and_harm_no_other(course: CourseFolder) -> None:
    for number in range(1, 12):
        shutil.rmtree(course.submitted / f"student{number:02}")
    renamed = handed_in(course, "renamed")
    (renamed / f"{TOPIC}.ipynb").rename(renamed / f"{TOPIC.title()} (1).ipynb")
    deeper = handed_in(course, "deeper")
    (deeper / "inner").mkdir()
    (deeper / f"{TOPIC}.ipynb").rename(deeper / "inner" / f"{TOPIC}.ipynb")
    (handed_in(course, "extra") / "scratch.ipynb").write_text("{}", encoding="utf-8")
    os.mkfifo(handed_in(course, "pipe") / "data.csv")
    Path(os.fsdecode(bytes(handed_in(course, "latin")) + b"/\xff.txt")).write_text("x", encoding="utf-8")
    link = handed_in(course, "link") / f"{TOPIC}.ipynb"
    link.unlink()
    link.symlink_to(course.source / TOPIC / f"{TOPIC}.ipynb")
    (course.submitted / "twin").symlink_to(course.submitted / "student00")
    for name in ("*", "[a-z]", "new\nline"):
        handed_in(course, name)
    run = grade(course)
    assert run.returncode == 0, run.stderr
    earned = points(course)
    assert set(earned) == {"student00", "renamed", "deeper", "extra", "pipe", "latin"}
    assert set(earned.values()) == {earned["student00"]}
    repaired, refused = run.stdout.split("Repaired:")[1].split("To look at by hand:")
    assert f"{TOPIC.title()} (1).ipynb was taken for {TOPIC}.ipynb" in repaired
    assert "scratch.ipynb is no notebook of the assignment" in repaired
    for student in ("link", "twin", "*", "[a-z]", "new"):
        assert f"  {student}" in refused


def test_without_a_sandbox_nothing_is_graded_and_one_sentence_says_why(course: CourseFolder) -> None:
    here = {**os.environ, "PATH": "/nowhere"}
    run = subprocess.run(command(), cwd=course.root, capture_output=True, text=True, env=here)
    assert run.returncode == 1
    assert "bubblewrap is missing" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1
    assert not list(course.autograded.glob("*/*"))


def test_no_sandbox_grades_the_same_and_says_so(course: CourseFolder, graded_course: CourseFolder) -> None:
    here = {**os.environ, "PATH": "/nowhere"}
    without = [*command(), "--no-sandbox"]
    run = subprocess.run(without, cwd=course.root, capture_output=True, text=True, env=here)
    assert run.returncode == 0, run.stderr
    assert "Graded without a sandbox" in run.stdout
    assert differences([course.gradebook, graded_course.gradebook]) == []


def test_a_locked_gradebook_is_said_and_nothing_is_lost(course: CourseFolder) -> None:
    with sqlite3.connect(course.gradebook, isolation_level=None) as other:
        other.execute("begin exclusive")
        impatient = [sys.executable, "-c", IMPATIENT, "grade", TOPIC]
        run = subprocess.run(impatient, cwd=course.root, capture_output=True, text=True)
        other.execute("rollback")
    assert run.returncode == 1
    assert "locked by another program" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1
    assert grade(course).returncode == 0


def test_a_gradebook_of_an_older_nbgrader_is_said(course: CourseFolder) -> None:
    with sqlite3.connect(course.gradebook) as database:
        database.execute("alter table student drop column lms_user_id")
        database.execute("alter table grade drop column extra_credit")
    run = grade(course)
    assert run.returncode == 1
    assert "nbgrader db upgrade" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1
