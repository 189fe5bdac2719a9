"""The report: true numbers, nobody's name where names are hidden, nothing live that a student wrote."""

import builtins
import re
import shutil
import time
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from bs4 import BeautifulSoup
from commands import run_course
from copies import copy_course
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from nbgrader.api import Gradebook
from releases import release

from course.folder import CourseError, CourseFolder
from course.grading import Answer, GradedWork, Item, Score, read_graded, read_refusals, read_scores
from course.reading import Entry, Kind, read_catalogue, read_topic
from course.reporting.claims import Claim, read_claim
from course.reporting.class_record import ClassRecord, Work
from course.reporting.item_analysis import analyse, cronbach_alpha, point_biserial
from course.reporting.names import Names
from course.reporting.page import render, write_page
from course.reporting.sections import Report, compose
from course.sample_class import Student, hand_in, model_answers

TOPIC = "softmax"
WHEN = datetime(2030, 5, 6, 7, 8)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}"


def item(number: int, points: float = 1.0, function: str = "softmax") -> Item:
    return Item(f"{function}_{number}", function, f"Property number {number} holds.", points, points > 0)


def graded(
    shares: Sequence[float], *, points: float = 1.0, message: str = "", repairs: Iterable[str] = ()
) -> GradedWork:
    """Return a graded work with one test for each share."""
    outcome = "passed" if all(shares) else "not passed"
    return GradedWork(
        {item(number, points): share for number, share in enumerate(shares)},
        (Answer("softmax", "def softmax(Z): ...", outcome, message),),
        repairs=tuple(repairs),
    )


def work(
    student: str,
    shares: Sequence[float] = (1, 1, 0),
    *,
    topic: str = TOPIC,
    waiting: float = 0,
    claim: Claim | None = None,
    refused: str = "",
    message: str = "",
    repairs: Iterable[str] = (),
) -> Work:
    """Return a work whose tests have a point each, with `waiting` points more that nobody has given yet."""
    score = Score(student, topic, float(sum(shares)), len(shares) + waiting, waiting)
    return Work(
        student, topic, score, graded(shares, message=message, repairs=repairs), refused, claim or Claim()
    )


def record(works: Iterable[Work], students: Iterable[str] = ()) -> ClassRecord:
    known = {(each.student, each.topic): each for each in works}
    everyone = sorted({student for student, _ in known} | set(students))
    released = {topic for (_, topic), each in known.items() if each.score}
    return ClassRecord(tuple(everyone), tuple(sorted(released)), known, b"secret")


def report(works: Iterable[Work], students: Iterable[str] = (), *, hide_names: bool = False) -> Report:
    nowhere = CourseFolder(Path("/nowhere"))
    return compose(nowhere, record(works, students), lambda _: None, hide_names=hide_names)


def page(works: Iterable[Work], students: Iterable[str] = (), *, hide_names: bool = False) -> str:
    return render(report(works, students, hide_names=hide_names), WHEN)


