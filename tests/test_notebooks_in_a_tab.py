"""Every notebook of the site, solved in Chromium with all other hosts out of reach."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from browsing import is_new
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect
from sites import Site
from tab import open_notebook, outputs_of_all, solve

from course.reading import TOPICS, read_topic

# JupyterLab shows a picture of a text cell a moment before it knows that it is one of the cell's own.
DRAWING = "attachment:drawing.png"


@dataclass
class Seen:
    """What went wrong or went elsewhere while a page was open."""

    problems: list[str] = field(default_factory=list)

    def watch(self, page: Page, address: str) -> None:
        """Note every console error, every error of a script and every request to another place."""

        def note(message: ConsoleMessage) -> None:
            if message.type == "error" and message.location.get("url") != DRAWING:
                self.problems.append(f"{message.text} at {message.location.get('url')}")

        def note_request(request: Request) -> None:
            if not request.url.startswith((address, "data:", "blob:")):
                self.problems.append(f"asked for {request.url}")

        page.on("console", note)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.context.on("request", note_request)


@pytest.fixture(scope="module")
def visit(chromium: Browser, site: Site) -> Iterator[tuple[Page, Seen]]:
    """One visit to the site, from the first notebook to the last."""
    context = chromium.new_context(viewport={"width": 1280, "height": 1000}, reduced_motion="reduce")
    page, seen = context.new_page(), Seen()
    seen.watch(page, site.address.removesuffix("course/"))
    yield page, seen
    context.close()


@pytest.mark.parametrize("name", TOPICS)
def test_every_cell_of_a_solved_notebook_runs_and_each_widget_reacts(
    visit: tuple[Page, Seen], site: Site, name: str
) -> None:
    page, seen = visit
    seen.problems.clear()
    topic = read_topic(name)
    open_notebook(page, site.notebook(name))
    solve(page, {function: topic.model_answer(function) for function in topic.functions})
    ran = outputs_of_all(page)
    assert [each.source for each in ran if each.error] == []
    checks = [each for each in ran if each.source.startswith("check(")]
    assert len(checks) >= len(topic.functions)
    assert [each.text for each in checks if ": passed" not in each.text] == []
    every_slider_moves_the_picture(page)
    the_notes_are_kept(page)
    a_stroke_lies_in_the_answer(page)
    assert seen.problems == []
    assert site.missing == []


def every_slider_moves_the_picture(page: Page) -> None:
    cell = page.locator(".jp-CodeCell", has=page.locator(".jp-InputArea", has_text="pictures.")).first
    image = cell.locator(".jp-RenderedImage img")
    sliders = cell.get_by_role("slider")
    expect(sliders.first).to_be_visible()
    for number in range(sliders.count()):
        before = image.get_attribute("src")
        value = sliders.nth(number).get_attribute("aria-valuenow")
        at_its_end = value == sliders.nth(number).get_attribute("aria-valuemax")
        sliders.nth(number).press("ArrowLeft" if at_its_end else "ArrowRight")
        is_new(image, before)


def the_notes_are_kept(page: Page) -> None:
    text = page.get_by_label("Private notes")
    text.fill("Look at this again.")
    expect(page.locator(".math-to-code .said").get_by_text("Saved.")).to_be_visible()


def a_stroke_lies_in_the_answer(page: Page) -> None:
    page.get_by_text("Whiteboard", exact=True).click()
    canvas = page.get_by_role("img", name="Whiteboard")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    assert box
    page.mouse.move(box["x"] + 50, box["y"] + 50)
    page.mouse.down()
    page.mouse.move(box["x"] + 150, box["y"] + 100, steps=5)
    page.mouse.up()
    expect(page.get_by_text("Your answer holds this drawing.")).to_be_visible()
