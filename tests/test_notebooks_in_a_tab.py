"""Every notebook of the site, solved in Chromium with all other hosts out of reach."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from browsing import visit
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect
from sites import ServedSite
from tab import open_notebook, run_every_cell, write_answers
from widgets import draw_a_line, move_every_slider, open_whiteboard

from course.reading import TOPICS, read_topic

# Python asks a host for this until the service worker answers in its place.
DRIVE = "course/api/drive"
# JupyterLab shows a picture of a text cell a moment before it knows that it is one of the cell's own.
DRAWING = "attachment:drawing.png"


@dataclass
class Seen:
    """What went wrong or went elsewhere while a page was open."""

    problems: list[str] = field(default_factory=list)

    def taken(self) -> list[str]:
        """Return what went wrong since this was asked the last time."""
        found, self.problems = self.problems, []
        return found

    def watch(self, page: Page, address: str) -> None:
        """Note every console error, every error of a script and every request to another place."""

        def note(message: ConsoleMessage) -> None:
            if message.type == "error" and message.location.get("url") not in (DRAWING, address + DRIVE):
                self.problems.append(f"{message.text} at {message.location.get('url')}")

        def note_request(request: Request) -> None:
            if not request.url.startswith((address, "data:", "blob:", DRAWING)):
                self.problems.append(f"asked for {request.url}")

        page.on("console", note)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.context.on("request", note_request)


@pytest.fixture(scope="module")
def one_visit(chromium: Browser, site: ServedSite) -> Iterator[tuple[Page, Seen]]:
    """One visit to the site, from the first notebook to the last."""
    seen = Seen()
    with visit(chromium, reduced_motion="reduce") as page:
        seen.watch(page, site.address.removesuffix("course/"))
        yield page, seen
    assert seen.taken() == []


@pytest.mark.parametrize("name", TOPICS)
def test_every_cell_of_a_solved_notebook_runs_and_each_widget_reacts(
    one_visit: tuple[Page, Seen], site: ServedSite, name: str
) -> None:
    page, seen = one_visit
    topic = read_topic(name)
    open_notebook(page, site.notebook(name))
    write_answers(page, {function: topic.model_answer(function) for function in topic.functions})
    ran = run_every_cell(page)
    assert [each.source for each in ran if each.error] == []
    checks = [each for each in ran if each.source.startswith("check(")]
    assert len(checks) >= len(topic.functions)
    assert [each.text for each in checks if ": passed" not in each.text] == []
    source = page.locator(".jp-InputArea", has_text="pictures.")
    assert move_every_slider(page.locator(".jp-CodeCell", has=source).first) > 0
    the_notes_are_kept(page)
    a_stroke_lies_in_the_answer(page)
    assert seen.taken() == []
    assert site.missing == []


def the_notes_are_kept(page: Page) -> None:
    text = page.get_by_label("Private notes")
    text.fill("Look at this again.")
    expect(page.locator(".math-to-code .said").get_by_text("Saved.")).to_be_visible()


def a_stroke_lies_in_the_answer(page: Page) -> None:
    draw_a_line(open_whiteboard(page))
    expect(page.get_by_text("Your answer holds this drawing.")).to_be_visible()
