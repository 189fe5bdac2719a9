"""A table of deadlines.toml, which knows where it stands and says what is wrong there."""

import difflib
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from course.folder import CourseError

FILE_NAME = "deadlines.toml"
_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Table:
    """The values of one table. Every method raises `CourseError` with file, table and key."""

    values: Mapping[str, Any]
    name: str = ""

    def wrong(self, key: str, why: str) -> CourseError:
        """Return the error that says what is wrong with a key."""
        place = f"[{self.name}], " if self.name else ""
        return CourseError(f"{FILE_NAME}, {place}{key}: {why.rstrip('.?')}{'?' if why[-1:] == '?' else '.'}")

    def allow(self, *keys: str) -> None:
        """Refuse keys that mean nothing."""
        for key in self.values:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, n=1)
                advice = f"did you mean '{near[0]}'?" if near else f"what may stand here is {', '.join(keys)}"
                raise self.wrong(key, f"this key means nothing here: {advice}")

    def table(self, key: str) -> "Table":
        """Return a table within this one; an empty one if it is not there."""
        found = self.values.get(key, {})
        if not isinstance(found, dict):
            raise self.wrong(key, f"this is to be a table: write [{self._inside(key)}] above its keys")
        return Table(found, self._inside(key))

    def read(self, key: str, read: Callable[[Any], _Value]) -> _Value:
        """Return a value as `read` understands it; what `read` raises is said with its place."""
        if key not in self.values:
            raise self.wrong(key, "this key is missing")
        try:
            return read(self.values[key])
        except ValueError as error:
            raise self.wrong(key, str(error)) from None

    def number(self, key: str, most: float = math.inf) -> float | None:
        """Return a number from 0 to `most`; None if it is not there."""
        said = self.values.get(key)
        if said is None:
            return None
        if (
            isinstance(said, bool)
            or not isinstance(said, int | float)
            or not 0 <= said <= most
            or said == math.inf
        ):
            limits = "of 0 or more" if most == math.inf else f"from 0 to {most:g}"
            raise self.wrong(key, f"write a number {limits}, not '{said}'")
        return float(said)

    def _inside(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key
