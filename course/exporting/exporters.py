"""The exporters, on nbgrader's plugin point: `nbgrader export --exporter=course.exporting.CanvasExporter`."""

import sys
from pathlib import Path
from typing import ClassVar

from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Unicode

from course.csv_file import write_csv
from course.deadlines import settle
from course.exporting.book import Book, read_book
from course.exporting.canvas import canvas_file
from course.exporting.canvas_template import CanvasSheet
from course.exporting.moodle import grade_import, worksheet
from course.exporting.plain import plain_file
from course.exporting.template import Export, Template
from course.folder import CourseError


class Exporter(ExportPlugin):  # type: ignore[misc]
    """What the three have in common. Points are nbgrader's: less the late penalty, with grades by hand."""

    only_complete = Bool(False, help="Leave out what a person has still to grade.").tag(config=True)
    template = Unicode("", help="The file that the learning management system exported.").tag(config=True)
    default_name: ClassVar[str]

    def export(self, gradebook: Gradebook) -> None:
        """Write the file, as nbgrader asks for it; notes go to its log."""
        try:
            path, notes = self.write(gradebook)
        except CourseError as error:
            self.log.error(str(error))
            sys.exit(1)
        self.log.info("Exported to %s", path)
        for note in notes:
            self.log.warning(note)

    def write(self, gradebook: Gradebook) -> tuple[Path, list[str]]:
        """Write the file and return its path and what to tell the person who exports.

        Raises `CourseError` where that cannot be done; the old file is then as it was.
        """
        root = Path(CourseDirectory(config=self.config).root)
        path = Path(self.to) if self.to else root / self.default_name
        template = Template.read(Path(self.template)) if self.template else None
        if template is not None and path.resolve() == Path(self.template).resolve():
            raise CourseError(f"{path} is the template itself: write the points to another file.")
        topics, students = ([str(each) for each in asked] for asked in (self.assignment, self.student))
        stale = self._stale(gradebook)
        export = self.fill(read_book(gradebook, topics, students, only_complete=self.only_complete), template)
        write_csv(path, export.rows, export.delimiter, mark=export.mark)
        return path, [*export.notes, *stale]

    def fill(self, book: Book, template: Template | None) -> Export:
        """Return what is to be written."""
        raise NotImplementedError

    def _stale(self, gradebook: Gradebook) -> list[str]:
        """Say how many penalties are not what the deadlines ask for; nbgrader's command only reads."""
        changed = settle(gradebook, self.config)
        gradebook.db.rollback()
        if not changed:
            return []
        return [
            f"{changed} late penalties are older than the grades or deadlines.toml: run 'course grade' first."
        ]


class CsvExporter(Exporter):
    """All fields of the gradebook."""

    default_name = "grades_all.csv"

    def fill(self, book: Book, template: Template | None) -> Export:
        """Return a row for each student and assignment."""
        return plain_file(book)


class CanvasExporter(Exporter):
    """Canvas' gradebook import."""

    default_name = "grades_canvas.csv"

    def fill(self, book: Book, template: Template | None) -> Export:
        """Return a row for each student, or fill in what Canvas exported."""
        return canvas_file(book) if template is None else CanvasSheet(book, template).export()


class MoodleExporter(Exporter):
    """Moodle's grade import, or an assignment's grading worksheet."""

    default_name = "grades_moodle.csv"

    def fill(self, book: Book, template: Template | None) -> Export:
        """Return a row for each student, or fill in the worksheet that Moodle gave."""
        return grade_import(book) if template is None else worksheet(book, template)