def soup_of(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def text_of(html: str) -> str:
    """Return what a reader reads, with plain spaces."""
    return " ".join(soup_of(html).get_text(" ").split())


def reasons(made: Report, student: str) -> str:
    return " ".join(
        r.sentence for each in made.attention.shown if each.student == student for r in each.reasons
    )


# Statistics


# Five persons, ten items, one of them passed by nobody.
PUBLISHED = np.array(
    [
        [0, 1, 0, 1, 1, 1, 0, 0, 1, 0],
        [1, 0, 0, 0, 0, 0, 0, 1, 1, 0],
        [1, 0, 0, 1, 1, 1, 0, 1, 1, 1],
        [1, 0, 1, 0, 0, 1, 0, 1, 0, 1],
        [1, 1, 1, 1, 1, 1, 0, 1, 1, 1],
    ],
    dtype=float,
)


def test_alpha_of_a_worked_example_is_the_one_that_was_published() -> None:
    """A spreadsheet for small n: the items' variances add up to 2.3, the totals' is 5.2."""
    assert PUBLISHED.var(axis=0, ddof=1).sum() == pytest.approx(2.3)
    assert PUBLISHED.sum(axis=1).tolist() == [5, 3, 7, 5, 9]
    assert cronbach_alpha(PUBLISHED).value == pytest.approx(0.619658, abs=1e-6)


@given(arrays(float, st.tuples(st.integers(2, 30), st.integers(2, 8)), elements=st.sampled_from([0.0, 1.0])))
@settings(max_examples=200, deadline=None)
def test_alpha_of_items_that_pass_or_fail_is_kuder_and_richardsons_20(scores: np.ndarray) -> None:
    items = scores.shape[1]
    passed = scores.mean(axis=0)
    total = scores.sum(axis=1).var()
    found = cronbach_alpha(scores)
    if total == 0:
        assert (found.value, found.reason) == (None, "all have the same points")
    else:
        assert found.value == pytest.approx(items / (items - 1) * (1 - (passed * (1 - passed)).sum() / total))


def test_alpha_of_one_item_twice_is_1_and_of_opposites_is_far_below_0() -> None:
    one = np.array([0.0, 1.0, 1.0, 0.0, 1.0])
    assert cronbach_alpha(np.column_stack([one, one])).value == pytest.approx(1)
    assert cronbach_alpha(np.column_stack([one, 2 * (1 - one)])).value == pytest.approx(2 * (1 - 5))


def test_a_point_biserial_by_hand() -> None:
    """Those who passed have 4, 6 and 8 elsewhere, the others 2 and 4: (6 − 3)/2.04 · √(0.6 · 0.4)."""
    passed, rest = np.array([1.0, 1, 1, 0, 0]), np.array([4.0, 6, 8, 2, 4])
    assert point_biserial(passed, rest).value == pytest.approx(3 / np.sqrt(4.16) * np.sqrt(0.24))


@pytest.mark.parametrize(
    ("passed", "rest", "reason"),
    [
        ([1, 1, 1], [1, 2, 3], "all passed"),
        ([0, 0, 0], [1, 2, 3], "nobody passed"),
        ([0.5, 0.5, 0.5], [1, 2, 3], "all alike"),
        ([0, 1, 1], [2, 2, 2], "all have the same points otherwise"),
        ([1], [1], "fewer than two submissions"),
        ([], [], "fewer than two submissions"),
    ],
)
def test_a_coefficient_that_is_none_has_a_reason(passed: list[float], rest: list[float], reason: str) -> None:
    found = point_biserial(np.array(passed, float), np.array(rest, float))
    assert (found.value, found.reason) == (None, reason)


def test_an_item_is_compared_with_the_points_of_the_others() -> None:
    matrix = np.random.default_rng(1).integers(0, 2, (40, 6)).astype(float)
    points = [0.0, 1, 2, 1, 3, 1]
    works = [
        GradedWork(shares={item(n, points[n]): float(share) for n, share in enumerate(row)}) for row in matrix
    ]
    for at, result in enumerate(analyse(works).results):
        rest = np.delete(matrix * points, at, axis=1).sum(axis=1)
        assert result.discrimination.value == pytest.approx(np.corrcoef(matrix[:, at], rest)[0, 1])
        assert result.passed == pytest.approx(matrix[:, at].mean())
    weighted = (matrix * points)[:, 1:]  # what has no points is no part of the score
    assert analyse(works).alpha.value == pytest.approx(cronbach_alpha(weighted).value)


def test_a_test_that_the_stronger_fail_is_marked_from_ten_submissions_on() -> None:
    def works(count: int) -> list[GradedWork]:
        return [graded([1, 1, 1, 0] if n % 2 else [0, 0, n % 4 == 0, 1]) for n in range(count)]

    (suspect,) = analyse(works(10)).suspects
    assert suspect.item == item(3)
    assert suspect.advice == "the stronger fail it more often"
    assert analyse(works(9)).suspects == ()


def test_a_submission_without_all_tests_counts_for_none() -> None:
    works = [graded([1, 0, 1]), graded([0, 1, 0]), graded([1, 1])]
    found = analyse(works)
    assert (found.count, len(found.results)) == (2, 3)
    assert [result.passed for result in found.results] == [0.5, 0.5, 0.5]


def test_a_test_that_one_student_has_alone_spoils_no_number() -> None:
    honest = [graded([1, 0, 1]), graded([0, 1, 0]), graded([1, 1, 1])]
    forged = GradedWork({**graded([0, 0, 0]).shares, item(99, 50): 1.0})
    found = analyse([*honest, forged])
    assert (found.count, len(found.results)) == (4, 3)
    assert found.alpha == analyse([*honest, graded([0, 0, 0])]).alpha


def test_numbers_that_are_undefined_are_a_dash_with_the_reason() -> None:
    said = text_of(page([work("ada", (1, 0)), work("emmy", (1, 0))]))
    assert "– all passed" in said
    assert "– nobody passed" in said
    assert "of those with points: – all have the same points" in said
    assert not re.search(r"\bnan\b", said)
    assert "– fewer than two submissions" in text_of(page([work("ada")]))


# What students claim


CELL = (
    "self_assessment(\n    confidence={},  # 1 to 5\n    hardest={},\n    difficulty={},\n    minutes={},\n)"
)


def cell(
    confidence: str = "None", hardest: str = '""', difficulty: str = "None", minutes: str = "None"
) -> str:
    return CELL.format(confidence, hardest, difficulty, minutes)


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        (cell(), Claim()),
        (cell("4", '"softmax"', "2", "50"), Claim(4, 2, 50, "softmax")),
        (cell("9"), Claim(odd=("confidence = 9",))),
        (cell("-3"), Claim(odd=("confidence = -3",))),
        (cell("True"), Claim(odd=("confidence = True",))),
        (cell("4.5"), Claim(odd=("confidence = 4.5",))),
        (cell(minutes="0"), Claim(odd=("minutes = 0",))),
        (cell(minutes="1_000_000_000"), Claim(odd=("minutes = 1_000_000_000",))),
        (cell("5", minutes="10**9"), Claim(5, odd=("minutes = 10**9",))),
        (cell(minutes="__import__('os').abort()"), Claim(odd=("minutes = __import__('os').abort()",))),
        (cell(minutes="exit()"), Claim(odd=("minutes = exit()",))),
        (cell(hardest="7"), Claim(odd=("hardest = 7",))),
        (cell(hardest=repr("x" * 99)), Claim(hardest="x" * 60 + "…")),
        (cell(hardest='"two\\nlines\\x00"'), Claim(hardest="two lines")),
        ("self_assessment(4)", Claim(odd=("4",))),
        ("self_assessment(**{'minutes': 5})", Claim(odd=("** = {'minutes': 5}",))),
        ("self_assessment(mood=5)", Claim(odd=("mood = 5",))),
        ("%time self_assessment(minutes=5)", Claim(odd=("a self-assessment that cannot be read",))),
        (cell("4") + "\n" + "x = 1\n" * 1000, Claim(odd=("a self-assessment that cannot be read",))),
        (cell(minutes="9" * 4999), Claim(odd=("a self-assessment that cannot be read",))),
        (cell(minutes="(" * 4000), Claim(odd=("a self-assessment that cannot be read",))),
        (cell(minutes="-" * 4000 + "1"), Claim(odd=("a self-assessment that cannot be read",))),
        (cell(minutes="[" * 900 + "]" * 900), Claim(odd=("a self-assessment that cannot be read",))),
        ("# self_assessment(confidence=5)", Claim()),
        ("def self_assessment(**_): pass\nself_assessment(confidence=1)", Claim(1)),
    ],
)
def test_a_claim_is_read_as_plain_data_and_never_run(source: str, claim: Claim) -> None:
    assert read_claim(["import numpy as np", source, "x = 1"]) == claim


