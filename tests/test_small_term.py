"""A term in small: five students, two topics, late work, hand grades, a new deadline; all books balance."""

import json
from pathlib import Path

import books
import pytest
from books import Points
from commands import run_course
from copies import copy_course
from nbgrader.api import Gradebook
from releases import release
from terms import deadlines

from course.folder import CourseFolder
from course.reading import read_topic
from course.sample_class import Student, hand_in, model_answers

TOPICS = ("start_here", "softmax")
DEADLINES = (
    deadlines(*TOPICS, penalty="cap = 50")
    + """
[extensions.bob]
softmax = "2 days"
"""
)
# What each hands in for each topic: whether it is solved, and when, in UTC.
WORK = {
    "ada": {"start_here": (True, "2026-10-24 21:59:00"), "softmax": (True, "2026-11-02 22:59:00")},
    "bob": {"start_here": (True, "2026-10-25 22:58:00"), "softmax": (True, "2026-11-04 22:00:00")},
    "cleo": {"start_here": (False, "2026-10-24 12:00:00"), "softmax": (True, "2026-11-05 23:00:00")},
    "dan": {"softmax": (True, "2026-12-24 12:00:00")},
    "eve": {},
}
BY_HAND = {"ada": 2.0, "bob": 1.5, "cleo": 1.0, "dan": 2.0}  # for each answer in words, in softmax
# What is left of the points after the penalty: bob's start_here is two started days late, since the clocks go
# back in between; cleo's softmax is four; dan's is capped.
LEFT = {
    ("ada", "start_here"): 1.0,
    ("ada", "softmax"): 1.0,
    ("bob", "start_here"): 0.8,
    ("bob", "softmax"): 1.0,
    ("cleo", "start_here"): 1.0,
    ("cleo", "softmax"): 0.6,
    ("dan", "softmax"): 0.5,
}


def run(folder: CourseFolder, *arguments: str) -> str:
    done = run_course(folder.root, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """The course as the term ends: released, with a roster, deadlines, and what was handed in."""
    folder = copy_course(tmp_path)
    release(folder, *TOPICS)
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        for number, student in enumerate(WORK):
            about = {
                "first_name": student.title(),
                "last_name": f"Smith, {number}",
                "lms_user_id": f"{number}0",
            }
            gradebook.add_student(student, email=f"{student}@example.org", **about)
    answers = {topic: model_answers(read_topic(topic)) for topic in TOPICS}
    for student, work in WORK.items():
        solved = {topic: answers[topic] if is_solved else {} for topic, (is_solved, _) in work.items()}
        hand_in(folder, [Student(student, solved, writes=True)])
        for topic, (_, arrived) in work.items():
            (folder.submitted / student / topic / "timestamp.txt").write_text(
                f"{arrived} UTC", encoding="utf-8"
            )
    (folder.root / "deadlines.toml").write_text(DEADLINES, encoding="utf-8")
    return folder


def grade_by_hand(folder: CourseFolder) -> None:
    """Give points for every answer in words that waits."""
    books.grade_by_hand(folder, ["softmax"], lambda student, topic, most: BY_HAND[student])


def due(folder: CourseFolder, left: dict[tuple[str, str], float]) -> Points:
    """Return what each is due by the source notebooks: tests passed, words, and what lateness leaves."""
    points = {}
    for (student, topic), share in left.items():
        notebook = json.loads((folder.source / topic / f"{topic}.ipynb").read_text(encoding="utf-8"))
        marks = [
            cell["metadata"].get("nbgrader", {}) | {"kind": cell["cell_type"]} for cell in notebook["cells"]
        ]
        graded = [each for each in marks if each.get("grade")]
        words = [each for each in graded if each["solution"]]
        tests = sum(each["points"] for each in graded if each not in words)
        by_hand = len(words) * BY_HAND[student] if topic == "softmax" else 0
        points[student, topic] = share * (tests * WORK[student][topic][0] + by_hand)
    return points


def assert_the_books_balance(folder: CourseFolder, expected: Points) -> None:
    kept = books.in_gradebook(folder, TOPICS)
    assert kept == pytest.approx(expected)
    for system in books.KEYS:
        run(folder, "export", system, "--to", "out.csv")
        found = books.in_export(folder.root / "out.csv", system, TOPICS)
        assert found == pytest.approx(expected, abs=1e-5)
        assert sum(found.values()) == pytest.approx(sum(kept.values()), abs=1e-4)
    assert books.in_table(folder) == pytest.approx(expected, abs=1e-5)


def test_the_books_balance_to_the_last_point(course: CourseFolder) -> None:
    run(course, "grade")
    grade_by_hand(course)
    run(course, "grade")
    assert_the_books_balance(course, due(course, LEFT))

    # Everyone gets a day more for softmax, cleo five; bob hands in again, later than his extension.
    text = DEADLINES.replace("2026-11-02", "2026-11-03") + '[extensions.cleo]\nsoftmax = "2026-11-08 12:00"\n'
    (course.root / "deadlines.toml").write_text(text, encoding="utf-8")
    again = course.submitted / "bob/softmax/timestamp.txt"
    again.write_text("2026-11-06 00:00:00 UTC", encoding="utf-8")
    assert "6 had not changed since the last run" in run(course, "grade")
    grade_by_hand(course)  # nbgrader asks again for what was handed in anew
    run(course, "grade")
    left = LEFT | {("bob", "softmax"): 0.9, ("cleo", "softmax"): 1.0}
    assert_the_books_balance(course, due(course, left))
