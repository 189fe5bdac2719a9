"""Which row of an LMS's own file is which student of the gradebook."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from course.exporting.book import Student

Way = tuple[str, Callable[[Student], str]]  # a column of the file, and what should stand in it


def match(
    students: Sequence[Student], rows: Sequence[Mapping[str, str]], ways: Sequence[Way]
) -> dict[int, Student]:
    """Return the student of each row that has one, the surest way first.

    A value counts where one row and one student have it, whatever the case of its letters: no student is
    taken for two rows, and where it is doubtful for none.
    """
    found: dict[int, Student] = {}
    for column, say in ways:
        taken = set(found.values())
        left = [each for each in students if each not in taken]
        said = [_key(say(each)) for each in left]
        cells = {number: _key(row.get(column, "")) for number, row in enumerate(rows) if number not in found}
        twice = {key for keys in (said, cells.values()) for key, count in Counter(keys).items() if count > 1}
        by_key = {key: each for key, each in zip(said, left, strict=True) if key and key not in twice}
        found |= {number: by_key[key] for number, key in cells.items() if key in by_key}
    return found


def _key(value: str) -> str:
    return value.strip().casefold()
