"""What the student's code raised in a hidden test, as far as it says nothing of the test's inputs.

Names of exceptions and lines of code come from the student's process, where both can be made of anything:
only names that everybody has or that stand in the submitted cells count, and lines that stand there.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from course.grading.examiner.standing_in import everybodys_error

_LONGEST_NAME = 80
_LONGEST_LINE = 200
_MOST_FRAMES = 50
_MOST_NOTED = 5


@dataclass(frozen=True)
class Raised:
    """An exception of the student's code: its `names`, the nearest built-in kind last, text and frames."""

    names: tuple[str, ...]
    text: str
    stack: tuple[str, ...]
    lines: tuple[str, ...]
    numbers: tuple[int, ...]

    @classmethod
    def from_message(cls, said: Mapping[str, Any]) -> Self:
        """Take in what the student's process said of it."""
        names = tuple(str(said.get(key))[:_LONGEST_NAME] for key in ("name", "kind"))
        stack = said.get("stack")
        frames = [each for each in stack if _is_frame(each)] if isinstance(stack, list) else []
        return cls(
            names,
            str(said.get("text")),
            tuple(f"{file}, line {number}: {line}"[:1000] for file, number, line in frames[-_MOST_FRAMES:]),
            tuple(str(line)[:_LONGEST_LINE] for _, _, line in frames[-_MOST_FRAMES:]),
            tuple(int(number) for _, number, _ in frames[-_MOST_FRAMES:]),
        )

    def as_note(self) -> str:
        """Return the lines that led to it, the outermost first, for the student's own traceback."""
        places = list(zip(self.numbers, self.lines, strict=True))[-_MOST_NOTED:]
        return "\n".join(f"  in your code, line {number}: {line}" for number, line in places)

    def as_log(self) -> dict[str, Any]:
        """Return all of it as an error's output, for the instructor."""
        name = self.names[0]
        traceback = [*self.stack, f"{name}: {self.text}"]
        return {"output_type": "error", "ename": name, "evalue": self.text, "traceback": traceback}


class StudentsCode:
    """The submitted cells, to tell what a student may see of an exception in a hidden test."""

    def __init__(self, sources: Iterable[str]) -> None:
        text = "\n".join(sources)
        self._names = frozenset(re.findall(r"[^\W\d]\w*", text))
        self._lines = frozenset(line.strip() for line in text.splitlines())

    def shown(self, raised: Raised) -> tuple[str, str]:
        """Return the exception's kind, and the innermost line of the student's code or nothing."""
        kinds = (name for name in raised.names if everybodys_error(name) or name in self._names)
        lines = (line for line in reversed(raised.lines) if line and line in self._lines)
        return next(kinds, "Exception"), next(lines, "")


def _is_frame(frame: Any) -> bool:
    return (
        isinstance(frame, list)
        and len(frame) == 3
        and isinstance(frame[1], int)
        and all(isinstance(each, str | int) for each in frame)
    )
