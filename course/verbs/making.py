"""From text to what students get, and JupyterLab to look at it."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from course.folder import CourseError, CourseFolder
from course.speaking import console, one_sentence, progress
from course.verbs.processors import PROCESSORS
from course.verbs.topics import TopicName, all_or_one


@one_sentence
def build(
    topic: TopicName = None,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; fail where text and files differ.")
    ] = False,
) -> None:
    """Text to source notebooks, executed, and to what check() knows."""
    from course.build import build_sources, differences, write_exercises
    from course.reading import read_catalogue

    folder, topics = CourseFolder.find(), all_or_one(topic)
    if check:
        found = list(differences(folder, topics))
        if found:
            raise CourseError("\n".join(found))
        console.print(f"The notebooks of {len(topics)} topics say what their text says.")
        return
    for each in topics:
        write_exercises(each, read_catalogue(each.name))
    with progress("building", len(topics)) as done:
        build_sources(folder, topics, done)
    console.print(f"Built {len(topics)} notebooks in source/.")


@one_sentence
def release(
    topic: TopicName = None,
    to: Annotated[
        Path | None,
        typer.Option(metavar="PLACE", help="Where students' package is put: a folder, or a name in .zip."),
    ] = None,
) -> None:
    """Source to release notebooks, and the students' wheel; refuses to release a leak."""
    from course.build import release_package

    folder, topics = CourseFolder.find(), all_or_one(topic)
    with progress("releasing", len(topics)) as done:
        wheel_path = release_package(folder, [each.name for each in topics], to, done)
    count = f"{len(topics)} notebook{'s' if len(topics) != 1 else ''}"
    said = f"Released {count} in release/, and dist/{wheel_path.name} for students"
    console.print(f"{said}; their package is {to}." if to else f"{said}.", soft_wrap=True)


@one_sentence
def wheel() -> None:
    """The students' wheel alone, into dist/."""
    from course.build import build_wheel

    console.print(f"Built dist/{build_wheel(CourseFolder.find()).name}.")


@one_sentence
def prove(topic: TopicName = None) -> None:
    """Show that the tests accept every right answer and reject every wrong one."""
    from course.proof import proof_table, prove_topics, rows_of, summary
    from course.reading import read_catalogue

    topics = [(each, read_catalogue(each.name)) for each in all_or_one(topic)]
    with progress("proving", len(topics)) as done:
        proofs = prove_topics(topics, done, PROCESSORS)
    rows = [row for proof in proofs for row in rows_of(proof)]
    console.print(proof_table(rows))
    console.print(summary(rows))
    problems = [problem for proof in proofs for problem in proof.problems]
    if problems:
        raise CourseError("\n".join(problems))


@one_sentence
def lab(
    options: Annotated[list[str] | None, typer.Argument(help="Options for jupyter lab, after --.")] = None,
) -> None:
    """Open JupyterLab on the course, with nbgrader's tools."""
    folder = CourseFolder.find()
    command = [
        *(sys.executable, "-m", "jupyter", "lab"),
        f"--LabApp.app_settings_dir={folder.jupyterlab_settings}",
        f"--LabApp.extra_labextensions_path={folder.labextensions}",
        *(options or []),
    ]
    raise typer.Exit(subprocess.run(command, cwd=folder.root).returncode)
