"""docs/instructors.md, followed to the letter: every command in it runs, in order, in one course folder."""

import csv
import io
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.request import urlopen

import books
import lms
import pytest
from copies import ROOT, copy_course
from sites import copy_of_site

from course.cli import VERBS
from course.collecting import Student
from course.folder import CourseFolder
from course.reading import TOPICS, read_topic
from course.sample_class import model_answers

GUIDE = (ROOT / "docs/instructors.md").read_text(encoding="utf-8")
TOPIC = "start_here"
STUDENTS = [
    Student(f"s{n}", first, last, email=f"s{n}@example.org", number=f"70{n}")
    for n, (first, last) in enumerate(
        [
            ("Ada", "Lovelace"),
            ("José María", "García-López"),
            ("Zoë", "Weiß"),
            ("Alan", "Turing"),
            ("Łukasz", "Nowak"),
        ],
        1,
    )
]
ADA, JOSE, ZOE, ALAN, LUKASZ = STUDENTS
# What takes minutes, and is run whole in a test of its own.
ELSEWHERE = {"make demo": ("test_demo.py", "cli.app(['demo'])")}
# What stays open until Ctrl-C: what it says when it works, and how it may end; make then says 2.
OPEN = {
    ".venv/bin/course watch": (f"{LUKASZ.id}, {TOPIC}: 3 of 4 points", (0,)),
    ".venv/bin/python -m http.server --bind 127.0.0.1 --directory site 0": (
        r"\((http://127\.0\.0\.1:\d+/)\)",
        (0,),
    ),
    "make lab": ("is running at:", (0, 2, -signal.SIGINT)),
}
# What the guide says that one sees.
SEEN = {
    "make sandbox wheel": "Built dist/math_to_code-",
    ".venv/bin/course roster roster.csv": "5 students are in the gradebook, 5 of them are new.",
    ".venv/bin/course release start_here": "Released 1 notebook in release/",
    "make site": "Any static host can serve it.",
    ".venv/bin/course grade start_here": "all points are in grades.csv",
    ".venv/bin/course export canvas": "Still to be graded by hand",
}


def steps() -> list[tuple[str, str]]:
    """Return what the guide's fenced blocks say, in order: each with its language, commands one by one."""
    found = re.findall(r"(?ms)^```(\w*)\n(.*?)^```$", GUIDE)
    return [
        (language, part)
        for language, text in found
        for part in (text.splitlines() if language == "bash" else [text])
    ]


COMMANDS = [text for language, text in steps() if language == "bash"]


@pytest.fixture
def folder(tmp_path: Path, built_site: Path) -> CourseFolder:
    """A course folder with `make`, a `.venv` that runs this Python, and all files that the guide names.

    An earlier site is there, since its Python is taken again: a machine that tests may reach no other place.
    """
    made = copy_course(tmp_path)
    copy_of_site(built_site, tmp_path / "site")
    (tmp_path / "site/index.html").unlink()
    for name in ("Makefile", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    for name, runs in (("course", " -m course"), ("python", "")):
        script = tmp_path / ".venv/bin" / name
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}"{runs} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    (tmp_path / ".venv/ready").touch()  # later than what it is made from: make makes nothing anew
    prepare(made)
    return made


def prepare(folder: CourseFolder) -> None:
    """Write what an instructor downloads."""
    place, file = folder.root, f"{TOPIC}.ipynb"
    blank = books.solved(folder, TOPIC, {})
    right = books.solved(folder, TOPIC, model_answers(read_topic(TOPIC)), "Nothing is added.")
    table("roster.csv", place, ["Student ID", "ID", "First name", "Last name", "Email"], roster_rows())
    lms.archive(
        place / "start_here_canvas.zip",
        {
            lms.canvas(ADA, ADA.number, 1, file): blank,
            lms.canvas(JOSE, JOSE.number, 2, file, late=True): right,
        },
    )
    lms.archive(place / "start_here_moodle.zip", {f"{lms.moodle_folder(ZOE, '91')}/{file}": blank})
    late = datetime(2026, 10, 25, 12)
    lms.archive(place / "start_here_in_time.zip", {lms.canvas(ALAN, ALAN.number, 3, file): right}, late)
    lms.archive(
        place / "start_here_again.zip",
        {lms.canvas(ADA, ADA.number, 9, f"{TOPIC}-1.ipynb"): right},
        datetime(2026, 10, 26, 12),
    )
    for path, data in ((f"s3/{file}", right), (f"inbox/{lms.canvas(LUKASZ, LUKASZ.number, 5, file)}", right)):
        (place / path).parent.mkdir()
        (place / path).write_bytes(data)
    canvas = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", f"{TOPIC} (31)"]
    rows = [[f"{each.last_name}, {each.first_name}", each.number, "", each.id, "A", ""] for each in STUDENTS]
    table("canvas_gradebook.csv", place, canvas, [["    Points Possible", "", "", "", "", "4"], *rows])
    moodle = ["Identifier", "Full name", "Email address", "Grade", "Maximum grade", "Last modified (grade)"]
    rows = [
        [f"Participant 9{n}", f"{each.first_name} {each.last_name}", each.email, "", "4", "-"]
        for n, each in enumerate(STUDENTS)
    ]
    table("moodle_worksheet.csv", place, moodle, rows)


