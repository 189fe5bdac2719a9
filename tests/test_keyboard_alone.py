"""A notebook by keyboard alone, in JupyterLab in Chromium: everything but drawing by hand."""

import re

from browsing import Lab, Notebook
from playwright.sync_api import Page, expect
from widgets import is_new

_FARTHEST = 80  # keys pressed on the way to something


def go_to(page: Page, source: str) -> None:
    """Move down, cell by cell, to the one that holds this source."""
    for _ in range(_FARTHEST):
        active = page.locator(".jp-Cell.jp-mod-active .jp-InputArea").first
        if source in active.inner_text():
            return
        page.keyboard.press("j")
    raise AssertionError(f"no cell with {source!r} below")


def run(page: Page, source: str) -> None:
    """Go to a cell, run it and stay there."""
    go_to(page, source)
    page.keyboard.press("ControlOrMeta+Enter")
    prompt = page.locator(".jp-Cell.jp-mod-active .jp-InputPrompt")
    expect(prompt).to_have_text(re.compile(r"\[\d+\]"))


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until something that the selector means has the focus."""
    for _ in range(_FARTHEST):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {selector}")


def test_the_keyboard_is_enough_for_all_but_drawing(lab: Lab, page: Page) -> None:
    notebook = Notebook(page, lab, "start_here/start_here.ipynb")
    page.keyboard.press("Escape")
    run(page, "from course.lab import check")

    go_to(page, "def total")
    page.keyboard.press("Enter")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("def total(x):\n    return float(np.sum(x))")
    page.keyboard.press("Escape")
    run(page, "def total")
    run(page, "check(total)")
    expect(notebook.cell("check(total)")).to_contain_text("total passed")

    run(page, "pictures.running_sum(total)")
    image = notebook.cell("pictures.running_sum").locator(".jp-RenderedImage img")
    expect(image).to_be_visible()
    before = image.get_attribute("src")
    tab_to(page, "[role=slider]")
    page.keyboard.press("ArrowLeft")
    is_new(image, before)
    page.keyboard.press("Escape")

    run(page, 'whiteboard("total_in_your_words")')
    tab_to(page, ".math-to-code summary")
    page.keyboard.press("Enter")
    tab_to(page, ".math-to-code button:nth-of-type(2)")
    page.keyboard.press("Enter")
    page.keyboard.type("j + 0 = j")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your answer holds this drawing.")).to_be_visible()
    page.keyboard.press("Escape")

    run(page, 'notes("start_here")')
    expect(page.get_by_role("textbox", name="Private notes")).to_be_enabled()
    tab_to(page, "textarea[aria-label='Private notes']")
    page.keyboard.type("by keyboard")
    expect(page.get_by_text("Saved. Kept in")).to_be_visible()
    page.keyboard.press("ControlOrMeta+s")
    page.keyboard.press("Escape")

    go_to(page, "self_assessment(")
    page.keyboard.press("ControlOrMeta+Enter")
    expect(notebook.cell("self_assessment(")).to_contain_text("Nothing filled in yet")
