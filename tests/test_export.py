"""Exports: every point arrives where the learning management system looks for it, and nothing else does."""

import csv
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from commands import run_course
from copies import copy_course
from hypothesis import given, settings
from hypothesis import strategies as st
from nbgrader.api import Gradebook
from releases import release

from course import exporting
from course.csv_file import harmless, number, read_csv, write_csv
from course.exporting.book import Student
from course.exporting.matching import match
from course.folder import CourseError, CourseFolder
from course.grading.gradebook import write_grades
from course.grading.marking import Marked
from course.grading.recording import Recorder, Work
from course.nbgrader_frame import nbgrader_settings

BIN = Path(sys.executable).parent
TOPICS = ("start_here", "softmax")
CANVAS = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
ROSTER = {
    "ada": ("Ada", "Lovelace", "ada@example.org", "101"),
    "bob": ('Bob "Bobby"', "Ba,ker", "bob@example.org", "102"),
    "cleo": ("Cléo\nMarie", "=HYPERLINK(1)", "cleo@example.org", "103"),
    "dan": ("Dan", "-Dash", "dan@example.org", "104"),
    "eve": ("Ève", "@Ünal", "eve@example.org", "105"),
}


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A course with two released topics and a roster; tests copy it."""
    folder = copy_course(tmp_path_factory.mktemp("released"))
    release(folder, *TOPICS)
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        for student, (first, last, email, number_in_lms) in ROSTER.items():
            gradebook.add_student(
                student, first_name=first, last_name=last, email=email, lms_user_id=number_in_lms
            )
    return folder


@pytest.fixture
def course(released: CourseFolder, tmp_path: Path) -> CourseFolder:
    """The same, with a share of the points recorded: dan handed in one topic, eve nothing."""
    folder = CourseFolder(Path(shutil.copytree(released.root, tmp_path / "course")))
    record(folder, "ada", {"start_here": 1.0, "softmax": 0.5})
    record(folder, "bob", {"start_here": 0.25, "softmax": 1 / 3})
    record(folder, "cleo", {"start_here": 0.0, "softmax": 0.9})
    record(folder, "dan", {"softmax": 1.0})
    return folder


def record(
    folder: CourseFolder, student: str, shares: Mapping[str, float], timestamp: datetime | None = None
) -> None:
    """Record a submission as grading would: each test gives this share of its points."""
    for topic, share in shares.items():
        with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
            cells = gradebook.find_notebook(topic, topic).grade_cells
            scores = {
                (topic, cell.name): share * cell.max_score if cell.cell_type == "code" else None
                for cell in cells
            }
        recorder = Recorder(nbgrader_settings(folder))
        recorder.record([Work(student, topic, Marked({topic: b""}, scores), timestamp)])
        recorder.close()


def owed(folder: CourseFolder) -> dict[tuple[str, str], float]:
    """Return what nbgrader's own interface says, less the penalty, by student and topic."""
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        return {
            (work.student.id, topic): max(0.0, work.score - work.late_submission_penalty)
            for topic in TOPICS
            for work in gradebook.assignment_submissions(topic)
        }


def grade_by_hand(folder: CourseFolder, student: str, topic: str, points: float) -> None:
    """Give points for everything that waits, as a person does in the formgrader."""
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        for grade in gradebook.find_submission_notebook(topic, topic, student).grades:
            if grade.needs_manual_grade:
                grade.manual_score, grade.needs_manual_grade = points, False
        gradebook.db.commit()


def export(folder: CourseFolder, exporter: str, **settings: object) -> list[dict[str, str]]:
    """Export to a file within this process and return its rows."""
    write(folder, exporter, to=str(folder.root / "out.csv"), **settings)
    return rows(folder.root / "out.csv")


def write(folder: CourseFolder, exporter: str, **settings: object) -> list[str]:
    """Export within this process and return the notes."""
    made = getattr(exporting, exporter)(config=nbgrader_settings(folder), **settings)
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        notes: list[str] = made.write(gradebook)[1]
        return notes


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


