"""Moodle's two ways in: the grade import, and an assignment's offline grading worksheet.

Grade import, https://docs.moodle.org/en/Grade_import: any CSV with a header; the instructor says which
column names the user, by username, ID number or email address, and which column is which grade item. As
grade/import/csv/classes/load_data.php at https://github.com/moodle/moodle reads it, "-" is no grade, one user
who is not found ends the whole import, and a row whose user is empty goes to the user above it.

Worksheet, "Offline grading worksheet" at https://docs.moodle.org/en/Assignment_settings: Identifier, Full
name, Email address, Status, Grade, Maximum grade, Grade can be changed, Last modified (submission), Last
modified (grade), Feedback comments. Moodle alone knows the identifiers, so its own file is filled in. As
mod/assign/feedback/offline/importgradeslib.php and locallib.php read it, users are found by Identifier; an
empty grade, and one above the maximum, is passed over.
"""

from collections.abc import Callable, Iterator

from course.csv_file import harmless
from course.exporting.book import Book, Student, some
from course.exporting.matching import Way, match
from course.exporting.template import Export, Template, differing
from course.folder import CourseError

_NONE = "-"
_READ_BACK = ("identifier", "grade", "last modified (grade)", "feedback")
_WAYS: tuple[Way, ...] = (
    ("email address", lambda student: student.email),
    ("email address", lambda student: student.id),
    ("username", lambda student: student.id),
    ("id number", lambda student: student.lms_user_id),
    ("id number", lambda student: student.id),
    ("full name", lambda student: student.full_name),
)


def grade_import(book: Book) -> Export:
    """Return a row for each student; where nothing was handed in there is a dash: not graded.

    A column that could name the user is there only where no student lacks it.
    """
    keys: dict[str, Callable[[Student], str]] = {"Username": lambda student: student.id}
    optional: dict[str, Callable[[Student], str]] = {
        "ID number": lambda student: student.lms_user_id,
        "Email address": lambda student: student.email,
    }
    notes = [*book.waiting()]
    for name, say in optional.items():
        lacking = [each.id for each in book.students if not say(each)]
        if lacking:
            notes.append(f"No column '{name}', which the gradebook lacks for {some(lacking)}.")
        else:
            keys[name] = say
    fit = [each for each in book.students if all(harmless(say(each)) == say(each) for say in keys.values())]
    if len(fit) < len(book.students):
        unfit = [each.id for each in book.students if each not in fit]
        notes.append(f"Not exported, since no id in a spreadsheet may begin so: {some(unfit)}.")
    header = [*keys, "First name", "Last name", *(topic.name for topic in book.topics)]
    rows = [
        [
            *(say(each) for say in keys.values()),
            harmless(each.first_name),
            harmless(each.last_name),
            *(book.points(each, topic) or _NONE for topic in book.topics),
        ]
        for each in fit
    ]
    return Export([header, *rows], notes)


def worksheet(book: Book, template: Template) -> Export:
    """Return Moodle's worksheet with one topic's grades; where there is none, what Moodle has stays."""
    if len(book.topics) != 1:
        raise CourseError("A worksheet of Moodle's is for one assignment: name it with --topic.")
    topic = book.topics[0]
    advice = "give the grading worksheet that Moodle, set to English, lets you download from the assignment"
    for name in ("Identifier", "Last modified (grade)"):
        template.require(name, advice)
    grade = template.require("Grade", advice)
    students = match(book.students, [template.record(row) for row in template.rows], _WAYS)
    rows = []
    for place, row in enumerate(template.rows):
        cells = [_kept(name, cell) for name, cell in zip(template.names, row, strict=True)]
        if place in students:
            cells[grade] = book.points(students[place], topic) or cells[grade]
        rows.append(cells)
    notes = [*book.waiting(), *_unmatched(book, template, students)]
    most = template.column("Maximum grade")
    if most is not None and rows:
        notes += differing(rows[0][most], topic.name, topic.most, "Moodle")
    file = template.file
    return Export([template.header, *rows], notes, file.delimiter, file.has_mark)


def _kept(column: str, cell: str) -> str:
    """Return what Moodle reads back as it is, and the rest, which students may have written, harmless."""
    return cell if column.startswith(_READ_BACK) else harmless(cell)


def _unmatched(book: Book, template: Template, students: dict[int, Student]) -> Iterator[str]:
    found = {student.id for student in students.values()}
    missing = [each.id for each in book.students if each.id not in found]
    if missing:
        yield f"In no row of Moodle's worksheet, and so not exported: {some(missing)}."
    others = [row[0] for place, row in enumerate(template.rows) if place not in students]
    if others:
        yield f"In Moodle's worksheet, but not in the gradebook: {some(others)}."
