"""What a learning system gives is put where it belongs, and what is unclear is listed."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import lms
import pytest
from small_course import ADA, ALAN, JOSE, MAY, filed, lies, loose, notebook, small_course, take

from course.collecting import Student
from course.folder import CourseError, CourseFolder


@pytest.fixture
def folder(tmp_path: Path) -> CourseFolder:
    """A course folder with two small released topics."""
    return small_course(tmp_path / "course")


def test_a_zip_of_canvas_is_put_in_place_and_the_table_is_complete(
    folder: CourseFolder, tmp_path: Path
) -> None:
    path = lms.archive(
        tmp_path / "submissions.zip",
        {
            lms.canvas(ADA, "11", 501, "softmax.ipynb"): notebook(text="first"),
            lms.canvas(ADA, "11", 502, "softmax-1.ipynb"): notebook(text="second"),
            lms.canvas(JOSE, "13", 503, "Softmax (1).ipynb", late=True): notebook(text="jose"),
            lms.canvas(JOSE, "13", 504, "report.pdf"): b"%PDF",
            "stranger_99_505_softmax.ipynb": notebook(),
        },
    )
    result = take(folder, path)
    assert filed(result) == {"s1": "taken", "s3": "taken"}
    assert [each.student for each in result.taken if each.late] == ["s3"]
    assert result.missing == {"softmax": ["s2 (Alan Turing)"]}
    (stranger,) = result.unmatched
    assert stranger.startswith("submissions.zip/stranger_99_505_softmax.ipynb stranger is not on the roster")
    assert result.left_out == [f"submissions.zip/{lms.canvas(JOSE, '13', 504, 'report.pdf')}"]
    assert lies(folder) == {
        "s1/softmax/softmax.ipynb": notebook(text="second"),
        ".earlier/s1/softmax/2026-05-01T10-00-00Z/softmax.ipynb": notebook(text="first"),
        "s3/softmax/softmax.ipynb": notebook(text="jose"),
    }


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("end", ["", "_"])
def test_a_zip_of_moodle_is_put_in_place_with_and_without_folders(
    folder: CourseFolder, tmp_path: Path, form: str, end: str
) -> None:
    inside = {
        f"{lms.moodle_folder(JOSE, '900')}{end}/softmax.ipynb": notebook(text="jose"),
        lms.moodle_file(ADA, "901", "softmax.ipynb"): notebook(text="ada"),
        f"{lms.moodle_folder(ALAN, '902')}{end}/answers/softmax(2).ipynb": notebook(text="alan"),
    }
    files = {unicodedata.normalize(form, name): data for name, data in inside.items()}  # type: ignore[arg-type]
    result = take(folder, lms.archive(tmp_path / "CS101-Softmax-77.zip", files))
    assert filed(result) == {"s1": "taken", "s2": "taken", "s3": "taken"}
    assert lies(folder)["s3/softmax/softmax.ipynb"] == notebook(text="jose")
    assert not result.unmatched


def test_the_folders_of_the_exchange_bring_their_time_and_the_newest_counts(
    folder: CourseFolder, tmp_path: Path
) -> None:
    inbound = tmp_path / "inbound"
    for hour, text in ((5, "last"), (2, "first"), (4, "middle")):
        place = inbound / f"s1+softmax+2026-05-01 {hour:02}:00:00.000000 EST+cmFuZG9t"
        loose(place, "softmax.ipynb", notebook(text=text))
        loose(place, "timestamp.txt", b"2026-05-01 00:00:00.000000 UTC")
        loose(place, "submission_secret.txt", b"00")
    result = take(folder, inbound)
    assert filed(result) == {"s1": "taken"}
    assert not result.left_out
    assert lies(folder) == {
        "s1/softmax/softmax.ipynb": notebook(text="last"),
        "s1/softmax/timestamp.txt": b"2026-05-01 10:00:00.000000 UTC\n",
        ".earlier/s1/softmax/2026-05-01T07-00-00Z/softmax.ipynb": notebook(text="first"),
        ".earlier/s1/softmax/2026-05-01T07-00-00Z/timestamp.txt": b"2026-05-01 07:00:00.000000 UTC\n",
        ".earlier/s1/softmax/2026-05-01T09-00-00Z/softmax.ipynb": notebook(text="middle"),
        ".earlier/s1/softmax/2026-05-01T09-00-00Z/timestamp.txt": b"2026-05-01 09:00:00.000000 UTC\n",
    }


def test_a_second_collect_of_the_same_changes_nothing(folder: CourseFolder, tmp_path: Path) -> None:
    files = {
        lms.canvas(ADA, "11", 501, "softmax.ipynb"): notebook(text="first"),
        lms.canvas(ADA, "11", 502, "softmax-1.ipynb"): notebook(text="second"),
        lms.canvas(ALAN, "12", 503, "softmax.ipynb"): notebook(text="alan"),
    }
    path = lms.archive(tmp_path / "a.zip", files)
    take(folder, path)
    before = lies(folder), stamps(folder)
    assert filed(take(folder, path)) == {"s1": "unchanged", "s2": "unchanged"}
    assert (lies(folder), stamps(folder)) == before


def stamps(folder: CourseFolder) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.submitted.rglob("*.ipynb")}


def test_a_resubmission_takes_the_place_and_the_earlier_one_is_kept(
    folder: CourseFolder, tmp_path: Path
) -> None:
    name = lms.moodle_file(ADA, "1", "softmax.ipynb")
    old = lms.archive(tmp_path / "old.zip", {name: notebook(text="old")}, datetime(2026, 5, 1, 10))
    new = lms.archive(tmp_path / "new.zip", {name: notebook(text="new")}, datetime(2026, 5, 3, 10))
    assert filed(take(folder, old)) == {"s1": "taken"}
    assert filed(take(folder, new)) == {"s1": "replaced"}
    expected = {
        "s1/softmax/softmax.ipynb": notebook(text="new"),
        ".earlier/s1/softmax/2026-05-01T10-00-00Z/softmax.ipynb": notebook(text="old"),
    }
    assert lies(folder) == expected
    assert filed(take(folder, old)) == {"s1": "older"}
    assert lies(folder) == expected


def test_what_was_put_there_by_hand_is_kept_and_a_later_one_there_stays(
    folder: CourseFolder, tmp_path: Path
) -> None:
    loose(folder.submitted, "s1/softmax/softmax.ipynb", notebook(text="by hand"), MAY)
    loose(folder.submitted, "s1/softmax/notes.txt", b"mine", MAY)
    older = loose(tmp_path / "in", "s1/softmax.ipynb", notebook(text="older"), MAY - timedelta(days=1))
    assert filed(take(folder, older.parent)) == {"s1": "older"}
    assert lies(folder)["s1/softmax/softmax.ipynb"] == notebook(text="by hand")
    newer = loose(tmp_path / "in", "s1/softmax.ipynb", notebook(text="newer"), MAY + timedelta(days=1))
    assert filed(take(folder, newer.parent)) == {"s1": "replaced"}
    kept = lies(folder)
    assert kept["s1/softmax/softmax.ipynb"] == notebook(text="newer")
    assert kept[".earlier/s1/softmax/2026-05-01T10-00-00Z/softmax.ipynb"] == notebook(text="by hand")
    assert kept[".earlier/s1/softmax/2026-05-01T10-00-00Z/notes.txt"] == b"mine"
    assert kept[".earlier/s1/softmax/2026-04-30T10-00-00Z/softmax.ipynb"] == notebook(text="older")


@pytest.mark.parametrize(
    "name",
    [
        "softmax.ipynb",
        "Softmax.ipynb",
        "softmax(2).ipynb",
        "softmax (1).ipynb",
        "softmax-Copy1.ipynb",
        "softmax.ipynb.txt",
        "softmax.ipynb.json",
        "homework 3.ipynb",
    ],
)
def test_a_renamed_notebook_is_told_by_what_is_in_it(folder: CourseFolder, tmp_path: Path, name: str) -> None:
    path = loose(tmp_path / "in", f"Ada Lovelace/{name}", notebook(text=name))
    result = take(folder, path.parent.parent)
    assert filed(result) == {"s1": "taken"}
    assert lies(folder) == {"s1/softmax/softmax.ipynb": notebook(text=name)}
    (taken,) = result.taken
    odd = name.endswith((".txt", ".json")) or name == "homework 3.ipynb"
    said = (f"{name} was taken for softmax.ipynb",) if odd else ()
    assert taken.notes == said


def test_a_notebook_that_lost_its_metadata_is_told_by_its_functions(
    folder: CourseFolder, tmp_path: Path
) -> None:
    data = notebook("ridge_path", marked=False).decode().encode("utf-16")
    loose(tmp_path / "in", "s2/untitled.ipynb", data)
    assert filed(take(folder, tmp_path / "in")) == {"s2": "taken"}
    assert lies(folder) == {"s2/ridge_path/ridge_path.ipynb": data}


def test_a_name_counts_where_nothing_in_the_file_can_be_told(folder: CourseFolder, tmp_path: Path) -> None:
    loose(tmp_path / "in", "s1/softmax.ipynb", b"")
    loose(tmp_path / "in", "s2/softmax.ipynb", b'{"cells": [{"cell_ty')
    loose(tmp_path / "in", "s3/whatever.ipynb", b'{"cells": []}')
    result = take(folder, tmp_path / "in")
    assert filed(result) == {"s1": "taken", "s2": "taken"}
    assert result.unmatched == ["in/s3/whatever.ipynb is no notebook of this course"]


def test_the_wrong_notebook_is_not_taken_for_what_it_is_called(folder: CourseFolder, tmp_path: Path) -> None:
    loose(tmp_path / "in", "s1/softmax.ipynb", notebook("ridge_path"))
    loose(tmp_path / "in", "s2/other.ipynb", notebook("ridge_path"))
    result = take(folder, tmp_path / "in", topic="softmax")
    assert not result.taken
    assert result.unmatched == [
        "in/s1/softmax.ipynb is called softmax, but holds ridge_path: rename it to what it is",
        "in/s2/other.ipynb is of ridge_path, not of softmax",
    ]
    assert result.missing["softmax"] == list(map(str, (ADA, ALAN, JOSE)))


def test_two_students_of_one_name_are_listed_and_neither_is_taken(
    folder: CourseFolder, tmp_path: Path
) -> None:
    twins = [Student("t1", "Ada", "Lovelace"), Student("t2", "Ada", "Lovelace"), ALAN]
    files = {
        f"{lms.moodle_folder(ADA, '1')}/softmax.ipynb": notebook(text="one"),
        f"{lms.moodle_folder(ALAN, '3')}/softmax.ipynb": notebook(),
    }
    result = take(folder, lms.archive(tmp_path / "a.zip", files), twins)
    assert filed(result) == {"s2": "taken"}
    (said,) = result.doubled
    assert said.endswith("could be of t1 (Ada Lovelace) or t2 (Ada Lovelace)")


@pytest.mark.parametrize("roster", [(), (Student("s1", "Ada", "Lovelace"), ALAN)])
def test_one_name_with_two_numbers_is_two_students_and_neither_is_taken(
    folder: CourseFolder, tmp_path: Path, roster: Sequence[Student]
) -> None:
    files = {
        f"{lms.moodle_folder(ADA, '1')}/softmax.ipynb": notebook(text="one"),
        f"{lms.moodle_folder(ADA, '2')}/softmax.ipynb": notebook(text="other"),
        f"{lms.moodle_folder(ALAN, '3')}/softmax.ipynb": notebook(),
    }
    result = take(folder, lms.archive(tmp_path / "a.zip", files), roster)
    assert len(result.taken) == 1
    assert len(result.doubled) == 2
    assert all("(Moodle 1, Moodle 2): give a roster with these numbers" in each for each in result.doubled)
    assert len(lies(folder)) == 1


@pytest.mark.parametrize(
    ("files", "students"),
    [
        (["ada/softmax.ipynb"], {"ada"}),
        (["ada/softmax.ipynb", "alan/softmax.ipynb"], {"ada", "alan"}),
        (["ada/softmax/softmax.ipynb", "alan/softmax/work.ipynb"], {"ada", "alan"}),
        (["week 3/ada/a.ipynb", "week 3/alan/answers/b.ipynb"], {"ada", "alan"}),
        (["ada_softmax.ipynb", "softmax-alan.ipynb", "emmy.ipynb"], {"ada", "alan", "emmy"}),
        (["ada/softmax.ipynb", "ada/softmax-1.ipynb"], {"ada"}),
        ([lms.canvas(ADA, "1", 2, "softmax.ipynb")], {"lovelaceada"}),
        ([lms.moodle_folder(JOSE, "1") + "/softmax.ipynb"], {"José María García-López"}),
        (["Participant_17_assignsubmission_file/softmax.ipynb"], {"Participant_17"}),
        (["softmax_2026_05_01.ipynb"], {"class"}),
    ],
)
def test_without_a_roster_labels_and_folders_give_the_ids(
    folder: CourseFolder, tmp_path: Path, files: list[str], students: set[str]
) -> None:
    data = {unicodedata.normalize("NFD", name): notebook(text=name) for name in files}
    result = take(folder, lms.archive(tmp_path / "class.zip", data), roster=())
    assert set(filed(result)) == students
    assert not result.unmatched


def test_a_file_that_says_nothing_of_its_student_is_not_taken(folder: CourseFolder, tmp_path: Path) -> None:
    path = loose(tmp_path, "softmax (1).ipynb", notebook())
    for roster in ((), (ADA,)):
        result = take(folder, path, roster)
        assert not result.taken
        assert "does not say whose it is" in result.unmatched[0]


def test_what_a_student_packed_is_read_and_its_names_are_not_believed(
    folder: CourseFolder, tmp_path: Path
) -> None:
    name = lms.canvas(ADA, "11", 501, "work.zip")
    inner = lms.archive(
        tmp_path / "inner.zip", {f"{lms.moodle_folder(ALAN, '12')}/softmax.ipynb": notebook()}
    )
    outer = lms.archive(tmp_path / "outer.zip", {name: inner.read_bytes()})
    assert filed(take(folder, outer)) == {"s1": "taken"}
    assert set(lies(folder)) == {"s1/softmax/softmax.ipynb"}


def test_a_zip_in_a_zip_in_a_zip_is_refused_by_its_name(folder: CourseFolder, tmp_path: Path) -> None:
    third = lms.archive(tmp_path / "third.zip", {"softmax.ipynb": notebook()})
    second = lms.archive(
        tmp_path / "second.zip", {"third.zip": third.read_bytes(), "softmax.ipynb": notebook()}
    )
    first = lms.archive(tmp_path / "first.zip", {lms.canvas(ADA, "11", 1, "a.zip"): second.read_bytes()})
    result = take(folder, first)
    assert filed(result) == {"s1": "taken"}
    (said,) = result.refused
    assert said.startswith("first.zip/lovelaceada_11_1_a.zip/third.zip is a zip in a zip in a zip")


def test_only_files_that_the_release_has_too_are_kept_beside_a_notebook(
    folder: CourseFolder, tmp_path: Path
) -> None:
    files = {
        f"{lms.moodle_folder(ADA, '1')}/softmax.ipynb": notebook(),
        f"{lms.moodle_folder(ADA, '1')}/scores.csv": b"3,4\n",
        f"{lms.moodle_folder(ADA, '1')}/notes.txt": b"mine",
        f"{lms.moodle_folder(ALAN, '2')}/scores.csv": b"5,6\n",
    }
    result = take(folder, lms.archive(tmp_path / "a.zip", files))
    assert lies(folder) == {"s1/softmax/softmax.ipynb": notebook(), "s1/softmax/scores.csv": b"3,4\n"}
    assert [each.rsplit("/", 1)[1] for each in result.left_out] == ["notes.txt", "scores.csv"]


def test_where_files_of_many_lie_together_each_has_its_own(folder: CourseFolder, tmp_path: Path) -> None:
    files = {
        lms.moodle_file(ADA, "1", "softmax.ipynb"): notebook(),
        lms.moodle_file(ADA, "1", "scores.csv"): b"3,4\n",
        lms.moodle_file(ALAN, "2", "scores.csv"): b"5,6\n",
    }
    take(folder, lms.archive(tmp_path / "a.zip", files))
    assert lies(folder)["s1/softmax/scores.csv"] == b"3,4\n"


def test_what_systems_and_editors_leave_is_passed_over(folder: CourseFolder, tmp_path: Path) -> None:
    base = lms.moodle_folder(ADA, "1")
    files = {
        f"__MACOSX/{base}/._softmax.ipynb": notebook(text="no"),
        f"{base}/.DS_Store": b"",
        f"{base}/.ipynb_checkpoints/softmax-checkpoint.ipynb": notebook(text="no"),
        f"{base}/softmax.ipynb": notebook(text="yes"),
    }
    result = take(folder, lms.archive(tmp_path / "a.zip", files))
    assert lies(folder) == {"s1/softmax/softmax.ipynb": notebook(text="yes")}
    assert not result.left_out


def test_times_are_those_of_handing_in_only_where_that_is_said(folder: CourseFolder, tmp_path: Path) -> None:
    path = lms.archive(tmp_path / "a.zip", {lms.canvas(ADA, "11", 1, "softmax.ipynb"): notebook()})
    take(folder, path)
    assert set(lies(folder)) == {"s1/softmax/softmax.ipynb"}
    assert filed(take(folder, path, by_file_times=True)) == {"s1": "replaced"}
    assert lies(folder)["s1/softmax/timestamp.txt"] == b"2026-05-01 10:00:00.000000 UTC\n"


def test_a_topic_that_is_not_released_is_said(folder: CourseFolder, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="release/ holds no notebook of softmix: run"):
        take(folder, loose(tmp_path, "a.ipynb", notebook()), topic="softmix")
    with pytest.raises(CourseError, match="release/ holds no notebook to tell submissions by"):
        take(CourseFolder(tmp_path), tmp_path / "a.ipynb")
    with pytest.raises(CourseError, match=r"There is no file or folder .*nowhere\.zip"):
        take(folder, tmp_path / "nowhere.zip")
