"""Put what was handed in into submitted/, whole or not at all; what it takes the place of is kept.

A new version is written beside its place and renamed twice: to `.ready` once it is whole, and to its place
once the version before has moved to submitted/.earlier/, which nbgrader does not take for a student.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from nbgrader.utils import parse_utc

from course.collecting.archives import RefusedError
from course.folder import CourseFolder

_STAMP = "timestamp.txt"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Filed(StrEnum):
    """What became of a submission."""

    TAKEN = "taken"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    OLDER = "older"


@dataclass(frozen=True)
class Version:
    """One student's files for a topic, the time they are of, and that of handing in, if it is known."""

    student: str
    topic: str
    files: Mapping[str, bytes]
    when: datetime
    handed_in: datetime | None = None

    @property
    def order(self) -> tuple[datetime, str]:
        """What tells an earlier version from a later one; of the same time, always the same one."""
        return self.handed_in or self.when, _digest(self.files)


@contextmanager
def only_one(folder: CourseFolder) -> Iterator[None]:
    """Let no other process collect into this folder meanwhile; ends first what a killed one had begun."""
    folder.submitted.mkdir(exist_ok=True)
    with (folder.submitted / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for half_written in folder.submitted.glob("*/.*.writing"):
            shutil.rmtree(half_written)
        for ready in sorted(folder.submitted.glob("*/.*.ready")):
            _put(folder, ready)
        yield


def file_version(folder: CourseFolder, version: Version) -> Filed:
    """Put a version in its place, unless a later one is there; raises `RefusedError` where it cannot be."""
    place = folder.submitted / version.student / version.topic
    if any(each.is_symlink() or (each.exists() and not each.is_dir()) for each in (place, place.parent)):
        raise RefusedError(f"cannot be put into submitted/{version.student}: a link or a file is there")
    current = read_version(place)
    if current and _holds(current, version):
        if current.handed_in or not version.handed_in:
            return Filed.UNCHANGED
    elif current and current.order > version.order:
        keep_earlier(folder, version)
        return Filed.OLDER
    place.parent.mkdir(exist_ok=True)
    ready = place.with_name(f".{version.topic}.ready")
    _write(place.with_name(f".{version.topic}.writing"), version).rename(ready)
    _put(folder, ready)
    return Filed.REPLACED if current else Filed.TAKEN


def keep_earlier(folder: CourseFolder, version: Version) -> None:
    """Keep a version that is not the current one, once."""
    current = read_version(folder.submitted / version.student / version.topic)
    earlier = _earlier(folder, version.student, version.topic)
    kept = [each for place in earlier.glob("[!.]*") if (each := read_version(place))]
    if any(each and _digest(each.files) == _digest(version.files) for each in (current, *kept)):
        return
    earlier.mkdir(parents=True, exist_ok=True)
    _write(earlier / ".writing", version).rename(_free(earlier, version.handed_in or version.when))


def read_version(place: Path) -> Version | None:
    """Return what lies in a student's folder of a topic; None if it holds no file."""
    if not place.is_dir():
        return None
    files, times = {}, []
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_file() and not path.is_symlink() and not f"/{name}".count("/."):
            files[name] = path.read_bytes()
            times += [] if name == _STAMP else [path.stat().st_mtime_ns // 1000]
    stamp = _read_stamp(files.pop(_STAMP, b""))
    when = _EPOCH + timedelta(microseconds=max(times, default=0))
    return Version(place.parent.name, place.name, files, when, stamp) if files else None


def _put(folder: CourseFolder, ready: Path) -> None:
    place = ready.with_name(ready.name[1:].removesuffix(".ready"))
    if place.exists():
        current = read_version(place)
        when = (current.handed_in or current.when) if current else datetime.now(UTC)
        earlier = _earlier(folder, place.parent.name, place.name)
        earlier.mkdir(parents=True, exist_ok=True)
        place.rename(_free(earlier, when))
    ready.rename(place)


def _write(place: Path, version: Version) -> Path:
    """Write all of a version's files into a new folder; its time is theirs."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    since = int((version.when - _EPOCH) / timedelta(microseconds=1)) * 1000
    try:
        for name, data in version.files.items():
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            os.utime(path, ns=(since, since))
        if version.handed_in:
            stamp = version.handed_in.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC\n")
            (place / _STAMP).write_text(stamp, encoding="utf-8")
    except OSError:
        shutil.rmtree(place, ignore_errors=True)
        raise
    return place


def _holds(current: Version, version: Version) -> bool:
    return all(current.files.get(name) == data for name, data in version.files.items())


def _digest(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode(errors="surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def _read_stamp(data: bytes) -> datetime | None:
    try:
        stamp: datetime = parse_utc(data.decode("utf-8").strip())
        return stamp.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _earlier(folder: CourseFolder, student: str, topic: str) -> Path:
    return folder.submitted / ".earlier" / student / topic


def _free(earlier: Path, when: datetime) -> Path:
    """Return a place for a version of a time, where none is."""
    stem = when.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    numbers = (f"{stem}-{number}" for number in range(2, 10_000))
    return next(earlier / name for name in (stem, *numbers) if not (earlier / name).exists())
