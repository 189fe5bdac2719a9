"""What collecting says at its end."""

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from course.collecting.filing import Filed
from course.collecting.taking import Collected
from course.folder import CourseError

_MOST_LINES = 30


def say_collected(result: Collected, console: Console) -> None:
    """Show what was taken of each topic, and list what was not; raises `CourseError` where nothing was."""
    if result.taken:
        console.print(_table(result))
    _list("Handed in late:", (f"{each.student}, {each.topic}" for each in result.taken if each.late), console)
    for topic, students in result.missing.items():
        _list(f"Nothing of {topic} from:", students, console)
    notes = (f"{each.student}, {each.topic}: {'; '.join(each.notes)}" for each in result.taken if each.notes)
    _list("To know:", notes, console, _MOST_LINES)
    _list("Not taken, as whose or what it is cannot be told:", result.unmatched, console)
    _list("Not taken, as it could be of more than one student:", result.doubled, console)
    _list("Refused:", result.refused, console)
    _list("Left out, as no notebook:", result.left_out, console, _MOST_LINES)
    if not result.taken:
        raise CourseError("Nothing could be taken.")


def _table(result: Collected) -> Table:
    table = Table(title="Collected")
    table.add_column("topic")
    for kind in (*Filed, "late", "missing"):
        table.add_column(str(kind), justify="right")
    counts = Counter((each.topic, each.filed) for each in result.taken)
    late = Counter(each.topic for each in result.taken if each.late)
    for topic in sorted({each.topic for each in result.taken}):
        numbers = [*(counts[topic, kind] for kind in Filed), late[topic], len(result.missing.get(topic, []))]
        table.add_row(topic, *(str(number or "") for number in numbers))
    return table


def _list(title: str, lines: Iterable[str], console: Console, most: int | None = None) -> None:
    lines = [f"  {line}" for line in lines]
    rest = len(lines) - most if most else 0
    if rest > 0:
        lines = [*lines[:most], f"  and {rest} more"]
    if lines:
        console.print("\n".join([title, *lines]), soft_wrap=True, markup=False)
