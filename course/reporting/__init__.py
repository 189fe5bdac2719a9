"""A class as one HTML page: grades, tests, misconceptions, self-assessment, who needs a look, and why."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from course.folder import CourseFolder
from course.reporting.class_record import HandedIn, find_work, read_class
from course.reporting.page import render, write_page
from course.reporting.sections import Report, compose

__all__ = ["HandedIn", "Report", "find_work", "write_report"]


def write_report(
    folder: CourseFolder,
    handed_in: HandedIn,
    output: Path,
    done: Callable[[str], None],
    *,
    hide_names: bool = False,
) -> Report:
    """Write the page and return what stands on it; `done` is called for every work and every topic.

    Raises `CourseError` where the file cannot be written.
    """
    record = read_class(folder, handed_in, done)
    report = compose(folder, record, done, hide_names=hide_names)
    write_page(render(report, datetime.now()), output)
    return report
