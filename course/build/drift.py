"""Do text and generated files say the same? Outputs are left to nbval."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from course.build.exercises import describe_exercises, exercises_path
from course.build.notebook import compose
from course.build.release import release_topics
from course.build.source import source_path, write_notebook
from course.folder import CourseFolder
from course.lab.knowledge import same_fingerprint
from course.reading import Topic, read_catalogue


def differences(folder: CourseFolder, topics: Sequence[Topic]) -> Iterator[str]:
    """Say in a sentence each where a generated file differs from what the text would give now."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = _build_afresh(folder, topics, Path(scratch))
        for topic in topics:
            yield from _notebook_differences(
                fresh.source / topic.name, folder.source / topic.name, f"source/{topic.name}"
            )
            yield from _notebook_differences(
                fresh.release / topic.name, folder.release / topic.name, f"release/{topic.name}"
            )
            if not _same_exercises(topic):
                yield f"what check() knows of {topic.name} is not what its text says: run 'make build'."


def _build_afresh(folder: CourseFolder, topics: Sequence[Topic], root: Path) -> CourseFolder:
    for settings in ("grader_config.py", "nbgrader_config.py"):
        shutil.copy(folder.root / settings, root)
    fresh = CourseFolder(root)
    for topic in topics:
        write_notebook(source_path(fresh, topic.name), compose(topic))
    release_topics(fresh, [topic.name for topic in topics], lambda name: None)
    return fresh


def _notebook_differences(fresh: Path, stored: Path, place: str) -> Iterator[str]:
    names = sorted({path.name for folder in (fresh, stored) for path in folder.glob("*")})
    for name in names:
        if not (fresh / name).is_file():
            yield f"{place}/{name} belongs to no topic: remove it."
        elif not (stored / name).is_file():
            yield f"{place}/{name} is missing: run 'make build' and 'make release', and commit."
        else:
            yield from _cell_differences(_read(fresh / name), _read(stored / name), place)


def _cell_differences(fresh: NotebookNode, stored: NotebookNode, place: str) -> Iterator[str]:
    advice = "run 'make build' and 'make release', and commit."
    if fresh.metadata != stored.metadata or fresh.nbformat_minor != stored.nbformat_minor:
        yield f"{place} has other notebook metadata than its text gives: {advice}"
    if [cell.id for cell in fresh.cells] != [cell.id for cell in stored.cells]:
        yield f"{place} has other cells than its text: {advice}"
        return
    for one, other in zip(fresh.cells, stored.cells, strict=True):
        if _without_outputs(one) != _without_outputs(other):
            yield f"{place}, cell {one.id}, differs from its text: {advice}"


def _without_outputs(cell: NotebookNode) -> dict[str, Any]:
    return {key: value for key, value in cell.items() if key not in ("outputs", "execution_count")}


def _same_exercises(topic: Topic) -> bool:
    path = exercises_path(topic.name)
    if not path.is_file():
        return False
    stored = json.loads(path.read_text(encoding="utf-8"))
    fresh = json.loads(json.dumps(describe_exercises(topic, read_catalogue(topic.name))))
    prints = [_take_fingerprints(data) for data in (stored, fresh)]
    return stored == fresh and len(prints[0]) == len(prints[1]) and all(map(same_fingerprint, *prints))


def _take_fingerprints(data: dict[str, Any]) -> list[Any]:
    """Remove the fingerprints, whose last digits depend on the processor, and return them."""
    functions = data["functions"].values()
    return [entry.pop("fingerprint") for known in functions for entry in known["misconceptions"]]


def _read(path: Path) -> NotebookNode:
    notebook: NotebookNode = nbformat.read(path, as_version=4)
    return notebook
