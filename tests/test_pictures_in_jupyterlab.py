"""The picture of each notebook in JupyterLab in Chromium: moved by keyboard, and pressed where it can be."""

from collections.abc import Callable

import pytest
from browsing import Lab, Notebook
from playwright.sync_api import Locator, Page, expect
from widgets import is_new, move_every_slider

from course.reading import TOPICS

Portray = Callable[[str, Locator], None]
_SPOT = {
    "least_squares": (0.25, 0.3),
    "diagnostics": (0.3, 0.35),
}  # on the left axes, as shares of the picture


def open_picture(lab: Lab, page: Page, topic: str) -> tuple[Notebook, Locator]:
    """Open a solved notebook, run it, and return the cell with the picture."""
    notebook = Notebook(page, lab, f"solved/{topic}/{topic}.ipynb")
    notebook.run_all()
    cell = notebook.cell("pictures.")
    cell.scroll_into_view_if_needed()
    return notebook, cell


@pytest.mark.parametrize("topic", TOPICS)
def test_each_slider_of_a_picture_moves_it_by_keyboard(
    lab: Lab, page: Page, topic: str, portray: Portray
) -> None:
    _, cell = open_picture(lab, page, topic)
    image = cell.locator(".jp-RenderedImage img")
    assert len(image.get_attribute("alt") or "") > 40
    portray(f"picture_{topic}", cell.locator(".jp-OutputArea").first)
    assert move_every_slider(cell) > 0


@pytest.mark.parametrize("topic", _SPOT)
def test_a_press_in_the_picture_and_a_drag_from_there_move_what_is_pressed(
    lab: Lab, page: Page, topic: str
) -> None:
    _, cell = open_picture(lab, page, topic)
    image = cell.locator(".jp-RenderedImage img")
    image.scroll_into_view_if_needed()
    box = image.bounding_box()
    assert box
    values = cell.locator(".widget-readout")
    before, said = image.get_attribute("src"), values.all_inner_texts()
    right, down = _SPOT[topic]
    page.mouse.move(box["x"] + right * box["width"], box["y"] + down * box["height"])
    page.mouse.down()
    is_new(image, before)
    pressed, at_press = image.get_attribute("src"), values.all_inner_texts()
    assert at_press != said
    page.mouse.move(box["x"] + (right + 0.1) * box["width"], box["y"] + (down + 0.1) * box["height"], steps=6)
    page.mouse.up()
    is_new(image, pressed)
    expect(values).not_to_have_text(at_press)
