"""How the command line speaks: plain lines, one sentence for an error, a bar for what takes time."""

import errno
import functools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from course.folder import CourseError

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")
console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
_errors = Console(stderr=True)


def one_sentence(command: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
    """Turn what a person can mend into a sentence on stderr and exit code 1."""

    @functools.wraps(command)
    def speaking(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
        try:
            return command(*args, **kwargs)
        except CourseError as error:
            _errors.print(str(error), style="bold", markup=False, highlight=False, soft_wrap=True)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            _errors.print(
                f"The disk is full at {error.filename or 'this folder'}: make room and run this again."
            )
        raise typer.Exit(1)

    return speaking


class _RateColumn(ProgressColumn):
    def render(self, task: Task) -> Text:
        """Say how many are done in a second."""
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


@contextmanager
def progress(doing: str, total: int) -> Iterator[Callable[[str], None]]:
    """Show a bar with rate and time left while the body runs; quiet where nobody watches.

    Yields a function to call with a name whenever one of `total` things is done.
    """
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _RateColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, transient=True, disable=not sys.stdout.isatty()) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda name: bar.update(task, advance=1, description=f"{doing} {name}")
