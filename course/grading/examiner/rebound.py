"""Names of the student's that a test deletes or binds anew: its calls should find them so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True)
class Rebound:
    """The student's names that are gone in the test, and those that stand for something else there."""

    gone: list[str] = field(default_factory=list)
    bound: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def between(cls, found: Mapping[str, Any], now: Mapping[str, Any]) -> Self:
        """Compare what was found on the student's side with the test's names as they are now."""
        return cls(
            [name for name in found if name not in now],
            {name: now[name] for name, value in found.items() if name in now and now[name] is not value},
        )
