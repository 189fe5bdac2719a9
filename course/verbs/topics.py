"""The topic that a verb is for, as it is named on the command line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from course.folder import CourseFolder

if TYPE_CHECKING:
    from course.reading import Topic

TopicName = Annotated[str | None, typer.Argument(metavar="[TOPIC]", help="One topic; all if left out.")]


def known_assignment(folder: CourseFolder, name: str | None) -> str | None:
    """Return an assignment's name if the gradebook or the course knows it; raises `CourseError` otherwise."""
    from course.grading import released_assignments

    if name is not None and name not in released_assignments(folder):
        from course.reading import find_topic

        find_topic(name)
    return name


def all_or_one(name: str | None) -> Sequence["Topic"]:
    """Return the topic of this name, or all; raises `CourseError` where there is none of it."""
    from course.reading import TOPICS, find_topic, read_topic

    if name is not None:
        find_topic(name)
    return [read_topic(each) for each in TOPICS if name in (None, each)]
