"""Progress and notes as one file: nothing is lost on the way, and what is no such file changes nothing."""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.lab.exercise import all_exercises, all_notebooks
from course.lab.moving import FILE, answer, loaded, saved
from course.lab.notes import LIMIT, merged_notes, read_note, write_note
from course.lab.progress import progress
from course.lab.record import Record, Steps, merged, read_record, write_record

NOTEBOOKS = st.sampled_from([each.name for each in all_notebooks()])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
RECORDS = st.builds(
    Record,
    st.dictionaries(
        st.sampled_from(list(all_exercises())),
        st.builds(Steps, st.integers(0, 9), st.booleans(), st.integers(0, 3)),
        max_size=4,
    ),
    st.dictionaries(NOTEBOOKS, st.floats(0, 1e6), max_size=3),
    st.dictionaries(
        NOTEBOOKS,
        st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)).map(
            lambda moment: moment.isoformat()
        ),
        max_size=3,
    ),
)
NOTES = st.dictionaries(NOTEBOOKS, TEXTS.filter(bool), max_size=3)
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture
def machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return what makes a new machine and goes to it, with this kept on it."""
    for name in ("NBGRADER_EXECUTION", "NBGRADER_VALIDATING"):
        monkeypatch.delenv(name, raising=False)

    def new(record: Record | None = None, notes: dict[str, str] | None = None) -> Path:
        place = tmp_path_factory.mktemp("home")
        monkeypatch.setenv("MATH_TO_CODE_HOME", str(place))
        if record is not None:
            write_record(place / "progress.json", record)
        for name, text in (notes or {}).items():
            write_note(place, name, text)
        return place

    return new


def files(place: Path) -> dict[str, bytes]:
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def load(text: str) -> str:
    return str(answer({"do": "load", "text": text}).get("problem", ""))


@FEW
@given(record=RECORDS, notes=NOTES)
def test_what_is_saved_and_loaded_on_an_empty_machine_is_the_same(
    record: Record, notes: dict[str, str], machine: Any
) -> None:
    first = machine(record, notes)
    text = saved()
    second = machine()
    loaded(text)
    assert read_record(second / "progress.json") == read_record(first / "progress.json")
    assert {name: read_note(second, name) for name in notes} == notes
    assert saved() == text


@FEW
@given(here=RECORDS, there=RECORDS, ours=NOTES, theirs=NOTES)
def test_loading_loses_nothing_and_loading_twice_changes_nothing_more(
    here: Record, there: Record, ours: dict[str, str], theirs: dict[str, str], machine: Any
) -> None:
    machine(there, theirs)
    text = saved()
    place = machine(here, ours)
    loaded(text)
    once = files(place)
    loaded(text)
    assert files(place) == once
    both = read_record(place / "progress.json")
    for one in (here, there):
        for name, steps in one.exercises.items():
            assert both.exercises[name].passed >= steps.passed
            assert both.exercises[name].checks >= steps.checks
            assert both.exercises[name].hints >= steps.hints
        assert all(both.seconds[name] >= seconds for name, seconds in one.seconds.items())
        assert all(both.last[name] >= moment for name, moment in one.last.items())
    for one_notes in (ours, theirs):
        assert all(note in read_note(place, name) for name, note in one_notes.items())


@given(one=RECORDS, other=RECORDS, third=RECORDS)
def test_the_order_in_which_records_are_merged_does_not_matter(
    one: Record, other: Record, third: Record
) -> None:
    assert merged(one, other) == merged(other, one)
    assert merged(merged(one, other), third) == merged(one, merged(other, third))
    assert merged(one, one) == one == merged(one, Record())


@given(ours=TEXTS, theirs=TEXTS)
def test_notes_that_went_there_and_back_do_not_grow(ours: str, theirs: str) -> None:
    both = merged_notes(ours, theirs)
    assert merged_notes(theirs, both) == merged_notes(both, theirs) == both


def test_the_merged_record_is_what_a_person_would_write_down() -> None:
    one = Record({"a": Steps(5, True, 0), "b": Steps(1)}, {"t": 60.0}, {"t": "2026-01-02T10:00:00+00:00"})
    other = Record({"a": Steps(2, False, 3)}, {"t": 90.0}, {"t": "2026-01-02T10:30:00+01:00"})
    assert asdict(merged(one, other)) == {
        "exercises": {
            "a": {"checks": 5, "passed": True, "hints": 3},
            "b": {"checks": 1, "passed": False, "hints": 0},
        },
        "seconds": {"t": 90.0},
        "last": {"t": "2026-01-02T10:00:00+00:00"},
    }


def test_a_joined_note_that_is_too_long_is_kept_whole_and_said(machine: Any) -> None:
    machine(Record(), {"softmax": "a" * LIMIT})
    text = saved()
    place = machine(Record(), {"softmax": "b" * LIMIT, "ridge_path": "c"})
    said = loaded(text)
    whole = read_note(place, "softmax")
    assert "a" * LIMIT in whole
    assert "b" * LIMIT in whole
    assert f"The notes on softmax are {len(whole) - LIMIT:,} over the limit of 8,000 characters now" in said
    assert "ridge_path" not in said


STEPS = {"checks": 1, "passed": True, "hints": 0}


def file(**changes: Any) -> str:
    progress = {"exercises": {"softmax": STEPS}, "seconds": {"softmax": 5.0}, "last": {}}
    return json.dumps({"math-to-code": 1, "progress": progress, "notes": {"softmax": "x"}, **changes})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is not a whole"),
        (file()[:-20], "is not a whole"),
        ("[" * 100_000, "is not a whole"),
        ("x" * 2_000_001, "too large"),
        ("[]", "something else"),
        ('{"cells": []}', "something else"),
        (file(**{"math-to-code": True}), "something else"),
        (file(**{"math-to-code": 2}), "later version"),
        (file(progress={}), "is damaged"),
        (
            file(progress={"exercises": {"softmax": {**STEPS, "x": 1}}, "seconds": {}, "last": {}}),
            "is damaged",
        ),
        (
            file(progress={"exercises": {"softmax": {**STEPS, "checks": "9"}}, "seconds": {}, "last": {}}),
            "is damaged",
        ),
        (file(progress={"exercises": {}, "seconds": {"softmax": float("nan")}, "last": {}}), "is damaged"),
        (file(progress={"exercises": {}, "seconds": {}, "last": {"softmax": "soon"}}), "is damaged"),
        (file(notes={"softmax": 3}), "is damaged"),
        (file(notes={"softmax": "\ud83d"}), "is damaged"),
        (file(notes=["softmax"]), "is damaged"),
        (file(notes={"../../.bashrc": "x"}), "not known here"),
    ],
)
def test_a_file_that_is_something_else_gets_a_sentence_and_changes_nothing(
    text: str, sentence: str, machine: Any
) -> None:
    place = machine(Record({"softmax": Steps(1, True)}), {"softmax": "mine"})
    before = files(place)
    problem = load(text)
    assert sentence in problem
    assert problem.endswith("Nothing was changed.")
    assert "\n" not in problem
    assert files(place) == before


def test_the_file_itself_would_be_taken(machine: Any) -> None:
    place = machine()
    assert load(file()) == ""
    assert read_note(place, "softmax") == "x"
    assert read_record(place / "progress.json").of("softmax").passed


@pytest.mark.parametrize("name", ["progress.json", "notes/softmax.txt"])
def test_what_is_kept_here_and_cannot_be_read_is_not_touched(name: str, machine: Any) -> None:
    place = machine(Record(), {"softmax": "mine"})
    (place / name).write_bytes(b"\xff")
    before = files(place)
    assert "Nothing was changed." in load(file())
    assert "problem" in answer({"do": "save"})
    assert files(place) == before


def test_where_nothing_can_be_written_the_reader_is_told_and_may_try_again(machine: Any) -> None:
    place = machine()
    (place / "notes").write_text("in the way")
    assert "Load the file again" in load(file())
    (place / "notes").unlink()
    assert load(file()) == ""
    assert read_note(place, "softmax") == "x"


def test_the_file_has_a_name_of_its_own_and_says_its_version(machine: Any) -> None:
    machine(Record({"softmax": Steps(1, True)}))
    reply = answer({"do": "save"})
    assert reply["file"] == FILE == "math-to-code-progress.json"
    assert json.loads(reply["text"])["math-to-code"] == 1


def test_where_nothing_is_kept_there_are_no_buttons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATH_TO_CODE_HOME", "")
    with pytest.raises(NotImplementedError):
        progress()._ipython_display_()
    assert "Nothing is kept here" in answer({"do": "save"})["problem"]
