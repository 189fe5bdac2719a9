"""From what was found to submitted/: sort, match, choose the newest of each student, file."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from course.collecting.archives import RefusedError
from course.collecting.choosing import Place, newest_first, several, version_of
from course.collecting.entries import Found
from course.collecting.file_names import without
from course.collecting.filing import Filed, file_version, keep_earlier, only_one
from course.collecting.matching import Roster
from course.collecting.names import printable
from course.collecting.pieces import Notebook, Piece, beside, sort_pieces
from course.collecting.topics import released_topics
from course.collecting.whose import whose
from course.folder import CourseFolder

OLDER = "a later version is there already"


@dataclass(frozen=True)
class Taken:
    """What became of one student's work on a topic, and what to know about it."""

    student: str
    topic: str
    filed: Filed
    late: bool = False
    notes: tuple[str, ...] = ()


@dataclass
class Collected:
    """What a run did, and sentences on what it did not take; who is missing, by topic."""

    taken: list[Taken] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    missing: dict[str, list[str]] = field(default_factory=dict)


def collect(
    folder: CourseFolder,
    found: Found,
    roster: Roster,
    done: Callable[[], None],
    *,
    topic: str | None = None,
    by_file_times: bool = False,
    known: dict[Place, str] | None = None,
) -> Collected:
    """File the newest version of every student's notebooks; what it takes the place of is kept.

    `by_file_times`: whether the files' times are those of handing in; `known`: whose number filled a place
    before, added to here. `done` is called for each file that was found.
    """
    topics = released_topics(folder, topic)
    pieces = sort_pieces(found, topics, topic, done, by_file_times=by_file_times)
    result = Collected(unmatched=pieces.unmatched, refused=pieces.refused)
    works: dict[Place, list[Notebook]] = defaultdict(list)
    for notebook, match in whose(pieces.notebooks, roster, topics).items():
        if match.student:
            works[match.student, notebook.topic].append(notebook)
        else:
            lost = result.doubled if match.doubled else result.unmatched
            lost.append(f"{notebook.entry} {match.problem}")
    kept: list[Piece] = []
    with only_one(folder):
        for place, notebooks in sorted(works.items()):
            if problem := several(notebooks, place, {} if known is None else known):
                result.doubled += [f"{each.entry} {problem}" for each in notebooks]
                continue
            newest, *earlier = newest_first(notebooks)
            files = beside(newest, pieces.others, topics)
            kept += files.values()
            try:
                result.taken.append(_file(folder, place, newest, earlier, files))
            except RefusedError as error:
                result.refused.append(f"{newest.entry} {error}")
    result.left_out = [str(other.entry) for other in pieces.others if other not in kept]
    result.missing = _missing(folder, roster, [topic] if topic else sorted({name for _, name in works}))
    return result


def _file(
    folder: CourseFolder,
    place: Place,
    newest: Notebook,
    earlier: Sequence[Notebook],
    files: dict[str, Piece],
) -> Taken:
    """File a student's newest notebook of a topic, and keep the others."""
    notes = []
    if without(newest.name.stem, newest.topic) != "" or not newest.own.casefold().endswith(".ipynb"):
        notes.append(f"{printable(newest.own)} was taken for {newest.topic}.ipynb")
    filed = file_version(folder, version_of(place, newest, files))
    if filed is Filed.OLDER:
        notes.append(OLDER)
    for each in earlier:
        keep_earlier(folder, version_of(place, each, {}))
    if earlier:
        notes.append(f"{len(earlier)} more kept as earlier versions")
    return Taken(*place, filed, bool(newest.label and newest.label.late), tuple(notes))


def _missing(folder: CourseFolder, roster: Roster, topics: Iterable[str]) -> dict[str, list[str]]:
    return {
        topic: [str(each) for each in roster.students if not (folder.submitted / each.id / topic).is_dir()]
        for topic in topics
    }
