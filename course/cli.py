"""The command line: one verb for each step of the way."""

import typer

from course.verbs import demo, grading, inbox, making, points, report

app = typer.Typer(
    name="course",
    help="Math to Code: build the notebooks, release them, grade what comes back.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
VERBS = (
    *(making.build, making.release, making.wheel, making.prove),
    *(inbox.roster, inbox.collect, grading.grade, inbox.watch, points.deadlines),
    *(grading.feedback, report.report, points.export),
    *(making.lab, demo.demo),
)
for command in VERBS:
    app.command()(command)
