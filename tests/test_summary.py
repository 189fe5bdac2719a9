"""The class at a glance: every student in one line, however many topics there are."""

from io import StringIO

import pytest
from rich.console import Console

from course.grading.autograde import Graded
from course.grading.gradebook import Score
from course.grading.submissions import Submission
from course.grading.summary import summary_table

NAMES = [f"topic_with_a_long_name_{letter}" for letter in "abcdefghij"]


def shown(topics: list[str], refused: tuple[str, str] | None = None) -> list[str]:
    scores = [
        Score(student, topic, points=points, most=8.0, waiting=2.0 if student == "katherine" else 0.0)
        for student, points in (("al", 0.0), ("katherine", 6.5))
        for topic in topics
        if (student, topic) != refused
    ]
    graded = [Graded(Submission(refused[1], refused[0]), "it is empty")] if refused else []
    text = StringIO()
    Console(width=120, file=text).print(summary_table(scores, graded, topics))
    return text.getvalue().splitlines()


@pytest.mark.parametrize("count", [1, 2, 4, 10])
def test_every_student_has_one_line_with_all_points(count: int) -> None:
    lines = shown(NAMES[:count])
    assert max(map(len, lines)) <= 120
    (line,) = (line for line in lines if "katherine" in line)
    assert line.count("6.5") == count
    assert str(2 * count) in line.split("│")[-2]
    (mean,) = (line for line in lines if "mean" in line)
    assert mean.count("3.2") == count


def test_topics_without_room_for_their_names_are_numbered_and_listed() -> None:
    lines = shown(NAMES)
    legend = " ".join(lines)
    assert all(f"{number}={name}" in legend for number, name in enumerate(NAMES))


@pytest.mark.parametrize("count", [2, 10])
def test_what_could_not_be_read_is_told_from_what_was_not_handed_in(count: int) -> None:
    lines = shown(NAMES[:count], refused=("katherine", NAMES[1]))
    (line,) = (line for line in lines if "katherine" in line)
    assert ("unread" if count == 10 else "not readable") in line
