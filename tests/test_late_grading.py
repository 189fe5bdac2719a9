"""A late submission loses the same, whoever grades it, and follows deadlines.toml when that changes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run_course
from copies import copy_course
from nbgrader.api import Gradebook
from releases import release
from terms import deadlines

from benchmarks.gradebooks import differences
from course.folder import CourseFolder
from course.nbgrader_frame import failure, nbgrader_api
from course.reading import read_topic
from course.sample_class import Student, hand_in, model_answers

TOPIC = "start_here"
BIN = Path(sys.executable).parent
DEADLINES = (
    deadlines(TOPIC, penalty="grace_minutes = 15\nnothing_after_days = 7")
    + """
[extensions.ada]
start_here = "3 days"
"""
)
# Due at 21:59 UTC. Every one of them solves everything: 3 points, and one that a person has to give.
ARRIVED = {
    "ada": "2026-10-26 20:00:00.000000 UTC",  # within her extension
    "bob": "2026-10-25 22:58:00.123456 UTC",  # 25 hours: two started days, 20 %
    "cleo": "2026-10-24 22:14:00 UTC",  # the last second of the grace
    "dan": None,
    "eve": "2026-11-01 12:00:00 UTC",  # more than seven days
    "fay": "2026-10-24 12:00:00 UTC",
}
LOST = {"ada": None, "bob": 0.6, "cleo": None, "dan": None, "eve": 3.0, "fay": None}


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """A course with one released topic, six submissions and their deadlines."""
    folder = copy_course(tmp_path)
    release(folder, TOPIC)
    answers = model_answers(read_topic(TOPIC))
    hand_in(folder, [Student(name, {TOPIC: answers}) for name in ARRIVED])
    for name, arrived in ARRIVED.items():
        if arrived:
            (folder.submitted / name / TOPIC / "timestamp.txt").write_text(arrived, encoding="utf-8")
    say(folder, DEADLINES)
    return folder


def say(folder: CourseFolder, text: str) -> None:
    (folder.root / "deadlines.toml").write_text(text, encoding="utf-8")


def lost(folder: CourseFolder) -> dict[str, float | None]:
    """Return each student's penalty as nbgrader's own interface reads it."""
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        return {
            student: gradebook.find_submission_notebook(TOPIC, TOPIC, student).late_submission_penalty
            for student in ARRIVED
        }


def give_by_hand(folder: CourseFolder, student: str, points: float) -> None:
    """Add points as a person would in the formgrader."""
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        grade = gradebook.find_submission_notebook(TOPIC, TOPIC, student).grades[0]
        grade.extra_credit = points
        gradebook.db.commit()


def table(folder: CourseFolder) -> dict[str, float]:
    rows = [line.split(",") for line in folder.grades.read_text(encoding="utf-8").splitlines()[1:]]
    return {row[0]: float(row[2]) for row in rows}


def test_all_ways_of_grading_take_off_the_same(
    course: CourseFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("twins")
    stock, formgrader = (
        CourseFolder(Path(shutil.copytree(course.root, place / name))) for name in ("stock", "formgrader")
    )
    graded = run_course(course.root, "grade")
    assert graded.returncode == 0, graded.stderr
    assert "2 came late and lost 3.6 points" in graded.stdout
    command = [BIN / "nbgrader", "autograde", TOPIC]
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}
    by_stock = subprocess.run(command, cwd=stock.root, capture_output=True, text=True, env=environment)
    assert by_stock.returncode == 0, by_stock.stderr[-2000:]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(formgrader.root)
        for student in ARRIVED:  # what its button calls
            assert not failure(nbgrader_api(formgrader).autograde(TOPIC, student))
    assert lost(course) == pytest.approx(LOST)
    assert differences([course.gradebook, stock.gradebook, formgrader.gradebook]) == []
    assert table(course) == {"ada": 3, "bob": 2.4, "cleo": 3, "dan": 3, "eve": 0, "fay": 3}


def test_what_is_graded_follows_the_deadlines_and_the_hand_without_being_run_again(
    course: CourseFolder,
) -> None:
    assert run_course(course.root, "grade").returncode == 0
    marks = {path: path.stat().st_mtime_ns for path in course.autograded.rglob(".fingerprint")}
    give_by_hand(course, "bob", 1)
    say(course, DEADLINES.replace('"3 days"', '"1 day"').replace("percent = 10", "points = 0.5"))

    shown = run_course(course.root, "deadlines")
    assert "2 late penalties in the gradebook are older" in shown.stdout
    assert lost(course) == pytest.approx(LOST)

    again = run_course(course.root, "grade")
    assert again.returncode == 0, again.stderr
    assert "6 had not changed since the last run" in again.stdout
    # ada: 46 hours late less 24, one started day; bob: 25 hours, two
    assert lost(course) == pytest.approx({**LOST, "ada": 0.5, "bob": 1.0})
    assert table(course) == {"ada": 2.5, "bob": 3, "cleo": 3, "dan": 3, "eve": 0, "fay": 3}
    assert "older" not in run_course(course.root, "deadlines").stdout
    assert {path: path.stat().st_mtime_ns for path in course.autograded.rglob(".fingerprint")} == marks

    say(course, DEADLINES.replace("2026-10-24", "2026-12-24"))
    assert run_course(course.root, "grade").returncode == 0
    assert set(lost(course).values()) == {None}

    say(course, DEADLINES)
    assert run_course(course.root, "grade", "--force").returncode == 0
    assert lost(course) == pytest.approx({**LOST, "bob": 0.8})


def test_a_wrong_file_stops_grading_before_anything_is_run(course: CourseFolder) -> None:
    say(course, DEADLINES.replace("start_here", "start_hare"))
    graded = run_course(course.root, "grade")
    assert graded.returncode == 1
    sentence = "deadlines.toml, [topics], start_hare: there is no such topic: did you mean 'start_here'?"
    assert graded.stderr.strip() == sentence
    assert not list(course.autograded.rglob("*.ipynb"))
    assert run_course(course.root, "deadlines").stderr == graded.stderr


def test_the_deadlines_are_shown_before_anything_is_graded(course: CourseFolder) -> None:
    course.gradebook.unlink()
    shown = run_course(course.root, "deadlines", TOPIC)
    assert shown.returncode == 0, shown.stderr
    assert "Sat 2026-10-24 23:59 CEST" in shown.stdout
    assert "Tue 2026-10-27 22:59 CET" in shown.stdout
    assert "dan (start_here)" in shown.stdout
    assert shown.stdout.count("not graded yet") == 3
    missing = run_course(course.root, "deadlines", "softmax")
    assert missing.stderr.strip() == "deadlines.toml names no due date of softmax, only of start_here."
    assert not course.gradebook.exists()


def test_without_a_file_the_dates_set_in_the_formgrader_stay(course: CourseFolder) -> None:
    (course.root / "deadlines.toml").unlink()
    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        gradebook.update_or_create_assignment(TOPIC, duedate="2026-10-24 21:59:00 UTC")
    with (course.root / "grader_config.py").open("a", encoding="utf-8") as settings:
        settings.write('\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    assert run_course(course.root, "grade").returncode == 0
    late = dict.fromkeys(("ada", "bob", "cleo", "eve"), 3.0)  # nbgrader knows no grace
    assert lost(course) == {**dict.fromkeys(ARRIVED), **late}
    missing = run_course(course.root, "deadlines")
    assert missing.stderr.strip() == (
        "There is no deadlines.toml here: 'course deadlines --new' writes one to fill in."
    )
