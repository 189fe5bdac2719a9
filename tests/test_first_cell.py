"""How much the first visit fetches, and how long it takes to the first cell that has run."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from browsing import PATIENCE, launch_profile
from first_cell import PROPERTY
from playwright.sync_api import Page, sync_playwright
from sites import Site, serve_site
from tab import open_notebook, run_first_cell

MOST = 40e6  # bytes
# What Python has compiled is kept soon after the first cell; only then is Matplotlib there as well.
IS_KEPT = "caches.open('math-to-code').then((kept) => kept.keys()).then((keys) => keys.length === 1)"


def seconds_to_the_first_cell(page: Page, site: Site) -> float:
    """Open the first notebook, run its first cell, and return the seconds from the address to the result."""
    start = time.perf_counter()
    open_notebook(page, site.notebook("start_here"))
    run_first_cell(page)
    return time.perf_counter() - start


def test_the_first_visit_fetches_less_than_forty_megabytes_and_the_second_nearly_nothing(
    built_site: Path, tmp_path: Path, record_property: Callable[[str, Any], None]
) -> None:
    measured = {}
    with serve_site(built_site) as site, sync_playwright() as playwright:
        for visit in ("cold", "warm"):
            with launch_profile(playwright, tmp_path / "profile") as page:
                before = site.sent
                seconds = seconds_to_the_first_cell(page, site)
                page.wait_for_function(IS_KEPT, timeout=PATIENCE)
                measured[visit] = seconds, site.sent - before
    record_property(PROPERTY, measured)
    assert 20e6 < measured["cold"][1] < MOST
    assert measured["warm"][1] < 1e6
