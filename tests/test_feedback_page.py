"""A feedback page says what holds, keeps hidden tests hidden, and is inert whatever a student wrote."""

import base64
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import compute_checksum
from traitlets.config import Config, PyFileConfigLoader
from traitlets.utils.importstring import import_item

from course.grading import Redact
from course.grading.feedback_page import FeedbackExporter
from course.lab.verdict import Finding, Outcome, Verdict

ROOT = Path(__file__).parent.parent
SECRET = "assert square(np.array([31.5, -27.25])).sum() == 1734.8125"


def marked(cell: NotebookNode, grade_id: str, **marks: Any) -> NotebookNode:
    cell.metadata["nbgrader"] = {
        "grade": False,
        "grade_id": grade_id,
        "locked": False,
        "schema_version": 3,
        "solution": False,
        "task": False,
        **marks,
    }
    return cell


def answer(source: str = "def square(x): return x * x", name: str = "square", **noted: str) -> NotebookNode:
    cell = marked(new_code_cell(source), name, solution=True, comment=None)
    cell.metadata["math_to_code"] = {"outcome": "passed", "message": "", **noted}
    return cell


def hidden(
    name: str = "square_of_many", score: float = 0, points: float = 2, error: str = "", **more: str
) -> NotebookNode:
    source = f"# Each entry is squared.\n### BEGIN HIDDEN TESTS\n{SECRET}\n### END HIDDEN TESTS"
    cell = new_code_cell(source, outputs=[failure(error, **more)] if error else [])
    return marked(cell, name, grade=True, locked=True, score=score, points=points)


def failure(name: str, value: str = "expected 1734.8125") -> NotebookNode:
    return new_output("error", ename=name, evalue=value, traceback=[f"----> 3 {SECRET}", f"{name}: {value}"])


def written(text: str, *, waiting: bool, score: float = 0, comment: str = "") -> NotebookNode:
    cell = new_markdown_cell(text)
    marks = {"grade": True, "solution": True, "points": 2, "score": score, "waiting": waiting}
    return marked(cell, "in_words", comment=comment, **marks)


def shown(data: dict[str, str], metadata: dict[str, Any] | None = None) -> NotebookNode:
    return new_code_cell("show", outputs=[new_output("display_data", data, metadata=metadata or {})])


def page(*cells: NotebookNode, **grades: float) -> str:
    """Return the page for a notebook with the metadata that ReadGrades would set."""
    resources = {"nbgrader": {"notebook": "topic", "score": 0, "max_score": 0, "late_penalty": 0, **grades}}
    exporter = FeedbackExporter(config=Config({"Exporter": {"default_preprocessors": []}}))
    exporter.register_preprocessor(Redact, enabled=True)
    return str(exporter.from_notebook_node(new_notebook(cells=list(cells)), resources)[0])


def soup_of(*cells: NotebookNode, **grades: float) -> BeautifulSoup:
    return BeautifulSoup(page(*cells, **grades), "html.parser")


def words(element: Tag | None) -> str:
    assert element is not None
    return " ".join(element.get_text(" ").split())


def glance(*cells: NotebookNode) -> str:
    return words(soup_of(*cells).select_one("main > section"))


# What stays hidden


@pytest.mark.parametrize("error", ["", "AssertionError", "ValueError", "NotImplementedError"])
def test_source_inputs_and_traceback_of_a_hidden_test_are_never_in_the_page(error: str) -> None:
    text = page(answer(), hidden(error=error))
    for part in ("31.5", "27.25", "1734.8125", "np.array", "HIDDEN TESTS"):
        assert part not in text


@pytest.mark.parametrize(
    "quote",
    [
        new_output("stream", name="stdout", text=repr(["x = 1", f"# A test.\n{SECRET}"])),
        new_output("display_data", {"text/html": SECRET.replace("array", "<b>array</b>")}),
        new_output("error", ename="TypeError", evalue="", traceback=[f"\x1b[31massert\x1b[0m{SECRET[6:]}"]),
    ],
)
def test_an_output_that_quotes_a_hidden_test_is_left_out(quote: NotebookNode) -> None:
    text = page(answer(), hidden(), new_code_cell("print(In)", outputs=[quote]))
    assert "1734.8125" not in text
    assert "quoted a hidden test and is left out" in text


def test_an_output_that_shows_what_everyone_may_see_stays() -> None:
    visible = marked(new_code_cell(SECRET), "square_seen", grade=True, points=0, score=0)
    said = new_output("stream", name="stdout", text=SECRET)
    assert (
        page(answer(), hidden(), visible, new_code_cell("print(In)", outputs=[said])).count("1734.8125") >= 2
    )


