"""progress(): what was checked is kept in the student's own file, and nowhere else."""

import errno
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from course.lab import check, hint, progress
from course.lab.exercise import all_exercises, all_notebooks
from course.lab.progress import Line
from course.lab.record import Record
from course.proof import Workbench
from course.reading import TOPICS, Kind, read_topic

SOFTMAX = Workbench(read_topic("softmax")).names()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MATH_TO_CODE_HOME", str(tmp_path / "home"))
    for name in ("NBGRADER_EXECUTION", "NBGRADER_VALIDATING"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


def line(name: str = "softmax") -> Line:
    return next(each for each in progress().lines if each.name == name)


def undone(Z: Any) -> Any:
    raise NotImplementedError("not written yet")


def test_an_exercise_is_done_when_its_check_passes_and_no_longer_when_it_fails(home: Path) -> None:
    undone.__name__ = "softmax"
    check(undone)
    assert (line().done, line().points) == (0, 0)
    check(SOFTMAX["softmax"])
    assert (line().done, line().steps, line().points, line().most) == (1, 6, 4, 20)
    check(undone)
    assert line().done == 0


def test_the_points_are_those_of_the_hidden_tests() -> None:
    for name in TOPICS:
        topic = read_topic(name)
        automatic = sum(cell.points for cell in topic.of_kind(Kind.HIDDEN))
        assert sum(all_exercises()[each].points for each in topic.functions) == automatic


def test_the_notebooks_stand_in_the_order_of_the_course() -> None:
    assert tuple(each.name for each in all_notebooks()) == TOPICS
    assert [each.title for each in all_notebooks()] == [read_topic(name).title for name in TOPICS]


def test_hints_are_counted_once_each(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(5):
        hint(SOFTMAX["log_softmax"])
    assert line().hints == 3


def test_the_next_exercise_is_the_first_that_is_left_where_one_was_last(home: Path) -> None:
    assert progress().left_off == ("total", "start_here")
    check(SOFTMAX["softmax"])
    assert progress().left_off == ("log_softmax", "softmax")
    for name in ("log_softmax", "one_hot", "cross_entropy", "softmax_cross_entropy", "softmax_gradient"):
        check(SOFTMAX[name])
    assert progress().left_off == ("total", "start_here")


def test_a_notebook_that_lies_beside_is_a_link_and_the_next_exercise_leads_to_its_cell(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("start_here", "softmax"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.ipynb").touch()
    monkeypatch.chdir(tmp_path / "start_here")
    html = progress()._repr_html_()
    assert '<a href="../softmax/softmax.ipynb">softmax</a>' in html
    assert 'Next: <a href="../start_here/start_here.ipynb#cell-id=total">total</a> in' in html
    assert "ridge_path.ipynb" not in html


def test_time_counts_while_steps_follow_each_other_and_not_over_a_long_pause() -> None:
    record, now = Record(), datetime(2026, 1, 1, tzinfo=UTC)
    for minutes in (0, 4, 5, 60, 61):
        record.spend("softmax", now + timedelta(minutes=minutes))
    assert record.seconds == {"softmax": 60 * (4 + 1 + 1)}


def test_what_is_kept_is_one_file_that_can_be_read_and_deleted(home: Path) -> None:
    check(SOFTMAX["softmax"])
    (path,) = home.iterdir()
    assert json.loads(path.read_text())["exercises"]["softmax"]["passed"] is True
    assert str(path) in repr(progress())
    path.unlink()
    assert line().done == 0


@pytest.mark.parametrize("name", ["NBGRADER_EXECUTION", "NBGRADER_VALIDATING"])
def test_grading_and_validation_keep_nothing(home: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    check(SOFTMAX["softmax"])
    assert not home.exists()


def test_nothing_is_kept_where_the_setting_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATH_TO_CODE_HOME", "")
    check(SOFTMAX["softmax"])
    assert "Nothing is kept here" in repr(progress())


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", '{"exercises": {"softmax": {"passed": 1, "x": 2}}}', "\udcff"),
        f'{{"exercises": {{}}, "seconds": {{"softmax": 1{"0" * 400}}}, "last": {{}}}}',
    ],
)
def test_a_file_that_is_no_record_stays_as_it_is_and_stops_no_check(home: Path, text: str) -> None:
    home.mkdir()
    path = home / "progress.json"
    path.write_bytes(text.encode(errors="surrogateescape"))
    before = path.read_bytes()
    assert check(SOFTMAX["softmax"]).outcome == "passed"
    assert path.read_bytes() == before
    assert "move that file away" in repr(progress())
    assert "move that file away" in progress()._repr_html_()


def test_a_moment_without_a_time_zone_stops_no_check(home: Path) -> None:
    home.mkdir()
    last = {"softmax": "2026-01-02T10:00:00"}
    (home / "progress.json").write_text(json.dumps({"exercises": {}, "seconds": {}, "last": last}))
    assert check(SOFTMAX["softmax"]).outcome == "passed"
    assert line().done == 1


def test_where_nothing_can_be_written_a_check_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("MATH_TO_CODE_HOME", str(tmp_path / "file"))
    assert check(SOFTMAX["softmax"]).outcome == "passed"


def test_a_full_disk_stops_no_check_and_loses_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check(SOFTMAX["softmax"])

    def full(path: Path, text: str, **_: Any) -> None:
        path.write_bytes(text[:9].encode())
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        assert check(SOFTMAX["log_softmax"]).outcome == "passed"
    assert len(list(home.iterdir())) == 1
    assert "cannot be used (no space left)" in repr(progress())
    assert line().done == 2
    assert check(SOFTMAX["softmax"]).outcome == "passed"
    assert json.loads((home / "progress.json").read_text())["exercises"]["log_softmax"]["passed"] is True
    assert "Not kept" not in repr(progress())


def test_in_a_browser_that_lets_the_page_keep_nothing_it_says_so_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.lab.home.is_in_a_browser", lambda: True)
    monkeypatch.setenv("MATH_TO_CODE_HOME", "/no-such-drive/.math-to-code")
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.delenv("NBGRADER_VALIDATING", raising=False)
    assert check(SOFTMAX["softmax"]).outcome == "passed"
    assert line().done == 1
    said = "Not kept: this browser's storage cannot be used (the page may keep nothing here)."
    assert said in repr(progress())
    assert not Path("/no-such-drive").exists()
