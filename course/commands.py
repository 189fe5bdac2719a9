"""What each verb of the command line does, in the order of the data's way.

A verb loads the rooms that it needs when it runs: grading should not wait for what builds notebooks.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from course.folder import CourseError, CourseFolder
from course.speaking import one_sentence, progress

if TYPE_CHECKING:
    from course.reading import Topic

_PROCESSORS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
TopicName = Annotated[str | None, typer.Argument(metavar="[TOPIC]", help="One topic; all if left out.")]
console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)


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
    from course.proof import proof_table, prove_topic, summary
    from course.reading import read_catalogue

    topics = all_or_one(topic)
    proofs = []
    with progress("proving", len(topics)) as done:
        for each in topics:
            proofs.append(prove_topic(each, read_catalogue(each.name)))
            done(each.name)
    console.print(proof_table(proofs))
    console.print(summary(proofs))
    problems = [problem for proof in proofs for problem in proof.problems]
    if problems:
        raise CourseError("\n".join(problems))


@one_sentence
def grade(
    topic: TopicName = None,
    force: Annotated[bool, typer.Option("--force", help="Grade again what has not changed, too.")] = False,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="How many submissions are graded at once.")
    ] = _PROCESSORS,
    no_sandbox: Annotated[
        bool, typer.Option("--no-sandbox", help="Trust every submission: it can then do what you can.")
    ] = False,
) -> None:
    """Grade what lies in submitted/, and write grades.csv; what has not changed is not run again."""
    from course.grading import start_early

    start_early()
    from course.grading import find_submissions, grade_all, report

    folder = CourseFolder.find()
    submissions = find_submissions(folder, known_assignment(folder, topic))
    with progress("grading", len(submissions)) as done:
        graded = grade_all(folder, submissions, done, force=force, workers=workers, sandbox=not no_sandbox)
    if no_sandbox:
        console.print("Graded without a sandbox: submissions could read and change whatever you can.")
    from course.reading import TOPICS

    report(folder, graded, console, TOPICS)


@one_sentence
def feedback(topic: TopicName = None) -> None:
    """Write a feedback page for each graded submission."""
    from course.grading import write_feedback

    folder, names = CourseFolder.find(), [each.name for each in all_or_one(topic)]
    count = sum(1 for name in names for _ in folder.autograded.glob(f"*/{name}"))
    with progress("writing feedback", count) as done:
        problems = write_feedback(folder, names, done)
    for problem in problems:
        console.print(problem)
    if count and len(problems) == count:
        raise CourseError("No page could be written.")
    console.print(f"Wrote {count - len(problems)} pages in feedback/.")


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


def known_assignment(folder: CourseFolder, name: str | None) -> str | None:
    """Return an assignment's name if the gradebook or the course knows it; raises `CourseError` otherwise."""
    from course.grading import released_assignments

    if name is not None and name not in released_assignments(folder):
        from course.reading import find_topic

        find_topic(name)
    return name


def all_or_one(name: str | None) -> Sequence["Topic"]:
    """Return the topic of this name, or all; raises `CourseError` where there is none of it."""
    from course.reading import TOPICS, find_topic, read_topic

    if name is not None:
        find_topic(name)
    return [read_topic(each) for each in TOPICS if name in (None, each)]
