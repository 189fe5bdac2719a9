"""`make bench`: several rounds of every way to grade the same submissions, then one table."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from benchmarks.course import furnish
from benchmarks.gradebooks import differences
from benchmarks.memory import compare_memory
from benchmarks.rounds import run_rounds
from benchmarks.table import result_table, time_table
from benchmarks.where import where_the_time_goes
from course.speaking import progress

_WAYS = ("stock nbgrader", "course grade, 1 worker", "course grade, 2 workers", "the limit, 2 processes")


def main(
    topic: Annotated[str, typer.Option(help="Whose notebook is graded.")] = "softmax",
    submissions: Annotated[int, typer.Option(help="How many are graded in each run.")] = 60,
    rounds: Annotated[int, typer.Option(help="How often each way runs; medians are reported.")] = 3,
    memory: Annotated[bool, typer.Option("--memory", help="Compare memory instead of time.")] = False,
) -> None:
    """Time grading and compare the gradebooks; fails where two differ."""
    console = Console(width=110)
    if memory:
        raise typer.Exit(not compare_memory(console))
    with tempfile.TemporaryDirectory() as place:
        folders = furnish(Path(place), topic, submissions, _WAYS)
        with progress("timing", rounds * len(_WAYS)) as done:
            seconds = run_rounds(folders, topic, rounds, done)
        found = differences([folders[way].gradebook for way in _WAYS[:3]])
        console.print(result_table(seconds, submissions))
        console.print(time_table(where_the_time_goes(folders[_WAYS[1]], topic)))
    for line in found[:20]:
        console.print(line, markup=False)
    console.print(
        f"{submissions} submissions of {topic}, {rounds} rounds; "
        + (f"the gradebooks differ in {len(found)} rows." if found else "the three gradebooks are the same.")
    )
    raise typer.Exit(bool(found))


typer.run(main)
