"""What the proof of each topic found, as a table below the tests' results."""

import io
from collections.abc import Callable, Iterable
from typing import Any

from rich.console import Console

from course.proof import Row, TopicProof, proof_table, rows_of, summary
from course.reading import TOPICS

_PROPERTY = "proof of a topic"


def recorder(record_property: Callable[[str, Any], None]) -> Callable[[TopicProof], None]:
    """Return what notes the rows of a topic's proof."""
    return lambda proof: record_property(_PROPERTY, [[*row] for row in rows_of(proof)])


def table(reports: Iterable[Any]) -> list[str]:
    """Return the lines of the table that `course prove` prints, in the order of the course."""
    noted = (pair for report in reports for pair in getattr(report, "user_properties", ()))
    rows = [Row(*row) for key, value in noted if key == _PROPERTY for row in value]
    if not rows:
        return []
    rows.sort(key=lambda row: TOPICS.index(row.topic))
    text = io.StringIO()
    Console(file=text, width=120).print(proof_table(rows))
    return [*text.getvalue().splitlines(), summary(rows)]
