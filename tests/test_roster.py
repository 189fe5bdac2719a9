"""The roster, as learning systems export it: read in any form, and refused in words where it is unclear."""

import shutil
import sqlite3
from functools import partial
from pathlib import Path

import lms
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbgrader.api import Gradebook
from small_course import ADA, JOSE, lies, notebook, small_course
from typer.testing import CliRunner, Result

from course.cli import app
from course.collecting import Student, enrol, read_roster
from course.folder import CourseError, CourseFolder

CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Softmax (123)
,,,,,Manual Posting
    Points Possible,,,,,10.00
"Lovelace, Ada",12345,s01,ada,A,5
"García-López, José María",12346,s02,jose,A,
"Student, Test",99,,7f3e,A,
"""
MOODLE = """\
Identifier;First name;Surname;ID number;Email address
Participant 12345;Ada;Lovelace;s01;ada@x.edu
Participant 12346;José María;García-López;s02;jose@x.edu
"""


@pytest.fixture
def folder(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> CourseFolder:
    """A small course with a roster, to be in."""
    made = small_course(tmp_path / "course")
    for name in ("grader_config.py", "nbgrader_config.py"):
        shutil.copy(root / name, made.root)
    (made.root / "roster.csv").write_text(CANVAS, encoding="utf-8")
    monkeypatch.chdir(made.root)
    return made


def read(place: Path, data: bytes | str) -> list[tuple[str, str, str, str]]:
    path = place / "roster.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return [(each.id, each.first_name, each.last_name, each.number) for each in read_roster(path)]


BOTH = [("s01", "Ada", "Lovelace", "12345"), ("s02", "José María", "García-López", "12346")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_roster_is_read_in_any_encoding_with_any_separator(
    tmp_path: Path, encoding: str, separator: str, end: str
) -> None:
    assert read(tmp_path, MOODLE.replace(";", separator).replace("\n", end).encode(encoding)) == BOTH


def test_the_gradebook_that_canvas_exports_is_a_roster(tmp_path: Path) -> None:
    assert read(tmp_path, CANVAS) == BOTH
    assert [each.login for each in read_roster(tmp_path / "roster.csv")] == ["ada", "jose"]


@pytest.mark.parametrize(
    ("header", "row", "student"),
    [
        ("ID,Name", "ada,Ada Lovelace", ("ada", "Ada", "Lovelace", "")),
        ("id,name", 'ada,"Lovelace, Ada"', ("ada", "Ada", "Lovelace", "")),
        ("STUDENT ID,First Name,LAST NAME", "ada,Ada,Lovelace", ("ada", "Ada", "Lovelace", "")),
        ("student_id,e-mail", "ada,ada@x.edu", ("ada", "", "", "")),
        ("Username,Full name", "ada,Ada King Lovelace", ("ada", "Ada King", "Lovelace", "")),
        ("SIS User ID,ID,Student", ',77,"Lovelace, Ada"', ("77", "Ada", "Lovelace", "")),
        ("sep=;\nid;name", "ada;Ada Lovelace", ("ada", "Ada", "Lovelace", "")),
    ],
)
def test_columns_are_known_by_their_names(
    tmp_path: Path, header: str, row: str, student: tuple[str, ...]
) -> None:
    assert read(tmp_path, f"{header}\n\n{row}\n") == [student]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "roster.csv is empty."),
        ("a,b\n1,2\n", "has no column of ids with anything in it: it needs one of"),
        ("id,name\nada,A\nalan,B\nADA,C\n", "roster.csv: the id ada stands in lines 2 and 4."),
        ("id,name\nada,A\n,B\n,C\n", "roster.csv: line 3 has no id; line 4 has no id."),
        ("id\na/b\n", "the id 'a/b' in line 2 holds one of"),
        ("id\n..\n", "the id '..' in line 2 begins with a dot"),
        ("id\na\u202eb\n", "the id 'a\\u202eb' in line 2 holds characters that cannot be printed."),
        ('id,name\n"a\nb",x\n*,y\n', "the id '*' in line 4 holds one of"),
        ("id,identifier\na,Participant 5\nb,Participant 5\n", "the number 5 stands in lines 2 and 3."),
        ('id,name\n"' + "a" * 200_000, "cannot be read as CSV"),
    ],
)
def test_an_unclear_roster_is_refused_with_the_lines_to_mend(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CourseError) as refused:
        read(tmp_path, text)
    assert said in str(refused.value)


def test_a_roster_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="There is no roster at"):
        read_roster(tmp_path / "roster.csv")


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_a_roster_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("roster") / "roster.csv"
    path.write_bytes(b"id,name\n" + data)
    try:
        students = read_roster(path)
    except CourseError:
        return
    assert len({each.id for each in students}) == len(students) > 0


def test_the_students_are_entered_in_nbgraders_gradebook_and_what_is_not_said_stays(
    folder: CourseFolder,
) -> None:
    assert enrol(folder, [ADA, JOSE], lambda _: None) == 2
    assert enrol(folder, [Student("s1", email="ada@x.edu"), Student("s9")], lambda _: None) == 1
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        found = {
            each.id: (each.first_name, each.last_name, each.email, each.lms_user_id)
            for each in gradebook.students
        }
    assert found == {
        "s1": ("Ada", "Lovelace", "ada@x.edu", "11"),
        "s3": ("José María", "García-López", None, "13"),
        "s9": (None, None, None, None),
    }


def course(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def test_the_commands_take_the_roster_of_the_course(folder: CourseFolder) -> None:
    run = course("roster")
    assert (run.exit_code, run.stdout) == (0, "2 students are in the gradebook, 2 of them are new.\n")
    file = lms.canvas(ADA, "12345", 1, "homework.ipynb")
    lms.archive(
        folder.root / "a.zip", {file: notebook(), "x_1_2_softmax.ipynb": notebook(), "../y.ipynb": b""}
    )
    run = course("collect", "a.zip")
    assert run.exit_code == 0, run.stderr
    assert set(lies(folder)) == {"s01/softmax/softmax.ipynb"}
    for line in (
        "Nothing of softmax from:\n  s02 (José María García-López)",
        "s01, softmax: homework.ipynb was taken for softmax.ipynb",
        "Not taken, as whose or what it is cannot be told:\n  a.zip/x_1_2_softmax.ipynb x is not",
        "Refused:\n  a.zip/../y.ipynb leads out of the archive",
    ):
        assert line in run.stdout
    (row,) = (line for line in run.stdout.splitlines() if line.startswith("│ softmax"))
    assert [cell.strip() for cell in row.strip("│").split("│")] == ["softmax", "1", "", "", "", "", "1"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["collect", "nowhere.zip"], "There is no file or folder"),
        (["collect", "."], ". holds the course's own notebooks: name what students handed in."),
        (["collect", "submitted/x"], "submitted/x holds the course's own notebooks"),
        (["collect", "roster.csv"], "Nothing could be taken."),
        (["collect", "roster.csv", "--roster", "other.csv"], "There is no roster at other.csv"),
        (["collect", "roster.csv", "--topic", "softmix"], "release/ holds no notebook of softmix"),
        (
            ["collect", "roster.csv", "--file-times", "Mars"],
            "There is no time zone 'Mars': name one as in UTC",
        ),
        (["roster", "other.csv"], "There is no roster at other.csv"),
        (["watch", "nowhere"], "There is no folder nowhere"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    folder: CourseFolder, arguments: list[str], said: str
) -> None:
    run = course(*arguments)
    assert run.exit_code == 1
    assert run.stderr.startswith(said)
    assert len(run.stderr.splitlines()) == 1


def test_a_locked_gradebook_is_said_and_the_roster_can_be_entered_later(
    folder: CourseFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert course("roster").exit_code == 0
    monkeypatch.setattr(sqlite3.dbapi2, "connect", partial(sqlite3.connect, timeout=0.05))  # not five seconds
    with sqlite3.connect(folder.gradebook, isolation_level=None) as other:
        other.execute("begin exclusive")
        run = course("roster")
        other.execute("rollback")
    assert run.exit_code == 1
    assert "locked by another program" in run.stderr
    assert course("roster").exit_code == 0
