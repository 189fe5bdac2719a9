"""progress(): the course at a glance, from what the student has checked so far."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from IPython.display import display

from course.lab.exercise import Notebook, all_exercises, all_notebooks
from course.lab.home import NOWHERE, home, is_in_a_browser, refused, said
from course.lab.live import shows_pages
from course.lab.moving import show_buttons
from course.lab.record import Record, RecordError, read_record, record_path, why_not_written

_BAR = 8
_DELETE = "Delete that file to begin anew"
_REMOVE = "import os; os.remove('{}')"


@dataclass(frozen=True)
class Line:
    """One notebook: exercises whose visible tests pass, of all, and the points that these carry."""

    name: str
    title: str
    done: int
    steps: int
    points: int
    most: int
    hints: int
    minutes: float


@dataclass(frozen=True)
class Progress:
    """The way through the course so far. `left_off`: the exercise to go on with, and its notebook."""

    lines: tuple[Line, ...]
    left_off: tuple[str, str] | None
    path: Path | None
    problem: str = ""

    @property
    def _kept(self) -> str:
        if self.path is None:
            return NOWHERE
        refusal = why_not_written(self.path)
        if refusal:
            return (
                f"Not kept: {refused(self.path, refusal)}. Save it as a file before you close this notebook."
            )
        anew = f"To begin anew, run `{_REMOVE.format(self.path)}`" if is_in_a_browser() else _DELETE
        return f"Kept in {said(self.path)}, and nowhere else. {anew}."

    @property
    def _next(self) -> str:
        return "Next: {} in {}." if self.left_off else "Every exercise of the course is done."

    @property
    def _linked(self) -> str:
        if not self.left_off:
            return self._next
        exercise, notebook = self.left_off
        return self._next.format(_link(notebook, exercise, cell=exercise), _link(notebook, notebook))

    def __repr__(self) -> str:
        if self.problem:
            return self.problem
        rows = [
            f"{each.name:18} {_bar(each)} {each.done:2} of {each.steps:2} exercises  "
            f"{each.points:3} of {each.most:3} points seen  {each.hints:2} hints  {each.minutes:4.0f} min"
            for each in self.lines
        ]
        return "\n".join([*rows, self._next.format(*self.left_off or ()), self._kept])

    def _repr_html_(self) -> str:
        if self.problem:
            return f"<p>{escape(self.problem)}</p>"
        head = "".join(
            f'<th style="text-align:left">{name}</th>'
            for name in ("notebook", "exercises", "", "points seen", "hints", "minutes")
        )
        rows = "".join(_row(each) for each in self.lines)
        return (
            f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            f"<p>{self._linked}</p><p>{escape(self._kept)}</p>"
        )

    def _ipython_display_(self) -> None:
        """Show the table, and below it the buttons of `moving`, where anything is kept."""
        if self.path is None or not shows_pages():
            raise NotImplementedError  # to IPython: show it as anything else
        display({"text/plain": repr(self), "text/html": self._repr_html_()}, raw=True)
        show_buttons()


def progress() -> Progress:
    """Show each notebook of the course: exercises done, points seen, hints taken and time spent.

    An exercise is done when `check` passed every visible property; hidden tests may still fail.
    """
    path = record_path()
    try:
        record = read_record(path) if path else Record()
    except RecordError as error:
        return Progress((), None, path, str(error))
    return Progress(tuple(_line(each, record) for each in all_notebooks()), _left_off(record), path)


def _line(notebook: Notebook, record: Record) -> Line:
    exercises = [all_exercises()[name] for name in notebook.functions]
    done = [each for each in exercises if record.of(each.function).passed]
    return Line(
        notebook.name,
        notebook.title,
        len(done),
        len(exercises),
        sum(each.points for each in done),
        sum(each.points for each in exercises),
        sum(record.of(each.function).hints for each in exercises),
        record.seconds.get(notebook.name, 0.0) / 60,
    )


def _left_off(record: Record) -> tuple[str, str] | None:
    """Return what comes next: in the notebook of the last step, or in the first that has an exercise left."""
    latest = max(record.last, key=lambda name: record.last[name], default="")
    notebooks = sorted(all_notebooks(), key=lambda each: each.name != latest)
    left = ((function, each.name) for each in notebooks for function in each.functions)
    return next(((function, name) for function, name in left if not record.of(function).passed), None)


def _link(notebook: str, text: str, cell: str = "") -> str:
    """Return a text, as a link where that notebook lies beside this one; to a cell, if it is named.

    Where nothing is kept nobody goes on from here, and what is shown is the same wherever it is run.
    """
    if home() is None:
        return escape(text)
    file = f"{notebook}.ipynb"
    for path in (Path("..", notebook, file), Path(file)):
        if path.exists():
            place = f"#cell-id={cell}" if cell else ""
            return f'<a href="{path.as_posix()}{place}">{escape(text)}</a>'
    return escape(text)


def _bar(line: Line) -> str:
    filled = _BAR * line.done // line.steps
    return "█" * filled + "░" * (_BAR - filled)


def _row(line: Line) -> str:
    title = f"<b>{_link(line.name, line.name)}</b><br>{escape(line.title)}"
    cells = (
        f"{line.done} of {line.steps}",
        f'<progress max="{line.steps}" value="{line.done}"></progress>',
        f"{line.points} of {line.most}",
        str(line.hints),
        f"{line.minutes:.0f}",
    )
    return (
        f'<tr><td style="text-align:left">{title}</td>'
        + "".join(f"<td>{each}</td>" for each in cells)
        + "</tr>"
    )
