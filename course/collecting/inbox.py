"""What lies in the inbox and is whole: an upload that is under way is left until it is."""

import json
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from course.collecting.entries import walk

_UNDER_WAY = (".part", ".partial", ".crdownload", ".download", ".tmp", ".filepart")


@dataclass(frozen=True)
class _Look:
    """How a file looked, and since when."""

    size: int
    time: int
    since: float


class Inbox:
    """Remembers how each file looked when it was dealt with. One that never gets whole is taken as it is.

    `patience`: after how many seconds without a change; `is_waiting`: whether to look again for that.
    """

    def __init__(self, place: Path, patience: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.place = place
        self.is_waiting = True
        self._patience = patience
        self._clock = clock
        self._seen: dict[Path, _Look] = {}
        self._done: dict[Path, tuple[int, int]] = {}

    def due(self) -> list[Path]:
        """Return the files that are new or have changed, and are whole."""
        found = []
        self.is_waiting = False
        for path in walk(self.place, lambda *_: None):
            look = None if path.suffix.casefold() in _UNDER_WAY else self._look(path)
            if look is None or self._done.get(path) == (look.size, look.time):
                continue
            if self._clock() - look.since >= self._patience or _is_whole(path):
                found.append(path)
            else:
                self.is_waiting = True
        return found

    def dealt_with(self, paths: list[Path]) -> None:
        """Note that files need not be looked at again until they change from what they were when due."""
        for path in paths:
            look = self._seen[path]
            self._done[path] = look.size, look.time

    def _look(self, path: Path) -> _Look | None:
        try:
            about = path.stat()
        except FileNotFoundError:
            return None
        before = self._seen.get(path)
        if before is None or (before.size, before.time) != (about.st_size, about.st_mtime_ns):
            self._seen[path] = _Look(about.st_size, about.st_mtime_ns, self._clock())
        return self._seen[path]


def _is_whole(path: Path) -> bool:
    """Whether a file is all there: no beginning of a zip or of a notebook is one itself."""
    try:
        if path.suffix.casefold() == ".zip":
            return zipfile.is_zipfile(path)
        if ".ipynb" in path.name.casefold():
            return isinstance(json.loads(path.read_bytes()), dict)
    except (ValueError, RecursionError, OSError):
        return False
    return True
