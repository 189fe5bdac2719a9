"""Damaged but honest notebooks: the work in them is found again, and each repair is noted."""

import copy
import json
from collections.abc import Callable
from operator import eq
from pathlib import Path
from typing import Any

import nbformat
import pytest
from corpus import damaging
from hypothesis import given
from hypothesis import strategies as st
from scores import Scored

from course.grading.repair import UnreadableError, read_notebook, restore
from course.reading import read_topic

ROOT = Path(__file__).parent.parent
RELEASED = nbformat.read(ROOT / "release/softmax/softmax.ipynb", as_version=4)
ANSWERS = {f: f"def {f}(*args):\n    return '{f}'\n# worked on" for f in read_topic("softmax").functions}


def solved() -> dict[str, Any]:
    """Return the notebook of a student who answered everything, as JSON."""
    notebook = copy.deepcopy(RELEASED)
    for cell in notebook.cells:
        if name(cell) in ANSWERS:
            cell.source = ANSWERS[name(cell)]
    return json.loads(nbformat.writes(notebook))  # type: ignore[no-any-return]


def name(cell: Any) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def repaired(handed_in: Any) -> tuple[list[tuple[str, str, str]], list[str]]:
    data = handed_in if isinstance(handed_in, bytes) else json.dumps(handed_in).encode()
    notebook, notes = read_notebook(data)
    notes += restore(notebook, RELEASED)
    nbformat.validate(notebook)
    cells = [(name(cell), cell.cell_type, cell.source) for cell in notebook.cells if name(cell)]
    return cells, notes


HONEST, NOTHING = repaired(solved())


def damaged(damage: Callable[[Any], Any]) -> Any:
    notebook = solved()
    return damage(notebook) or notebook


@pytest.mark.parametrize("damage", damaging.DAMAGES)
def test_the_work_is_found_again(damage: Callable[[Any], Any], scored: Scored) -> None:
    found, _ = repaired(damaged(damage))
    scored("damaging", damage.__name__, len(HONEST), sum(map(eq, found, HONEST)))
    assert found == HONEST


def test_an_undamaged_notebook_is_left_as_it_is() -> None:
    assert NOTHING == []
    assert {name: source for name, _, source in HONEST if name in ANSWERS} == ANSWERS


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (damaging.utf_16, "was encoded as utf-16"),
        (damaging.no_marks, "had lost the metadata and could be told by the function"),
        (damaging.cells_in_reverse, "cells had been moved"),
        (damaging.a_copy_of_the_stub_below, "softmax stood there 2 times"),
        (damaging.an_answer_turned_into_text, "softmax had been turned into a markdown cell"),
        (damaging.an_edited_test, "had been changed; put back as released"),
        (damaging.a_deleted_test, "had gone; put back"),
        (damaging.an_old_format, "was in an old notebook format"),
    ],
)
def test_each_repair_is_noted(damage: Callable[[Any], Any], words: str) -> None:
    assert words in "; ".join(repaired(damaged(damage))[1])


def test_an_answer_that_is_gone_is_put_back_as_released() -> None:
    notebook = solved()
    notebook["cells"] = [cell for cell in notebook["cells"] if name(cell) != "softmax"]
    found, notes = repaired(notebook)
    sources = {name: source for name, _, source in found}
    assert "raise NotImplementedError" in sources["softmax"]
    assert {each: sources[each] for each in ANSWERS if each != "softmax"} == {
        each: text for each, text in ANSWERS.items() if each != "softmax"
    }
    assert "softmax had gone; put back as released" in notes


@given(st.floats(0.05, 0.999))
def test_a_file_that_was_cut_off_keeps_every_answer_before_the_cut(part: float) -> None:
    text = json.dumps(solved(), indent=1)
    kept = text[: int(len(text) * part)]
    found, notes = repaired(kept.encode())
    assert [each[0] for each in found] == [each[0] for each in HONEST]
    assert "its end was cut off" in notes
    sources = {name: source for name, _, source in found}
    for function, source in ANSWERS.items():
        if text.index(f"return '{function}'") + 400 < len(kept):
            assert sources[function] == source


@pytest.mark.parametrize(
    "data", [b"", b" \n", b"\x00" * 9, b"hello", b"[1, 2]", b"{}", b'{"cells": 5}', b"\x89PNG\r\n"]
)
def test_what_holds_no_work_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"empty|notebook|cells"):
        read_notebook(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        notebook, _ = read_notebook(data)
    except UnreadableError:
        return
    restore(notebook, RELEASED)
    nbformat.validate(notebook)


def test_cells_without_ids_get_the_same_ones_each_time() -> None:
    handed_in = solved()
    for cell in handed_in["cells"]:
        del cell["id"]
    data = json.dumps(handed_in).encode()
    first, second = read_notebook(data)[0], read_notebook(data)[0]
    assert [cell.id for cell in first.cells] == [cell.id for cell in second.cells]


def test_ids_chosen_to_collide_are_all_made_different() -> None:
    handed_in = solved()
    for position, cell in enumerate(handed_in["cells"]):
        cell["id"] = "a" * 50 + (f"-{position + 1}" if position % 2 else f"-{position}")
    ids = [cell.id for cell in read_notebook(json.dumps(handed_in).encode())[0].cells]
    assert len(set(ids)) == len(ids)


def test_outputs_are_kept_on_request_as_far_as_they_are_valid() -> None:
    said = {"output_type": "stream", "name": "stdout", "text": "said"}
    cell = {"cell_type": "code", "source": "1", "metadata": {}, "execution_count": 3}
    handed_in = {
        "cells": [cell | {"outputs": [said, 5, None, {"output_type": "stream", "text": 1}]}],
        "metadata": {},
    }
    data = json.dumps(handed_in).encode()
    assert read_notebook(data, outputs=True)[0].cells[0].outputs == [said]
    assert read_notebook(data)[0].cells[0].outputs == []


def test_marks_of_any_shape_are_taken_away_or_put_right() -> None:
    handed_in = solved()
    for cell, marks in zip(handed_in["cells"], [[], "x", 5, None, {"grade_id": 3}, {}] * 100, strict=False):
        cell["metadata"]["nbgrader"] = marks
    found, _ = repaired(handed_in)
    assert [each for each in found if each[0] in ANSWERS] == [each for each in HONEST if each[0] in ANSWERS]