def roster_rows() -> list[list[str]]:
    return [[each.id, each.number, each.first_name, each.last_name, each.email] for each in STUDENTS]


def table(name: str, place: Path, header: list[str], rows: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    (place / name).write_text(text.getvalue(), encoding="utf-8")


@pytest.fixture
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which JupyterLab opens no browser and takes any port, and all speak at once."""
    place = tmp_path_factory.mktemp("jupyter")
    settings = "c.ServerApp.open_browser = False\nc.ServerApp.port = 0\nc.ServerApp.allow_root = True\n"
    (place / "jupyter_server_config.py").write_text(settings, encoding="utf-8")
    return {
        **os.environ,
        "JUPYTER_CONFIG_DIR": str(place),
        "JUPYTER_DATA_DIR": str(place / "data"),
        "JUPYTER_RUNTIME_DIR": str(place / "runtime"),
        "HOME": str(place),
        "PYTHONUNBUFFERED": "1",
    }


def run(command: str, folder: CourseFolder, environment: dict[str, str]) -> str:
    """Run a command to its end and return what it said, without the line breaks of a table's width."""
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder.root, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-1500:]}{done.stderr[-1500:]}"
    return done.stdout


def open_and_end(command: str, folder: CourseFolder, environment: dict[str, str]) -> None:
    """Run a command that stays open, open the page it serves, if any, and press Ctrl-C."""
    wanted, codes = OPEN[command]
    process = subprocess.Popen(
        ["bash", "-c", command],
        cwd=folder.root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if found := re.search(wanted, line):
            break
    else:
        pytest.fail(f"{command} ended by itself:\n{''.join(said)[-3000:]}")
    for address in found.groups():
        # The server prints its address before it listens to Ctrl-C: once it has answered, it does.
        assert "start_here" in urlopen(address).read().decode()
    os.killpg(process.pid, signal.SIGINT)
    rest, _ = process.communicate()
    assert process.returncode in codes, rest[-3000:]


def follow(folder: CourseFolder, environment: dict[str, str]) -> Iterator[str]:
    """Do what the guide says, step by step, and yield each command that was run here."""
    for language, text in steps():
        if language == "toml":
            said = folder.root / "deadlines.toml"
            before = "" if "time_zone" in text else said.read_text(encoding="utf-8")
            said.write_text(before + text, encoding="utf-8")
        elif text in OPEN:
            open_and_end(text, folder, environment)
            yield text
        elif text not in ELSEWHERE:
            said_by_it = run(text, folder, environment)
            assert SEEN.get(text, "") in said_by_it, f"{text}\n{said_by_it}"
            yield text


def test_a_newcomer_follows_the_guide_through_a_whole_term(
    folder: CourseFolder, surroundings: dict[str, str]
) -> None:
    assert [*ELSEWHERE, *follow(folder, surroundings)] == COMMANDS
    # All tests passed, the words wait. Ada's and Alan's came half a day late, José's by Canvas' mark alone.
    due = {"s1": 2.7, "s2": 3.0, "s3": 3.0, "s4": 2.7, "s5": 3.0}
    points = {(student, TOPIC): earned for student, earned in due.items()}
    assert books.in_table(folder) == pytest.approx(points)
    for system in books.KEYS:
        name = "all" if system == "csv" else system
        assert books.in_export(folder.root / f"grades_{name}.csv", system, [TOPIC]) == pytest.approx(points)
    for name, column in (("canvas", f"{TOPIC} (31)"), ("moodle", "Grade")):
        text = (folder.root / f"{name}_upload.csv").read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))[-5:]
        assert [float(row[column]) for row in rows] == pytest.approx(list(due.values()))
    assert all(name in (folder.root / "site/index.html").read_text(encoding="utf-8") for name in TOPICS)
    for name in ("report.html", "report_without_names.html"):
        page = (folder.root / name).read_text(encoding="utf-8")
        assert ("It names students" in page) == (name == "report.html")


def test_every_command_of_the_guide_is_one_that_is_known_to_run() -> None:
    assert {language for language, _ in steps()} == {"bash", "toml"}
    assert {*OPEN, *ELSEWHERE, *SEEN} <= {*COMMANDS}
    for test, words in ELSEWHERE.values():
        assert words in (ROOT / "tests" / test).read_text(encoding="utf-8")


def test_every_verb_is_in_the_guide() -> None:
    words = {word for line in COMMANDS for word in line.removeprefix(".venv/bin/course").split()}
    assert {verb.__name__ for verb in VERBS} <= words


def test_every_file_that_the_guide_links_is_there() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", GUIDE):
        assert (ROOT / "docs" / target).exists(), target
