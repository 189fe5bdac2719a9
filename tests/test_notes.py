"""Private notes: what the widget asks of Python, and where the text lies."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.lab import notes
from course.lab.notes import LIMIT, Page

READ = {"do": "read"}


def write(text: str) -> dict[str, str]:
    return {"do": "write", "text": text}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes/softmax.txt"


def test_what_was_written_is_read_by_the_next_one_who_asks(path: Path) -> None:
    page = Page(path)
    assert page.answer(READ)["text"] == ""
    assert page.answer(write("σ(z)\nand more"))["saved"] == "σ(z)\nand more"
    assert Page(path).answer(READ) == {
        "text": "σ(z)\nand more",
        "limit": 8000,
        "kept": f"Kept in {path}. Not handed in.",
    }


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("notes") / "softmax.txt"
    page = Page(path)
    page.answer(READ)
    page.answer(write(text))
    assert Page(path).answer(READ)["text"] == text


def test_a_text_of_the_greatest_length_is_kept_and_a_longer_one_is_not(path: Path) -> None:
    page = Page(path)
    page.answer(READ)
    assert "problem" not in page.answer(write("é" * LIMIT))
    for over in (1, 12):
        said = page.answer(write("é" * (8000 + over)))
        assert said == {"problem": f"Not saved: {over} over the limit of 8,000 characters."}
    assert Page(path).answer(READ)["text"] == "é" * LIMIT


def test_what_another_window_wrote_is_not_overwritten(path: Path) -> None:
    one, other = Page(path), Page(path)
    one.answer(READ)
    other.answer(READ)
    other.answer(write("from the other"))
    assert "changed in another window" in one.answer(write("from one"))["problem"]
    assert path.read_text(encoding="utf-8") == "from the other"
    assert one.answer(READ)["text"] == "from the other"
    assert one.answer(write("from both"))["saved"] == "from both"


def test_a_file_that_is_no_text_stays_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    page = Page(path)
    assert "move it away" in page.answer(READ)["problem"]
    assert "move it away" in page.answer(write("text"))["problem"]
    assert path.read_bytes() == b"\xff\xfe\x00"


def test_half_a_character_is_named_and_nothing_is_lost(path: Path) -> None:
    page = Page(path)
    page.answer(READ)
    page.answer(write("whole"))
    assert page.answer(write("ab\ud83d"))["problem"].startswith("Not saved: character 3")
    assert path.read_text(encoding="utf-8") == "whole"
    assert [each.name for each in path.parent.iterdir()] == ["softmax.txt"]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("a file where the folder should be", encoding="utf-8")
    page = Page(tmp_path / "notes/softmax.txt")
    page.answer(READ)
    said = page.answer(write("text"))["problem"]
    assert said.startswith("Not saved: ")
    assert str(tmp_path) in said


def test_where_nothing_is_kept_it_says_so() -> None:
    page = Page(None)
    assert page.answer(READ)["kept"] == "Nothing is kept here: MATH_TO_CODE_HOME is set to nothing."
    assert page.answer(write("text"))["problem"].startswith("Not saved. Nothing is kept here")


def test_a_notebook_that_is_not_of_the_course_gets_the_names_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    notes("../../etc/passwd")
    assert "There is no notebook called '../../etc/passwd'" in capsys.readouterr().out


def test_grading_shows_no_notes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    notes("softmax")
    assert capsys.readouterr().out == ""
