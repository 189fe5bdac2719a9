"""course.lab in a browser's tab: what threads, processes and folders do elsewhere is done in other ways."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import visit
from endless import HANGING, RECURSION
from playwright.sync_api import Browser, Page, expect
from sites import ServedSite
from tab import open_notebook, run, said, wait_until_kept

from course.lab import pictures

HEAD = "import numpy as np\nfrom course.lab import check, notes, pictures, progress, stopping\n"


@pytest.fixture(scope="module")
def page(chromium: Browser, site: ServedSite) -> Iterator[Page]:
    """A page on a notebook of the site, in a browser that has not been here before."""
    with visit(chromium) as page:
        open_notebook(page, site.notebook("start_here"))
        said(page, HEAD)
        yield page


def checked(page: Page, body: str, seconds: float = 10) -> str:
    """Check a `total` with this body, which begins on line 2, and return what the check says."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    before = f"stopping.SECONDS = {seconds}\n"
    said(page, before)
    return said(page, f"def total(x):\n{lines}check(total)")


@pytest.mark.parametrize("kind", sorted(HANGING.keys() - {"asleep"}))  # nothing wakes it in a tab
def test_an_answer_without_an_end_is_stopped_at_its_loop(page: Page, kind: str) -> None:
    body, number, line = HANGING[kind]
    assert (
        f"It ran for 0.3 s and was stopped at line {number} of your cell: `{line}`. "
        "Does the loop come to an end?"
    ) in checked(page, body, 0.3)
    assert checked(page, "return float(x.sum())").startswith("total: passed")


def test_a_slow_answer_without_a_loop_is_stopped_too(page: Page) -> None:
    fibonacci = "def fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nreturn fib(99)"
    assert "It ran for 0.3 s and was stopped at line 3 of your cell" in checked(page, fibonacci, 0.3)


def test_a_long_loop_that_ends_passes_and_a_check_leaves_no_watch_behind(page: Page) -> None:
    body = "for _ in range(100_000):\n    pass\nreturn float(x.sum())"
    assert checked(page, body).startswith("total: passed")
    code = "import sys, signal\nprint(sys.monitoring.get_tool(4), sys.getrecursionlimit() > 400)"
    assert said(page, code).split() == ["None", "True"]


@pytest.mark.parametrize("kind", RECURSION)
def test_an_answer_that_calls_itself_without_an_end_does_not_end_the_tabs_python(
    page: Page, kind: str
) -> None:
    assert "It calls itself without an end" in checked(page, RECURSION[kind])


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("exit()", "would end Python itself: a function ends with return"),
        ("return float(input())", "nobody answers in a check"),
        ("return [0] * 10**10", "That is more memory than there is"),
        ("return np.zeros((10**6, 10**6))", "That is more memory than there is"),
        ("values = [1]\nwhile True:\n    values = values + values", "That is more memory than there is"),
        ("print('a' * 20_000)\nreturn float(x.sum())", "characters while it was checked; they are not shown"),
    ],
)
def test_what_an_answer_must_not_do_gets_the_sentence_it_gets_elsewhere(
    page: Page, body: str, sentence: str
) -> None:
    assert sentence in checked(page, body)


def test_what_an_answer_shows_and_plots_does_not_come_below_the_check(page: Page) -> None:
    said(page, "import matplotlib.pyplot as plt")
    body = "display(3); plt.plot(x); plt.show(); plt.plot(x)\nreturn float(x.sum())"
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    (only,) = run(page, f"def total(x):\n{lines}check(total)")
    assert only.text.startswith("total: passed")


@pytest.mark.parametrize("name", pictures.__all__)
def test_every_picture_can_be_loaded_and_nothing_is_said_about_fonts(page: Page, name: str) -> None:
    assert said(page, f"print(callable(pictures.{name}))") == "True\n"


def test_notes_and_progress_survive_a_reload(page: Page, site: ServedSite) -> None:
    write = "from course.lab.notes import Page, note_path, read_note\nfrom course.lab.home import home\n"
    said(page, f"{write}mine = Page(note_path(home(), 'softmax'))\nmine.answer({{'do': 'read'}})")
    assert "'saved': 'σ'" in said(page, "print(mine.answer({'do': 'write', 'text': 'σ'}))")
    checked(page, "return float(x.sum())")
    open_notebook(page, site.notebook("start_here"))
    said(page, HEAD)
    assert said(page, f"{write}print(read_note(home(), 'softmax'))") == "σ\n"
    shown = said(page, "progress()")
    assert re.search(r"start_here +█+ +1 of +1", shown)
    assert "Kept in this browser, and nowhere else. To begin anew, run `import os; os.remove(" in shown


def test_buttons_save_what_is_kept_as_a_file_and_load_it_again(page: Page, tmp_path: Path) -> None:
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("from course.lab import progress; progress()")
    page.keyboard.press("ControlOrMeta+Enter")
    button = page.get_by_role("button", name="Save progress and notes as a file")
    with page.expect_download() as download:
        button.click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert file.name == "math-to-code-progress.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["math-to-code"] == 1
    data["notes"]["ridge_path"] = "from afar"
    file.write_text(json.dumps(data), encoding="utf-8")
    choice = page.get_by_label("File with progress and notes")
    choice.set_input_files(file)
    expect(page.get_by_text("Loaded, and joined with what was kept here.")).to_be_visible()
    read = "from course.lab.notes import read_note\nfrom course.lab.home import home\n"
    assert said(page, f"{read}print(read_note(home(), 'ridge_path'))") == "from afar\n"
    file.write_text("{", encoding="utf-8")
    choice.set_input_files(file)
    expect(page.get_by_text("it is damaged, or something else. Nothing was changed.")).to_be_visible()


def test_a_later_visit_begins_from_the_memory_of_an_earlier_one_and_draws_other_numbers(
    chromium: Browser, site: ServedSite
) -> None:
    with visit(chromium) as page:
        drawn = set()
        for _ in range(3):
            open_notebook(page, site.notebook("start_here"))
            drawn.add(said(page, "import random\nprint(random.random())"))
            wait_until_kept(page)
        assert len(drawn) == 3


def test_the_opening_panel_goes_where_no_notebook_is_open(chromium: Browser, site: ServedSite) -> None:
    with visit(chromium) as page:
        page.goto(f"{site.address}lab/index.html")
        panel = page.locator("#math-to-code-opening")
        expect(panel).to_be_visible()
        expect(panel).to_have_count(0)