def test_the_last_of_several_self_assessments_counts() -> None:
    assert read_claim([cell("1"), cell("2") + "\n" + cell("3")]).confidence == 3
    assert read_claim([]) == Claim()


def test_absurd_claims_are_shown_as_claimed_and_bend_no_number() -> None:
    honest = [work(f"s{n}", claim=Claim(confidence=3, minutes=40 + n)) for n in range(5)]
    forged = work("liar", claim=read_claim([cell("99", minutes="10**9", hardest=repr(HOSTILE))]))
    (topic,) = report([*honest, forged]).topics
    said = topic.assessment
    assert (said.count, said.of, said.minutes, said.timed) == (6, 6, 42, 5)
    assert [bar.count for bar in said.confidence] == [0, 0, 5, 0, 0]
    text = text_of(page([*honest, forged]))
    assert "2 values are on no scale" in text
    assert "liar claims confidence = 99 ; liar claims minutes = 10**9" in text
    assert "<script>alert(1)</script>" in text  # as words


def test_the_hardest_exercise_is_counted_by_its_function_however_it_is_written() -> None:
    said = ["softmax", "softmax()", " Softmax ", "`softmax`", "the second one"]
    (topic,) = report([work(f"s{n}", claim=Claim(hardest=each)) for n, each in enumerate(said)]).topics
    assert topic.assessment.hardest == (("softmax", 4),)
    assert topic.assessment.other_words == ("the second one",)


