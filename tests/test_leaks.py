"""What students get holds no solution, no hidden test, no wrong implementation."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from course.build import build_wheel, find_leaks, secret_lines
from course.folder import CourseFolder
from course.reading import TOPICS, Kind, read_catalogue, read_topic

SECRETS = secret_lines()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(CourseFolder(tmp_path_factory.mktemp("wheel")))


def squeeze(text: str) -> str:
    return "".join(text.split())


def test_every_solution_and_every_hidden_test_counts_as_secret() -> None:
    for name in TOPICS:
        topic = read_topic(name)
        for function in topic.functions:
            body = topic.answer(function).source.split("### BEGIN SOLUTION")[1].split("### END SOLUTION")[0]
            assert squeeze(body) in SECRETS
        for test in topic.of_kind(Kind.HIDDEN):
            assert any(squeeze(line) in SECRETS for line in test.source.splitlines()[1:]), test.id
        for entry in read_catalogue(name).misconceptions:
            assert squeeze(entry.source.partition("\n")[2]) in SECRETS, entry.name


def test_the_release_leaks_nothing(root: Path) -> None:
    assert list(find_leaks([root / "release"], SECRETS)) == []


def test_the_students_wheel_leaks_nothing(wheel: Path) -> None:
    assert list(find_leaks([wheel], SECRETS)) == []


@pytest.mark.parametrize("name", TOPICS)
def test_a_source_notebook_in_the_wrong_place_would_be_found(name: str, root: Path) -> None:
    leaks = {leak.line for leak in find_leaks([root / "source" / name], SECRETS)}
    topic = read_topic(name)
    assert "### BEGIN SOLUTION" in leaks
    assert "### BEGIN HIDDEN TESTS" in leaks
    assert len(leaks) > len(topic.functions) + 2


def test_one_planted_line_is_found_whatever_its_layout(tmp_path: Path) -> None:
    secret = read_topic("softmax").answer("log_softmax").source.split("\n")[-2]
    assert "np.log" in secret
    (tmp_path / "notes.md").write_text(secret.replace(" ", "  "))
    notebook = {"cells": [{"cell_type": "code", "source": ["import numpy\n", secret + "\n"]}]}
    (tmp_path / "plant.ipynb").write_text(json.dumps(notebook))
    (tmp_path / "page.html").write_text("<pre>" + secret.replace("(", "<b>(</b>") + "</pre>")
    with zipfile.ZipFile(tmp_path / "lab.whl", "w") as archive:
        archive.writestr("lab/answers.py", secret)
    with zipfile.ZipFile(tmp_path / "package.zip", "w") as archive:
        archive.write(tmp_path / "lab.whl", "package/lab.whl")
    leaks = list(find_leaks([tmp_path], SECRETS))
    assert "package.zip:package/lab.whl:lab/answers.py" in {leak.place for leak in leaks}
    assert {Path(leak.place).name for leak in leaks} == {
        "notes.md",
        "plant.ipynb",
        "page.html",
        "answers.py",
    }


def test_the_wheel_holds_the_students_package_alone(wheel: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import numpy as np\n"
        "import course.lab\n"
        "def total(x): return float(sum(x))\n"
        "print(course.lab.__file__.startswith(sys.argv[1]), course.lab.check(total).outcome)\n"
        "for room in ('topics', 'reading', 'build', 'proof', 'grading', 'sample_class', 'commands'):\n"
        "    try:\n"
        "        __import__('course.' + room); print('has', room)\n"
        "    except ModuleNotFoundError: pass\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(wheel)], capture_output=True, text=True, check=True
    )
    assert run.stdout == "True passed\n"