def test_an_error_of_the_students_own_does_not_carry_inputs_in_its_name() -> None:
    text = page(answer(), hidden(error="Got_31_5_and_27_25"))
    assert "Got_31_5" not in text
    assert "our code stopped with an error." in text


def test_a_hidden_region_in_any_other_cell_is_cut_out() -> None:
    cell = new_code_cell(f"x = 1\n### BEGIN HIDDEN TESTS\n{SECRET}")
    assert "1734.8125" not in page(cell, written(f"BEGIN HIDDEN TESTS {SECRET}", waiting=False))


# What is said


@pytest.mark.parametrize(
    ("error", "score", "verdict"),
    [
        ("", 2, "✓ Passed"),
        ("", 1, "✗ Not passed"),
        ("AssertionError", 0, "✗ Not passed"),
        ("ValueError", 0, "✗ Not passed"),
        ("NotImplementedError", 0, "○ Not attempted"),
        ("AssertionError", 2, "✓ Passed"),
    ],
)
def test_a_hidden_test_is_told_by_its_sentence_its_verdict_and_its_points(
    error: str, score: float, verdict: str
) -> None:
    soup = soup_of(answer(), hidden(score=score, error=error))
    for place in ("article li .finding", ".cell.hidden .finding"):
        said = words(soup.select_one(place))
        assert said.startswith(f"{verdict} Each entry is squared.")
        assert said.endswith(f"{score} of 2 points")


def test_the_kind_of_error_that_stopped_the_code_is_named() -> None:
    assert "Your code stopped with ZeroDivisionError." in glance(answer(), hidden(error="ZeroDivisionError"))


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ({"raised": ["IndexError", "return Z[10]"]}, "Your code raised IndexError at: return Z[10]"),
        ({"raised": ["Mine", ""]}, "Your code stopped with Mine."),
        (
            {"limit": "it ran for more than 4 seconds"},
            "Your code was stopped: it ran for more than 4 seconds.",
        ),
        ({"raised": "nonsense"}, "Your code stopped with an error."),
    ],
)
def test_what_the_code_did_in_a_hidden_test_is_said(noted: dict[str, Any], said: str) -> None:
    cell = hidden(error="Mine")
    cell.metadata["math_to_code"] = noted
    assert said in glance(answer(), cell)


def test_the_message_for_a_known_mistake_is_at_the_top_and_at_the_answer() -> None:
    message = "You took the root. Which power makes `x * x`?"
    soup = soup_of(answer(outcome="not passed", message=message), hidden(error="AssertionError"))
    for place in ("article", ".cell.answer"):
        assert "You took the root. Which power makes x * x ?" in words(soup.select_one(place))


def test_a_message_in_the_metadata_of_any_other_cell_is_not_believed() -> None:
    cell = new_markdown_cell("text")
    cell.metadata["math_to_code"] = {
        "kind": "answer",
        "function": "f",
        "outcome": "passed",
        "message": "Full marks.",
    }
    assert "Full marks" not in page(cell)


def test_a_test_counts_for_the_longest_answer_that_its_name_begins_with() -> None:
    short, long = answer(name="square"), answer(name="square_root")
    soup = soup_of(short, long, hidden("square_of_many", 1, 1), hidden("square_root_of_many", 3, 3))
    assert [words(article.h3) for article in soup.select("article")] == [
        "Exercise square 1 of 1 point",
        "Exercise square_root 3 of 3 points",
    ]


def test_a_test_of_no_answer_is_still_told() -> None:
    assert "Other tests 2 of 2 points" in glance(hidden("nobodys_test", 2, 2))


def test_points_are_whole_where_they_are_whole() -> None:
    header = words(soup_of(answer(), score=16.0, max_score=20.5, late_penalty=1.0).header)
    assert "16 of 20.5 points" in header
    assert "1 point taken off for handing in late." in header


def test_tests_without_points_show_none() -> None:
    visible = marked(new_code_cell("# A sentence.\nassert 1"), "square_seen", grade=True, points=0, score=0)
    assert "0 of 0" not in page(answer(), visible)
    assert "✓ Passed A sentence." in words(soup_of(answer(), visible).select_one("details summary"))


def test_a_written_answer_waits_for_a_person() -> None:
    soup = soup_of(new_markdown_cell("## In words"), written("Because.", waiting=True), max_score=2)
    assert "2 points more can come" in words(soup.header)
    assert "In words To be read by a person, who can give up to 2 points." in words(soup.article)


