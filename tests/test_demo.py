"""The demo, end to end: every grade is the one foretold without a kernel, twice over."""

import csv
import html
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course.build import secret_lines
from course.folder import CourseFolder
from course.grading import read_graded
from course.proof import Workbench, score
from course.reading import TOPICS, Kind, read_catalogue, read_topic
from course.sample_class import Damage, Student, enrol

ROOT = Path(__file__).parent.parent
TOPIC_TEXTS = {name: read_topic(name) for name in TOPICS}
CLASS = enrol(tuple(TOPIC_TEXTS.values()), {name: read_catalogue(name) for name in TOPICS})
# Who is in the first run: those whose files are damaged, one who hands in blanks, and one who solves all.
FEW = [
    *(each.name for each in CLASS if each.damage),
    next(each.name for each in CLASS if each.answers and not any(each.answers.values())),
    CLASS[0].name,
]
# Who is in the second; of the rest, test_agreement grades every answer.
HERE = [each for number, each in enumerate(CLASS) if each.name in FEW or number % 4 == 1]
Grades = dict[tuple[str, str], dict[str, str]]


def read_grades(folder: CourseFolder) -> Grades:
    with folder.grades.open(newline="", encoding="utf-8") as file:
        return {(row["student"], row["topic"]): row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[CourseFolder, str, Grades, Grades]:
    """A folder in which the demo ran with a few, then with more; what it said, and both runs' grades."""
    place = tmp_path_factory.mktemp("course")
    for name in ("grader_config.py", "nbgrader_config.py"):
        shutil.copy(ROOT / name, place)
    folder = CourseFolder(place)
    run_demo(folder, FEW)
    grades = read_grades(folder)
    said = run_demo(folder, [each.name for each in HERE])
    return folder, said, grades, read_grades(folder)


def run_demo(folder: CourseFolder, names: list[str]) -> str:
    program = (
        "from course import cli, sample_class as room; whole = room.enrol\n"
        f"room.enrol = lambda *told: [each for each in whole(*told) if each.name in {names}]\n"
        "cli.app(['demo'])"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=folder.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def readable(student: Student) -> list[str]:
    return [topic for topic in student.answers if student.damage.get(topic) is not Damage.EMPTY]


def kept_answers(folder: CourseFolder, student: Student, name: str) -> dict[str, str]:
    """Return the answers that are whole in what was handed in: the first test below each is there."""
    text = (folder.submitted / student.name / name / f"{name}.ipynb").read_text(encoding="utf-8")
    tests = {f: TOPIC_TEXTS[name].tests(f, Kind.VISIBLE)[0].id for f in TOPIC_TEXTS[name].functions}
    return {f: source for f, source in student.answers[name].items() if f'"id": "{tests[f]}"' in text}


def page_text(folder: CourseFolder, student: str, topic: str) -> str:
    page = (folder.feedback / student / topic / f"{topic}.html").read_text(encoding="utf-8")
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def test_the_class_has_all_that_grading_meets() -> None:
    assert len(CLASS) >= 24
    handed_in = {
        source for student in CLASS for answers in student.answers.values() for source in answers.values()
    }
    for name in TOPICS:
        for entry in read_catalogue(name).misconceptions:
            assert entry.source in handed_in, f"nobody hands in {entry.name}"
    assert sorted(d for student in CLASS for d in student.damage.values()) == [Damage.CUT_OFF, Damage.EMPTY]
    assert sum(not any(student.answers.values()) for student in CLASS) >= 2


def test_every_grade_is_the_one_foretold(demo: tuple[CourseFolder, str, Grades, Grades]) -> None:
    grades = demo[3]
    benches = {name: Workbench(topic) for name, topic in TOPIC_TEXTS.items()}
    expected = {}
    for student in HERE:
        for name in readable(student):
            blank = {
                f: f"def {f}(*args):\n    raise NotImplementedError" for f in TOPIC_TEXTS[name].functions
            }
            answers = kept_answers(demo[0], student, name)
            points = score(TOPIC_TEXTS[name], benches[name], {**blank, **answers})
            expected[student.name, name] = sum(points.values())
    assert {place: int(row["points"]) for place, row in grades.items()} == expected


def test_model_answers_and_variants_earn_all_that_no_person_must_give(
    demo: tuple[CourseFolder, str, Grades, Grades],
) -> None:
    solved = [each for each in CLASS[:4] if each in HERE]
    for student in solved:
        for name, topic in TOPIC_TEXTS.items():
            row = demo[3][student.name, name]
            assert int(row["points"]) == sum(test.points for test in topic.of_kind(Kind.HIDDEN))
            assert (
                int(row["points"]) + int(row["points_to_grade_by_hand"])
                == int(row["max_points"])
                == topic.points
            )


def test_a_second_run_is_as_good_as_the_first(demo: tuple[CourseFolder, str, Grades, Grades]) -> None:
    assert {student for student, _ in demo[2]} == set(FEW)
    assert demo[2] == {place: row for place, row in demo[3].items() if place[0] in FEW}


def test_the_summary_names_damage_and_what_to_open(demo: tuple[CourseFolder, str, Grades, Grades]) -> None:
    said = demo[1]
    damaged = [(s.name, topic, damage) for s in HERE for topic, damage in s.damage.items()]
    for student, topic, damage in damaged:
        reason = f"{topic}.ipynb is empty" if damage is Damage.EMPTY else "its end was cut off; "
        assert f"{student}, {topic}: {reason}" in said
    assert f"of {sum(len(s.answers) for s in HERE)} submissions" in said
    named = re.findall(r"(?m)^  (\S+/\S+)   ", said)
    assert named
    assert all((demo[0].root / place).is_file() for place in named)


def test_it_ends_with_a_report_of_the_whole_class(demo: tuple[CourseFolder, str, Grades, Grades]) -> None:
    page = (demo[0].root / "report.html").read_text(encoding="utf-8")
    text = "".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())
    assert f"{len(HERE)} students, {sum(len(s.answers) for s in HERE)} submissions" in demo[1]
    for name in TOPICS:
        works = [read_graded(demo[0], each.name, name) for each in HERE if name in readable(each)]
        told = {answer.message for work in works if work for answer in work.answers} - {""}
        assert told, name
        assert [each for each in told if "".join(each.replace("`", "").split()) not in text] == []
    for student in HERE:
        for topic in student.damage:
            assert f"{student.name}{topic}" in text  # a row of what was mended or refused


def test_a_blank_notebook_earns_nothing_and_is_told_not_attempted(
    demo: tuple[CourseFolder, str, Grades, Grades],
) -> None:
    blank = next(student for student in HERE if student.answers and not any(student.answers.values()))
    for name, topic in TOPIC_TEXTS.items():
        assert demo[3][blank.name, name]["points"] == "0"
        text = page_text(demo[0], blank.name, name)
        hidden = len(list(topic.of_kind(Kind.HIDDEN)))
        assert len(re.findall(r"(?i)not attempted", text)) >= hidden


def test_feedback_of_a_blank_notebook_holds_no_secret(demo: tuple[CourseFolder, str, Grades, Grades]) -> None:
    secrets = secret_lines()
    blank = next(student for student in HERE if student.answers and not any(student.answers.values()))
    for name in TOPICS:
        flat = "".join(page_text(demo[0], blank.name, name).split())
        assert not [line for line in secrets if line in flat]


def test_no_feedback_holds_a_line_of_a_hidden_test(demo: tuple[CourseFolder, str, Grades, Grades]) -> None:
    for name, topic in TOPIC_TEXTS.items():
        public = {
            "".join(line.split())
            for cell in topic.of_kind(Kind.VISIBLE, Kind.CODE)
            for line in cell.source.split("\n")
        }
        hidden = {
            flat
            for test in topic.of_kind(Kind.HIDDEN)
            for line in test.source.split("\n")[1:]
            if len(flat := "".join(line.split())) > 24
        } - public
        assert len(hidden) > 3
        for student in HERE:
            if name in readable(student):
                flat = "".join(page_text(demo[0], student.name, name).split())
                own = "".join(
                    "".join(student.answers[name].values()).split()
                )  # who writes alike leaks nothing
                leaked = [line for line in hidden if line in flat and line not in own]
                assert not leaked, (student.name, name)


def test_a_misconception_is_told_its_message(demo: tuple[CourseFolder, str, Grades, Grades]) -> None:
    told = 0
    for name in TOPICS:
        by_source = {entry.source: entry.message for entry in read_catalogue(name).misconceptions}
        for student in HERE:
            if name not in readable(student):
                continue
            text = "".join(page_text(demo[0], student.name, name).split())
            for source in student.answers[name].values():
                if source in by_source and set(student.answers[name].values()) & by_source.keys() == {source}:
                    plain = "".join(by_source[source].replace("`", "").split())
                    assert plain in text, (student.name, source)
                    told += 1
    assert told > 5