# Grades


def test_points_that_wait_for_a_person_are_said_and_not_counted_as_lost() -> None:
    works = [work("ada", (1, 1), waiting=2), work("emmy", (1, 0), waiting=2)]
    (topic,) = report(works).topics
    assert topic.shares is not None
    assert (topic.shares.mean, topic.shares.median) == (0.75, 0.75)
    assert "4 points in 2 submissions are still to be given by hand" in text_of(page(works))


def test_nobody_has_a_share_of_points_that_are_all_undecided() -> None:
    works = [work("ada", (), waiting=5)]
    made = report(works)
    assert made.topics[0].shares is None
    assert made.shares is None
    assert "5 points in 1 submissions are still" in text_of(page(works))


@given(st.lists(st.integers(0, 20), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_every_student_stands_in_one_bar_and_the_mean_is_theirs(points: list[int]) -> None:
    works = [work(f"s{n}", [float(m < each) for m in range(20)]) for n, each in enumerate(points)]
    shares = report(works).topics[0].shares
    assert shares is not None
    assert [bar.count for bar in shares.bars] == [
        sum(min(each // 2, 9) == tenth for each in points) for tenth in range(10)
    ]
    assert shares.mean == pytest.approx(sum(points) / len(points) / 20)
    assert shares.median == pytest.approx(np.median(points) / 20)
    assert shares.least <= shares.lower <= shares.median <= shares.upper <= shares.most


def test_who_is_missing_is_counted_and_named() -> None:
    works = [work("ada"), work("ada", topic="ridge_path"), work("emmy")]
    made = report(works, students=["kurt"])
    missing = {topic.name: topic.missing for topic in made.topics}
    assert missing == {"softmax": ("kurt",), "ridge_path": ("emmy", "kurt")}
    assert made.attention.absent == ("kurt",)
    assert "1 handed in nothing at all: kurt." in text_of(page(works, students=["kurt"]))


def test_what_was_refused_and_repaired_is_listed_with_the_reason() -> None:
    refused = Work("kurt", TOPIC, None, None, "softmax.ipynb is empty", Claim())
    mended = work("emmy", repairs=["its end was cut off", "a cell had no text"])
    text = text_of(page([refused, mended, work("ada")]))
    assert "kurt softmax softmax.ipynb is empty" in text
    assert "emmy softmax its end was cut off; a cell had no text" in text
    assert "1 could not be graded" in text


# Misconceptions and attention


def test_misconceptions_are_counted_by_exercise_and_message() -> None:
    told = [work(f"s{n}", message="The sum is missing.") for n in range(7)]
    works = [*told, work("z", message="Another one."), work("solved", (1, 1, 1))]
    seen = report(works).topics[0].misconceptions
    assert [(each.message, each.count, each.of) for each in seen] == [
        ("The sum is missing.", 7, 9),
        ("Another one.", 1, 9),
    ]
    assert seen[0].students == ("s0", "s1", "s2", "s3", "s4")
    assert seen[0].more == 2


def test_each_reason_for_a_look_is_a_sentence() -> None:
    topics = [f"t{n}" for n in range(4)]
    good = [work("fine", (1, 1, 1), topic=topic) for topic in topics]
    far_below = [work("dips", (1, 1, 0) if topic != "t3" else (0, 0, 0), topic=topic) for topic in topics]
    sure = [work("sure", (0, 0, 1), topic="t0", claim=Claim(confidence=5))]
    unsure = [work("unsure", (1, 1, 1), topic=topic, claim=Claim(confidence=1)) for topic in topics]
    one = [work("one", (1, 0, 0), topic="t0", message="The sign is wrong.")]
    refused = [work("old", topic="t0", refused="t0.ipynb is empty")]
    repaired = [work("torn", topic="t0", repairs=["its end was cut off"])]
    made = report([*good, *far_below, *sure, *unsure, *one, *refused, *repaired])
    assert reasons(made, "fine") == ""
    assert "`t3` is far below the rest: 0\u00a0%, elsewhere 67\u00a0% on average." in reasons(made, "dips")
    assert "Feels sure (4 or 5 of 5) with few points: `t0` 33\u00a0%." in reasons(made, "sure")
    assert "Feels unsure (1 or 2 of 5) with nearly all points: `t0` 100\u00a0%," in reasons(made, "unsure")
    assert "One mistake explains all that is lost in `t0`, 2 points: The sign is wrong." in reasons(
        made, "one"
    )
    assert "`t0` could not be graded: t0.ipynb is empty. The grade of an earlier one stands." in reasons(
        made, "old"
    )
    assert "`t0` had to be repaired before it could be graded." in reasons(made, "torn")
    assert "Handed in nothing for `t1`, `t2` and `t3`." in reasons(made, "torn")
    assert made.attention.shown[0].student == "old"  # the most urgent


def test_a_blank_submission_and_a_limit_are_reasons() -> None:
    stub = GradedWork({item(0): 0.0}, (Answer("softmax", "...", "not attempted", ""),))
    blank = Work("blank", TOPIC, Score("blank", TOPIC, 0, 1, 0), stub, "", Claim())
    tests = {item(0): 0.0}
    greedy = Work(
        "greedy",
        TOPIC,
        Score("greedy", TOPIC, 0, 1, 0),
        GradedWork(tests, (), ("it used more than 2 GB of memory",)),
        "",
        Claim(),
    )
    made = report([blank, greedy])
    assert reasons(made, "blank") == "Handed in `softmax` without an answer."
    assert "Code in `softmax` was stopped: it used more than 2 GB of memory." in reasons(made, "greedy")


def test_the_list_of_who_needs_a_look_is_no_longer_than_an_evening() -> None:
    made = report([work(f"s{n:03}", (0, 0, 1)) for n in range(300)])
    assert len(made.attention.shown) == 20
    assert made.attention.more == 280
    assert "280 more with lesser reasons" in text_of(page([work(f"s{n:03}", (0, 0, 1)) for n in range(300)]))


# Names


STUDENTS = [
    f"person-{name}" for name in ("noether", "bose", "cohn", "dirac", "euler", "fermi", "gauss", "hardy")
]


def telling_class() -> list[Work]:
    """Return works in which a name stands wherever one can."""
    return [
        *(
            work(
                each,
                (1, 0, 0),
                message="The sum is missing.",
                claim=Claim(5, hardest=f"{each} says so", odd=(f"minutes = {each}",)),
                repairs=[f"{each}.ipynb was taken for softmax.ipynb", f"{each}.txt was a link to something"],
            )
            for each in STUDENTS[:5]
        ),
        Work(STUDENTS[5], TOPIC, None, None, f"{STUDENTS[5]}.ipynb is empty", Claim()),
        Work(STUDENTS[6], TOPIC, None, None, f"softmax.ipynb could not be marked: E: {STUDENTS[6]}", Claim()),
        Work(STUDENTS[7], f"{STUDENTS[7]} 1", None, None, "it is not in the gradebook yet", Claim()),
    ]


def test_hidden_names_stand_nowhere_on_the_page() -> None:
    html = page(telling_class(), STUDENTS, hide_names=True)
    assert not [each for each in STUDENTS if each in html or each.removeprefix("person-") in html]
    text = text_of(html)
    assert all(re.search(rf"\bstudent {number}\b", text) for number in range(1, 9))
    assert "Names are hidden" in text
    assert "5 named the hardest in words of their own, left out here" in text
    assert "5 values are on no scale" in text
    assert "softmax.ipynb could not be marked" in text
    named = page(telling_class(), STUDENTS)
    assert all(each in named for each in STUDENTS)


def test_the_numbers_in_the_place_of_names_stay_and_follow_no_roster() -> None:
    roster = [f"s{n:02}" for n in range(30)]

    def numbers(secret: bytes) -> list[int]:
        names = Names(roster, secret, hidden=True)
        return [int(names.of(student).removeprefix("student ")) for student in roster]

    first = numbers(b"one gradebook")
    assert sorted(first) == list(range(1, 31))
    assert first == numbers(b"one gradebook")
    assert first != numbers(b"another gradebook")  # the roster alone does not give it away
    assert abs(np.corrcoef(first, range(30))[0, 1]) < 0.6
    assert Names(roster, b"", hidden=False).of("s07") == "s07"


def test_lists_of_hidden_names_are_in_the_order_of_their_numbers() -> None:
    works = [work(f"s{n:02}", (0, 0, 1), message="Same.") for n in range(12)]
    made = report(works, [f"absent{n}" for n in range(6)], hide_names=True)

    def numbers(names: Iterable[str]) -> list[int]:
        return [int(name.removeprefix("student ")) for name in names]

    for listed in (
        numbers(each.student for each in made.attention.shown),
        numbers(made.attention.absent),
        numbers(made.topics[0].missing),
        numbers(made.topics[0].misconceptions[0].students),
    ):
        assert len(listed) > 4
        assert listed == sorted(listed)


def test_pairs_alike_are_shown_by_number_too() -> None:
    words = [name for name in dir(builtins) if name.islower() and name.isidentifier()][-20:]
    own = "print(" + " + ".join(f"{a}({b})" for a in words for b in words[:3]) + ")"

    def written(student: str, text: str) -> Work:
        made = GradedWork({item(0): 1.0}, (Answer("softmax", text, "passed", ""),))
        return Work(student, TOPIC, Score(student, TOPIC, 1, 1, 0), made, "", Claim())

    works = [written(f"person-{n}", own.replace("+", "-*/%"[n])[: 80 * n + 80]) for n in range(4)]
    works += [written("person-noether", own), written("person-bose", own)]
    named, numbered = page(works), page(works, hide_names=True)
    assert "person-bose and person-noether" in text_of(named)
    assert re.search(r"student \d and student \d 100\s%", text_of(numbered))
    assert "person-" not in numbered
    for html in (named, numbered):
        assert "no verdict" in text_of(html)
        assert "It cannot know who wrote first" in text_of(html)


# The page


def test_nothing_that_a_student_wrote_is_live() -> None:
    odd = Claim(hardest=HOSTILE, odd=(HOSTILE,))
    hostile = work(HOSTILE, (1, 0), message=HOSTILE, claim=odd, repairs=[HOSTILE], refused=HOSTILE)
    html = page([hostile, work("ada"), work("emmy")], students=[f"{HOSTILE}2"])
    soup = soup_of(html)
    assert not soup.find_all(["script", "img", "iframe", "object", "link", "form", "base"])
    assert not [tag for tag in soup.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert html.count("&lt;script&gt;") > 5
    assert "{{ 7*7 }}" in html
    assert "default-src 'none'" in str(soup.find("meta", {"http-equiv": "Content-Security-Policy"}))


def test_the_page_loads_nothing_and_links_only_within_itself() -> None:
    html = page([work("ada"), work("emmy"), work("emmy", topic="ridge_path")])
    soup = soup_of(html)
    assert not re.findall(r"url\(|@import|src=|https?://(?!www\.w3\.org)", html)
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    links = [str(tag["href"]) for tag in soup.find_all("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_headings_tables_and_charts_can_be_read_without_eyes() -> None:
    claims = [Claim(confidence=n % 5 + 1, difficulty=2, minutes=30) for n in range(12)]
    works = [work(f"s{n}", (1, n % 2, 0), message="Why.", claim=claim) for n, claim in enumerate(claims)]
    soup = soup_of(page([*works, work("s1", topic="ridge_path")]))
    levels = [int(tag.name[1]) for tag in soup.find_all(re.compile(r"^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert soup.html is not None
    assert soup.html["lang"] == "en"
    assert all(tag.get("scope") for tag in soup.find_all("th"))
    charts = [tag for tag in soup.find_all("svg") if tag.get("aria-hidden") != "true"]
    assert len(charts) >= 6
    for chart in charts:
        assert chart["role"] == "img"
        named = [soup.find(id=each) for each in str(chart.get("aria-labelledby", "")).split()]
        assert chart.get("aria-label") or (named and all(tag and tag.get_text() for tag in named))
    hidden = [tag for tag in soup.find_all("svg") if tag.get("aria-hidden") == "true"]
    assert hidden
    assert all(re.search(r"\d+\s%", tag.parent.get_text()) for tag in hidden if tag.parent)


def test_a_chart_says_all_its_numbers_in_words() -> None:
    soup = soup_of(page([work(f"s{n}", [1.0] * n + [0.0] * (10 - n)) for n in range(11)]))
    said = soup.find(id="topic-1-points-desc")
    assert said is not None
    assert said.get_text() == "0–10 %: 1; 10–20 %: 1; 20–30 %: 1; 30–40 %: 1; 40–50 %: 1; 50–60 %: 1; " + (
        "60–70 %: 1; 70–80 %: 1; 80–90 %: 1; 90–100 %: 2."
    )


def test_a_class_of_three_hundred_and_ten_topics_fits_a_page_made_in_seconds() -> None:
    dice = np.random.default_rng(4)
    works = [
        work(
            f"student{n:03}",
            dice.integers(0, 2, 40).tolist(),
            topic=f"topic{m}",
            message=f"Mistake {dice.integers(30)} of a kind.",
            claim=Claim(int(dice.integers(1, 6)), int(dice.integers(1, 6)), int(dice.integers(1, 200))),
            repairs=["its end was cut off"] if n % 9 == 0 else (),
        )
        for n in range(300)
        for m in range(10)
    ]
    made = record(works)
    begun = time.process_time()
    html = render(compose(CourseFolder(Path("/nowhere")), made, lambda _: None, hide_names=False), WHEN)
    assert time.process_time() - begun < 20
    assert len(html.encode()) < 2_000_000


def test_a_page_that_cannot_be_written_is_said_and_nothing_is_left_of_it(tmp_path: Path) -> None:
    kept = tmp_path / "kept.html"
    kept.write_text("before")
    (tmp_path / "folder").mkdir()
    for place in (tmp_path / "nowhere" / "a.html", kept / "a.html", tmp_path / "folder"):
        with pytest.raises(CourseError, match=r"cannot be written: .+\. Choose another --output\."):
            write_page("new", place)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "kept.html"]
    write_page("new \udc80", kept)
    assert kept.read_text(encoding="utf-8") == "new \\udc80"


# From a graded course to the page


def mistake() -> Entry:
    """Return one that costs a part of the points."""
    wrong = read_catalogue("start_here").wrong("total")
    return next(entry for entry in wrong if "The sum is right" in entry.message)


def hand_in_all(folder: CourseFolder) -> None:
    kinds = {
        "solved": model_answers(read_topic("start_here")),
        "wrong": {"total": mistake().source},
        "blank": {},
        "torn": {},
        "liar": {},
    }
    hand_in(folder, [Student(name, {"start_here": answers}) for name, answers in kinds.items()])
    places = {name: folder.submitted / name / "start_here" / "start_here.ipynb" for name in kinds}
    places["torn"].write_text("", encoding="utf-8")
    text = places["liar"].read_text(encoding="utf-8")
    places["liar"].write_text(text.replace("minutes=None", "minutes=10**9"), encoding="utf-8")
    places["solved"].rename(places["solved"].with_name("my solution.ipynb"))
    (folder.submitted / "lost" / "strat_here").mkdir(parents=True)


@pytest.fixture(scope="module")
def graded_course(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A graded course with one topic: solved and renamed, wrong, blank, torn, forged, misplaced."""
    folder = copy_course(tmp_path_factory.mktemp("course"))
    release(folder, "start_here")
    with Gradebook(f"sqlite:///{folder.gradebook}") as gradebook:
        gradebook.add_student("absent")
    hand_in_all(folder)
    run = run_course(folder.root, "grade")
    assert run.returncode == 0, run.stderr
    return folder


def test_the_report_of_a_graded_course_says_what_happened(graded_course: CourseFolder) -> None:
    run = run_course(graded_course.root, "report")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == "Wrote report.html: 7 students, 6 submissions, 1 topic.\n"
    text = text_of((graded_course.root / "report.html").read_text(encoding="utf-8"))
    assert " ".join(mistake().message.replace("`", " ").split()) in " ".join(text.replace("`", " ").split())
    assert "torn start_here start_here.ipynb is empty" in text
    assert "lost strat_here strat_here is not in the gradebook yet: run 'make release'" in text
    assert "solved start_here my solution.ipynb was taken for start_here.ipynb" in text
    assert "liar claims minutes = 10**9" in text
    assert "handed in nothing: absent" in text
    assert "2 handed in without an answer" in text
    sentence = next(read_topic("start_here").of_kind(Kind.HIDDEN)).sentence
    assert sentence.replace("`", " ") in text


def test_the_tests_add_up_to_the_points_in_the_gradebook(graded_course: CourseFolder) -> None:
    scores = read_scores(graded_course)
    assert {score.student for score in scores} == {"solved", "wrong", "blank", "liar"}
    assert len({score.points for score in scores}) > 2
    for score in scores:
        work = read_graded(graded_course, score.student, score.topic)
        assert work is not None
        assert sum(item.points * share for item, share in work.shares.items()) == score.points
        tests = [*read_topic("start_here").of_kind(Kind.VISIBLE, Kind.HIDDEN)]
        assert [(item.id, item.sentence, item.points) for item in work.shares] == [
            (test.id, test.sentence, test.points) for test in tests
        ]


def test_one_topic_without_names_goes_where_it_is_told(graded_course: CourseFolder, tmp_path: Path) -> None:
    output = tmp_path / "for the meeting.html"
    run = run_course(graded_course.root, "report", "start_here", "--hide-names", "--output", str(output))
    assert run.returncode == 0, run.stderr
    html = output.read_text(encoding="utf-8")
    for name in ("solved", "torn", "liar", "absent", "my solution"):
        assert not re.search(rf"\b{name}\b", text_of(html)), name
    assert list(tmp_path.iterdir()) == [output]


def test_a_refusal_is_kept_until_the_submission_can_be_graded(graded_course: CourseFolder) -> None:
    assert set(read_refusals(graded_course)) == {("torn", "start_here"), ("lost", "strat_here")}
    twin = CourseFolder(shutil.copytree(graded_course.root, graded_course.root.parent / "twin"))
    place = twin.submitted / "torn" / "start_here"
    shutil.copy(twin.release / "start_here" / "start_here.ipynb", place)
    shutil.rmtree(twin.submitted / "lost")
    assert run_course(twin.root, "grade").returncode == 0
    assert read_refusals(twin) == {}


def test_a_graded_copy_that_cannot_be_read_stops_no_report(graded_course: CourseFolder) -> None:
    twin = CourseFolder(shutil.copytree(graded_course.root, graded_course.root.parent / "torn twin"))
    copy = twin.autograded / "wrong" / "start_here" / "start_here.ipynb"
    copy.chmod(0o644)
    copy.write_text("{", encoding="utf-8")
    run = run_course(twin.root, "report")
    assert run.returncode == 0, run.stderr
    assert "3 submissions with all of them" in text_of(
        (twin.root / "report.html").read_text(encoding="utf-8")
    )


def test_without_a_graded_submission_one_sentence_says_what_to_do(folder: CourseFolder) -> None:
    run = run_course(folder.root, "report")
    assert run.returncode == 1
    assert run.stderr == "There is no gradebook yet: run 'make release' and 'make grade' first.\n"
    release(folder, "start_here")
    for arguments, what in ((("report",), "this course"), (("report", "start_here"), "start_here")):
        run = run_course(folder.root, *arguments)
        assert (run.returncode, run.stdout) == (1, "")
        assert run.stderr == f"Nothing of {what} is graded yet: run 'course grade' first.\n"
    assert not (folder.root / "report.html").exists()