def given_points(table: list[dict[str, str]], key: str) -> dict[tuple[str, str], float]:
    """Return each number of an exported table by what names the student, and topic."""
    return {
        (row[key], topic): float(row[topic])
        for row in table
        for topic in TOPICS
        if row[topic] not in ("", "-")
    }


def by(field: int, points: Mapping[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """Return points with a field of the roster in the place of nbgrader's id."""
    return {(ROSTER[student][field], topic): value for (student, topic), value in points.items()}


def balances(exported: Mapping[tuple[str, str], float], points: Mapping[tuple[str, str], float]) -> bool:
    return exported == pytest.approx(points, abs=1e-5) and sum(exported.values()) == pytest.approx(
        sum(points.values()), abs=1e-4
    )


def test_csv_has_a_row_for_everyone_with_nbgraders_columns_first(course: CourseFolder) -> None:
    table = export(course, "CsvExporter")
    assert ",".join(list(table[0])[:11]) == (
        "assignment,duedate,timestamp,student_id,last_name,first_name,email,"
        "raw_score,late_submission_penalty,score,max_score"
    )
    assert len(table) == len(ROSTER) * len(TOPICS)
    exported = {(row["student_id"], row["assignment"]): float(row["score"]) for row in table if row["score"]}
    assert balances(exported, owed(course))
    names = {row["student_id"]: (row["first_name"], row["last_name"]) for row in table}
    assert names["bob"] == ('Bob "Bobby"', "Ba,ker")
    assert names["cleo"] == ("Cléo\nMarie", "'=HYPERLINK(1)")
    assert names["dan"] == ("Dan", "'-Dash")
    assert names["eve"] == ("Ève", "'@Ünal")
    assert (course.root / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_canvas_gets_its_columns_and_every_point(course: CourseFolder) -> None:
    table = export(course, "CanvasExporter")
    possible, *students = table
    assert list(possible) == [*CANVAS, "softmax", "start_here"]
    assert possible["Student"].strip() == "Points Possible"
    assert (float(possible["start_here"]), float(possible["softmax"])) == most(course)
    assert balances(given_points(students, "ID"), by(3, owed(course)))
    assert balances(given_points(students, "SIS Login ID"), owed(course))
    assert [row["Student"] for row in students if row["ID"] == "103"] == ["'=HYPERLINK(1), Cléo\nMarie"]
    assert [(row["start_here"], row["softmax"]) for row in students if row["ID"] == "105"] == [("", "")]


def most(folder: CourseFolder) -> tuple[float, ...]:
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        return tuple(gradebook.find_assignment(topic).max_score for topic in TOPICS)


def test_canvas_is_not_given_an_id_that_it_would_read_as_anothers(course: CourseFolder) -> None:
    """It reads an ID as far as it is digits."""
    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        gradebook.update_or_create_student("ada", lms_user_id="102ada")
    assert [row["ID"] for row in export(course, "CanvasExporter") if row["SIS Login ID"] == "ada"] == [""]
    assert any(
        "(lms_user_id) is not in the gradebook for ada:" in note for note in write(course, "CanvasExporter")
    )


EXPORTED = '''Student;ID;SIS User ID;SIS Login ID;Section;Notes;Softmax (777);Other (778);Final Score
;;;;;;Manual Posting;;
    Points Possible;;;;;(read only);{most};10,00;(read only)
"Lovelace, Ada";101;S1;al123;Mon;late?;0,00;7,00;70
"Baker, Bob";999;S2;BOB;Mon;;1,00;8,00;80
"=""=Cleo""";103;S3;cm1;Tue;;;9,00;90
"Dash, Dan";104;S4;dd;Tue;;EX;9,00;90
"Ünal, Ève";105;S5;eu;Tue;;4,00;9,00;90
"New, Nora";106;S6;nn;Tue;;2,00;9,00;90
"Student, Test";107;;9f8e;Mon;;;;
'''


def canvas_template(course: CourseFolder, most_points: str) -> Path:
    path = course.root / "from_canvas.csv"
    path.write_text(EXPORTED.replace("{most}", most_points), encoding="utf-8-sig", newline="")
    return path


def test_canvas_own_file_keeps_its_rows_its_ids_and_its_columns(course: CourseFolder) -> None:
    template = canvas_template(course, number(most(course)[1]))
    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        gradebook.add_student("fay")
    done = run_course(
        course.root, "export", "canvas", "--template", template.name, "--topic", "softmax", "--to", "out.csv"
    )
    assert done.returncode == 0, done.stderr
    path = course.root / "out.csv"
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    before, after = rows(template, ";"), rows(path, ";")
    assert list(after[0]) == [*CANVAS, "Softmax (777)"]
    for column in CANVAS[1:]:
        assert [row[column] for row in after] == [row[column] for row in before]
    points = owed(course)
    assert [row["Softmax (777)"] for row in after] == [
        "Manual Posting",
        number(most(course)[1]),
        number(points["ada", "softmax"]),  # by ID
        number(points["bob", "softmax"]),  # by login, whatever its letters' case
        number(points["cleo", "softmax"]),
        "EX",
        "4,00",  # nothing was handed in here
        "2,00",
        "",
    ]
    assert "Excused in Canvas, and left so, though there are points: dan (softmax)." in done.stdout
    assert "In no row of Canvas' file, and so not exported: fay." in done.stdout
    assert "In Canvas' file, but not in the gradebook: New, Nora, Student, Test." in done.stdout
    assert "make them the same" not in done.stdout


def test_a_template_that_differs_is_said(course: CourseFolder) -> None:
    template = canvas_template(course, "100,00")
    done = run_course(course.root, "export", "canvas", "--template", template.name)
    assert f"softmax gives 100,00 points in Canvas and {most(course)[1]:g} here" in done.stdout
    assert "Canvas' file has no column for start_here" in done.stdout
    table = rows(course.root / "grades_canvas.csv", ";")
    assert table[1]["start_here"] == number(most(course)[0])
    assert float(table[2]["start_here"]) == pytest.approx(owed(course)["ada", "start_here"])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "is empty"),
        ("Name,Points\nAda,1\n", "has no column"),
        ('Student,ID,Section\n"Ada,1,Mon\n', "is not CSV"),
        (b"Student,ID,Section\n\xe9,1,Mon\n", "is not UTF-8 text"),
        (None, "cannot be read: No such file or directory"),
    ],
)
@pytest.mark.parametrize("system", ["canvas", "moodle"])
def test_a_template_that_is_none_is_refused(
    course: CourseFolder, system: str, text: str | bytes | None, sentence: str
) -> None:
    if text is not None:
        (course.root / "t.csv").write_bytes(text.encode() if isinstance(text, str) else text)
    exporter = {"canvas": "CanvasExporter", "moodle": "MoodleExporter"}[system]
    with pytest.raises(CourseError, match=sentence):
        write(course, exporter, template=str(course.root / "t.csv"), assignment=["softmax"])
    assert not list(course.root.glob("grades*"))


