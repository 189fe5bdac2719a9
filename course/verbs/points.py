"""Late work, and points into the learning management system."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from course.folder import CourseError, CourseFolder
from course.speaking import console, one_sentence
from course.verbs.topics import TopicName

if TYPE_CHECKING:
    from course.deadlines import Arrival, Deadlines


@one_sentence
def deadlines(
    topic: TopicName = None,
    new: Annotated[
        bool, typer.Option("--new", help="Write deadlines.toml, all commented out, to fill in.")
    ] = False,
) -> None:
    """Show due dates, extensions, and who was late; deadlines.toml says it all, and grade applies it."""
    from course.deadlines import overview, require_deadlines, write_example

    folder = CourseFolder.find()
    if new:
        console.print(f"Wrote {write_example(folder.root).name}: fill it in; 'course deadlines' shows it.")
        return
    said = require_deadlines(folder.root, topic)
    arrivals, stale = _arrivals(folder, said)
    for part in overview(said, [each for each in arrivals if topic in (None, each.topic)]):
        console.print(part)
    if stale:
        console.print(f"{stale} late penalties in the gradebook are older: 'course grade' renews them.")


class System(StrEnum):
    """Where points can go."""

    CSV = "csv"
    CANVAS = "canvas"
    MOODLE = "moodle"


@one_sentence
def export(
    system: Annotated[System, typer.Argument(metavar="csv|canvas|moodle", help="What is to read the file.")],
    topic: Annotated[
        list[str] | None,
        typer.Option(
            "--topic", metavar="TOPIC", help="A topic; give this as often as you like; all if left out."
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--to", metavar="FILE", help="The file to write; grades_all.csv, or grades_canvas.csv and so on."
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template",
            metavar="FILE",
            help="Canvas' exported gradebook or Moodle's grading worksheet: its rows and ids are kept.",
        ),
    ] = None,
    only_complete: Annotated[
        bool, typer.Option("--only-complete", help="Leave out what a person has still to grade.")
    ] = False,
) -> None:
    """Write all points for a spreadsheet, Canvas or Moodle, late penalties and grades by hand included.

    Where nothing was handed in there is no grade: an empty cell, or a dash for Moodle. A name or id that
    a spreadsheet would take for a formula gets a ' in front; who cannot be found by it any more is listed.
    """
    from course.deadlines import settle
    from course.exporting import CanvasExporter, CsvExporter, MoodleExporter
    from course.grading import open_gradebook
    from course.nbgrader_frame import nbgrader_settings

    folder = CourseFolder.find()
    if not folder.gradebook.is_file():
        raise CourseError("There is no gradebook yet: run 'course release' and 'course grade' first.")
    settings = nbgrader_settings(folder)
    kind = {System.CSV: CsvExporter, System.CANVAS: CanvasExporter, System.MOODLE: MoodleExporter}[system]
    exporter = kind(config=settings, assignment=topic or [], only_complete=only_complete)
    exporter.to, exporter.template = str(to or ""), str(template or "")
    with open_gradebook(folder) as gradebook:
        renewed = settle(gradebook, settings)
        gradebook.db.commit()
        path, notes = exporter.write(gradebook)
    if renewed:
        console.print(f"Brought {renewed} late penalties up to date.")
    for note in notes:
        console.print(note, markup=False, soft_wrap=True)
    console.print(f"Wrote {path}.", soft_wrap=True)


def _arrivals(folder: CourseFolder, said: "Deadlines") -> tuple[list["Arrival"], int]:
    """Return when everything came, and how many penalties in the gradebook are not those of the deadlines."""
    from course.deadlines import read_arrivals, settle
    from course.grading import open_gradebook, read_timestamps
    from course.nbgrader_frame import nbgrader_settings

    settings, handed_in = nbgrader_settings(folder), read_timestamps(folder)
    if not folder.gradebook.is_file():
        said.check_topics(folder.root)
        return read_arrivals(None, settings, handed_in), 0
    with open_gradebook(folder) as gradebook:
        stale = settle(gradebook, settings)  # never committed: this verb shows and changes nothing
        return read_arrivals(gradebook, settings, handed_in), stale