def test_a_written_answer_that_was_read_has_its_points_and_comment() -> None:
    soup = soup_of(written("Because.", waiting=False, score=1.5, comment="Why is $x>0$?"), max_score=2)
    for place in ("article", ".cell.written"):
        assert "1.5 of 2 points" in words(soup.select_one(place))
        assert "Comment Why is x > 0 ?" in words(soup.select_one(place))
    assert "can come" not in words(soup.header)


def test_a_written_answer_left_as_it_was_is_not_attempted() -> None:
    cell = written("Write here.", waiting=False, comment="No response.")
    cell.metadata.nbgrader["checksum"] = compute_checksum(cell)
    said = glance(cell)
    assert "○ Not attempted" in said
    assert "No response" not in said


def test_every_link_at_the_top_leads_to_a_cell() -> None:
    soup = soup_of(answer(), hidden(), written("Because.", waiting=True))
    links = [link["href"] for link in soup.select("article a")]
    assert links == ["#cell-1", "#cell-2", "#cell-3"]
    assert all(soup.select_one(str(link)) for link in links)


def test_headings_go_down_one_step_at_a_time() -> None:
    soup = soup_of(new_markdown_cell("# Squares\n\ntext\n\n## Exercise 1\n\n### More"), answer(), hidden())
    levels = [int(heading.name[1]) for heading in soup.find_all(re.compile(r"^h\d$"))]
    assert levels == [1, 2, 3, 2, 3, 4, 5]
    assert words(soup.h1) == "Squares"


# Formulas


@pytest.mark.parametrize(
    ("latex", "element", "text"),
    [
        (r"\frac{a}{b}", "mfrac", "ab"),
        (r"\sum_{i=1}^n x_i", "munderover", "∑i=1n"),
        (r"\begin{cases} 1 & \text{if } a \\ 0 & b \end{cases}", "mtable", "1if\xa0a0b"),
        (r"\texttt{labels}", "code", "labels"),
        (r"\mathbb{R}", "mi", "ℝ"),
        (r"X^\top", "msup", "X⊤"),
        (r"\lVert x \rVert", "mo", "‖"),
    ],
)
def test_a_formula_is_mathml(latex: str, element: str, text: str) -> None:
    for dollars in ("$", "$$"):
        soup = soup_of(new_markdown_cell(f"See {dollars}{latex}{dollars}."))
        found = soup.select_one(f"math {element}")
        assert found is not None
        assert found.get_text() == text


def test_a_formula_that_cannot_be_read_shows_its_latex() -> None:
    for latex in (r"\frac{", r"\nonsense{x}", "{" * 999 + "x" + "}" * 999):
        soup = soup_of(new_markdown_cell(f"See ${latex}$."))
        assert [code.get_text() for code in soup.select(".cell code")] == [latex]
        assert not soup.math


def test_a_formula_cannot_bring_html() -> None:
    for latex in (r"\text{<img src=x onerror=alert(1)>}", r"\nonsense <img src=x onerror=alert(1)>"):
        soup = soup_of(new_markdown_cell(f"See ${latex}$."))
        assert "onerror=alert(1)" in words(soup.select_one(".cell"))
        assert not soup.img


def test_a_formula_within_an_attribute_stays_there() -> None:
    soup = soup_of(
        new_markdown_cell('<img alt="$a$" src=x> <b title="$\\text{" onclick=alert(1) b="}$">x</b>')
    )
    assert_inert(soup)


# Nothing that a student wrote is live


def assert_inert(soup: BeautifulSoup) -> None:
    assert not soup.select(
        "script, iframe, object, embed, form, input, button, link, base, svg, video, audio"
    )
    assert len(soup.select("style")) == 1
    assert [meta.get("http-equiv") for meta in soup.select("meta[http-equiv]")] == ["Content-Security-Policy"]
    for element in soup.find_all(True):
        for name, value in element.attrs.items():
            value = " ".join(value) if isinstance(value, list) else value
            assert not name.startswith("on"), element
            if name in ("href", "xlink:href", "action", "formaction"):
                assert re.match(r"#cell-\d+$|https?:|mailto:", value), element
            if name in ("src", "srcset", "data", "poster", "background"):
                assert value.startswith("data:image/"), element
            if name == "style":
                assert not re.search(r"(?i)url|position|expression|-\d|display|@|\\", value), element


