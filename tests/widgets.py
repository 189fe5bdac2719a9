"""What a student does with the widgets of a notebook, in whichever JupyterLab they stand."""

from playwright.sync_api import Locator, Page, expect


def is_new(image: Locator, before: str | None) -> None:
    """Wait until a picture is another one than before."""
    expect(image).not_to_have_attribute("src", before or "")


def move_every_slider(cell: Locator) -> int:
    """Move each slider of a picture by keyboard, wait for each new picture, and return how many there are."""
    image, sliders = cell.locator(".jp-RenderedImage img"), cell.get_by_role("slider")
    expect(sliders.first).to_be_visible()
    for slider in sliders.all():
        before = image.get_attribute("src")
        at_its_end = slider.get_attribute("aria-valuenow") == slider.get_attribute("aria-valuemax")
        slider.press("ArrowLeft" if at_its_end else "ArrowRight")
        is_new(image, before)
    return sliders.count()


def open_whiteboard(place: Page | Locator) -> Locator:
    """Unfold the whiteboard and return its canvas."""
    place.get_by_text("Whiteboard", exact=True).click()
    canvas = place.get_by_role("img", name="Whiteboard")
    canvas.scroll_into_view_if_needed()
    return canvas


def draw_a_line(canvas: Locator) -> None:
    """Draw with the mouse, from near the upper left corner."""
    box, mouse = canvas.bounding_box(), canvas.page.mouse
    assert box
    mouse.move(box["x"] + 50, box["y"] + 50)
    mouse.down()
    mouse.move(box["x"] + 250, box["y"] + 150, steps=20)
    mouse.up()
