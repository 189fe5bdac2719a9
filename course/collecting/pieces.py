"""What was found, sorted: notebooks of a topic, other files, and what is neither."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from course.collecting.archives import RefusedError
from course.collecting.entries import Entry, Found
from course.collecting.file_names import FileName, read_file_name
from course.collecting.labels import Label, System
from course.collecting.matching import label_of
from course.collecting.topics import Topics

_OF_THE_EXCHANGE = ("timestamp.txt", "submission_secret.txt")


@dataclass(frozen=True)
class Piece:
    """One file, and what a system wrote at which place of its path; `own` is what the student called it."""

    entry: Entry
    label: Label | None
    place: int
    own: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Its path."""
        return self.entry.parts

    @property
    def owner(self) -> str:
        """The number of the student, where files of many lie in one folder and only their names tell."""
        return self.label.number if self.label and self.place == len(self.parts) - 1 else ""


@dataclass(frozen=True)
class Notebook(Piece):
    """A notebook of a topic, the time it is of, and that of handing in, if it is known."""

    topic: str
    name: FileName
    when: datetime
    handed_in: datetime | None


@dataclass
class Sorted:
    """Notebooks, files that the release has too, and sentences on the rest."""

    notebooks: list[Notebook] = field(default_factory=list)
    others: list[Piece] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def sort_pieces(
    found: Found, topics: Topics, wanted: str | None, done: Callable[[], None], *, by_file_times: bool
) -> Sorted:
    """Sort what was found; `wanted` is the one topic to take, if there is only one."""
    result = Sorted(refused=found.refused)
    for entry in found.entries:
        piece = _piece(entry, topics)
        name = read_file_name(piece.own)
        try:
            topic, problem = _topic(piece.own, name, entry.read() if name else b"", topics)
        except (RefusedError, OSError) as error:
            why = f"cannot be read: {error.strerror}" if isinstance(error, OSError) else str(error)
            result.refused.append(f"{entry} {why}")
        else:
            if topic and wanted not in (None, topic):
                problem = f"is of {topic}, not of {wanted}"
            if problem:
                result.unmatched.append(f"{entry} {problem}")
            elif topic and name:
                result.notebooks.append(_notebook(piece, topic, name, by_file_times))
            elif not (
                piece.label and piece.label.system is System.EXCHANGE and piece.own in _OF_THE_EXCHANGE
            ):
                result.others.append(piece)
        done()
    return result


def beside(notebook: Notebook, others: Iterable[Piece], topics: Topics) -> dict[str, Piece]:
    """Return what was handed in beside a notebook and lies beside the released one too, by path."""
    folder = notebook.parts[:-1]
    found = {
        "/".join((*other.parts[len(folder) : -1], other.own)): other
        for other in others
        if other.parts[: len(folder)] == folder and other.owner == notebook.owner
    }
    return {name: other for name, other in found.items() if name in topics.files(notebook.topic)}


def _piece(entry: Entry, topics: Topics) -> Piece:
    label, place = label_of(entry.parts, topics.keys)
    last = len(entry.parts) - 1
    own = label.file if label and place == last and label.file else entry.parts[last]
    return Piece(entry, label, place, own)


def _notebook(piece: Piece, topic: str, name: FileName, by_file_times: bool) -> Notebook:
    when = min(piece.entry.when, datetime.now(UTC))  # clocks go wrong, and no later version would count
    handed_in = (piece.label.handed_in if piece.label else None) or (when if by_file_times else None)
    about = (piece.entry, piece.label, piece.place, piece.own)
    return Notebook(*about, topic, name, handed_in or when, handed_in)


def _topic(own: str, name: FileName | None, data: bytes, topics: Topics) -> tuple[str, str]:
    """Return the topic of a file, or a problem; neither, if it is no notebook."""
    if name is None:
        return "", ""
    held = topics.held(data)
    named = topics.named(name.stem) or topics.named(name.full)
    is_notebook = ".ipynb" in own.casefold()
    if held and named and held != named:
        return "", f"is called {named}, but holds {held}: rename it to what it is"
    if held or not is_notebook:
        return held, ""
    return named, "" if named else "is no notebook of this course"
