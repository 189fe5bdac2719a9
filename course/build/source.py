"""Write source/<topic>/<topic>.ipynb: composed from the text, executed, outputs stored."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.build.execute import execute
from course.build.notebook import compose
from course.folder import CourseFolder
from course.reading import Topic


def build_sources(
    folder: CourseFolder, topics: Sequence[Topic], done: Callable[[str], None], workers: int = 2
) -> None:
    """Build the source notebooks of these topics, `workers` kernels at a time.

    `done` is told the name of each topic when it is written. Raises `BuildError` where a cell stops;
    that topic's old notebook stays.
    """

    def build(topic: Topic) -> None:
        write_notebook(source_path(folder, topic.name), execute(compose(topic), topic.name))
        done(topic.name)

    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(build, topics))


def source_path(folder: CourseFolder, name: str) -> Path:
    """Where a topic's source notebook lies."""
    return folder.source / name / f"{name}.ipynb"


def write_notebook(path: Path, notebook: NotebookNode) -> None:
    """Write a valid notebook in one step, so that a run that is cut off leaves the old one."""
    nbformat.validate(notebook)
    path.parent.mkdir(parents=True, exist_ok=True)
    half_written = path.with_suffix(".writing")
    half_written.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    half_written.replace(path)
