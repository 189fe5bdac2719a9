"""The class on one page."""

from pathlib import Path
from typing import Annotated

import typer

from course.folder import CourseFolder
from course.speaking import console, one_sentence, progress
from course.verbs.topics import TopicName, known_assignment


@one_sentence
def report(
    topic: TopicName = None,
    hide_names: Annotated[
        bool, typer.Option("--hide-names", help="Number the students, and leave out what they wrote.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="Where to write it; report.html if left out."),
    ] = None,
) -> None:
    """Write one page about the class: grades, tests, misconceptions, and who needs a look."""
    from course.reading import TOPICS
    from course.reporting import find_work, write_report

    folder = CourseFolder.find()
    handed_in = find_work(folder, known_assignment(folder, topic), TOPICS)
    place = output or folder.root / "report.html"
    with progress("reading", len(handed_in.places) + len(handed_in.topics)) as done:
        written = write_report(folder, handed_in, place, done, hide_names=hide_names)
    console.print(
        f"Wrote {output or place.name}: {written.students} students, {written.submissions} submissions, "
        f"{len(written.topics)} {'topic' if len(written.topics) == 1 else 'topics'}.",
        soft_wrap=True,
        markup=False,
    )
