"""Text to notebooks: metadata that nbgrader accepts, the same bytes twice, drift that is found."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from course.build import BuildError, build_sources, compose, differences, drift, release_topics
from course.build.exercises import exercises_path
from course.folder import CourseFolder
from course.reading import TOPICS, Cell, Kind, read_topic

START = read_topic("start_here")


def load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TOPICS)
def test_a_composed_notebook_is_valid_for_jupyter_and_nbgrader(name: str) -> None:
    notebook = compose(read_topic(name))
    nbformat.validate(notebook)
    MetadataValidator().validate_nb(notebook)


@pytest.mark.parametrize("name", TOPICS)
def test_ids_are_the_functions_and_properties(name: str) -> None:
    topic = read_topic(name)
    marked = [cell for cell in compose(topic).cells if "nbgrader" in cell.metadata]
    assert [cell.id for cell in marked] == [cell.metadata.nbgrader.grade_id for cell in marked]
    answers = [
        cell for cell in marked if cell.metadata.nbgrader.solution and not cell.metadata.nbgrader.grade
    ]
    assert [cell.id for cell in answers] == list(topic.functions)


@pytest.mark.parametrize("name", TOPICS)
def test_visible_tests_carry_no_points_and_hidden_ones_whole_points(name: str) -> None:
    topic = read_topic(name)
    points = {
        cell.id: cell.metadata.nbgrader.get("points")
        for cell in compose(topic).cells
        if "nbgrader" in cell.metadata
    }
    assert all(points[cell.id] == 0 for cell in topic.of_kind(Kind.VISIBLE))
    assert all(
        isinstance(points[cell.id], int) and points[cell.id] > 0 for cell in topic.of_kind(Kind.HIDDEN)
    )


@pytest.mark.parametrize("name", TOPICS)
def test_stored_sources_are_executed_and_releases_are_not(name: str, root: Path) -> None:
    source = load(root / "source" / name / f"{name}.ipynb")
    release = load(root / "release" / name / f"{name}.ipynb")
    assert all(cell["execution_count"] for cell in source["cells"] if cell["cell_type"] == "code")
    assert sum(bool(cell.get("outputs")) for cell in source["cells"]) > 3
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in release["cells"])


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    built = []
    for name in ("one", "two"):
        folder = CourseFolder(tmp_path / name)
        build_sources(folder, [START], lambda _: None)
        built.append((folder.source / "start_here" / "start_here.ipynb").read_bytes())
    assert built[0] == built[1]


def test_two_releases_give_the_same_bytes(folder: CourseFolder) -> None:
    path = folder.release / "start_here" / "start_here.ipynb"
    before = path.read_bytes()
    release_topics(folder, ["start_here"], lambda _: None)
    release_topics(folder, ["start_here"], lambda _: None)
    assert path.read_bytes() == before


def test_a_cell_that_stops_leaves_the_old_notebook_and_says_which(folder: CourseFolder) -> None:
    path = folder.source / "start_here" / "start_here.ipynb"
    before = path.read_bytes()
    broken = replace(START, cells=(*START.cells, Cell(Kind.CODE, "late", "1 / 0", 999)))
    with pytest.raises(BuildError, match="start_here: a cell stopped with ZeroDivisionError"):
        build_sources(folder, [broken], lambda _: None)
    assert path.read_bytes() == before


def test_a_release_without_a_source_says_what_to_run(folder: CourseFolder) -> None:
    shutil.rmtree(folder.source / "softmax")
    with pytest.raises(BuildError, match="run 'make build' first"):
        release_topics(folder, ["softmax"], lambda _: None)


def test_text_and_committed_files_say_the_same(root: Path) -> None:
    assert list(differences(CourseFolder(root), [read_topic(name) for name in TOPICS])) == []


def edit_source(notebook: Any) -> None:
    notebook["cells"][0]["source"] = "# Another title"


def edit_metadata(notebook: Any) -> None:
    marked = next(cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"])
    marked["metadata"]["nbgrader"]["locked"] = True


def edit_id(notebook: Any) -> None:
    notebook["cells"][3]["id"] = "another"


def drop_cell(notebook: Any) -> None:
    del notebook["cells"][-1]


def edit_kernel(notebook: Any) -> None:
    notebook["metadata"]["kernelspec"]["name"] = "python2"


@pytest.mark.parametrize("place", ["source", "release"])
@pytest.mark.parametrize("edit", [edit_source, edit_metadata, edit_id, drop_cell, edit_kernel])
def test_drift_in_one_place_is_found_and_nothing_else(
    folder: CourseFolder, place: str, edit: Callable[[Any], None]
) -> None:
    path = folder.root / place / "start_here" / "start_here.ipynb"
    notebook = load(path)
    edit(notebook)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    (found,) = differences(folder, [START])
    assert found.startswith(f"{place}/start_here")
    assert "make build" in found


def test_other_outputs_are_left_to_nbval(folder: CourseFolder) -> None:
    path = folder.source / "start_here" / "start_here.ipynb"
    notebook = load(path)
    for cell in notebook["cells"]:
        if cell.get("outputs"):
            cell["outputs"] = []
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert list(differences(folder, [START])) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("This is the mean", "It is the mean"),
        ('"changed": true', '"changed": false'),
        ("expected = ", "expected = 1 + "),
    ],
)
def test_what_check_knows_is_compared_with_the_text(
    folder: CourseFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, old: str, new: str
) -> None:
    stored = exercises_path("start_here").read_text(encoding="utf-8")
    assert old in stored
    edited = tmp_path / "start_here.json"
    edited.write_text(stored.replace(old, new, 1), encoding="utf-8")
    monkeypatch.setattr(drift, "exercises_path", lambda name: edited)
    assert [line[:32] for line in differences(folder, [START])] == ["what check() knows of start_here"]


def test_a_stray_file_beside_a_notebook_is_found(folder: CourseFolder) -> None:
    (folder.release / "start_here" / "answers.py").write_text("total = sum")
    (found,) = differences(folder, [START])
    assert "release/start_here/answers.py belongs to no topic" in found
