"""The command line: one verb for each step of the way."""

import typer

from course.commands import build, feedback, grade, lab, prove, release, wheel
from course.demo_command import demo
from course.inbox_commands import collect, roster, watch
from course.points_commands import deadlines, export
from course.report_command import report
from course.site_command import site

app = typer.Typer(
    name="course",
    help="Math to Code: build the notebooks, release them, grade what comes back.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
VERBS = (
    *(build, release, wheel, site, prove),
    *(roster, collect, grade, watch, deadlines, feedback, report, export),
    *(lab, demo),
)
for command in VERBS:
    app.command()(command)
