"""Which of several notebooks of one student is the newest."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from course.collecting.filing import Version
from course.collecting.pieces import Notebook, Piece

Place = tuple[str, str]  # a student and a topic


def newest_first(notebooks: Sequence[Notebook]) -> list[Notebook]:
    """Return one student's notebooks of a topic, the newest first.

    Within a folder their numbers tell more than their times, which browsers and archives lose.
    """
    folders: dict[tuple[str, ...], list[Notebook]] = defaultdict(list)
    for each in notebooks:
        folders[each.parts[:-1]].append(each)
    for group in folders.values():
        group.sort(key=_in_folder, reverse=True)
    numbered = all(_file_number(each) for each in notebooks)
    groups = sorted(
        folders.values(),
        key=lambda group: (_file_number(group[0]) if numbered else 0, group[0].when, group[0].parts),
        reverse=True,
    )
    return [each for group in groups for each in group]


def several(notebooks: Sequence[Notebook], place: Place, known: dict[Place, str]) -> str:
    """Say that a place would be filled by two students of one name; "" if it is not so. Adds to `known`."""
    labels = [each.label for each in notebooks if each.label and each.label.number]
    numbers = {f"{label.system} {label.number}" for label in labels}
    if place in known:
        numbers.add(known[place])
    if len(numbers) > 1:
        said = ", ".join(sorted(numbers))
        return f"is of one of several students called {place[0]} ({said}): give a roster with these numbers"
    if numbers:
        (known[place],) = numbers
    return ""


def version_of(place: Place, notebook: Notebook, files: Mapping[str, Piece]) -> Version:
    """Read a notebook and the files beside it; raises `RefusedError` where one is damaged."""
    data = {f"{notebook.topic}.ipynb": notebook.entry.read()}
    data |= {name: piece.entry.read() for name, piece in files.items()}
    return Version(*place, data, notebook.when, notebook.handed_in)


def _in_folder(notebook: Notebook) -> tuple[int, int, datetime, tuple[str, ...]]:
    return _file_number(notebook), notebook.name.number, notebook.when, notebook.parts


def _file_number(notebook: Notebook) -> int:
    return notebook.label.file_number if notebook.label else 0
