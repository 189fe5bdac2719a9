"""notes("softmax"): private notes on a notebook, in a file on the student's own machine."""

from pathlib import Path
from typing import Any

from course.lab.exercise import all_notebooks
from course.lab.home import NOWHERE, home, nobody_works, refused, said, write_whole
from course.lab.live import Message, live, show

LIMIT = 8000  # characters
_FROM_A_FILE = "--- from the file ---"
_WITHOUT_KERNEL = "Your private notes: they open when this cell runs. They are not handed in."


def notes(notebook: str) -> None:
    """Open your notes on a notebook. They stay on this machine and are never part of what you hand in."""
    if nobody_works():
        return
    known = [each.name for each in all_notebooks()]
    if notebook not in known:
        print(f"There is no notebook called {notebook!r}. notes(...) knows {', '.join(known)}.")
        return
    place = home()
    page = Page(note_path(place, notebook) if place else None)
    show(live("keys", "asking", "notes", answer=page.answer), _WITHOUT_KERNEL)


class NotesError(ValueError):
    """A file of notes holds something else: says which, and what to do."""


def note_path(place: Path, notebook: str) -> Path:
    """Return where the notes on a notebook lie."""
    return place / "notes" / f"{notebook}.txt"


def read_note(place: Path, notebook: str) -> str:
    """Return the notes on a notebook, "" where there are none; raises NotesError, OSError."""
    return _text_in(note_path(place, notebook))


def write_note(place: Path, notebook: str, text: str) -> None:
    """Keep the notes on a notebook; raises OSError."""
    write_whole(note_path(place, notebook), text)


def merged_notes(ours: str, theirs: str) -> str:
    """Return a text that holds both, the one below the other where neither holds the other already."""
    if theirs in ours:
        return ours
    return theirs if ours in theirs else f"{ours}\n\n{_FROM_A_FILE}\n{theirs}"


def _text_in(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise NotesError(f"{path} is not a text of ours: move it away, then run this cell again.") from None


class Page:
    """The notes of one notebook, as one widget knows them. `path` is None where nothing is kept."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._known: str | None = None

    def answer(self, message: Message) -> Message:
        """Read or write the notes as the widget asks; a reply with `problem` says why that was not done."""
        try:
            return self._write(message["text"]) if message["do"] == "write" else self._read()
        except NotesError as error:
            return {"problem": str(error)}
        except UnicodeEncodeError as error:
            return {"problem": f"Not saved: character {error.start + 1} is half a character: delete it."}
        except OSError as error:
            path = self._path or Path()
            return {"problem": f"Not saved: {refused(path, error)}. Copy what you wrote to a safe place."}

    def _read(self) -> Message:
        text = self._in_file()
        self._known = text
        return {"text": text, "limit": LIMIT, "kept": self._kept}

    def _write(self, text: Any) -> Message:
        if len(text) > LIMIT:
            return {"problem": f"Not saved: {len(text) - LIMIT:,} over the limit of {LIMIT:,} characters."}
        if self._path is None:
            return {"problem": f"Not saved. {NOWHERE}"}
        if self._in_file() not in (self._known, text):
            return {
                "problem": "Not saved: these notes were changed in another window. Copy what you wrote here, "
                "run this cell again, and paste it."
            }
        write_whole(self._path, text)
        self._known = text
        return {"saved": text, "kept": self._kept}

    def _in_file(self) -> str:
        return _text_in(self._path) if self._path else ""

    @property
    def _kept(self) -> str:
        return f"Kept in {said(self._path)}. Not handed in." if self._path else NOWHERE
