"""The class at a glance."""

from collections.abc import Sequence
from statistics import mean

from rich.table import Table
from rich.text import Text

from course.grading.autograde import Graded
from course.grading.gradebook import Score

_BAR = 8


def summary_table(scores: Sequence[Score], graded: Sequence[Graded], topics: Sequence[str]) -> Table:
    """Return a row for each student, a column for each topic, and the means below."""
    refused = {(g.submission.student, g.submission.topic) for g in graded if g.problem}
    by_place = {(score.student, score.topic): score for score in scores}
    students = sorted({score.student for score in scores} | {student for student, _ in refused})
    most = {score.topic: score.most for score in scores}
    shown = [topic for topic in topics if topic in most]
    table = Table(title="Points", show_footer=True)
    table.add_column("student", footer="mean")
    for topic in shown:
        points = [score.points for score in scores if score.topic == topic]
        table.add_column(f"{topic} ({most[topic]:g})", footer=_bar(mean(points), most[topic]))
    table.add_column("to read by hand", justify="right", footer="")
    for student in students:
        row = [_cell(by_place.get((student, topic)), (student, topic) in refused) for topic in shown]
        waiting = sum(score.waiting for score in scores if score.student == student)
        table.add_row(student, *row, f"{waiting:g}" if waiting else "")
    return table


def _cell(score: Score | None, refused: bool) -> Text:
    if refused:
        return Text("not readable", style="bold yellow")
    if score is None:
        return Text("–", style="dim")
    return _bar(score.points, score.most)


def _bar(points: float, most: float) -> Text:
    filled = round(_BAR * points / most) if most else 0
    shown = f"{points:4.0f}" if float(points).is_integer() else f"{points:4.1f}"
    return (
        Text(f"{shown} ")
        + Text("━" * filled, style="blue")
        + Text("─" * (_BAR - filled), style="bright_black")
    )
