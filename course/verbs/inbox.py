"""Students, and what they hand in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from course.folder import CourseError, CourseFolder
from course.speaking import console, one_sentence, progress
from course.verbs.grading import NoSandbox

if TYPE_CHECKING:
    from course.collecting import Student

_RosterFile = Annotated[
    Path | None,
    typer.Option("--roster", help="The students as CSV; roster.csv in the course folder if it is there."),
]
_OneTopic = Annotated[
    str | None, typer.Option("--topic", help="Take notebooks of one topic only, and list those of others.")
]
_Zone = Annotated[
    str | None,
    typer.Option(
        "--file-times",
        metavar="ZONE",
        help="The files' own times are when they were handed in; those in zips are in this zone, as in "
        "Europe/Berlin. Canvas and Moodle write the time of the download there.",
    ),
]


@one_sentence
def roster(
    file: Annotated[Path | None, typer.Argument(help="The students as CSV; roster.csv if left out.")] = None,
) -> None:
    """Enter the students of a CSV file in the gradebook, with names, email and the system's numbers."""
    from course.collecting import enrol, read_roster

    folder = CourseFolder.find()
    students = read_roster(file or folder.roster)
    with progress("entering", len(students)) as done:
        new = enrol(folder, students, done)
    console.print(f"{len(students)} students are in the gradebook, {new} of them are new.")


@one_sentence
def collect(
    paths: Annotated[list[Path], typer.Argument(help="Zips, folders or notebooks, as you downloaded them.")],
    roster: _RosterFile = None,
    topic: _OneTopic = None,
    file_times: _Zone = None,
) -> None:
    """Put what students handed in where it belongs in submitted/, and list what is missing or unclear."""
    from course.collecting import Found, Roster, say_collected
    from course.collecting import collect as file_all

    folder = CourseFolder.find()
    students = Roster(_students(folder, roster))
    with Found(_zone(file_times)) as found:
        for path in paths:
            found.add(folder.outside(path))
        with progress("collecting", len(found.entries)) as done:
            by_times = file_times is not None
            result = file_all(folder, found, students, lambda: done(""), topic=topic, by_file_times=by_times)
    say_collected(result, console)


@one_sentence
def watch(
    inbox: Annotated[
        Path | None, typer.Argument(help="Where submissions arrive; inbox/ if left out.")
    ] = None,
    roster: _RosterFile = None,
    topic: _OneTopic = None,
    file_times: _Zone = None,
    workers: Annotated[int, typer.Option("--workers", min=1, help="How many are graded at once.")] = 1,
    no_sandbox: NoSandbox = False,
) -> None:
    """Grade each submission as soon as it lies in the inbox, and write its feedback; Ctrl-C ends it."""
    from course.grading import start_early

    start_early()
    from course.collecting import Collecting, Roster
    from course.collecting import watch as keep_watching

    folder = CourseFolder.find()
    place = folder.outside(inbox or folder.inbox)
    if inbox is None:
        place.mkdir(exist_ok=True)
    if not place.is_dir():
        raise CourseError(f"There is no folder {place}: make it, and let submissions arrive there.")
    how = Collecting(Roster(_students(folder, roster)), topic, _zone(file_times), file_times is not None)
    keep_watching(folder, place.resolve(), how, typer.echo, workers=workers, sandbox=not no_sandbox)


def _students(folder: CourseFolder, file: Path | None) -> list["Student"]:
    from course.collecting import read_roster

    return read_roster(file or folder.roster) if file or folder.roster.is_file() else []


def _zone(name: str | None) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (ValueError, OSError, KeyError) as error:
        raise CourseError(f"There is no time zone {name!r}: name one as in UTC or Europe/Berlin.") from error
