"""Deadlines: local times, extensions and penalties, the same whoever grades, wherever the machine stands."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rich.console import Console

from course.deadlines import Arrival, overview, read_deadlines, require_deadlines, write_example
from course.deadlines.moments import to_utc
from course.deadlines.rule import DAY, HOUR, PenaltyRule
from course.folder import CourseError

BERLIN = ZoneInfo("Europe/Berlin")
TERM = """
time_zone = "Europe/Berlin"
[penalty]
per = "day"
percent = 10
grace_minutes = 15
cap = 50
nothing_after_days = 7
[topics.softmax]
due = "2026-11-02 23:59"
[topics.ridge_path]
due = 2026-11-09T23:59:00
time_zone = "America/New_York"
penalty = { per = "hour", points = 0.5 }
[extensions.ada]
softmax = "2026-11-05 12:00"
ridge_path = "1 week, 2 days 12 hours"
"""


def write(folder: Path, text: str) -> Path:
    (folder / "deadlines.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(params=["UTC", "Asia/Kathmandu", "America/New_York"])
def _machine_zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the machine elsewhere."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("said", "utc"),
    [
        ("2026-11-02 23:59", "2026-11-02 22:59"),
        ("2026-07-01T12:00:30", "2026-07-01 10:00:30"),
        ("2026-10-25T02:30+02:00", "2026-10-25 00:30"),
        ("2026-10-25 02:30+01:00", "2026-10-25 01:30"),
        ("2026-03-29T02:30Z", "2026-03-29 02:30"),
        ("2026-10-25 01:59", "2026-10-24 23:59"),
        ("2026-10-25 03:00", "2026-10-25 02:00"),
    ],
)
@pytest.mark.usefixtures("_machine_zone")
def test_a_local_time_is_a_moment_wherever_the_machine_stands(said: str, utc: str) -> None:
    assert to_utc(said, BERLIN) == datetime.fromisoformat(utc)


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("2026-10-25 02:30", ("happens twice", "2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00")),
        ("2026-10-25 02:00", ("happens twice", "2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00")),
        ("2026-03-29 02:30", ("is skipped", "2026-03-29T01:30+01:00", "2026-03-29T03:30+02:00")),
    ],
)
def test_an_hour_that_the_clocks_repeat_or_skip_is_refused_with_what_to_write(
    said: str, advice: tuple[str, ...]
) -> None:
    with pytest.raises(ValueError, match="Europe/Berlin") as caught:
        to_utc(said, BERLIN)
    assert all(part in str(caught.value) for part in advice)
    for written in advice[1:]:
        to_utc(written, BERLIN)


ZONES = st.sampled_from(["Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"])
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)


@given(zone=ZONES.map(ZoneInfo), moment=MOMENTS)
def test_every_moment_can_be_written_with_or_without_its_offset(zone: ZoneInfo, moment: datetime) -> None:
    local = moment.replace(tzinfo=UTC).astimezone(zone)
    assert to_utc(local.isoformat(timespec="minutes"), zone) == moment
    try:
        assert to_utc(local.replace(tzinfo=None).isoformat(" ", "minutes"), zone) == moment
    except ValueError as error:
        assert "happens twice" in str(error)  # noqa: PT017


SCORES = st.floats(0, 200)
LATE = st.floats(-30 * DAY, 60 * DAY)
RULES = st.builds(
    PenaltyRule,
    unit=st.sampled_from([HOUR, DAY]),
    rate=st.floats(0, 100),
    in_percent=st.booleans(),
    grace=st.floats(0, 2 * DAY),
    cap=st.none() | st.floats(0, 100),
    nothing_after=st.none() | st.floats(0, 30 * DAY),
)


@given(rule=RULES, score=SCORES, late=LATE)
def test_nothing_is_lost_in_time_or_within_the_grace(rule: PenaltyRule, score: float, late: float) -> None:
    assume(late <= max(0, rule.grace))
    assert rule.penalty(score, late) == 0


@given(rule=RULES, score=SCORES, late=st.tuples(LATE, LATE))
def test_later_never_costs_less(rule: PenaltyRule, score: float, late: tuple[float, float]) -> None:
    assert rule.penalty(score, min(late)) <= rule.penalty(score, max(late))


@given(rule=RULES, score=SCORES, late=LATE)
def test_no_penalty_is_above_the_score_or_the_cap(rule: PenaltyRule, score: float, late: float) -> None:
    penalty = rule.penalty(score, late)
    assert 0 <= penalty <= score
    if rule.cap is not None and (rule.nothing_after is None or late <= rule.nothing_after):
        assert penalty <= (score * rule.cap / 100 if rule.in_percent else rule.cap)


@pytest.mark.parametrize(
    ("late", "percent", "points"),
    [
        (0, 0, 0),
        (15 * 60, 0, 0),
        (15 * 60 + 1, 1, 2),
        (DAY, 1, 2),
        (DAY + 1, 2, 4),
        (4 * DAY, 4, 8),
        (6 * DAY, 5, 9),
        (7 * DAY, 5, 9),
        (7 * DAY + 1, 10, 10),
    ],
)
def test_every_started_day_counts_from_the_due_date(late: float, percent: float, points: float) -> None:
    by_percent = PenaltyRule(DAY, 10, True, 15 * 60, 50, 7 * DAY)
    by_points = PenaltyRule(DAY, 2, False, 15 * 60, 9, 7 * DAY)
    assert by_percent.penalty(10, late) == percent
    assert by_points.penalty(10, late) == points


@settings(deadline=None)  # it writes files
@given(zone=ZONES, due=MOMENTS, minutes=st.integers(0, 9999), late=st.integers(0, 9999), rule=RULES)
def test_an_extension_is_a_deadline_moved(
    tmp_path_factory: pytest.TempPathFactory,
    zone: str,
    due: datetime,
    minutes: int,
    late: int,
    rule: PenaltyRule,
) -> None:
    def exact(moment: datetime) -> str:
        return moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).isoformat(timespec="minutes")

    folder = tmp_path_factory.mktemp("course")
    moved = due + timedelta(minutes=minutes)
    topic = f'time_zone = "{zone}"\n[topics.softmax]\ndue = '
    extension = "\n[extensions.ada]\nsoftmax = "
    plain = read_deadlines(write(folder, f'{topic}"{exact(moved)}"'))
    assert plain
    arrived = plain.topics["softmax"].moment + timedelta(minutes=late)
    for said in (f"{minutes} minutes", exact(moved)):
        extended = read_deadlines(write(folder, f'{topic}"{exact(due)}"{extension}"{said}"'))
        assert extended
        ends = extended.topics["softmax"].moment + extended.extensions["ada", "softmax"]
        assert ends == plain.topics["softmax"].moment
        lateness = (arrived - ends).total_seconds()
        assert rule.penalty(10, lateness) == rule.penalty(10, 60.0 * late)


def test_a_day_is_24_hours_even_where_the_clocks_go_back() -> None:
    """The 25th of October has 25 hours: the same time on the next day is two started days later."""
    due, next_day = (to_utc(f"2026-10-{day} 23:30", BERLIN) for day in (24, 25))
    assert (next_day - due).total_seconds() == 25 * HOUR
    assert PenaltyRule(DAY, 10).penalty(10, (next_day - due).total_seconds()) == 2


@pytest.mark.usefixtures("_machine_zone")
def test_the_file_says_when_what_and_who(tmp_path: Path) -> None:
    said = read_deadlines(write(tmp_path, TERM))
    assert said
    softmax, ridge = said.topics["softmax"], said.topics["ridge_path"]
    assert softmax.moment == datetime(2026, 11, 2, 22, 59)
    assert softmax.rule == PenaltyRule(DAY, 10, True, 15 * 60, 50, 7 * DAY)
    assert ridge.moment == datetime(2026, 11, 10, 4, 59)
    assert ridge.rule == PenaltyRule(HOUR, 0.5, in_percent=False)
    assert said.extensions == {
        ("ada", "softmax"): timedelta(days=2, hours=12, minutes=1),
        ("ada", "ridge_path"): timedelta(days=9, hours=12),
    }


ZONE = 'time_zone = "Europe/Berlin"\n'
DUE = ZONE + '[topics.softmax]\ndue = "2026-11-02 23:59"\n'
WRONG = {
    "no TOML": ("time_zone = Europe", "deadlines.toml is not TOML: Invalid value (at line 1, column 13)"),
    "no zone": (
        '[topics.softmax]\ndue = "2026-11-02 23:59"',
        "deadlines.toml, time_zone: this key is missing",
    ),
    "a zone that is none": (
        'time_zone = "Europe/Berln"\n[topics.softmax]',
        "time_zone: there is no time zone 'Europe/Berln': did you mean 'Europe/Berlin'?",
    ),
    "a zone that is a path": (
        'time_zone = "../../etc/passwd"\n[topics.softmax]',
        "time_zone: there is no time zone",
    ),
    "a zone that is a number": ("time_zone = 1\n[topics.softmax]", "time_zone: there is no time zone '1'"),
    "no due date": (ZONE + "[topics.softmax]", "deadlines.toml, [topics.softmax], due: this key is missing"),
    "no time of day": (
        ZONE + "[topics.softmax]\ndue = 2026-11-02",
        "[topics.softmax], due: '2026-11-02' is not a date with a time",
    ),
    "no such hour": (
        ZONE + '[topics.softmax]\ndue = "2026-11-02 24:00"',
        "[topics.softmax], due: '2026-11-02 24:00' is no time (hour must be in 0..23)",
    ),
    "no such day": (
        ZONE + '[topics.softmax]\ndue = "2026-02-30 12:00"',
        "[topics.softmax], due: '2026-02-30 12:00' is no time (day is out of range for month)",
    ),
    "twice": (
        ZONE + "[topics.softmax]\ndue = 2026-10-25T02:30:00",
        "[topics.softmax], due: 2026-10-25 02:30 happens twice",
    ),
    "another key": (
        DUE + "date = 1",
        "[topics.softmax], date: this key means nothing here: what may stand here is due, time_zone, penalty",
    ),
    "a key with a slip": (
        DUE + "penalti = 1",
        "[topics.softmax], penalti: this key means nothing here: did you mean 'penalty'?",
    ),
    "another table": (
        DUE + "[topic.softmax]",
        "deadlines.toml, topic: this key means nothing here: did you mean 'topics'?",
    ),
    "no table": (
        ZONE + "topics = 1",
        "deadlines.toml, topics: this is to be a table: write [topics] above its keys",
    ),
    "no unit": (DUE + "[penalty]\npercent = 10", "[penalty], per: this key is missing"),
    "another unit": (
        DUE + '[penalty]\npercent = 10\nper = "week"',
        '[penalty], per: write "day" or "hour", not \'week\'',
    ),
    "no measure": (DUE + '[penalty]\nper = "day"', "[penalty], percent: write percent or points"),
    "two measures": (
        DUE + '[penalty]\nper = "day"\npercent = 1\npoints = 1',
        "[penalty], points: write either percent or points",
    ),
    "too much": (
        DUE + '[penalty]\nper = "day"\npercent = 101',
        "[penalty], percent: write a number from 0 to 100, not '101'",
    ),
    "less than nothing": (
        DUE + '[penalty]\nper = "day"\npoints = -1',
        "[penalty], points: write a number of 0 or more, not '-1'",
    ),
    "no number": (
        DUE + '[penalty]\nper = "day"\npercent = nan',
        "[penalty], percent: write a number from 0 to 100, not 'nan'",
    ),
    "a truth": (
        DUE + '[penalty]\nper = "day"\npoints = 1\ncap = true',
        "[penalty], cap: write a number of 0 or more, not 'True'",
    ),
    "a topic's own": (
        DUE + "penalty = { percent = 1 }",
        "[topics.softmax.penalty], per: this key is missing",
    ),
    "an extension backwards": (
        DUE + '[extensions.ada]\nsoftmax = "2026-11-01 12:00"',
        "[extensions.ada], softmax: this is before the due date itself",
    ),
    "an extension of nothing": (
        DUE + '[extensions.ada]\nridge_path = "1 day"',
        "[extensions.ada], ridge_path: [topics] names no due date for it",
    ),
    "an extension of no time": (
        DUE + '[extensions.ada]\nsoftmax = "a while"',
        "[extensions.ada], softmax: 'a while' is neither a date nor a time span",
    ),
    "half an extension": (
        DUE + '[extensions.ada]\nsoftmax = "2 days and a bit"',
        "[extensions.ada], softmax: '2 days and a bit' is neither",
    ),
    "a number of what": (
        DUE + "[extensions.ada]\nsoftmax = 2",
        "[extensions.ada], softmax: '2' is neither a date nor a time span",
    ),
    "a name with a dot": (
        DUE + '[extensions.ada.lovelace]\nsoftmax = "1 day"',
        "names no due date for it that could be extended (a student's name with a dot stands in quotes)",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_said_with_file_table_and_key(tmp_path: Path, case: str) -> None:
    text, sentence = WRONG[case]
    with pytest.raises(CourseError) as caught:
        read_deadlines(write(tmp_path, text))
    assert sentence in str(caught.value)
    assert str(caught.value).startswith("deadlines.toml")
    assert len(str(caught.value).splitlines()) == 1


def test_a_file_from_another_editor_is_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "deadlines.toml").write_bytes(b"\xef\xbb\xbf" + DUE.replace("\n", "\r\n").encode())
    assert read_deadlines(tmp_path)
    (tmp_path / "deadlines.toml").write_bytes(b"# \xe9\n" + DUE.encode())
    with pytest.raises(CourseError, match="not UTF-8 text"):
        read_deadlines(tmp_path)


def test_the_example_changes_nothing_until_it_is_filled_in(tmp_path: Path) -> None:
    path = write_example(tmp_path)
    assert read_deadlines(tmp_path) is None
    with pytest.raises(CourseError, match="take the # away"):
        require_deadlines(tmp_path, None)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n# ", "\n"), encoding="utf-8")
    with pytest.raises(CourseError, match="not TOML"):  # the sentences above it are no settings
        read_deadlines(tmp_path)
    settings = text.partition("\n\n")[2]
    path.write_text(settings.replace("\n# ", "\n"), encoding="utf-8")
    said = read_deadlines(tmp_path)
    assert said
    assert set(said.topics) == {"softmax", "ridge_path"}
    assert {topic for _, topic in said.extensions} == {"softmax", "ridge_path"}
    with pytest.raises(CourseError, match="already"):
        write_example(tmp_path)
    assert path.read_text(encoding="utf-8") == settings.replace("\n# ", "\n")


def shown(folder: Path, arrivals: list[Arrival]) -> str:
    said = read_deadlines(folder)
    assert said
    text = StringIO()
    Console(width=160, file=text).print(*overview(said, arrivals), sep="\n")
    return text.getvalue()


@pytest.mark.usefixtures("_machine_zone")
def test_the_overview_shows_who_was_late_by_how_much(tmp_path: Path) -> None:
    on_time, late = datetime(2026, 11, 2, 22, 0), datetime(2026, 11, 5, 11, 3)
    text = shown(
        write(tmp_path, TERM),
        [
            Arrival("ada", "softmax", late, 1.5),
            Arrival("bob", "softmax", late, 6.0),
            Arrival("cleo", "softmax", on_time, 0.0),
            Arrival("dan", "softmax", None, 0.0),
            Arrival("[bold]eve", "ridge_path", datetime(2026, 11, 10, 5, 0), None),
            Arrival("bob", "start_here", None, 0.0),
        ],
    )
    rows = [
        [cell.strip() for cell in line.strip("│ ").split("│")] for line in text.splitlines() if "│" in line
    ]
    assert [
        "softmax",
        "Mon 2026-11-02 23:59 CET",
        "2026-11-02 22:59",
        "10 % for each started day, 15 minutes of grace, at most 50 %, nothing after 7 days",
    ] in rows
    assert [
        "ridge_path",
        "Mon 2026-11-09 23:59 EST",
        "2026-11-10 04:59",
        "0.5 points for each started hour",
    ] in rows
    assert ["ada", "softmax", "Thu 2026-11-05 12:00 CET", "2026-11-05 11:00", "2 d 12 h 1 min"] in rows
    assert ["ada", "softmax", "Thu 2026-11-05 12:03 CET", "3 min", "1.5"] in rows
    assert ["bob", "softmax", "Thu 2026-11-05 12:03 CET", "2 d 12 h 4 min", "6"] in rows
    assert ["[bold]eve", "ridge_path", "Tue 2026-11-10 00:00 EST", "1 min", "not graded yet"] in rows
    assert not any(row[0] == "cleo" for row in rows)
    assert "Without a time stamp, and so counted as in time: dan (softmax)." in text
    assert "Extended, but nothing" not in text
    assert "nothing of theirs is here yet: ada." in shown(tmp_path, [Arrival("bob", "softmax", on_time, 0.0)])
