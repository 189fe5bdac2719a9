"""The feedback page in a browser: on a phone, on a desk and on paper, with nothing from elsewhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import visit
from drawings import drawing
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from playwright.sync_api import Browser, Page, expect

from course.grading.cell_outputs import METADATA_KEY
from course.grading.feedback_page import FeedbackExporter

PHONE, DESK = 390, 1200  # CSS pixels
LONG = "a_name_without_any_place_to_break" * 9
LINK = "https://example.org/" + "deep/" * 40
FORMULA = " + ".join(f"x_{{{number}}}" for number in range(99))
SENTENCE = f"Each row of `{LONG}` sums to 1."


def noted(cell: NotebookNode, about: dict[str, object], **marks: object) -> NotebookNode:
    """Note in a cell what `Redact` and `ReadGrades` would."""
    cell.metadata[METADATA_KEY] = about
    cell.metadata["nbgrader"] = {"grade_id": "softmax", **marks}
    return cell


def property_cell(outcome: str, kind: str, detail: str) -> NotebookNode:
    about = {
        "kind": kind,
        "function": "softmax",
        "sentence": SENTENCE,
        "outcome": outcome,
        "detail": detail,
    }
    score = 1.0 if outcome == "passed" else 0.0
    cell = new_code_cell(f"# {SENTENCE}\nassert {LONG} == 1", outputs=[])
    return noted(cell, about, score=score, points=1.0 if kind == "hidden" else 0.0)


@pytest.fixture(scope="module")
def feedback(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page on which everything is as long and as wide as it can be."""
    answer = noted(
        new_code_cell(f"def softmax(z):\n    return {LONG} / {LONG}"),
        {
            "kind": "answer",
            "function": "softmax",
            "outcome": "not passed",
            "message": "Which axis is summed?",
        },
    )
    written = noted(
        new_markdown_cell(f"My words, {LONG}.\n\n![My drawing](attachment:drawing.png)"),
        {"kind": "written", "blank": False},
        score=1.5,
        points=2.0,
        waiting=False,
        comment=f"Well seen. [Read on]({LINK}) about $\\sum_j p_j = 1$.",
    )
    written["attachments"] = {"drawing.png": {"image/png": drawing(12, 3)}}
    wide = "<table><tr>" + "".join(f"<td>{number}</td>" for number in range(100)) + "</tr></table>"
    outputs = [
        new_output("stream", text=f"{LONG}\n" * 80),
        new_output("display_data", {"image/png": drawing(12, 3)}),
        new_output("display_data", {"text/html": wide}),
        new_output("error", ename="ValueError", evalue=LONG, traceback=[LONG]),
    ]
    cells = [
        new_markdown_cell(f"# Softmax\n\n$${FORMULA}$$\n\n| {LONG} | b |\n|-|-|\n| 1 | 2 |"),
        new_markdown_cell("## Exercise 1: softmax"),
        answer,
        property_cell("not passed", "visible", ""),
        property_cell("passed", "hidden", ""),
        property_cell("not passed", "hidden", f"your code raised ValueError at: `{LONG}`"),
        new_markdown_cell("## In your own words"),
        written,
        new_code_cell("show()", outputs=outputs),
    ]
    grades = {"score": 2.5, "max_score": 4.0, "late_penalty": 0.5, "notebook": "softmax"}
    page, _ = FeedbackExporter().from_notebook_node(new_notebook(cells=cells), {"nbgrader": grades})
    path = tmp_path_factory.mktemp("feedback") / "softmax.html"
    path.write_text(page, encoding="utf-8")
    return path


@pytest.fixture
def said() -> list[str]:
    """What the page asked for, and what the browser complained of."""
    return []


@pytest.fixture(params=[PHONE, DESK])
def opened(
    request: pytest.FixtureRequest, chromium: Browser, feedback: Path, said: list[str]
) -> Iterator[Page]:
    """The page, on a phone and on a desk."""
    with visit(chromium, viewport={"width": request.param, "height": 844}) as page:
        page.on("request", lambda request: said.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(feedback.as_uri())
        yield page


# An element that reaches over the edge, unless a box around it scrolls or clips.
OUTSIDE = """() => [...document.querySelectorAll("body *")].filter(each => {
    for (let box = each.parentElement; box; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== "visible") return false;
    const place = each.getBoundingClientRect();
    return place.right > innerWidth + 1 || place.left < -1;
}).map(each => `${each.tagName} ${each.className}`)"""
DARK = """() => [...document.querySelectorAll("*")].filter(each => {
    const [red, green, blue, alpha = 1] = getComputedStyle(each)
        .backgroundColor.match(/[\\d.]+/g).map(Number);
    return alpha > 0 && Math.min(red, green, blue) < 200;
}).map(each => `${each.tagName} ${each.className}`)"""
CUT = """() => [...document.querySelectorAll("pre, .shown, .cell, table, p")].filter(each =>
    getComputedStyle(each).overflowY !== "visible" && each.scrollHeight > each.clientHeight + 1
).map(each => `${each.tagName} ${each.className}`)"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("p, li, pre, code, td, span, h3, a")]
    .filter(each => !each.closest("math")).map(each => parseFloat(getComputedStyle(each).fontSize)))"""


def test_nothing_reaches_over_the_edge(opened: Page) -> None:
    width, room = opened.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width <= room
    assert opened.evaluate(OUTSIDE) == []


def test_it_can_be_read_without_zooming(opened: Page) -> None:
    assert opened.evaluate(SMALLEST) >= 11.5
    assert opened.evaluate(DARK) == []


def test_the_grade_the_comment_the_drawing_and_the_message_are_there(opened: Page) -> None:
    expect(opened.locator("header")).to_contain_text("2.5 of 4 points")
    expect(opened.locator("header")).to_contain_text("0.5 points taken off for handing in late.")
    for place in (opened.locator("article", has_text="In your own words"), opened.locator(".cell.written")):
        expect(place).to_contain_text("1.5 of 2 points")
        expect(place.locator(".comment")).to_contain_text("Well seen. Read on about")
        expect(place.locator(".comment munder, .comment msub").first).to_be_visible()
    expect(opened.get_by_text("Which axis is summed?").first).to_be_visible()
    for picture in (opened.get_by_role("img", name="My drawing"), opened.get_by_alt_text("Figure from")):
        assert picture.evaluate("image => image.complete && image.naturalWidth") == 1200
        box = picture.bounding_box()
        assert box is not None
        assert box["width"] > 300


def test_it_asks_for_nothing_from_elsewhere(opened: Page, said: list[str], feedback: Path) -> None:
    opened.wait_for_load_state("networkidle")
    assert said == [feedback.as_uri()]


def test_on_paper_nothing_is_cut_or_dark_and_links_are_written_out(opened: Page) -> None:
    before = opened.evaluate(CUT)
    assert any(each.startswith("PRE") for each in before), "on screen a long output scrolls"
    opened.emulate_media(media="print")
    assert opened.evaluate(CUT) == []
    assert opened.evaluate(DARK) == []
    after = "each => getComputedStyle(each, '::after').content"
    links = opened.get_by_role("link", name="Read on")
    assert [f'" ({LINK})"' == each.evaluate(after).replace('" "', "") for each in links.all()] == [True] * 2
    inner = opened.locator("article a[href^='#']").first
    assert inner.evaluate(after) == "none"


def test_on_paper_it_has_pages(opened: Page) -> None:
    assert opened.pdf(format="A4").count(b"/Type /Page\n") > 1
