"""Whose a file is: every name in every system's writing leads back to its student, and to no other."""

import unicodedata
from collections.abc import Callable

import lms
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course.collecting import Roster, Student
from course.collecting.file_names import read_file_name, without
from course.collecting.labels import Label, System, read_label
from course.collecting.names import key, unfit

LETTERS = st.characters(categories=["Ll", "Lu", "Lo"]) | st.sampled_from("éüñøßıİşłçÅЖδ李한")
WORDS = st.text(LETTERS, min_size=1, max_size=6)
NAMES = st.lists(WORDS, min_size=1, max_size=3).flatmap(
    lambda words: st.sampled_from([" ", "-", "'", "’", ". "]).map(lambda between: between.join(words))
)
PEOPLE = st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=8).map(
    lambda names: [Student(f"s{place}", first, last) for place, (first, last) in enumerate(names)]
)
FORMS = st.sampled_from(["NFC", "NFD", "NFKC"])
WRITINGS: list[Callable[[Student], str]] = [
    lambda student: lms.canvas(student, "345", 678, "softmax.ipynb"),
    lambda student: lms.canvas(student, "345", 678, "softmax-1.ipynb", late=True),
    lambda student: lms.moodle_folder(student, "345"),
    lambda student: lms.moodle_folder(student, "345") + "_",
    lambda student: lms.moodle_file(student, "345", "soft_max (1).ipynb"),
]


def orders(student: Student) -> set[str]:
    """Return what a name is with its words in any turn, as lists would have it."""
    words = f"{student.first_name} {student.last_name}".split()
    turns = [words[place:] + words[:place] for place in range(len(words))]
    return {key("".join(turn)) for turn in turns} | {key(student.last_name + student.first_name)}


@settings(deadline=None)
@given(PEOPLE, st.data(), FORMS, st.sampled_from(WRITINGS))
def test_a_name_in_any_writing_is_matched_to_its_student_and_to_no_other(
    people: list[Student], data: st.DataObject, form: str, write: Callable[[Student], str]
) -> None:
    student = data.draw(st.sampled_from(people))
    label = read_label(unicodedata.normalize(form, write(student)))  # type: ignore[arg-type]
    assert label is not None
    match = Roster(people).by_label(label)
    alone = all(not orders(student) & orders(other) for other in people if other is not student)
    if alone:
        assert match.student == student.id, label
    else:
        assert match.student in ("", student.id), label
        assert match.student or match.doubled


@settings(deadline=None)
@given(PEOPLE, st.data(), st.sampled_from(WRITINGS))
def test_the_systems_number_tells_students_of_the_same_name_apart(
    people: list[Student], data: st.DataObject, write: Callable[[Student], str]
) -> None:
    student = data.draw(st.sampled_from(people))
    twin = Student("twin", student.first_name, student.last_name, number="9")
    numbered = Student(student.id, student.first_name, student.last_name, number="345")
    others = [each for each in people if each is not student]
    label = read_label(write(student))
    assert label is not None
    assert Roster([*others, twin, numbered]).by_label(label).student == student.id


@settings(deadline=None)
@given(NAMES, NAMES)
def test_names_are_compared_by_their_letters_however_they_are_encoded(first: str, last: str) -> None:
    for form in ("NFC", "NFD"):
        assert key(unicodedata.normalize(form, first + last)) == key(f"{first}- {last}")  # type: ignore[arg-type]
    assert key(key(first)) == key(first)


def test_an_accent_makes_another_name() -> None:
    match = Roster([Student("s1", "Jose", "Garcia")]).by_label(Label(System.MOODLE, "José García", "1"))
    assert match.student == ""
    assert match.problem == "José García is not on the roster: did you mean s1 (Jose Garcia)?"


@settings(deadline=None)
@given(NAMES, PEOPLE)
def test_a_name_that_is_only_alike_is_proposed_and_never_taken(name: str, people: list[Student]) -> None:
    assume(all(key(name) not in orders(each) and key(name) != key(each.id) for each in people))
    match = Roster(people).by_label(Label(System.MOODLE, name, "1"))
    assert match.student == ""
    assert "is not on the roster" in match.problem


ADA = Student("s1", "Ada", "Lovelace", email="ada@x.edu", number="12", login="al815")


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (Label(System.CANVAS, "lovelaceada", "13"), "its number 13 is not that of s1 (Ada Lovelace), 12"),
        (Label(System.CANVAS, "turingalan", "12"), "its number 12 is of s1 (Ada Lovelace), its name of s2"),
        (Label(System.CANVAS, "", "anon_ab3Xz"), "was handed in without a name"),
        (Label(System.EXCHANGE, "lovelace"), "lovelace is not on the roster"),
    ],
)
def test_what_contradicts_itself_is_not_taken(label: Label, said: str) -> None:
    match = Roster([ADA, Student("s2", "Alan", "Turing", number="14")]).by_label(label)
    assert match.student == ""
    assert match.problem.startswith(said)


