"""The class at a glance."""

from collections.abc import Callable, Sequence
from statistics import mean

from rich.table import Table
from rich.text import Text

from course.grading.autograde import Graded
from course.grading.gradebook import Score

_BAR = 8
_LEVELS = "▁▂▃▄▅▆▇█"
_ROOM = 90  # for columns with a name and a bar; where they need more, each has a number and a block


def summary_table(scores: Sequence[Score], graded: Sequence[Graded], topics: Sequence[str]) -> Table:
    """Return a row for each student, a column for each topic, and the means below."""
    refused = {(g.submission.student, g.submission.topic) for g in graded if g.problem}
    by_place = {(score.student, score.topic): score for score in scores}
    students = sorted({score.student for score in scores} | {student for student, _ in refused})
    most = {score.topic: score.most for score in scores}
    shown = [topic for topic in topics if topic in most]
    draw = _bar if _fit(shown) else _block
    table = Table(title="Points", show_footer=True, caption=_legend(shown), caption_justify="left")
    table.add_column("student", footer="mean", no_wrap=True)
    for number, topic in enumerate(shown):
        points = [score.points for score in scores if score.topic == topic]
        name = f"{topic} ({most[topic]:g})" if draw is _bar else f"{number}\nof {most[topic]:g}"
        table.add_column(name, footer=draw(mean(points), most[topic]), no_wrap=True)
    table.add_column("to read\nby hand", justify="right", footer="")
    for student in students:
        row = [_cell(by_place.get((student, topic)), (student, topic) in refused, draw) for topic in shown]
        waiting = sum(score.waiting for score in scores if score.student == student)
        table.add_row(student, *row, f"{waiting:g}" if waiting else "")
    return table


def _fit(topics: Sequence[str]) -> bool:
    return sum(max(len(f"{topic} (99)"), _BAR + 5) + 3 for topic in topics) <= _ROOM


def _legend(topics: Sequence[str]) -> str | None:
    """Say which topic each number stands for, where the columns are too many for names."""
    if _fit(topics):
        return None
    return "  ".join(f"{number}={topic}" for number, topic in enumerate(topics))


def _cell(score: Score | None, refused: bool, draw: Callable[[float, float], Text]) -> Text:
    if refused:
        return Text("unread" if draw is _block else "not readable", style="bold yellow")
    if score is None:
        return Text("–", style="dim")
    return draw(score.points, score.most)


def _bar(points: float, most: float) -> Text:
    filled = round(_BAR * points / most) if most else 0
    return (
        Text(f"{_number(points)} ")
        + Text("━" * filled, style="blue")
        + Text("─" * (_BAR - filled), style="bright_black")
    )


def _block(points: float, most: float) -> Text:
    level = min(len(_LEVELS) - 1, int(len(_LEVELS) * points / most)) if most else 0
    return Text(f"{_number(points)} ") + Text(_LEVELS[level], style="blue")


def _number(points: float) -> str:
    return f"{points:4.0f}" if float(points).is_integer() else f"{points:4.1f}"