def test_the_template_itself_is_not_overwritten(course: CourseFolder) -> None:
    template = canvas_template(course, "1")
    before = template.read_bytes()
    done = run_course(course.root, "export", "canvas", "--template", template.name, "--to", template.name)
    assert done.returncode == 1
    assert "is the template itself" in done.stderr
    assert template.read_bytes() == before


def test_moodle_gets_a_dash_for_no_grade_and_no_row_that_it_could_give_to_another(
    course: CourseFolder,
) -> None:
    table = export(course, "MoodleExporter")
    assert list(table[0]) == [
        "Username",
        "ID number",
        "Email address",
        "First name",
        "Last name",
        "softmax",
        "start_here",
    ]
    assert balances(given_points(table, "Username"), owed(course))
    assert balances(given_points(table, "Email address"), by(2, owed(course)))
    assert [(row["start_here"], row["softmax"]) for row in table if row["Username"] == "eve"] == [("-", "-")]
    assert not (course.root / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")

    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        gradebook.update_or_create_student("bob", email=None)
        gradebook.add_student("=1+1", email="x@example.org", lms_user_id="106")
        gradebook.add_student("-7", email="y@example.org", lms_user_id="107")
    record(course, "=1+1", {"softmax": 1.0})
    table = export(course, "MoodleExporter")
    notes = write(course, "MoodleExporter")
    assert "No column 'Email address', which the gradebook lacks for bob." in notes
    assert "Not exported, since no id in a spreadsheet may begin so: =1+1." in notes
    assert list(table[0])[:3] == ["Username", "ID number", "First name"]
    assert {row["Username"] for row in table} == {*ROSTER, "-7"}


DAY = '"Monday, 2 November 2026, 9:00 PM"'
WORKSHEET = f"""Identifier,"Full name","Email address",Status,Grade,"Maximum Grade","Grade can be changed",\
"Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 11","Ada Lovelace",ADA@example.org,"Submitted for grading",,MOST,Yes,{DAY},-,"=sum, well done"
"Participant 12","=cmd Baker",bob@example.org,"Submitted for grading",1.00,MOST,Yes,-,{DAY},
"Participant 15","Ève @Ünal",other@example.org,"No submission",3.00,MOST,Yes,-,-,
"Participant 16","Nora New",nora@example.org,"No submission",,MOST,Yes,-,-,
"""


def fill_in(course: CourseFolder, *options: str) -> subprocess.CompletedProcess[str]:
    """Write points into Moodle's worksheet, as an instructor does."""
    return run_course(course.root, "export", "moodle", "--template", "worksheet.csv", *options)


def test_moodles_worksheet_keeps_what_moodle_reads_back(course: CourseFolder) -> None:
    template = course.root / "worksheet.csv"
    template.write_text(WORKSHEET.replace("MOST", f"{most(course)[1]:.2f}"), encoding="utf-8")
    done = fill_in(course, "--topic", "softmax", "--to", "out.csv")
    assert done.returncode == 0, done.stderr
    before, after = rows(template), rows(course.root / "out.csv")
    points = owed(course)
    assert list(after[0]) == list(before[0])
    kept = ("Identifier", "Last modified (grade)", "Feedback comments", "Maximum Grade")
    assert [[row[name] for name in kept] for row in after] == [[row[name] for name in kept] for row in before]
    assert [row["Grade"] for row in after] == [
        number(points["ada", "softmax"]),
        number(points["bob", "softmax"]),
        "3.00",  # by name; nothing was handed in here
        "",
    ]
    assert after[1]["Full name"] == "'=cmd Baker"
    assert "In no row of Moodle's worksheet, and so not exported: dan, cleo." in done.stdout
    assert "In Moodle's worksheet, but not in the gradebook: Participant 16." in done.stdout

    template.write_text(WORKSHEET.replace("MOST", "5.00"), encoding="utf-8")
    done = fill_in(course, "--topic", "softmax", "--to", "out.csv")
    assert "softmax gives 5.00 points in Moodle" in done.stdout
    done = fill_in(course)
    assert done.stderr.strip() == "A worksheet of Moodle's is for one assignment: name it with --topic."


def test_what_waits_for_a_person_is_listed_and_can_be_left_out(course: CourseFolder) -> None:
    grade_by_hand(course, "ada", "softmax", 2.0)
    done = run_course(course.root, "export", "csv")
    assert "and exported as they stand: ada (start_here), bob (softmax), bob (start_here)" in done.stdout
    assert balances(points_in(course), owed(course))
    done = run_course(course.root, "export", "csv", "--only-complete")
    assert "and left empty: ada (start_here)" in done.stdout
    assert points_in(course) == pytest.approx({("ada", "softmax"): owed(course)["ada", "softmax"]})


def points_in(folder: CourseFolder) -> dict[tuple[str, str], float]:
    table = rows(folder.root / "grades_all.csv")
    return {(row["student_id"], row["assignment"]): float(row["score"]) for row in table if row["score"]}


def test_the_table_of_grades_is_net_of_penalties_and_harmless_too(course: CourseFolder) -> None:
    record(course, "=1+1", {"softmax": 1.0})
    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        gradebook.find_submission_notebook("softmax", "softmax", "ada").late_submission_penalty = 1.25
        gradebook.db.commit()
    table = rows(write_grades(course))
    points = {(row["student"].removeprefix("'"), row["topic"]): float(row["points"]) for row in table}
    assert balances(points, owed(course))
    assert {row["student"] for row in table} == {"ada", "bob", "cleo", "dan", "'=1+1"}


def test_nbgraders_own_command_writes_the_same(course: CourseFolder) -> None:
    template = canvas_template(course, "10,00")
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}"}
    for exporter, verb in {
        "CsvExporter": "csv",
        "CanvasExporter": "canvas",
        "MoodleExporter": "moodle",
    }.items():
        options = [f"--Exporter.template={template}"] if verb == "canvas" else []
        command = [
            BIN / "nbgrader",
            "export",
            f"--exporter=course.exporting.{exporter}",
            "--to",
            "stock.csv",
            *options,
        ]
        stock = subprocess.run(command, cwd=course.root, capture_output=True, text=True, env=environment)
        assert stock.returncode == 0, stock.stderr
        ours = run_course(
            course.root,
            "export",
            verb,
            "--to",
            "out.csv",
            *(["--template", template.name] if options else []),
        )
        assert ours.returncode == 0, ours.stderr
        assert (course.root / "stock.csv").read_bytes() == (course.root / "out.csv").read_bytes()
        assert "Still to be graded by hand" in stock.stderr
    broken = [
        BIN / "nbgrader",
        "export",
        "--exporter=course.exporting.CanvasExporter",
        "--Exporter.template=nowhere.csv",
    ]
    stock = subprocess.run(broken, cwd=course.root, capture_output=True, text=True, env=environment)
    assert stock.returncode == 1
    assert "nowhere.csv cannot be read" in stock.stderr
    assert "Traceback" not in stock.stderr


