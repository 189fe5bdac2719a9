"""The proof as a table to read, and in one line."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from rich.table import Table

from course.proof.judging import TopicProof


class Row(NamedTuple):
    """What became of the answers for one function, counted."""

    topic: str
    function: str
    points: int
    wrong: int
    killed: int
    recognised: int
    confused: int
    right: int
    accepted: int
    problems: int


def rows_of(proof: TopicProof) -> list[Row]:
    """Return a topic's rows of the table, one for each function."""
    return [
        Row(
            proof.topic,
            each.function,
            each.points,
            len(each.wrong),
            sum(bool(trial.failed) for trial in each.wrong),
            sum(trial.recognised == trial.entry.name for trial in each.wrong),
            sum(trial.recognised not in ("", trial.entry.name) for trial in each.wrong),
            len(each.right),
            sum(not trial.failed for trial in each.right),
            len(each.problems),
        )
        for each in proof.functions
    ]


def proof_table(rows: Sequence[Row]) -> Table:
    """Return one row for each function and a closing row of sums."""
    table = Table(title="What the tests tell apart", show_footer=True)
    headers = ("topic", "function", "points", "wrong killed", "recognised", "right accepted", "problems")
    for header, footer in zip(headers, _cells(_sum(rows)), strict=True):
        justify: Literal["left", "right"] = "left" if header in ("topic", "function") else "right"
        table.add_column(header, footer=footer, justify=justify, no_wrap=True)
    for row in rows:
        table.add_row(*_cells(row))
    return table


def summary(rows: Sequence[Row]) -> str:
    """Say in one line what the table comes to."""
    total = _sum(rows)
    return (
        f"{total.wrong} wrong answers: {total.killed} killed, {total.recognised} recognised, "
        f"{total.confused} confused. {total.right} right answers: {total.right - total.accepted} wrongly "
        "rejected."
    )


def _sum(rows: Sequence[Row]) -> Row:
    counts = [sum(column) for column in zip(*(row[2:] for row in rows), strict=True)]
    return Row("all", str(len(rows)), *counts)


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.topic,
        row.function,
        str(row.points),
        f"{row.killed} of {row.wrong}",
        f"{row.recognised} of {row.wrong}",
        f"{row.accepted} of {row.right}",
        str(row.problems),
    )