ATTACKS = [
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "[x](javascript:alert(1))",
    "![x](https://example.org/spy.png)",
    '<iframe src="https://example.org"></iframe>',
    '<form action="https://example.org"><input name=a><button>b</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    "<style>body { display: none }</style>",
    "<style>@import 'https://example.org'",
    '<link rel="stylesheet" href="https://example.org">',
    '<base href="https://example.org">',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<p style="background:url(https://example.org);position:fixed;margin:-99em">x</p>',
    '<video src="https://example.org" autoplay></video>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<details ontoggle=alert(1) open>x</details>",
    "</style></head><body onload=alert(1)>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_no_script_handler_or_loaded_thing_survives(attack: str) -> None:
    assert_inert(
        soup_of(
            new_markdown_cell(f"# {attack}\n\n{attack}"),
            answer(attack, message=attack),
            hidden(error=attack),
            written(attack, waiting=False, comment=attack),
            shown({"text/html": attack}),
            shown({"text/markdown": attack}),
            shown({"text/latex": attack}),
            shown({"text/plain": attack}),
            shown({"application/javascript": "alert(1)"}),
            new_code_cell(
                attack, outputs=[new_output("stream", name="stdout", text=attack), failure("E", attack)]
            ),
        )
    )


def test_a_picture_cannot_bring_attributes() -> None:
    for form in ("image/png", "image/jpeg"):
        metadata = {
            form: {"alt": 'a" onload="alert(1)', "width": "1 onload=alert(1)", "height": "1 onload=alert(1)"}
        }
        soup = soup_of(shown({form: 'AAAA" onerror="alert(1)'}, metadata))
        assert_inert(soup)
        assert [image["alt"] for image in soup.select("img")] == ['a" onload="alert(1)']


def test_an_svg_picture_is_an_image_in_which_nothing_runs() -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"
    soup = soup_of(shown({"image/svg+xml": svg}))
    assert_inert(soup)
    image = soup.select_one("img")
    assert image is not None
    assert base64.b64decode(str(image["src"]).partition(",")[2]).decode() == svg
    assert image["alt"] == "Figure from your notebook"


def test_an_attached_picture_is_shown_and_a_missing_one_is_said() -> None:
    cell = new_markdown_cell("![A line](attachment:line.png) ![A curve](attachment:lost.png)")
    cell["attachments"] = {"line.png": {"image/png": "AAAA"}}
    soup = soup_of(cell)
    assert [(image["alt"], image["src"]) for image in soup.select("img")] == [
        ("A line", "data:image/png;base64,AAAA")
    ]
    assert "[picture: A curve]" in words(soup)


def test_the_page_loads_nothing() -> None:
    soup = soup_of(
        new_markdown_cell("# $x$ and <https://example.org>"), answer(), hidden(), shown({"image/png": "AAAA"})
    )
    policy = soup.select_one("meta[http-equiv]")
    assert policy is not None
    assert str(policy["content"]).startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    assert soup.html is not None
    assert soup.html["lang"] == "en"
    for element in soup.select("link, script, img, iframe, source"):
        assert not re.search(r"https?:", f"{element.get('src')} {element.get('href')}")
    assert soup.style is not None
    assert not re.search(r"url\(|@import", soup.style.get_text())


def test_a_table_of_check_survives() -> None:
    finding = Finding("A row <sums> to 1.", Outcome.FAILED, expected="[1.0]", got="[0.5]")
    table = Verdict("softmax", Outcome.FAILED, (finding,), message="Which axis?")._repr_html_()
    soup = soup_of(shown({"text/html": table}))
    for part in ("softmax", "not passed", "A row <sums> to 1.", "expected [1.0]", "got [0.5]", "Which axis?"):
        assert part in words(soup.select_one(".shown"))
    styles = " ".join(str(element["style"]) for element in soup.select(".shown [style]"))
    for part in ("border-left:4px solid #", "padding:.15em .6em .15em 0", "white-space:pre-wrap", "color:#"):
        assert part in styles


def test_a_widget_is_said_in_words() -> None:
    data = {
        "application/vnd.jupyter.widget-view+json": {"model_id": "1"},
        "text/plain": "interactive(children=())",
    }
    said = words(soup_of(shown(data)).select_one(".cell"))
    assert "An interactive picture" in said
    assert "children" not in said


# nbgrader's own commands use the page


def test_nbgrader_uses_our_page_and_leaves_its_own_template_to_others() -> None:
    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    converter = GenerateFeedback(coursedir=CourseDirectory(config=config), config=config)
    exporter = converter.exporter_class(parent=converter, config=converter.config)
    assert isinstance(exporter, FeedbackExporter)
    assert exporter.template_name == "feedback_page"
    assert HTMLExporter(parent=converter, config=converter.config).template_name == "feedback"
    assert Redact in map(import_item, converter.preprocessors)
