"""A term: 60 students, three topics, two deadlines, and what happens on the way; the books always balance.

What everybody is due is worked out here from how the answers were made: the tests run without the grading
engine, and lateness is counted in whole minutes.
"""

import dataclasses
import io
import random
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import books
import lms
import pytest
from books import Points
from copies import copy_course
from rich.console import Console
from small_course import take
from terms import DUE, deadlines

from course.build import release_topics
from course.collecting import Student, enrol
from course.deadlines import settle
from course.exporting import CanvasExporter, CsvExporter, MoodleExporter
from course.folder import CourseFolder
from course.grading import find_submissions, grade_all, open_gradebook, report
from course.nbgrader_frame import nbgrader_settings
from course.proof import Workbench, score
from course.reading import Kind, Topic, read_catalogue, read_topic

FIRST, LAST = ("start_here", "affine_prediction"), ("softmax",)
TOPICS = (*FIRST, *LAST)
WRONG_TEST, RIGHT, WRONG = "total_of_no_or_one_entry", "close(got, 0.0)", "close(got, 1.0)"
DEADLINES = (
    deadlines(*TOPICS, penalty="grace_minutes = 15\ncap = 50")
    + 'penalty = { per = "hour", points = 0.5, cap = 6, nothing_after_days = 7 }\n'  # of the last topic
)
# Minutes after the due date: early, on the minute, just in the grace and past it, later, far too late.
MINUTES = (-4000, -600, -1, 0, 10, 15, 16, 60, 61, 300, 1440, 1441, 2900, 13000)
EXTRA = {"s05": 2, "s11": 1, "s17": 7}  # days of extension, for every topic
NAMES = ("Ada", "José María", "Zoë", "Łukasz", "Anne-Marie", "Đức")
STUDENTS = [
    Student(
        f"s{n:02}", NAMES[n % 6], f"Nr{n:02}", email=f"s{n:02}@example.org", number=str(700 + n), line=n + 1
    )
    for n in range(1, 61)
]


@dataclasses.dataclass(frozen=True)
class Work:
    """One version of what a student hands in for a topic."""

    student: Student
    topic: str
    answers: Mapping[str, str]
    words: str
    minutes: int
    version: int


@pytest.fixture
def course(tmp_path: Path) -> CourseFolder:
    """The course on the first day: released, one hidden test wrong, students and due dates entered."""
    folder = copy_course(tmp_path)
    change_test(folder, RIGHT, WRONG)
    release_topics(folder, TOPICS, lambda topic: None)
    enrol(folder, STUDENTS, lambda student: None)
    (folder.root / "deadlines.toml").write_text(DEADLINES, encoding="utf-8")
    return folder


def change_test(folder: CourseFolder, old: str, new: str) -> None:
    path = folder.source / "start_here/start_here.ipynb"
    text = path.read_text(encoding="utf-8")
    before, cell, after = text.partition(f'"grade_id": "{WRONG_TEST}"')
    assert cell
    assert old in after
    path.write_text(before + cell + after.replace(old, new, 1), encoding="utf-8")


def with_the_wrong_test(topic: Topic) -> Topic:
    """Return a topic as it is while the test is wrong."""
    cells = (
        dataclasses.replace(cell, source=cell.source.replace(RIGHT, WRONG)) if cell.id == WRONG_TEST else cell
        for cell in topic.cells
    )
    return dataclasses.replace(topic, cells=tuple(cells))


