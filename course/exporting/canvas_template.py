"""Canvas' own gradebook export, with the points filled in: its rows, its ids, its columns' titles.

What lib/gradebook_exporter.rb at https://github.com/instructure/canvas-lms writes: the columns of canvas.py,
with LastName and FirstName, Integration ID or Root Account where an administrator asks for them; assignments
titled "softmax (12345)"; rows of "Manual Posting" and "Points Possible" before the students; semicolons and a
byte-order mark where the instructor's settings ask for them; EX for a student who is excused.
"""

import re
from collections.abc import Iterator, Sequence

from course.csv_file import harmless, number
from course.exporting.book import Book, Topic, some
from course.exporting.canvas import COLUMNS
from course.exporting.matching import Way, match
from course.exporting.template import Export, Template, differing

_ABOUT = {*COLUMNS, "LastName", "FirstName", "Integration ID", "Root Account"}
_EMPTY = re.compile(r"(?i)\s*(muted|manual posting.*)?\s*")
_ID = re.compile(r"\s*\(\d+\)$")
_EXCUSED = "EX"
_WAYS: tuple[Way, ...] = (
    ("id", lambda student: student.lms_user_id),
    ("sis login id", lambda student: student.id),
    ("sis user id", lambda student: student.id),
    ("sis user id", lambda student: student.lms_user_id),
    ("sis login id", lambda student: student.email),
    ("student", lambda student: student.sortable_name),
)


class CanvasSheet:
    """A template whose rows and columns are matched with the gradebook's students and topics."""

    def __init__(self, book: Book, template: Template) -> None:
        for name in ("ID", "Section"):
            template.require(name, "give the file that Canvas' Gradebook exports")
        self._book = book
        self._template = template
        self._about = [place for place, name in enumerate(template.header) if name.strip() in _ABOUT]
        self._columns = {topic.name: _column(template, topic) for topic in book.topics}
        self._people = [place for place, row in enumerate(template.rows) if not _is_special(row)]
        found = match(book.students, [template.record(template.rows[place]) for place in self._people], _WAYS)
        self._students = {self._people[number]: student for number, student in found.items()}

    def export(self) -> Export:
        """Return the rows with these topics' columns alone, so that no other grade is touched on import.

        Where there is nothing to export, or a student is excused, what Canvas has stays.
        """
        file = self._template.file
        rows = [self._header(), *(self._filled(place) for place in range(len(self._template.rows)))]
        return Export(rows, [*self._book.waiting(), *self._notes()], file.delimiter, file.has_mark)

    def _header(self) -> list[str]:
        titles = {name: place for name, place in self._columns.items() if place is not None}
        header = self._template.header
        return [
            *(header[place] for place in self._about),
            *(
                header[titles[topic.name]] if topic.name in titles else topic.name
                for topic in self._book.topics
            ),
        ]

    def _filled(self, place: int) -> list[str]:
        row = self._template.rows[place]
        about = [harmless(row[column]) for column in self._about]
        return [*about, *(self._cell(place, topic) for topic in self._book.topics)]

    def _cell(self, place: int, topic: Topic) -> str:
        old = self._old(place, topic)
        if place in self._students:
            return old if old == _EXCUSED else self._book.points(self._students[place], topic) or old
        is_points = "Points Possible" in self._template.rows[place][0]
        return number(topic.most) if is_points and not old else old

    def _old(self, place: int, topic: Topic) -> str:
        column = self._columns[topic.name]
        return "" if column is None else self._template.rows[place][column].strip()

    def _notes(self) -> Iterator[str]:
        topics, rows = self._book.topics, self._template.rows
        for topic in topics:
            if self._columns[topic.name] is None:
                yield f"Canvas' file has no column for {topic.name}: on import, Canvas will ask which it is."
        for place, row in enumerate(rows):
            if "Points Possible" in row[0]:
                for topic in topics:
                    yield from differing(self._old(place, topic), topic.name, topic.most, "Canvas")
        found = {student.id for student in self._students.values()}
        missing = [each.id for each in self._book.students if each.id not in found]
        if missing:
            yield f"In no row of Canvas' file, and so not exported: {some(missing)}."
        others = [rows[place][0] for place in self._people if place not in self._students]
        if others:
            yield f"In Canvas' file, but not in the gradebook: {some(others)}."
        excused = [
            f"{student.id} ({topic.name})"
            for place, student in self._students.items()
            for topic in topics
            if self._old(place, topic) == _EXCUSED and self._book.points(student, topic)
        ]
        if excused:
            yield f"Excused in Canvas, and left so, though there are points: {some(excused)}."


def _is_special(row: Sequence[str]) -> bool:
    return "Points Possible" in row[0] or all(_EMPTY.fullmatch(cell) for cell in row)


def _column(template: Template, topic: Topic) -> int | None:
    """Return the place of a topic's column: "softmax (12345)" is softmax, and so is "Softmax"."""
    for place, title in enumerate(template.header):
        if title.strip() not in _ABOUT and _plain(_ID.sub("", title.strip())) == _plain(topic.name):
            return place
    return None


def _plain(title: str) -> str:
    return re.sub(r"[\s_-]+", " ", title).casefold()
