"""What one cell gave."""

import json
from dataclasses import dataclass, field, replace
from typing import Any, Self

from course.grading.examiner.standing_in import everybodys_error

_VERDICTS = ("error", "execute_result")
_UNSAID = "this test needs what a hidden test has made, so more is not said."


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

    def as_hidden(self) -> Self:
        """Leave the verdict alone in the outputs, and the rest to the log."""
        verdict = [each for each in self.outputs if each["output_type"] in _VERDICTS]
        said = [each for each in self.outputs if each not in verdict]
        return replace(self, outputs=verdict, log=[*self.log, *said])

    def without_words(self) -> Self:
        """Leave out what an error says: of a visible test that ran after hidden ones, it could quote them."""
        errors = [each for each in self.outputs if each["output_type"] == "error"]
        silent = [_without_words(each) if each in errors else each for each in self.outputs]
        return replace(self, outputs=silent, log=[*self.log, *errors])

    def as_message(self) -> list[Any]:
        """Return plain data; outputs as JSON, for integers of any size, without halves of characters."""
        about = {
            "count": self.count,
            "log": json.dumps(self.log) if self.log else "",
            "limit": self.limit,
            "raised": self.raised,
        }
        outputs = json.dumps(self.outputs, ensure_ascii=False).encode(errors="replace").decode()
        return ["cell", self.index, outputs, about]


def _without_words(error: dict[str, Any]) -> dict[str, Any]:
    name = error["ename"] if everybodys_error(error["ename"]) else "Exception"
    return {**error, "ename": name, "evalue": _UNSAID, "traceback": [f"{name}: {_UNSAID}"]}
