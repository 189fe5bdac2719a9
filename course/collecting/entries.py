"""The files that folders and archives hold, none of them written to disk."""

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path, PurePath
from types import TracebackType
from typing import Self

from course.collecting.archives import Archive, Member, RefusedError
from course.collecting.names import printable
from course.folder import CourseError

_MOST_BYTES = 50 * 2**20
_OTHER_ARCHIVES = (".tar", ".gz", ".tgz", ".7z", ".rar", ".xz", ".bz2", ".zst")
_JUNK = frozenset({"__macosx", "__pycache__", "thumbs.db", "desktop.ini"})
_SHOWN = 150
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One file: where it lay, part by part from the path that was given, and its time."""

    parts: tuple[str, ...]
    when: datetime
    read: Callable[[], bytes] = field(compare=False)

    def __str__(self) -> str:
        return shown(self.parts)


class Found:
    """All files of some paths, to be read while this is open. `refused`: what is not read, and why.

    `zone`: that of the times which archives tell without one, the computer's if left out.
    """

    def __init__(self, zone: tzinfo | None = None) -> None:
        self.entries: list[Entry] = []
        self.refused: list[str] = []
        self._zone = zone
        self._open = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def add(self, path: Path) -> None:
        """Add a file, an archive, or all that a folder holds; raises `CourseError` where there is nothing."""
        path = path.resolve()
        if path.is_dir():
            for each in walk(path, lambda lost, why: self.refuse(lost.relative_to(path.parent).parts, why)):
                self.add_file(each, path.parent)
        elif path.is_file():
            self.add_file(path, path.parent)
        else:
            raise CourseError(f"There is no file or folder {path}.")

    def add_file(self, path: Path, base: Path) -> None:
        """Add a file or an archive. What is named is its path from a folder on."""
        parts = path.relative_to(base).parts
        about = path.stat()
        if path.suffix.casefold() == ".zip":
            self._add_archive(parts, path)
        elif about.st_size > _MOST_BYTES:
            self.refuse(parts, f"is larger than {_MOST_BYTES // 2**20} MB")
        else:
            when = _EPOCH + timedelta(microseconds=about.st_mtime_ns // 1000)
            self._add(Entry(parts, when, path.read_bytes))

    def refuse(self, parts: Sequence[str], why: str) -> None:
        """Note that something is not read."""
        self.refused.append(f"{shown(parts)} {why}")

    def _add_archive(self, parts: tuple[str, ...], path: Path) -> None:
        try:
            archive = self._open.enter_context(Archive(path, self._zone))
        except (RefusedError, OSError) as error:
            why = f"cannot be read: {error.strerror}" if isinstance(error, OSError) else str(error)
            self.refuse(parts, why)
            return
        for member in archive.members(lambda name, why: self.refuse((*parts, name), why)):
            place = (*parts, *member.parts)
            if place[-1].casefold().endswith(".zip") and not _is_junk(member.parts):
                self._add_packed(place, archive, member)
            else:
                self._add(Entry(place, member.when, partial(archive.read, member)))

    def _add_packed(self, parts: tuple[str, ...], outer: Archive, packed: Member) -> None:
        """Add what a student packed: an archive in an archive. It is opened anew for each file."""

        def read(member: Member) -> bytes:
            with Archive(outer.read(packed), packed=True) as archive:
                return archive.read(member)

        try:
            with Archive(outer.read(packed), self._zone, packed=True) as archive:
                members = list(archive.members(lambda name, why: self.refuse((*parts, name), why)))
        except RefusedError as error:
            self.refuse(parts, str(error))
            return
        for member in members:
            place = (*parts, *member.parts)
            if place[-1].casefold().endswith(".zip") and not _is_junk(member.parts):
                self.refuse(place, "is a zip in a zip in a zip: only one within another is read")
            else:
                self._add(Entry(place, member.when, partial(read, member)))

    def _add(self, entry: Entry) -> None:
        suffix = PurePath(entry.parts[-1]).suffix.casefold()
        if _is_junk(entry.parts[1:] or entry.parts):
            return
        if suffix in _OTHER_ARCHIVES:
            self.refuse(entry.parts, "is an archive, but no zip: unpack it, and collect what it holds")
        else:
            self.entries.append(entry)


def walk(folder: Path, refuse: Callable[[Path, str], None]) -> Iterator[Path]:
    """Yield the files below a folder, in order; no links are followed."""
    for place, folders, names in os.walk(folder):
        here = Path(place)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in sorted(each for each in (*names, *links) if not _is_junk((each,))):
            mode = (here / name).lstat().st_mode
            if stat.S_ISREG(mode):
                yield here / name
            else:
                refuse(here / name, "is a link" if stat.S_ISLNK(mode) else "is a device, not a file")
        folders[:] = sorted(name for name in folders if not _is_junk((name,)))


def shown(parts: Sequence[str]) -> str:
    """Return a path as it can be shown."""
    name = printable("/".join(parts))
    return name if len(name) <= _SHOWN else f"…{name[-_SHOWN:]}"


def _is_junk(parts: Sequence[str]) -> bool:
    """Whether a system or an editor put a file there: macOS, Windows, Jupyter, git, Office."""
    return any(part.casefold() in _JUNK or part.startswith((".", "~$")) for part in parts)
