"""The command line: one verb for each step of the way."""

import typer

from course.commands import build, demo, feedback, grade, lab, prove, release, wheel
from course.instructor_commands import report

app = typer.Typer(
    name="course",
    help="Math to Code: build the notebooks, release them, grade what comes back.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (build, release, wheel, prove, grade, feedback, report, lab, demo):
    app.command()(command)
