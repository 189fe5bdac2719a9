"""What the first visit costs, as the tests measured it, for the end of their report."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

Measured = dict[str, tuple[float, int]]  # for each profile, the seconds and the bytes that were sent
_PROPERTY = "first cell"


def recorder(record_property: Callable[[str, Any], None]) -> Callable[[Measured], None]:
    """Return what notes bytes and seconds."""
    return lambda measured: record_property(_PROPERTY, measured)


def table(reports: Sequence[pytest.TestReport]) -> list[str]:
    """Return one line for each profile: megabytes fetched, and seconds to the first cell that has run."""
    found = [value for report in reports for name, value in report.user_properties if name == _PROPERTY]
    return [
        f"{profile}: {fetched / 1e6:.1f} MB fetched, {seconds:.1f} s to the first cell that has run"
        for measured in found[:1]
        for profile, (seconds, fetched) in measured.items()  # type: ignore[attr-defined]
    ]
