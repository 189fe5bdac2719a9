"""A person grades written answers in the formgrader, the rubric in view; regrading keeps what they gave."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import nbformat
import pytest
from browsing import Lab, serve, visit
from bs4 import BeautifulSoup
from copies import ROOT, copy_course
from drawings import drawing
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from nbgrader.api import Grade, Gradebook
from nbgrader.server_extensions.formgrader import handlers
from playwright.sync_api import Browser, Locator, Page, Route, expect
from releases import release

from course.folder import CourseFolder
from course.grading import find_submissions, grade_all, write_feedback
from course.nbgrader_frame import nbgrader_settings
from course.reading import TOPICS, Kind, read_topic

STUDENT = "ada"
WRITTEN = {"start_here": "total_in_your_words", "diagnostics": "outlier_in_your_words"}
CLINIC = "clinic"
COMMENT = "Right. What does $0 + x$ give? <script>alert(1)</script>"
LIVE = '<script>window.hurt = 1</script><img src=x onerror="window.hurt = 1">'


def hand_in(folder: CourseFolder, topic: str) -> None:
    """Hand in a notebook with a drawing in its written answer and markup that must not run."""
    notebook = json.loads((folder.release / topic / f"{topic}.ipynb").read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == WRITTEN[topic]:
            cell["source"] = f"My own words for it: $x^2$. {LIVE}\n\n![My drawing](attachment:drawing.png)"
            cell["attachments"] = {"drawing.png": {"image/png": drawing()}}
    place = folder.submitted / STUDENT / topic
    place.mkdir(parents=True)
    (place / f"{topic}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")


def grade(folder: CourseFolder) -> None:
    graded = grade_all(folder, find_submissions(folder, None), lambda _: None, force=True, workers=1)
    assert [each.problem for each in graded] == [""] * len(WRITTEN)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A course in which one student handed in two notebooks, which were graded."""
    folder = copy_course(tmp_path_factory.mktemp("course"))
    for topic in WRITTEN:
        release(folder, topic)
        hand_in(folder, topic)
    grade(folder)
    return folder


