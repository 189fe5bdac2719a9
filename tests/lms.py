"""How Canvas and Moodle name what they give out, written from what their own source says, for the tests."""

import re
import unicodedata
import zipfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from course.collecting import Student


def canvas(student: Student, number: str, file_number: int, file: str, *, late: bool = False) -> str:
    """`lib/content_zipper.rb`: get_filename, sanitize_user_name, sanitize_file_name."""
    name = re.sub(r"_(\d+)_", r"\1", f"{student.last_name}, {student.first_name}").lower()
    joined = "_".join([name, *(["LATE"] if late else []), number])
    return f"{_words(joined)}_{file_number}_{file}"


def moodle_folder(student: Student, number: str) -> str:
    """`mod/assign/classes/downloader.php`: get_student_prefix, and clean_filename of moodlelib.php."""
    prefix = f"{student.first_name} {student.last_name}".replace("_", " ") + f"_{number}"
    return re.sub(r"[\x00-\x1f\x7f-\x9f&<>\"`|':\\/]", "", f"{prefix}_assignsubmission_file")


def moodle_file(student: Student, number: str, file: str) -> str:
    """The same where the teacher asked for no folders."""
    return f"{moodle_folder(student, number)}_{file}"


def archive(place: Path, files: Mapping[str, bytes], when: datetime = datetime(2026, 5, 1, 10)) -> Path:
    """Write a zip whose members all have one time, as an LMS does."""
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(member(name, when), data)
    return place


def member(name: str, when: datetime = datetime(2026, 5, 1, 10)) -> zipfile.ZipInfo:
    """Return what describes a deflated member."""
    info = zipfile.ZipInfo(name, when.timetuple()[:6])
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _words(text: str) -> str:
    """Ruby's gsub(/[^[[:word:]]]/, ""): letters, marks, decimal digits and what connects them stay."""
    kept = ("Ll", "Lu", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Pc")
    return "".join(letter for letter in text if unicodedata.category(letter) in kept)
