"""Which topic a notebook is of: what is in it says so, and its name where nothing in it can be told."""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from course.collecting.file_names import without
from course.collecting.names import key
from course.folder import CourseError, CourseFolder
from course.grading import marks_of

_ID = re.compile(rb'"grade_id"\s*:\s*"([^"\\]+)"')
_SHARED = 0.3


@dataclass(frozen=True)
class Topic:
    """What students got: the released notebook, and the names of the files beside it."""

    name: str
    notebook: bytes
    files: frozenset[str]

    @cached_property
    def ids(self) -> frozenset[bytes]:
        """The grade ids."""
        return frozenset(_ID.findall(self.notebook))

    @cached_property
    def marks(self) -> frozenset[str]:
        """The grade ids, and the names that its code defines."""
        return marks_of(self.notebook)


class Topics:
    """All released topics."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self._topics = {each.name: each for each in topics}
        self.keys = frozenset(map(key, self._topics))

    def __contains__(self, name: str) -> bool:
        return name in self._topics

    def files(self, topic: str) -> frozenset[str]:
        """Return the names of what lies beside a topic's notebook."""
        return self._topics[topic].files

    def named(self, stem: str) -> str:
        """Return the topic that a file is named after; "" if there is none."""
        return next((name for name in self._topics if without(stem, name) is not None), "")

    def held(self, data: bytes) -> str:
        """Return the topic whose cells a notebook holds; "" if it holds too few of any."""
        ids = frozenset(_ID.findall(data))
        best = _most({name: _share(ids, each.ids) for name, each in self._topics.items()})
        if best or b"cells" not in data.replace(b"\0", b""):
            return best
        marks = marks_of(data)  # takes longer: encodings, damage, metadata that is gone
        return _most({name: _share(marks, each.marks) for name, each in self._topics.items()})


def released_topics(folder: CourseFolder, wanted: str | None = None) -> Topics:
    """Return what lies in release/; raises `CourseError` where nothing, or not the wanted one, does."""
    found = [
        Topic(place.name, (place / f"{place.name}.ipynb").read_bytes(), _files(place))
        for place in sorted(folder.release.glob("*/"))
        if (place / f"{place.name}.ipynb").is_file()
    ]
    if not found:
        raise CourseError("release/ holds no notebook to tell submissions by: run 'make release' first.")
    topics = Topics(found)
    if wanted is not None and wanted not in topics:
        raise CourseError(f"release/ holds no notebook of {wanted}: run 'make release TOPIC={wanted}' first.")
    return topics


def _files(place: Path) -> frozenset[str]:
    return frozenset(
        path.relative_to(place).as_posix()
        for path in place.rglob("*")
        if path.is_file() and path.suffix != ".ipynb"
    )


def _share(found: Set[object], wanted: Set[object]) -> float:
    return len(found & wanted) / len(wanted) if wanted else 0.0


def _most(shares: Mapping[str, float]) -> str:
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _SHARED else ""
