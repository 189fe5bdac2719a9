"""From what was handed in to grades and feedback."""

from typing import Annotated

import typer

from course.folder import CourseError, CourseFolder
from course.speaking import console, one_sentence, progress
from course.verbs.processors import PROCESSORS
from course.verbs.topics import TopicName, all_or_one, known_assignment

NoSandbox = Annotated[
    bool, typer.Option("--no-sandbox", help="Trust every submission: it can then do what you can.")
]


@one_sentence
def grade(
    topic: TopicName = None,
    force: Annotated[bool, typer.Option("--force", help="Grade again what has not changed, too.")] = False,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="How many submissions are graded at once.")
    ] = PROCESSORS,
    no_sandbox: NoSandbox = False,
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
