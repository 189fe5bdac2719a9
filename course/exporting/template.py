"""A file that a learning management system wrote: what it says stays, points are filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from course.csv_file import CsvFile, read_csv
from course.folder import CourseError


@dataclass(frozen=True)
class Export:
    """The rows of a file, what it is to be like, and sentences for the person who exports."""

    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()
    delimiter: str = ","
    mark: bool = False


class Template:
    """Such a file. Its columns are found by name, whatever the case of the letters."""

    def __init__(self, name: str, file: CsvFile) -> None:
        self.name = name
        self.file = file
        self.header = file.rows[0]
        self.rows = [(row + [""] * len(self.header))[: len(self.header)] for row in file.rows[1:]]
        self.names = [cell.strip().casefold() for cell in self.header]

    @classmethod
    def read(cls, path: Path) -> "Template":
        """Read a file; raises `CourseError` where it is none."""
        return cls(path.name, read_csv(path))

    def column(self, name: str) -> int | None:
        """Return the place of a column, if it is there."""
        name = name.casefold()
        return self.names.index(name) if name in self.names else None

    def require(self, name: str, advice: str) -> int:
        """Return the place of a column; raises `CourseError` where it is missing."""
        place = self.column(name)
        if place is None:
            raise CourseError(f"{self.name} has no column '{name}': {advice}.")
        return place

    def record(self, row: Sequence[str]) -> dict[str, str]:
        """Return a row's cells by the names of their columns, in small letters."""
        return dict(zip(self.names, row, strict=True))


def differing(most: str, topic: str, points: float, system: str) -> Iterator[str]:
    """Yield a sentence where a system knows another number of points for an assignment."""
    try:
        same = abs(float(most.replace(",", ".")) - points) < 1e-5
    except ValueError:
        same = True
    if not same:
        yield f"{topic} gives {most} points in {system} and {points:g} here: make them the same there first."
