"""Cells that do not end by themselves in the browser edition: they are stopped, or Python is begun anew."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import visit
from endless import RECURSION
from playwright.sync_api import Browser, Page, expect
from sites import ServedSite, serve_site
from tab import (
    IDLE,
    bring_to_the_front,
    first_code_cell,
    notices,
    open_notebook,
    run,
    said,
    wait_until,
    write,
)

RUN = "void jupyterapp.commands.execute('notebook:run-cell')"
INTERRUPT = "jupyterapp.commands.execute('notebook:interrupt-kernel')"
BUSY = IDLE.replace("idle", "busy")
NO_STOP = (
    "This page cannot stop a cell. Restart Python: what you wrote stays; then run from the first cell."
    "Restart Python"
)
DIED = (
    "Python came to its end in this cell. Restart Python: what you wrote stays; then run from the first cell."
    "Restart Python"
)
FULL_ONCE = """() => {
    const { contents } = jupyterapp.serviceManager;
    const { save } = contents;
    contents.save = async (path, ...others) => {
        if (!path.endsWith("mine.txt")) return save.call(contents, path, ...others);
        contents.save = save;
        throw new DOMException("", "QuotaExceededError");
    };
}"""
LOOPING = """() => jupyterapp.serviceManager.contents.get('looping', { content: false }).then(
    (file) => file?.name === 'looping', () => false)"""
WRITE = "with open('/drive/mine.txt', 'w') as file:\n    file.write('1')\n"
LOOP = "while True:\n    pass"


@pytest.fixture(scope="module")
def plain(chromium: Browser, site: ServedSite) -> Iterator[Page]:
    """A page that its host does not isolate."""
    with visit(chromium) as page:
        open_notebook(page, site.notebook("start_here"))
        yield page


@pytest.fixture(scope="module")
def isolated(chromium: Browser, built_site: Path) -> Iterator[Page]:
    """A page that its host isolates."""
    with serve_site(built_site, below="course/", isolated=True) as site, visit(chromium) as page:
        open_notebook(page, site.notebook("start_here"))
        yield page


def begin(page: Page, source: str) -> None:
    """Write a cell, run it, and wait until it runs."""
    write(page, source)
    page.evaluate(RUN)
    page.wait_for_function(BUSY)


def outputs(page: Page) -> str:
    """Wait until nothing runs, and return what the cell showed."""
    page.wait_for_function(IDLE)
    return json.dumps(first_code_cell(page)["outputs"], ensure_ascii=False)


def restart(page: Page) -> None:
    notices(page).get_by_role("button", name="Restart Python").click()
    page.wait_for_function(f"!({BUSY})")
    page.wait_for_function(IDLE)


def test_where_a_cell_cannot_be_stopped_python_begins_anew_and_what_was_written_stays(plain: Page) -> None:
    plain.evaluate("mathToCode.long = 300")
    begin(plain, LOOP)
    says = "If it should have ended, restart Python: what you wrote stays; then run from the first cell."
    expect(notices(plain)).to_have_text([f"A cell has been running for 0.3 seconds. {says}Restart Python"])
    assert len(f"A cell has been running for 15 seconds. {says}") <= 140  # all that JupyterLab shows
    plain.evaluate("mathToCode.long = 60000")
    plain.evaluate(INTERRUPT)
    expect(notices(plain)).to_have_text([NO_STOP])
    restart(plain)
    expect(notices(plain)).to_have_count(0)
    assert first_code_cell(plain)["source"] == LOOP
    write(plain, "kept = 7")
    plain.evaluate(RUN)
    assert said(plain, "print(kept)") == "7\n"


def cell(body: str) -> str:
    """Return a cell that calls a function with this body."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return f"import numpy as np\ndef total(x):\n{lines}total(np.ones(2))"


@pytest.mark.parametrize("kind", RECURSION)
def test_a_recursion_without_an_end_leaves_python_alive(plain: Page, kind: str) -> None:
    (error,) = run(plain, cell(RECURSION[kind]))
    assert "RecursionError" in error.text
    assert said(plain, "print(1)") == "1\n"


def test_where_python_dies_the_page_says_how_to_begin_anew(plain: Page) -> None:
    source = f"import sys\nsys.setrecursionlimit(10**6)\n{cell(RECURSION['in repr'])}"
    begin(plain, source)
    expect(notices(plain)).to_have_text([DIED])
    restart(plain)
    assert first_code_cell(plain)["source"] == source
    assert said(plain, "print(1)") == "1\n"


def test_an_isolated_page_stops_a_loop_and_python_keeps_what_it_had(isolated: Page) -> None:
    said(isolated, "kept = 7")
    isolated.evaluate("mathToCode.long = 300")
    begin(isolated, LOOP)
    expect(notices(isolated)).to_have_text(["A cell has been running for 0.3 seconds.Stop it"])
    notices(isolated).get_by_role("button", name="Stop it").click()
    assert "KeyboardInterrupt" in outputs(isolated)
    expect(notices(isolated)).to_have_count(0)
    isolated.evaluate("mathToCode.long = 60000")
    assert said(isolated, "print(kept)") == "7\n"
    loop = "while True: open('/drive/looping', 'w').close()"  # the page sees when it has begun
    begin(isolated, f"from course.lab import check\ndef total(x):\n    {loop}\ncheck(total)")
    wait_until(isolated, LOOPING)
    isolated.locator("[data-command='notebook:interrupt-kernel']").first.click()
    assert f"It was interrupted at line 3 of your cell: `{loop}`." in outputs(isolated)


def test_an_interrupt_while_nothing_runs_stops_no_later_cell(isolated: Page) -> None:
    isolated.wait_for_function(IDLE)
    isolated.evaluate(INTERRUPT)
    assert said(isolated, "print(sum(range(100_000)))") == "4999950000\n"


def test_an_isolated_pages_python_gets_an_error_for_a_file_that_cannot_be_written(isolated: Page) -> None:
    isolated.evaluate(FULL_ONCE)
    (error,) = run(isolated, WRITE)
    assert "No space left on device" in error.text
    assert (
        said(isolated, "with open('/drive/mine.txt', 'w') as file:\n    file.write('1')\nprint(1)") == "1\n"
    )


def test_of_two_notebooks_the_one_that_runs_on_is_stopped(isolated: Page) -> None:
    first, second = "start_here/start_here.ipynb", "softmax/softmax.ipynb"
    bring_to_the_front(isolated, second)
    isolated.wait_for_function(IDLE)
    said(isolated, "import time; t = time.monotonic()")
    bring_to_the_front(isolated, first)
    isolated.evaluate("mathToCode.long = 300")
    begin(isolated, LOOP)
    bring_to_the_front(isolated, second)
    notices(isolated).get_by_role("button", name="Stop it").click()
    expect(notices(isolated)).to_have_count(0)
    isolated.evaluate("mathToCode.long = 60000")
    assert said(isolated, "print('still here', t > 0)") == "still here True\n"
    bring_to_the_front(isolated, first)
    assert "KeyboardInterrupt" in outputs(isolated)
