"""Zip archives of strangers: read in memory, with limits; no member's name ever leads to a file.

The libraries for hostile archives refuse the whole archive at its first bad member, or write to disk.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, Self

_MOST_BYTES = 50 * 2**20  # of one member
_MOST_TOGETHER, _MOST_PACKED = 4 * 2**30, 500 * 2**20  # of an archive, and of one within another
_MOST_MEMBERS = 20_000
_MOST_RATIO, _SMALL = 300, 4 * 2**20  # a loop that prints packs as well as a bomb, up to some size
_LONGEST_NAME = 1000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UTF_8, _ENCRYPTED = 0x800, 0x1
_LISTED = b"PK\x01\x02"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, OSError, ValueError, RuntimeError)
_NOT_WHOLE = "is not a whole zip: its end is missing or damaged"


class RefusedError(ValueError):
    """An archive or a member is not read: says why, as the end of a sentence that begins with its name."""


@dataclass(frozen=True)
class Member:
    """One file of an archive."""

    parts: tuple[str, ...]
    when: datetime
    info: zipfile.ZipInfo


class Archive:
    """An open zip; raises `RefusedError` where it is none or holds too much.

    `packed`: whether it lay in another one; `zone`: that of its times, the computer's if left out.
    """

    def __init__(self, source: Path | bytes, zone: tzinfo | None = None, *, packed: bool = False) -> None:
        self._zone = zone
        self._most = _MOST_PACKED if packed else _MOST_TOGETHER
        self._file: IO[bytes] = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
        try:
            _count(self._file)
            self._zip = zipfile.ZipFile(self._file)
        except _BROKEN as error:
            self._file.close()
            raise error if isinstance(error, RefusedError) else RefusedError(_NOT_WHOLE) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
        self._file.close()

    def members(self, refuse: Callable[[str, str], None]) -> Iterator[Member]:
        """Yield the files; `refuse` is called with the name of each that is not read, and why."""
        together = 0
        for info in self._zip.infolist():
            name = _name(info)
            if name.endswith("/"):
                continue
            why = _refused(info, name)
            together += 0 if why else info.file_size
            if not why and together > self._most:
                why = f"lies beyond the {self._most // 2**20} MB that an archive may hold"
            if why:
                refuse(name, why)
            else:
                yield Member(PurePosixPath(name).parts, _when(info, self._zone), info)

    def read(self, member: Member) -> bytes:
        """Return a member's bytes; raises `RefusedError` where they are not what it declares."""
        try:
            with self._zip.open(member.info) as file:
                return file.read(member.info.file_size + 1)  # a number bounds what zlib gives
        except _BROKEN as error:
            raise RefusedError("is damaged") from error


def _count(file: IO[bytes]) -> None:
    """Refuse an archive that lists too much, before a list of it is made."""
    count, rest = 0, b""
    while chunk := file.read(2**20):
        count += (rest + chunk).count(_LISTED)
        rest = (rest + chunk)[1 - len(_LISTED) :]
    if count > _MOST_MEMBERS:
        raise RefusedError(f"holds more than {_MOST_MEMBERS} files")
    file.seek(0)


def _name(info: zipfile.ZipInfo) -> str:
    """Return a member's name, also where its UTF-8 is not declared or Windows separated its parts."""
    name = info.orig_filename
    if not info.flag_bits & _UTF_8:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.orig_filename
    return name.replace("\\", "/")


def _refused(info: zipfile.ZipInfo, name: str) -> str:
    """Say why a member is not read; "" if it is."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    reasons = {
        "has a name that is no file's": "\0" in name or not PurePosixPath(name).parts,
        "has a name that is too long": len(name) > _LONGEST_NAME,
        "has an absolute path": name.startswith("/") or bool(re.match(r"[A-Za-z]:", name)),
        "leads out of the archive": ".." in name.split("/"),
        "is a link": kind == stat.S_IFLNK,
        "is a device, not a file": kind not in (0, stat.S_IFREG, stat.S_IFLNK),
        "is encrypted": bool(info.flag_bits & _ENCRYPTED),
        "is packed by a method that is not read": info.compress_type not in _METHODS,
        f"is larger than {_MOST_BYTES // 2**20} MB": info.file_size > _MOST_BYTES,
        "unpacks to far more than it holds": info.file_size > max(_SMALL, _MOST_RATIO * info.compress_size),
    }
    return next((reason for reason, holds in reasons.items() if holds), "")


def _when(info: zipfile.ZipInfo, zone: tzinfo | None) -> datetime:
    """Return a member's time: where it is told without a zone, in the one given."""
    extra = info.extra
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<HH", extra)
        if kind == 0x5455 and length >= 5 and len(extra) >= 9 and extra[4] & 1:
            return datetime.fromtimestamp(struct.unpack_from("<i", extra, 5)[0], UTC)
        extra = extra[4 + length :]
    try:
        told = datetime(*info.date_time)
        return (told.replace(tzinfo=zone) if zone else told.astimezone()).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime(1980, 1, 1, tzinfo=UTC)
