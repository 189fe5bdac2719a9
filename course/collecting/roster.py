"""The roster: who is in the course, from the table that a system exports."""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from course.collecting.columns import WANTED, columns_of, recognised
from course.collecting.names import split_name, unfit
from course.folder import CourseError

_SEPARATORS = ",;\t"
_MOST_BYTES = 20 * 2**20
_NO_STUDENT = re.compile(r"\s*points possible\s*|student, test|test student", re.IGNORECASE)


@dataclass(frozen=True)
class Student:
    """One row. `number` is the learning system's own, by which it labels what this student hands in.

    `login` is a second id, where the roster has one.
    """

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    number: str = ""
    name: str = ""
    login: str = ""
    line: int = 0

    def __str__(self) -> str:
        name = " ".join(filter(None, (self.first_name, self.last_name)))
        return f"{self.id} ({name})" if name else self.id


def read_roster(path: Path) -> list[Student]:
    """Return the students of a CSV file; raises `CourseError` that names the lines to mend."""
    if not path.is_file():
        raise CourseError(f"There is no roster at {path}: export one from your learning system as CSV.")
    if path.stat().st_size > _MOST_BYTES:
        raise CourseError(f"{path.name} is larger than any roster.")
    try:
        numbered = _rows(_decode(path.read_bytes()))
    except csv.Error as error:
        raise CourseError(f"{path.name} cannot be read as CSV: {error}.") from error
    if not numbered:
        raise CourseError(f"{path.name} is empty.")
    (_, header), *rest = numbered
    columns = columns_of(header, [row for _, row in rest])
    if "id" not in columns:
        raise CourseError(f"{path.name} has no column of ids with anything in it: it needs {WANTED}.")
    students = [_student(line, row, columns) for line, row in rest if _is_student(row, columns)]
    problems = [*_bad_ids(students), *_twice(students, "id"), *_twice(students, "number")]
    if problems:
        raise CourseError(f"{path.name}: {'; '.join(problems)}.")
    if not students:
        raise CourseError(f"{path.name} names no student.")
    return students


def _decode(data: bytes) -> str:
    """Return the text, whatever its encoding and with or without a byte order mark."""
    try:
        if b"\0" in data[:2]:
            return data.decode("utf-16-le" if data[0] else "utf-16-be")
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        # Few and short names are not enough to tell rare encodings by.
        best = from_bytes(data, cp_isolation=["utf_16", "cp1252", "cp1250", "mac_roman"]).best()
        return str(best) if best else data.decode("latin-1")


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows with anything in them, each with its line number, read by the best separator."""
    readings = []
    for separator in _SEPARATORS:
        reader = csv.reader(io.StringIO(unicodedata.normalize("NFC", text), newline=""), delimiter=separator)
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
        if rows and rows[0][1][0].startswith("sep="):  # as Excel likes it
            rows = rows[1:]
        readings.append(rows)
    return max(readings, key=lambda rows: recognised(rows[0][1]) if rows else -1)


def _is_student(row: Sequence[str], columns: Mapping[str, int]) -> bool:
    """Whether a row is about a student: Canvas adds rows for points and for a test student."""
    name = _cell(row, columns, "name")
    about = any(_cell(row, columns, kind) for kind in columns)
    return about and not (_NO_STUDENT.fullmatch(name) and not _cell(row, columns, "id"))


def _student(line: int, row: Sequence[str], columns: Mapping[str, int]) -> Student:
    name = _cell(row, columns, "name")
    first, last = (_cell(row, columns, kind) for kind in ("first", "last"))
    if not (first or last):
        first, last = split_name(name)
    number = _cell(row, columns, "number")
    participant = re.fullmatch(r"\D*(\d+)", number)  # Moodle writes "Participant 123456"
    return Student(
        _cell(row, columns, "id"),
        first,
        last,
        _cell(row, columns, "email"),
        participant[1] if participant else number,
        name,
        _cell(row, columns, "login"),
        line,
    )


def _cell(row: Sequence[str], columns: Mapping[str, int], kind: str) -> str:
    place = columns.get(kind, len(row))
    return " ".join(row[place].split()) if place < len(row) else ""


def _bad_ids(students: Sequence[Student]) -> list[str]:
    empty = [f"line {each.line} has no id" for each in students if not each.id]
    return empty + [
        f"the id {each.id!r} in line {each.line} {unfit(each.id)}"
        for each in students
        if each.id and unfit(each.id)
    ]


def _twice(students: Sequence[Student], what: str) -> list[str]:
    lines: dict[str, list[Student]] = {}
    for each in students:
        value = getattr(each, what)
        if value:
            lines.setdefault(value.casefold(), []).append(each)
    return [
        f"the {what} {getattr(same[0], what)} stands in lines {' and '.join(str(each.line) for each in same)}"
        for same in lines.values()
        if len(same) > 1
    ]
