"""How much the first visit fetches, and how long it takes to the first cell that has run."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from browsing import visit_again
from first_cell import Measured, recorder
from playwright.sync_api import Page, sync_playwright
from sites import ServedSite, serve_site
from tab import open_notebook, run, run_first_cell, wait_until_kept

MOST = 40e6  # bytes


def seconds_to_the_first_cell(page: Page, site: ServedSite) -> float:
    """Open the first notebook, run its first cell, and return the seconds from the address to the result."""
    start = time.perf_counter()
    open_notebook(page, site.notebook("start_here"))
    run_first_cell(page)
    return time.perf_counter() - start


def test_the_first_visit_fetches_less_than_forty_megabytes_and_the_second_nearly_nothing(
    built_site: Path, tmp_path: Path, record_property: Callable[[str, Any], None]
) -> None:
    measured: Measured = {}
    with serve_site(built_site) as site, sync_playwright() as playwright:
        for visit in ("cold", "warm"):
            with visit_again(playwright, tmp_path / "profile") as page:
                before = site.sent
                seconds = seconds_to_the_first_cell(page, site)
                run(page, "import matplotlib")  # which comes after the first cell
                wait_until_kept(page)
                measured[visit] = seconds, site.sent - before
    recorder(record_property)(measured)
    assert 20e6 < measured["cold"][1] < MOST
    assert measured["warm"][1] < 1e6
