"""What `course deadlines` shows: due dates, extensions, and who was late by how much."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from rich.table import Table
from rich.text import Text

from course.deadlines.arrivals import Arrival
from course.deadlines.file import Deadlines
from course.deadlines.moments import in_zone


def overview(deadlines: Deadlines, arrivals: Sequence[Arrival]) -> list[Table | Text]:
    """Return tables, and the sentences below them."""
    late = [(each, by) for each in arrivals if (by := _late_by(deadlines, each)) > timedelta(0)]
    shown: list[Table | Text] = [_due_dates(deadlines)]
    if deadlines.extensions:
        shown.append(_extensions(deadlines))
    if late:
        shown.append(_late(deadlines, late))
    untimed = [
        f"{each.student} ({each.topic})"
        for each in arrivals
        if each.timestamp is None and each.topic in deadlines.topics
    ]
    if untimed:
        shown.append(Text(f"Without a time stamp, and so counted as in time: {', '.join(untimed)}."))
    seen = {each.student for each in arrivals}
    unseen = sorted({student for student, _ in deadlines.extensions} - seen)
    if arrivals and unseen:
        shown.append(Text(f"Extended, but nothing of theirs is here yet: {', '.join(unseen)}."))
    return shown


def _late_by(deadlines: Deadlines, arrival: Arrival) -> timedelta:
    due = _due(deadlines, arrival.student, arrival.topic)
    return arrival.timestamp - due if arrival.timestamp and due else timedelta(0)


def _due(deadlines: Deadlines, student: str, topic: str) -> datetime | None:
    if topic not in deadlines.topics:
        return None
    return deadlines.topics[topic].moment + deadlines.extensions.get((student, topic), timedelta(0))


def _due_dates(deadlines: Deadlines) -> Table:
    table = Table("topic", "due", "in UTC", "late work loses", title="Due dates")
    for topic, due in sorted(deadlines.topics.items(), key=lambda pair: pair[1].moment):
        rule = "nothing" if due.rule is None else str(due.rule)
        table.add_row(Text(topic), _local(deadlines, topic, due.moment), f"{due.moment:%Y-%m-%d %H:%M}", rule)
    return table


def _extensions(deadlines: Deadlines) -> Table:
    table = Table("student", "topic", "due", "in UTC", "later by", title="Extensions")
    for (student, topic), longer in sorted(deadlines.extensions.items()):
        moment = deadlines.topics[topic].moment + longer
        local = _local(deadlines, topic, moment)
        table.add_row(Text(student), Text(topic), local, f"{moment:%Y-%m-%d %H:%M}", _span(longer))
    return table


def _late(deadlines: Deadlines, late: Sequence[tuple[Arrival, timedelta]]) -> Table:
    table = Table("student", "topic", "handed in", "late by", title="Late")
    table.add_column("points lost", justify="right")
    for each, by in late:
        lost = "not graded yet" if each.penalty is None else f"{each.penalty:.5g}"
        came = _local(deadlines, each.topic, each.timestamp) if each.timestamp else ""
        table.add_row(Text(each.student), Text(each.topic), came, _span(by), lost)
    return table


def _local(deadlines: Deadlines, topic: str, moment: datetime) -> str:
    return f"{in_zone(moment, deadlines.topics[topic].zone):%a %Y-%m-%d %H:%M %Z}"


def _span(span: timedelta) -> str:
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    parts = [f"{days} d" if days else "", f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""]
    return " ".join(filter(None, parts)) or f"{seconds} s"
