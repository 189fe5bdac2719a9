"""One notebook from top to bottom, in JupyterLab in Chromium, as a student goes through it."""

import json
import re
import shutil
from collections.abc import Callable

import pytest
from browsing import Lab, Notebook
from playwright.sync_api import Locator, Page, expect
from widgets import draw_a_line, is_new, open_whiteboard

WRONG = "def total(x):\n    for entry in x:\n        return entry"
RIGHT = (
    "def total(x):\n    so_far = 0.0\n    for entry in x:\n        so_far = so_far + entry\n    return so_far"
)
WORDS = "The sum of nothing is 0.\nIt changes nothing when it is added: 0 + ∑ = ∑, as j + 0 = j."


@pytest.fixture(autouse=True)
def nothing_done_yet(lab: Lab) -> None:
    shutil.rmtree(lab.home, ignore_errors=True)


Portray = Callable[[str, Locator], None]


def test_a_student_solves_a_notebook(lab: Lab, page: Page, portray: Portray) -> None:
    notebook = Notebook(page, lab, "start_here/start_here.ipynb")
    notebook.run("from course.lab import check")
    notebook.run("def total")
    expect(notebook.run("check(total)")).to_contain_text("not attempted")
    notebook.write("def total", WRONG)
    notebook.run("def total")
    verdict = notebook.run("check(total)")
    expect(verdict).to_contain_text("not passed")
    expect(verdict).to_contain_text("A return ends the function at once")  # the mistake, not what came

    portray("check", notebook.cell("check(total)"))

    notebook.write("check(total)", "hint(total)")
    expect(notebook.run("hint(total)")).to_contain_text("Hint 1 of 3")
    expect(notebook.run("hint(total)")).to_contain_text("Hint 2 of 3")
    portray("hint", notebook.cell("hint(total)"))
    notebook.write("hint(total)", "check(total)")

    notebook.write("def total", RIGHT)
    notebook.run("def total")
    expect(notebook.run("check(total)")).to_contain_text(re.compile("total passed"))
    expect(notebook.run("progress()").first).to_contain_text("1 of 1")
    expect(notebook.cell("progress()").get_by_role("button", name="Load from a file")).to_be_visible()
    portray("progress", notebook.cell("progress()"))

    move_the_slider(notebook)
    notes_outlive_a_reload(notebook, lab, portray)
    the_drawing_is_in_the_answer(notebook, lab)
    portray("whiteboard", notebook.cell("whiteboard("))
    validate(notebook)
    a_new_kernel_says_what_to_run(notebook)


def test_progress_leads_to_the_exercise_that_comes_next(lab: Lab, page: Page) -> None:
    lab.home.mkdir()
    done = {"checks": 1, "passed": True, "hints": 0}
    kept = {"exercises": {"total": done}, "seconds": {}, "last": {}}
    (lab.home / "progress.json").write_text(json.dumps(kept), encoding="utf-8")
    notebook = Notebook(page, lab, "start_here/start_here.ipynb")
    notebook.run("from course.lab import check")
    shown = notebook.run("progress()").first
    expect(shown).to_contain_text("Next: predict_one in affine_prediction.")
    shown.get_by_role("link", name="predict_one").click()
    expect(page.locator(".lm-TabBar-tab.jp-mod-current")).to_contain_text("affine_prediction.ipynb")
    expect(page.get_by_text("def predict_one")).to_be_in_viewport()


def move_the_slider(notebook: Notebook) -> None:
    notebook.run("pictures.running_sum")
    cell = notebook.cell("pictures.running_sum")
    image = cell.get_by_role(
        "img", name=re.compile("the sum after each term")
    )  # its description, for who cannot see it
    before = image.get_attribute("src")
    cell.get_by_role("slider").first.press("ArrowLeft")
    is_new(image, before)


def notes_outlive_a_reload(notebook: Notebook, lab: Lab, portray: Portray) -> None:
    notebook.run('notes("start_here")')
    page = notebook.page
    text = page.get_by_role("textbox", name="Private notes")
    text.click()
    page.keyboard.type(WORDS)
    expect(page.get_by_text("Saved. Kept in")).to_be_visible()
    expect(page.get_by_text(f"{len(WORDS)} of 8,000 characters")).to_be_visible()
    portray("notes", notebook.cell("notes("))
    notebook.save()
    page.reload()
    notebook.wait_until_ready()
    expect(page.get_by_role("textbox", name="Private notes")).to_have_value(WORDS)
    assert (lab.home / "notes/start_here.txt").read_text(encoding="utf-8") == WORDS
    assert WORDS.split("\n")[0] not in json.dumps(lab.saved("start_here/start_here.ipynb"))


def the_drawing_is_in_the_answer(notebook: Notebook, lab: Lab) -> None:
    notebook.run('whiteboard("total_in_your_words")')
    page, cell = notebook.page, notebook.cell("whiteboard(")
    canvas = open_whiteboard(cell)
    draw_a_line(canvas)
    cell.get_by_role("button", name="Text").click()
    canvas.click(position={"x": 200, "y": 40})
    page.keyboard.type("0 + total")
    page.keyboard.press("Enter")
    expect(cell.get_by_text("Your answer holds this drawing.")).to_be_visible()
    notebook.save()
    answer = next(
        each
        for each in lab.saved("start_here/start_here.ipynb")["cells"]
        if each["metadata"].get("nbgrader", {}).get("grade_id") == "total_in_your_words"
    )
    assert "(attachment:drawing.png)" in "".join(answer["source"])
    assert answer["attachments"]["drawing.png"]["image/png"].startswith("iVBOR")


def validate(notebook: Notebook) -> None:
    notebook.page.get_by_role("button", name="Validate").click()
    dialog = notebook.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Success! Your notebook passes all the tests.")
    dialog.get_by_role("button").last.click()


def a_new_kernel_says_what_to_run(notebook: Notebook) -> None:
    notebook.save()
    page = notebook.page
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_text("Restart Kernel…", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Confirm Kernel Restart").click()
    page.reload()
    notebook.wait_until_ready()
    expect(notebook.cell("whiteboard(")).to_contain_text("run the notebook's first cell, then this one")
    expect(notebook.cell("pictures.running_sum").locator(".jp-RenderedImage img")).to_be_visible()
    notebook.run("from course.lab import check")
    notebook.run('whiteboard("total_in_your_words")')
    expect(page.get_by_text("This is the drawing in your answer.")).to_be_visible()
