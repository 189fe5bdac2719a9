"""CSV files as spreadsheets and learning management systems read and write them."""

import csv
import errno
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from course.folder import CourseError

_PLAIN = re.compile(r"[+-]?\d+([.,]\d+)?|-")  # a number, or the dash that stands for none


@dataclass(frozen=True)
class CsvFile:
    """The rows of a file, and how it was written: what stands between cells, and a byte-order mark."""

    rows: list[list[str]]
    delimiter: str = ","
    has_mark: bool = False


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: text behind ', a number or a lone dash as it is.

    As OWASP's page on CSV injection advises: https://owasp.org/www-community/attacks/CSV_Injection
    """
    looks_like_one = cell[:1] in ("\t", "\r", "\n") or cell.lstrip()[:1] in ("=", "+", "-", "@")
    return f"'{cell}" if looks_like_one and not _PLAIN.fullmatch(cell) else cell


def number(value: float) -> str:
    """Return a number of points with five decimals at most: as many as Moodle keeps."""
    return f"{round(value, 5) + 0.0:.5f}".rstrip("0").rstrip(".")


def read_csv(path: Path) -> CsvFile:
    """Return a file's rows; commas or semicolons, with or without a mark; raises `CourseError`."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise CourseError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not UTF-8 text: export it anew, or save it as 'CSV UTF-8'.") from None
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise CourseError(f"{path} is not CSV: {error}.") from None
    if not header.strip():
        raise CourseError(f"{path} is empty.")
    return CsvFile([row for row in rows if row], delimiter, data.startswith(b"\xef\xbb\xbf"))


def write_csv(path: Path, rows: Iterable[Sequence[str]], delimiter: str = ",", *, mark: bool = False) -> None:
    """Write a file whole, or leave the old one as it is; `mark` is the byte-order mark that Excel wants.

    Raises `CourseError` where it cannot be written.
    """
    half_written = path.with_suffix(".writing")
    try:
        with half_written.open("w", newline="", encoding="utf-8-sig" if mark else "utf-8") as file:
            csv.writer(file, delimiter=delimiter).writerows(rows)
        half_written.replace(path)
    except OSError as error:
        half_written.unlink(missing_ok=True)
        raise CourseError(_why(path, error)) from error


def _why(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return f"The disk is full at {path}: make room and run this again; what was there is as it was."
    return f"{path} cannot be written ({error.strerror}): what was there is as it was."
