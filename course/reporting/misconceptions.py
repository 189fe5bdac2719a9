"""Which known mistakes were recognised, where, and how often."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from course.reporting.class_record import Work
from course.reporting.names import Names

_SHOWN = 5


@dataclass(frozen=True)
class Seen:
    """One misconception: the message that its students got, and who they are, as far as that fits a line."""

    topic: str
    function: str
    message: str
    count: int
    of: int
    students: tuple[str, ...]

    @property
    def more(self) -> int:
        """How many students are not named."""
        return self.count - len(self.students)


def misconceptions_seen(topic: str, works: Sequence[Work], names: Names) -> list[Seen]:
    """Return the misconceptions of a topic, the most frequent first."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    graded = [work for work in works if work.graded]
    for work in graded:
        for answer in work.graded.answers if work.graded else ():
            if answer.message:
                found[answer.function, answer.message].append(work.student)
    seen = [
        Seen(topic, function, message, len(students), len(graded), _some(students, names))
        for (function, message), students in found.items()
    ]
    return sorted(seen, key=lambda each: (-each.count, each.function, each.message))


def _some(students: Sequence[str], names: Names) -> tuple[str, ...]:
    return tuple(names.of(each) for each in sorted(students, key=names.order)[:_SHOWN])