class Class:
    """Who hands in what, the same in every run; what has been collected so far, and what is due for it."""

    def __init__(self, folder: CourseFolder) -> None:
        self.folder = folder
        self.works: dict[tuple[str, str], Work] = {}
        self.extra: dict[str, int] = {}
        self.topics = {name: read_topic(name) for name in TOPICS}
        self.topics["start_here"] = with_the_wrong_test(self.topics["start_here"])
        self._benches = {name: Workbench(read_topic(name)) for name in TOPICS}
        self._stubs = {name: books.stubs(folder, name) for name in TOPICS}
        self._catalogues = {name: read_catalogue(name) for name in TOPICS}

    def first(self, topics: Sequence[str]) -> Iterator[Work]:
        """Yield first versions; now and then there is none."""
        for student in STUDENTS:
            for topic in topics:
                dice = random.Random(f"{student.id} {topic}")
                if dice.random() > 0.08:
                    words = "Because of the sum. " * dice.randrange(4)
                    yield Work(student, topic, self._answers(topic, dice), words, dice.choice(MINUTES), 0)

    def again(self, topics: Sequence[str]) -> Iterator[Work]:
        """Yield later versions of a third of what was handed in, other answers in them."""
        for (name, topic), work in sorted(self.works.items()):
            dice = random.Random(f"{name} {topic} again")
            if topic in topics and dice.random() < 1 / 3:
                answers, later = self._answers(topic, dice), dice.choice((2, 700, 1500))
                words = f"{work.words}And once more." if work.words else ""
                if (answers, words) == (work.answers, work.words):
                    continue  # the same bytes again are no later version
                yield Work(work.student, topic, answers, words, work.minutes + later, work.version + 1)

    def hand_in(self, name: str, works: Sequence[Work], stale: Sequence[Work] = ()) -> None:
        """Collect works as Canvas zips them, with files' times; stale ones lie beside them."""
        place = self.folder.root / name
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as opened:
            for work in (*stale, *works):
                student, topic = work.student, work.topic
                file = f"{topic}-{work.version}.ipynb" if work.version else f"{topic}.ipynb"
                number = 5000 + 100 * work.version + len(opened.namelist())
                label = lms.canvas(student, student.number, number, file, late=work.minutes > 0)
                when = DUE[topic] + timedelta(minutes=work.minutes)
                data = books.solved(self.folder, topic, work.answers, work.words)
                opened.writestr(lms.member(label, when), data)
        result = take(self.folder, place, STUDENTS, by_file_times=True)
        assert not [*result.unmatched, *result.doubled, *result.refused, *result.left_out]
        self.works |= {(work.student.id, work.topic): work for work in works}
        assert {(each.student, each.topic) for each in result.taken} == {
            (work.student.id, work.topic) for work in works
        }

    def give(self, student: str, topic: str, most: float) -> float:
        """Return what a person gives for each answer in words of the newest version."""
        work = self.works[student, topic]
        return most * ((len(work.words) + work.minutes + work.version) % 5) / 4

    def due(self) -> Points:
        """Return what everybody is due now."""
        return {
            (student, topic): earned - self._lost(student, topic, earned)
            for (student, topic), work in self.works.items()
            for earned in [self._tests(work) + self._words(work)]
        }

    def _answers(self, topic: str, dice: random.Random) -> dict[str, str]:
        catalogue, answers = self._catalogues[topic], {}
        for function in self.topics[topic].functions:
            kind = dice.choices(("model", "variant", "wrong", "blank"), (6, 1, 2, 1))[0]
            if kind == "model":
                answers[function] = self.topics[topic].model_answer(function)
            elif kind != "blank":
                entries = catalogue.right(function) if kind == "variant" else catalogue.wrong(function)
                answers[function] = dice.choice(entries).source
        return answers

    def _tests(self, work: Work) -> float:
        answers = self._stubs[work.topic] | work.answers
        return sum(score(self.topics[work.topic], self._benches[work.topic], answers).values())

    def _words(self, work: Work) -> float:
        if not work.words:
            return 0.0  # left as it was
        cells = self.topics[work.topic].of_kind(Kind.WRITTEN)
        return sum(self.give(work.student.id, work.topic, cell.points) for cell in cells)

    def _lost(self, student: str, topic: str, earned: float) -> float:
        late = self.works[student, topic].minutes - 1440 * self.extra.get(student, 0)
        if late <= (0 if topic in LAST else 15):
            return 0.0
        if topic in LAST:
            return earned if late > 7 * 1440 else min(earned, 6, -(-late // 60) * 0.5)
        return earned * min(50, -(-late // 1440) * 10) / 100


def grade(folder: CourseFolder) -> int:
    """Grade, and return how many had not changed."""
    graded = grade_all(folder, find_submissions(folder, None), lambda student: None)
    assert not [each for each in graded if each.problem]
    report(folder, graded, Console(file=io.StringIO()), TOPICS)
    return sum(each.unchanged for each in graded)


def export(
    folder: CourseFolder, kind: type[CsvExporter | CanvasExporter | MoodleExporter], name: str
) -> Path:
    """Export as `course export` does."""
    settings = nbgrader_settings(folder)
    exporter = kind(config=settings)
    exporter.to = str(folder.root / name)
    with open_gradebook(folder) as gradebook:
        settle(gradebook, settings)
        gradebook.db.commit()
        return exporter.write(gradebook)[0]


def assert_the_books_balance(folder: CourseFolder, expected: Points) -> None:
    for kind, system in ((CsvExporter, "csv"), (CanvasExporter, "canvas"), (MoodleExporter, "moodle")):
        found = books.in_export(export(folder, kind, f"{system}.csv"), system, TOPICS)
        assert found == pytest.approx(expected, abs=1e-5), system
        assert sum(found.values()) == pytest.approx(sum(expected.values()), abs=1e-3)
    assert books.in_gradebook(folder, TOPICS) == pytest.approx(expected)


def test_a_term_of_sixty_students_balances_to_the_last_point(course: CourseFolder) -> None:
    term = Class(course)
    term.hand_in("first.zip", list(term.first(FIRST)))
    assert grade(course) == 0
    by_hand = books.grade_by_hand(course, TOPICS, term.give)
    assert by_hand > 60
    grade(course)
    assert_the_books_balance(course, term.due())

    # The wrong test is put right: only its topic is graded again, and what a person gave stays.
    wrong = term.due()
    change_test(course, WRONG, RIGHT)
    release_topics(course, ["start_here"], lambda topic: None)
    term.topics["start_here"] = read_topic("start_here")
    assert grade(course) == sum(topic != "start_here" for _, topic in term.works)
    assert sum(term.due().values()) > sum(wrong.values()) + 20
    assert_the_books_balance(course, term.due())

    # The last topic, and resubmissions of the others: what they take the place of comes along once more.
    earlier = dict(term.works)
    again = list(term.again(FIRST))
    stale = [earlier[work.student.id, work.topic] for work in again[::2]]
    term.hand_in("second.zip", [*again, *term.first(LAST)], stale)
    assert grade(course) == len(earlier) - len(again)
    books.grade_by_hand(course, TOPICS, term.give)
    grade(course)
    assert_the_books_balance(course, term.due())
    term.hand_in("third.zip", list(term.again(LAST)))
    grade(course)
    books.grade_by_hand(course, TOPICS, term.give)

    # Extensions, once all is graded: no code is run for them.
    spans = [f'{topic} = "{{}} days"\n' for topic in TOPICS]
    tables = [
        f"[extensions.{name}]\n" + "".join(spans).format(*[more] * len(TOPICS))
        for name, more in EXTRA.items()
    ]
    (course.root / "deadlines.toml").write_text(DEADLINES + "".join(tables), encoding="utf-8")
    before = term.due()
    term.extra = EXTRA
    assert term.due() != before
    assert_the_books_balance(course, term.due())
    assert grade(course) == len(term.works)
    assert books.in_table(course) == pytest.approx(term.due(), abs=1e-5)
    assert not books.grade_by_hand(course, TOPICS, term.give)
