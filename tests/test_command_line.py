"""The command line on bad input: one sentence, the right exit code, nothing lost."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run_course
from jupyterlab.commands import get_app_dir
from jupyterlab_server.settings_utils import get_settings

from course.folder import CourseFolder

ROOT = Path(__file__).parent.parent
VERBS = (
    *("build", "release", "wheel", "site", "prove"),
    *("roster", "collect", "grade", "watch", "deadlines", "feedback", "report", "export"),
    *("lab", "demo"),
)


def one_sentence(run: subprocess.CompletedProcess[str]) -> str:
    """Return what went to stderr, which must be short, without a traceback, with exit code 1."""
    assert run.returncode == 1, run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    lines = run.stderr.strip().splitlines()
    assert len(lines) == 1, run.stderr
    return lines[0]


def hand_in(folder: CourseFolder, student: str, topic: str, text: str | None = None) -> Path:
    """Hand in a blank release notebook, or a file with other text."""
    place = folder.submitted / student / topic
    place.mkdir(parents=True)
    path = place / f"{topic}.ipynb"
    shutil.copy(folder.release / topic / f"{topic}.ipynb", path)
    if text is not None:
        path.write_text(text, encoding="utf-8")
    return path


def test_help_lists_every_verb_with_a_sentence() -> None:
    said = run_course(ROOT, "--help")
    assert said.returncode == 0
    for verb in VERBS:
        assert any(
            line.split()[:1] == [verb] and len(line.split()) > 3 for line in said.stdout.splitlines()
        ), verb


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str) -> None:
    run = run_course(ROOT, verb, "--help")
    assert run.returncode == 0
    assert f"course {verb}" in run.stdout


def test_an_unknown_topic_gets_the_nearest_name(folder: CourseFolder) -> None:
    for verb in ("build", "release", "grade", "feedback", "report", "prove"):
        assert one_sentence(run_course(folder.root, verb, "sofmax")) == (
            "There is no topic 'sofmax': did you mean 'softmax'?"
        )


def test_jupyterlab_asks_no_question_about_news() -> None:
    shown = json.loads(run_course(ROOT, "lab", "--", "--show-config-json").stdout)
    labapp = get_app_dir()
    settings, _ = get_settings(
        shown["LabApp"]["app_settings_dir"],
        f"{labapp}/schemas",
        "",
        schema_name="@jupyterlab/apputils-extension:notification",
    )
    assert settings["schema"]["properties"]["fetchNews"]["default"] == "false"


def test_outside_a_course_it_says_where_to_go(tmp_path: Path) -> None:
    assert "is not inside a course" in one_sentence(run_course(tmp_path, "grade"))


def test_without_submissions_it_says_where_to_put_them(folder: CourseFolder) -> None:
    said = one_sentence(run_course(folder.root, "grade"))
    assert "submitted/<student>/<topic>/<topic>.ipynb" in said


def test_feedback_before_grading_says_what_to_run(folder: CourseFolder) -> None:
    assert "run 'make grade' first" in one_sentence(run_course(folder.root, "feedback"))


def test_grading_before_the_release_says_so_for_each_submission(folder: CourseFolder) -> None:
    hand_in(folder, "ada", "start_here")
    run = run_course(folder.root, "grade")
    assert run.returncode == 1
    assert "ada, start_here: start_here is not in the gradebook yet: run 'make release'" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


def test_a_bad_submission_stops_no_other_and_is_listed(folder: CourseFolder) -> None:
    assert run_course(folder.root, "release", "start_here").returncode == 0
    hand_in(folder, "good", "start_here")
    hand_in(folder, "empty", "start_here", "")
    hand_in(folder, "cut", "start_here", '{"nbformat": 4, "met')
    hand_in(folder, "list", "start_here", "[1, 2]")
    hand_in(folder, "latin", "start_here").write_bytes(b'{"cells": "\xe9"}')
    hand_in(folder, "none", "start_here").unlink()
    (folder.submitted / "nothing").mkdir()
    run = run_course(folder.root, "grade", "start_here")
    assert run.returncode == 0, run.stderr
    assert "Graded 1 of 6 submissions" in run.stdout
    for line in (
        "empty, start_here: start_here.ipynb is empty",
        "cut, start_here: start_here.ipynb breaks off or is not a notebook",
        "list, start_here: start_here.ipynb breaks off or is not a notebook",
        "latin, start_here: start_here.ipynb holds no cells",
        "none, start_here: the folder holds no start_here.ipynb",
    ):
        assert line in run.stdout
    assert folder.grades.read_text().splitlines() == [
        "student,topic,points,max_points,points_to_grade_by_hand",
        "good,start_here,0,4,0",
    ]


def test_only_what_has_changed_is_graded_again(folder: CourseFolder) -> None:
    assert run_course(folder.root, "release", "start_here").returncode == 0
    for student in ("ada", "alan"):
        hand_in(folder, student, "start_here")
    assert "had not changed" not in run_course(folder.root, "grade").stdout
    table = folder.grades.read_text()
    assert "2 had not changed since the last run" in run_course(folder.root, "grade").stdout
    path = folder.submitted / "ada/start_here/start_here.ipynb"
    answer = 'raise NotImplementedError(\\"not written yet\\")'
    text = path.read_text(encoding="utf-8")
    assert answer in text
    path.write_text(text.replace(answer, "return float(np.sum(x))"), encoding="utf-8")
    assert "1 had not changed since the last run" in run_course(folder.root, "grade").stdout
    assert folder.grades.read_text() == table.replace("ada,start_here,0", "ada,start_here,3")
    assert "had not changed" not in run_course(folder.root, "grade", "--force").stdout
    folder.gradebook.unlink()
    assert run_course(folder.root, "release", "start_here").returncode == 0
    assert "had not changed" not in run_course(folder.root, "grade").stdout


def test_nothing_gradable_is_an_error(folder: CourseFolder) -> None:
    assert run_course(folder.root, "release", "start_here").returncode == 0
    hand_in(folder, "empty", "start_here", "")
    run = run_course(folder.root, "grade")
    assert one_sentence(run) == "No submission could be graded."
    assert "empty, start_here: start_here.ipynb is empty" in run.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_said_and_the_old_table_stays(folder: CourseFolder) -> None:
    assert run_course(folder.root, "release", "start_here").returncode == 0
    hand_in(folder, "good", "start_here")
    folder.grades.write_text("the old table\n")
    folder.grades.with_suffix(".writing").symlink_to("/dev/full")
    assert "The disk is full" in one_sentence(run_course(folder.root, "grade", "start_here"))
    assert folder.grades.read_text() == "the old table\n"


def test_without_its_environment_the_command_says_how_to_make_one() -> None:
    run = subprocess.run(
        [sys.executable, "-S", "-m", "course", "build"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "is not installed here: run 'make help'" in one_sentence(run)


def test_a_python_that_is_too_old_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).touch()
    run = subprocess.run(
        ["make", "build", f"PYTHON={old}"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode != 0
    assert "Math to Code needs Python 3.11 or newer" in run.stdout
    assert not (tmp_path / ".venv").exists()


def test_the_demo_never_overwrites_other_work(folder: CourseFolder) -> None:
    path = hand_in(folder, "real_student", "start_here")
    before = path.read_bytes()
    run = run_course(folder.root, "demo")
    assert run.returncode == 1
    assert "work that is not the sample class's" in run.stderr
    assert path.read_bytes() == before
    assert [student.name for student in folder.submitted.iterdir()] == ["real_student"]


def test_piped_output_holds_no_progress_bar_and_no_colour(folder: CourseFolder) -> None:
    run = run_course(folder.root, "release", "start_here")
    assert run.stderr == ""
    assert "\x1b" not in run.stdout
    assert len(run.stdout.splitlines()) == 1


def test_stock_nbgrader_commands_work_from_the_same_folder(folder: CourseFolder) -> None:
    """None of them is told a configuration, and the environment is not activated."""
    hand_in(folder, "ada", "start_here")
    nbgrader = Path(sys.executable).parent / "nbgrader"
    environment = {**os.environ, "PATH": "/usr/bin:/bin"}
    for arguments in (
        ("generate_assignment", "start_here", "--force"),
        ("autograde", "start_here", "--student=ada"),
        ("generate_feedback", "start_here", "--student=ada"),
        ("export",),
    ):
        run = subprocess.run(
            [nbgrader, *arguments],
            cwd=folder.root,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
    page = (folder.feedback / "ada" / "start_here" / "start_here.html").read_text(encoding="utf-8")
    assert "Not attempted" in page
    assert "HIDDEN TESTS" not in page
    validated = subprocess.run(
        [nbgrader, "validate", "release/start_here/start_here.ipynb"],
        cwd=folder.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "NotImplementedError" in validated.stdout + validated.stderr
