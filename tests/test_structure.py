"""The layout keeps its promises: rooms, faces, no circles, and documents that are true."""

import ast
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from course.reading import TOPICS, Kind, read_topic

ROOT = Path(__file__).parent.parent
COURSE = ROOT / "course"
ROOMS = sorted(path.parent.name for path in COURSE.glob("*/__init__.py"))
FACES = {f"course.{room}" for room in ROOMS} | {"course.lab.knowledge"}
WAY = (
    *("lab", "reading", "proof", "build", "site", "deadlines", "grading"),
    *("collecting", "exporting", "likeness", "reporting", "sample_class", "verbs"),
)


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


def room_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS else ""


def python_files(room: str) -> list[Path]:
    return sorted((COURSE / room).rglob("*.py"))


def test_the_rooms_are_those_of_the_way() -> None:
    assert set(ROOMS) == set(WAY)


@pytest.mark.parametrize("room", WAY)
def test_a_room_uses_other_rooms_by_their_face_only(room: str) -> None:
    for path in python_files(room):
        for module in imports(path):
            if module.startswith("course.") and room_of(module) not in ("", room):
                assert module in FACES, f"{path.name} reaches into {module}"


@pytest.mark.parametrize(("earlier", "later"), list(pairwise(WAY)))
def test_no_room_uses_a_later_one(earlier: str, later: str) -> None:
    behind = WAY[WAY.index(later) :]
    for path in python_files(earlier):
        assert not {room_of(module) for module in imports(path)} & set(behind), path.name


def test_the_students_package_needs_what_it_declares_and_nothing_else() -> None:
    import sys

    allowed = {
        "course",
        "numpy",
        "matplotlib",
        "ipywidgets",
        "anywidget",
        "IPython",
        *sys.stdlib_module_names,
    }
    for path in python_files("lab"):
        tops = {module.split(".")[0] for module in imports(path)}
        assert tops <= allowed, f"{path.name} imports {tops - allowed}"
        assert not {room_of(module) for module in imports(path)} - {"", "lab"}


def test_no_file_of_code_is_long() -> None:
    for path in COURSE.rglob("*.py"):
        if "topics" not in path.parts:
            assert len(path.read_text(encoding="utf-8").splitlines()) <= 200, path


def contents(*columns: str) -> list[str]:
    """Return the table of contents that the topics themselves say, row by row."""
    rows = []
    for topic in map(read_topic, TOPICS):
        needs = ", ".join(f"`{each}`" for each in topic.needs)
        dots = "●" * topic.difficulty + "○" * (3 - topic.difficulty)
        said = {"needs": needs, "minutes": topic.minutes, "difficulty": dots, "points": topic.points}
        cells = [topic.number, f"`{topic.name}`", topic.title, *(said[column] for column in columns)]
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return rows


def test_the_readmes_table_of_contents_is_what_the_topics_say() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\| \d \|.*$", readme) == contents("needs", "minutes", "difficulty", "points")


def test_the_first_notebooks_table_of_contents_is_what_the_topics_say() -> None:
    text = "\n".join(cell.source for cell in read_topic("start_here").of_kind(Kind.TEXT))
    assert re.findall(r"(?m)^\| \d \|.*$", text) == contents("needs", "minutes", "difficulty")


def test_a_topic_needs_only_what_comes_before_it() -> None:
    for topic in map(read_topic, TOPICS):
        assert all(TOPICS.index(each) < topic.number for each in topic.needs), topic.name


@pytest.mark.parametrize("name", TOPICS)
def test_a_notebook_says_its_own_minutes_and_difficulty(name: str) -> None:
    topic = read_topic(name)
    dots = "●" * topic.difficulty + "○" * (3 - topic.difficulty)
    assert f"about {topic.minutes} minutes, {dots}" in topic.cells[0].source


@pytest.mark.parametrize("name", TOPICS)
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    text = "\n".join(cell.source for cell in read_topic(name).of_kind(Kind.TEXT))
    levels = [len(marks) for marks in re.findall(r"(?m)^(#+) ", text)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_make_target_is_listed_by_make_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"(?m)^\.PHONY: (.+)$", makefile)
    assert targets
    said = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    listed = re.findall(r"(?m)^  make (\w+)\s+\S", said)
    assert sorted(listed) == sorted(targets[1].split())


def test_the_architecture_page_has_every_room_and_fits_a_page() -> None:
    page = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert all(f"course/{room}/" in page for room in (*WAY, "topics"))
    assert len(page.splitlines()) <= 90


def test_documents_name_only_files_that_exist() -> None:
    for document in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for place in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / place).exists(), f"{document} names {place}"


def test_the_longest_files_of_tests_that_start_first_are_there() -> None:
    named = re.findall(r'"(test_\w+\.py)"', (ROOT / "tests/conftest.py").read_text(encoding="utf-8"))
    assert named
    assert all((ROOT / "tests" / name).is_file() for name in named)
    assert "--no-loadscope-reorder" in (ROOT / "Makefile").read_text(
        encoding="utf-8"
    )  # or xdist counts tests


def test_requirements_pin_every_package_and_name_no_place_to_get_it() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert lines
    assert all(re.match(r"^[A-Za-z0-9._-]+==\S+", line) for line in lines)
    assert "://" not in "\n".join(lines)


def links() -> list[tuple[str, Path]]:
    """Return every relative link of the pages: the page, and what it leads to."""
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    found = [
        (page, target)
        for page in pages
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    ]
    return [(page.name, page.parent / target) for page, target in found if "://" not in target]


def test_every_link_of_a_page_leads_somewhere_and_every_picture_is_on_a_page() -> None:
    targets = {target.resolve() for _, target in links()}
    assert {(page, target) for page, target in links() if not target.exists()} == set()
    assert {path.resolve() for path in (ROOT / "docs/images").iterdir()} <= targets