@pytest.fixture(scope="module")
def formgrader(course: CourseFolder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A JupyterLab that serves the course."""
    with serve(course.root, tmp_path_factory.mktemp("lab")) as running:
        yield running


@pytest.fixture
def page(chromium: Browser, formgrader: Lab) -> Iterator[Page]:
    """A page that reaches this machine alone: nbgrader's own template asks for MathJax elsewhere."""

    def here_alone(route: Route) -> None:
        local = route.request.url.startswith((formgrader.address, "data:", "file:"))
        route.continue_() if local else route.abort()

    with visit(chromium) as opened:
        opened.context.route("**/*", here_alone)
        yield opened


def open_submission(page: Page, lab: Lab, topic: str) -> Locator:
    """Click from the formgrader's front page to a submission; return its written answer."""
    page.goto(f"{lab.address}formgrader?token={lab.token}")
    page.get_by_role("link", name="Manual Grading").click()
    page.get_by_role("link", name=topic, exact=True).click()
    page.locator("tbody").get_by_role("link", name=topic, exact=True).click()
    page.get_by_role("link", name="Submission #1").click()
    expect(page).to_have_url(re.compile(r"/formgrader/submissions/\w+/"))
    page.wait_for_function("window.formgrader?.grades?.loaded && window.formgrader?.comments?.loaded")
    return page.locator(".nbgrader_cell", has=page.locator(f"#{WRITTEN[topic]}"))


def give(answer: Locator, topic: str, points: str, comment: str) -> None:
    """Type points and a comment, and wait until the server has both."""
    page = answer.page
    for field, text, api in (
        (answer.locator(f"#{WRITTEN[topic]}"), points, "api/grade/"),
        (answer.locator("textarea"), comment, "api/comment/"),
    ):
        with page.expect_response(lambda response, api=api: api in response.url and response.ok):
            field.fill(text)
            field.blur()


def stored(folder: CourseFolder, topic: str, cell: str) -> Grade:
    with closing(Gradebook(f"sqlite:///{folder.gradebook}")) as gradebook:
        return gradebook.find_grade(cell, topic, topic, STUDENT)


def rubric_of(topic: str, written: str) -> str:
    """Return the last words of a rubric, as the topic's text says them, without markup."""
    cell = next(each for each in read_topic(topic).of_kind(Kind.WRITTEN) if each.id == written)
    return plain(cell.source.split("*Rubric:")[1])[-60:]


def plain(text: str) -> str:
    return re.sub(r"[\s*$`\\]", "", text)


def test_the_drawing_and_the_rubric_stand_beside_the_points(page: Page, formgrader: Lab) -> None:
    answer = open_submission(page, formgrader, "start_here")
    expect(answer).to_contain_text("My own words for it")
    picture = answer.get_by_role("img", name="My drawing")
    assert picture.evaluate("image => image.naturalWidth") == 200
    rubric = page.locator("blockquote", has_text="Model answer and rubric")
    expect(rubric).to_have_count(1)
    assert rubric_of("start_here", WRITTEN["start_here"]) in plain(rubric.inner_text())
    points, below = answer.locator(f"#{WRITTEN['start_here']}").bounding_box(), rubric.bounding_box()
    assert points is not None
    assert below is not None
    assert 0 < below["y"] + below["height"] - points["y"] < 1000, "both fit on one screen"


def test_nothing_that_a_student_wrote_runs(page: Page, formgrader: Lab) -> None:
    answer = open_submission(page, formgrader, "start_here")
    expect(answer.locator("math msup")).to_have_count(1)
    assert page.evaluate("window.hurt") is None
    assert answer.locator("script, [onerror]").count() == 0


def test_points_and_comment_are_kept_when_graded_again(
    page: Page, formgrader: Lab, course: CourseFolder
) -> None:
    name = WRITTEN["start_here"]
    answer = open_submission(page, formgrader, "start_here")
    expect(answer.locator(f"#{name}")).to_have_value("")
    assert stored(course, "start_here", name).needs_manual_grade
    give(answer, "start_here", "0.5", COMMENT)
    assert stored(course, "start_here", name).manual_score == 0.5
    grade(course)
    assert stored(course, "start_here", name).manual_score == 0.5
    again = open_submission(page, formgrader, "start_here")
    expect(again.locator(f"#{name}")).to_have_value("0.5")
    expect(again.locator("textarea")).to_have_value(COMMENT)
    assert write_feedback(course, ["start_here"], lambda _: None) == []
    page.goto((course.feedback / STUDENT / "start_here/start_here.html").as_uri())
    written = page.locator(".cell.written")
    expect(written.locator(".result")).to_have_text("0.5 of 1 point")
    expect(written.locator(".comment")).to_contain_text("Right. What does 0+x give?")
    expect(page.locator("header")).to_contain_text("0.5 of 4 points")
    expect(page.locator("header")).not_to_contain_text("can come")


def test_the_clinic_is_graded_by_its_tests_and_a_person_may_overrule_them(
    page: Page, formgrader: Lab, course: CourseFolder
) -> None:
    tests = [each.id for each in read_topic("diagnostics").of_kind(Kind.HIDDEN) if each.function == CLINIC]
    assert tests
    open_submission(page, formgrader, "diagnostics")
    for name in tests:
        kept = stored(course, "diagnostics", name)
        assert (kept.auto_score, kept.needs_manual_grade) == (0.0, False)
    field = page.locator(f"#{tests[0]}")
    with page.expect_response(lambda response: "api/grade/" in response.url and response.ok):
        field.fill("1")
        field.blur()
    assert stored(course, "diagnostics", tests[0]).score == 1
    expect(page.locator("blockquote", has_text="Model answer and rubric")).to_have_count(2)


def formgraders_page(notebook: NotebookNode, topic: str, **resources: object) -> str:
    """Return what the formgrader makes of a notebook, with the configuration that it reads."""
    config = nbgrader_settings(CourseFolder(ROOT))
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    about = {
        "assignment_id": topic,
        "notebook_id": topic,
        "base_url": "",
        "index": 0,
        "total": 1,
        **resources,
    }
    html, _ = HTMLExporter(config=config).from_notebook_node(notebook, resources=about)
    return str(html)


@pytest.mark.parametrize("topic", TOPICS)
def test_every_written_answer_of_the_course_has_its_rubric_below_it(topic: str, root: Path) -> None:
    released = nbformat.read(root / "release" / topic / f"{topic}.ipynb", as_version=4)
    with_rubrics = BeautifulSoup(formgraders_page(released, topic, submission_id="1"), "html.parser")
    without = formgraders_page(released, topic)
    written = list(read_topic(topic).of_kind(Kind.WRITTEN))
    quotes = with_rubrics.find_all("blockquote")
    shown = [plain(quote.get_text()) for quote in quotes if "Model answer and rubric" in quote.get_text()]
    assert len(shown) == len(written)
    assert "Model answer" not in without
    for cell, quote in zip(written, shown, strict=True):
        assert plain(cell.source.split("Rubric:")[1])[:20] in quote, cell.id


def test_outputs_and_raw_cells_are_inert_in_the_formgrader() -> None:
    forms = (
        {"text/html": f"<b>kept</b>{LIVE}"},
        {"text/markdown": LIVE},
        {"text/latex": LIVE},
        {"text/plain": LIVE},
        {"image/svg+xml": f"<svg>{LIVE}</svg>"},
        {"image/png": f'AAAA">{LIVE}'},
        {"application/javascript": "window.hurt = 1"},
        {"application/vnd.jupyter.widget-view+json": {"model_id": LIVE}},
    )
    attribute = {"image/png": {"width": "1 onload=alert(1)"}, "text/html": {"isolated": True}}
    outputs = [new_output("display_data", form, metadata=attribute) for form in forms]
    outputs += [
        new_output("stream", text=LIVE),
        new_output("error", ename=LIVE, evalue=LIVE, traceback=[LIVE]),
    ]
    forged = new_markdown_cell(
        LIVE, metadata={"nbgrader": {"grade": True, "solution": True, "grade_id": LIVE}}
    )
    notebook = new_notebook(cells=[forged, new_raw_cell(LIVE), new_code_cell(LIVE, outputs=outputs)])
    before = BeautifulSoup(formgraders_page(new_notebook(), "softmax", submission_id="1"), "html.parser")
    soup = BeautifulSoup(formgraders_page(notebook, "softmax", submission_id="1"), "html.parser")
    assert len(soup.find_all("script")) == len(before.find_all("script"))
    assert not soup.find_all("iframe")
    live = [each for each in soup.find_all(True) if {"onerror", "onload"} & set(each.attrs)]
    assert live == []
    assert "kept" in soup.get_text()
