"""What one cell gave."""

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Result:
    """What one cell gave. `log` is for the instructor alone; all else may be told to the student.

    `limit` says which limit was hit; `raised` is the kind of exception that the student's code raised in a
    hidden test, and the line of that code.
    """

    index: int
    outputs: list[dict[str, Any]]
    count: int | None = None
    log: list[dict[str, Any]] = field(default_factory=list)
    limit: str = ""
    raised: tuple[str, str] | None = None

    def as_message(self) -> list[Any]:
        """Return plain data; outputs as JSON, for integers of any size."""
        about = {
            "count": self.count,
            "log": json.dumps(self.log) if self.log else "",
            "limit": self.limit,
            "raised": self.raised,
        }
        return ["cell", self.index, json.dumps(self.outputs), about]