def test_a_penalty_older_than_the_grades_is_renewed_or_said(course: CourseFolder) -> None:
    text = (
        'penalty = { per = "day", percent = 50 }\ntime_zone = "UTC"\ntopics.softmax.due = "2026-11-02 12:00"'
    )
    (course.root / "deadlines.toml").write_text(text, encoding="utf-8")
    record(course, "dan", {"softmax": 0.5}, datetime(2026, 11, 2, 13))
    grade_by_hand(course, "dan", "softmax", 2.0)
    notes = write(course, "CsvExporter")
    assert any(note.startswith("1 late penalties are older than the grades") for note in notes)
    before = owed(course)["dan", "softmax"]
    done = run_course(course.root, "export", "csv")
    assert "Brought 1 late penalties up to date." in done.stdout
    after = owed(course)["dan", "softmax"]
    assert after != before
    with Gradebook(f"sqlite:///{course.gradebook}") as gradebook:
        assert after == gradebook.find_submission("softmax", "dan").score / 2
    assert balances(points_in(course), owed(course))
    assert not any("late" in note for note in write(course, "CsvExporter"))


def test_what_the_gradebook_does_not_have_is_said(course: CourseFolder) -> None:
    done = run_course(course.root, "export", "csv", "--topic", "sofmax")
    assert done.stderr.strip() == "The gradebook has no assignment 'sofmax': it has softmax, start_here."
    course.gradebook.unlink()
    assert "There is no gradebook yet" in run_course(course.root, "export", "csv").stderr
    assert not list(course.root.glob("grades*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_leaves_the_old_file_whole(course: CourseFolder) -> None:
    old = course.root / "grades_canvas.csv"
    old.write_text("the old table\n")
    old.with_suffix(".writing").symlink_to("/dev/full")
    done = run_course(course.root, "export", "canvas")
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stderr.startswith("The disk is full at")
    assert old.read_text() == "the old table\n"
    done = run_course(course.root, "export", "canvas", "--to", "nowhere/out.csv")
    assert "nowhere/out.csv cannot be written (No such file or directory)" in done.stderr


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@settings(deadline=None)  # it writes files
@given(
    names=st.lists(st.tuples(CELLS, CELLS), max_size=5),
    delimiter=st.sampled_from([",", ";"]),
    mark=st.booleans(),
)
def test_names_survive_a_round_trip(
    tmp_path_factory: pytest.TempPathFactory, names: list[tuple[str, str]], delimiter: str, mark: bool
) -> None:
    path = tmp_path_factory.mktemp("csv") / "names.csv"
    table = [["Student", "ID"], *(list(pair) for pair in names)]
    write_csv(path, table, delimiter, mark=mark)
    read = read_csv(path)
    assert (read.rows, read.delimiter, read.has_mark) == (table, delimiter, mark)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_any_system_ends_them(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "names.csv"
    path.write_bytes(newline.join(["Student;ID", '"Love;lace";1', "", "Bob;2", ""]).encode())
    assert read_csv(path).rows == [["Student", "ID"], ["Love;lace", "1"], ["Bob", "2"]]


@given(cell=CELLS | st.from_regex(r"\s?[=+\-@\t\r].*", fullmatch=True))
def test_no_cell_is_taken_for_a_formula_and_none_is_lost(cell: str) -> None:
    safe = harmless(cell)
    assert safe in (cell, f"'{cell}")
    if safe.strip() != "-" and safe.lstrip()[:1] in ("=", "+", "-", "@"):
        float(safe.replace(",", "."))


@pytest.mark.parametrize("cell", ["-1", "-0.5", "+49", "-1,5", "-", "3", "", "Ada-Marie", "a=b"])
def test_plain_numbers_and_plain_text_stay(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (10.0, "10"),
        (1 / 3, "0.33333"),
        (7 - 0.7000000000000001, "6.3"),
        (1e-9, "0"),
        (-1e-9, "0"),
        (100.5, "100.5"),
    ],
)
def test_points_are_written_as_a_person_would(value: float, text: str) -> None:
    assert number(value) == text


IDS = st.sampled_from(["a", "A", "b", "c", ""])


@given(
    students=st.lists(st.tuples(IDS, IDS), max_size=6),
    table=st.lists(st.tuples(IDS, IDS), max_size=6),
    data=st.data(),
)
def test_a_row_is_matched_with_one_student_or_none_in_any_order(
    students: list[tuple[str, str]], table: list[tuple[str, str]], data: st.DataObject
) -> None:
    people = [
        Student(str(place), email=email, lms_user_id=lms) for place, (email, lms) in enumerate(students)
    ]
    records = [{"id": lms, "email": email} for email, lms in table]
    ways = (("id", lambda each: each.lms_user_id), ("email", lambda each: each.email))
    found = match(people, records, ways)
    assert len(set(found.values())) == len(found)
    for place, student in found.items():
        same_id = student.lms_user_id.casefold() == records[place]["id"].casefold() != ""
        assert same_id or student.email.casefold() == records[place]["email"].casefold() != ""
    order = data.draw(st.permutations(range(len(records))))
    again = match(people, [records[place] for place in order], ways)
    assert {order[place]: student for place, student in again.items()} == found
