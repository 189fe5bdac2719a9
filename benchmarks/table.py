"""The results, as people read them."""

from collections.abc import Mapping, Sequence
from statistics import median

from rich.table import Table


def result_table(seconds: Mapping[str, Sequence[float]], submissions: int) -> Table:
    """Return a row for each way, the first of which is what the others are compared with."""
    ways = list(seconds)
    stock, limit = median(seconds[ways[0]]), median(seconds[ways[-1]])
    table = Table(title=f"Grading {submissions} submissions")
    table.add_column("")
    for column in ("seconds, median", "each round", "ms each", "times stock", "times the limit"):
        table.add_column(column, justify="right")
    for way in ways:
        middle = median(seconds[way])
        table.add_row(
            way,
            f"{middle:.1f}",
            " ".join(f"{each:.1f}" for each in seconds[way]),
            f"{1000 * middle / submissions:.0f}",
            f"{stock / middle:.1f} ×",
            f"{middle / limit:.1f} ×",
        )
    return table


def time_table(parts: Mapping[str, float]) -> Table:
    """Return where the time of one submission goes."""
    table = Table(title="Where the time of one submission goes, alone on one worker")
    table.add_column("")
    table.add_column("ms, median", justify="right")
    for part, milliseconds in parts.items():
        table.add_row(part, f"{milliseconds:.1f}")
    table.add_row("all", f"{sum(parts.values()):.1f}")
    return table
