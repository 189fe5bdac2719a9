"""What the first visit costs, as the tests measured it, for the end of their report."""

from collections.abc import Sequence

import pytest

PROPERTY = "first cell"


def lines(reports: Sequence[pytest.TestReport]) -> list[str]:
    """Return one line for each profile: megabytes fetched, and seconds to the first cell that has run."""
    found = [value for report in reports for name, value in report.user_properties if name == PROPERTY]
    return [
        f"{profile}: {fetched / 1e6:.1f} MB fetched, {seconds:.1f} s to the first cell that has run"
        for measured in found[:1]
        for profile, (seconds, fetched) in measured.items()  # type: ignore[attr-defined]
    ]