def test_canvas_writes_the_last_name_first() -> None:
    roster = Roster([Student("ann", "Ann", "Lee"), Student("lee", "Lee", "Ann")])
    assert roster.by_label(Label(System.CANVAS, "leeann", "1")).student == "ann"
    assert roster.by_label(Label(System.MOODLE, "Lee Ann", "1")).doubled


@pytest.mark.parametrize("name", ["vanderbergjan", "bergjanvander", "janvanderberg"])
def test_where_the_last_name_begins_is_not_asked(name: str) -> None:
    roster = Roster([Student("jan", "Jan van der", "Berg", name="Jan van der Berg"), ADA])
    assert roster.by_label(Label(System.CANVAS, name, "1")).student == "jan"


def test_capitals_and_sharp_s_make_no_other_name() -> None:
    assert key("Groß, ÉMILE") == key("grossémile")


@pytest.mark.parametrize(
    "name", ["s1", "S1", "al815", "ADA@x.edu", "ada lovelace", "Lovelace, Ada", "ada_lovelace"]
)
def test_a_folder_may_be_named_by_any_id_or_by_the_name(name: str) -> None:
    match = Roster([ADA]).by_text(name)
    assert match is not None
    assert match.student == "s1"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("lovelaceada_12_34_a.ipynb", Label(System.CANVAS, "lovelaceada", "12", 34, file="a.ipynb")),
        ("o_neill_LATE_1_2_a-1.ipynb", Label(System.CANVAS, "o_neill", "1", 2, late=True, file="a-1.ipynb")),
        ("LATE_anon_ab3Xz_77_a.zip", Label(System.CANVAS, "", "anon_ab3Xz", 77, late=True, file="a.zip")),
        ("anon_ab3Xz_77_a.ipynb", Label(System.CANVAS, "", "anon_ab3Xz", 77, file="a.ipynb")),
        ("Ada King_5_assignsubmission_file_", Label(System.MOODLE, "Ada King", "5")),
        ("Ada King_5_assignsubmission_file", Label(System.MOODLE, "Ada King", "5")),
        (
            "Participant_5_assignsubmission_file_a_b.ipynb",
            Label(System.MOODLE, "Participant", "5", file="a_b.ipynb"),
        ),
        ("softmax.ipynb", None),
        ("ada_softmax.ipynb", None),
        ("lovelaceada_12_text.html", None),
    ],
)
def test_labels_of_canvas_and_moodle_are_read(name: str, label: Label | None) -> None:
    assert read_label(name) == label


@pytest.mark.parametrize(
    ("name", "student", "time"),
    [
        ("ada+softmax+2026-05-01 10:00:00.123456 UTC", "ada", "2026-05-01T10:00:00.123456+00:00"),
        ("a+b+softmax+2026-05-01 10:00:00 EST+aGVsbG8-_x==", "a+b", "2026-05-01T15:00:00+00:00"),
        ("ada+softmax+2026-05-01 10:00:00 +04+aGVs", "ada", "2026-05-01T06:00:00+00:00"),
        ("ada+softmax+2026-05-01 10:00:00 -0330", "ada", "2026-05-01T13:30:00+00:00"),
    ],
)
def test_folders_of_the_exchange_tell_the_student_and_the_time_in_utc(
    name: str, student: str, time: str
) -> None:
    label = read_label(name)
    assert label is not None
    assert label.handed_in is not None
    assert (label.system, label.name, label.handed_in.isoformat()) == (System.EXCHANGE, student, time)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("softmax.ipynb", 0),
        ("Softmax.ipynb", 0),
        ("softmax(2).ipynb", 2),
        ("softmax (1).ipynb", 1),
        ("softmax-3.ipynb", 3),
        ("softmax-Copy1.ipynb", -1),
        ("Copy of softmax.ipynb", -1),
        ("softmax - Copy (2).ipynb", -1),
        ("softmax.ipynb.txt", 0),
        ("softmax.ipynb.json", 0),
        ("softmax.ipynb (4).txt", 4),
        ("softmax-1 (2).ipynb", 2),
    ],
)
def test_what_browsers_and_editors_add_to_a_name_is_seen_through(name: str, number: int) -> None:
    found = read_file_name(name)
    assert found is not None
    assert (found.number, without(found.stem, "softmax")) == (number, "")


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_a_label_or_none_and_a_name_or_none(text: str) -> None:
    read_label(text)
    found = read_file_name(text)
    assert found is None or without(found.stem, "ridge_path") is None or found.stem
    if not unfit(text):
        assert text.isprintable()
        assert text not in ("", ".", "..")
        assert "/" not in text
        assert "\\" not in text
