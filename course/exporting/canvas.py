"""Canvas' gradebook file, from the gradebook alone.

The columns are those that Canvas exports, and asks for on import: Student, ID, SIS User ID, SIS Login ID and
Section, then one for each assignment, and a row "Points Possible". "How do I import grades in the Gradebook?"
in Canvas' Instructor Guide says so, as told at
https://teaching.resources.osu.edu/toolsets/carmencanvas/guides/calculating-final-grades/import-csv-file-carmen-grades
and lib/gradebook_importer.rb at https://github.com/instructure/canvas-lms does so: it matches a row by ID,
then by SIS User ID, SIS Login ID, and the name last; an empty cell is no grade, and clears what is there.
"""

from collections.abc import Iterator, Sequence

from course.csv_file import harmless, number
from course.exporting.book import Book, Student, some
from course.exporting.template import Export

COLUMNS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
POINTS_POSSIBLE = "    Points Possible"


def canvas_file(book: Book) -> Export:
    """Return a row for each student; where nothing was handed in, the cell is empty: not graded."""
    rows = [
        [*COLUMNS, *(topic.name for topic in book.topics)],
        [POINTS_POSSIBLE, "", "", "", "", *(number(topic.most) for topic in book.topics)],
        *([*_about(each), *(book.points(each, topic) for topic in book.topics)] for each in book.students),
    ]
    return Export(rows, [*book.waiting(), *_unsure(book.students)])


def _about(student: Student) -> list[str]:
    # Canvas reads an ID as far as it is digits: what is not one could be another student's.
    sure = student.lms_user_id if student.lms_user_id.isdecimal() else ""
    return [harmless(student.sortable_name), sure, "", harmless(student.id), ""]


def _unsure(students: Sequence[Student]) -> Iterator[str]:
    without = [each.id for each in students if not each.lms_user_id.isdecimal()]
    if without:
        yield (
            f"Canvas' own ID (lms_user_id) is not in the gradebook for {some(without)}: "
            "Canvas looks for them by login, then by name; --template, with the file it exports, is surer."
        )
    changed = [each for each in without if harmless(each) != each]
    if changed:
        yield f"Not to be found by Canvas, since no login in a spreadsheet may begin so: {some(changed)}."
