"""How much the first visit fetches, and how long it takes to the first cell that has run."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from browsing import launch_profile
from playwright.sync_api import Page, sync_playwright
from sites import Site, serve_site
from tab import open_notebook, run_first_cell

MOST = 40e6  # bytes


def seconds_to_the_first_cell(page: Page, site: Site) -> float:
    """Open the first notebook, run its first cell, and return the seconds from the address to the result."""
    start = time.perf_counter()
    open_notebook(page, site.notebook("start_here"))
    run_first_cell(page)
    return time.perf_counter() - start


def test_the_first_visit_fetches_less_than_forty_megabytes_and_the_second_nearly_nothing(
    built_site: Path, tmp_path: Path, record_property: Callable[[str, Any], None]
) -> None:
    with serve_site(built_site) as site, sync_playwright() as playwright:
        times, fetched = [], []
        for _ in ("cold", "warm"):
            with launch_profile(playwright, tmp_path / "profile") as page:
                before = site.sent
                times.append(seconds_to_the_first_cell(page, site))
                fetched.append(site.sent - before)
    record_property("first cell", {"seconds": times, "bytes": fetched})
    assert 20e6 < fetched[0] < MOST
    assert fetched[1] < 1e6
