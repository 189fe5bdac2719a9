"""hint(function): a nudge, then the idea, then the shape of the code."""

from collections import Counter
from textwrap import fill
from typing import Any

from course.lab.exercise import find_exercise
from course.lab.record import note_hint

_WIDTH = 88  # JupyterLab would break longer lines in the middle of a word
_given: Counter[str] = Counter()


def hint(function: Any) -> None:
    """Print the hints so far and one more at each call, until the last; none gives the answer."""
    try:
        exercise = find_exercise(function, "hint")
    except LookupError as error:
        print(error)
        return
    name, count = exercise.function, len(exercise.hints)
    _given[name] = min(_given[name] + 1, count)
    note_hint(exercise, _given[name])
    for number, text in enumerate(exercise.hints[: _given[name]], start=1):
        print(
            fill(f"Hint {number} of {count}: {text}", _WIDTH, break_long_words=False, break_on_hyphens=False)
        )
    if _given[name] == count:
        print("This was the last hint.")
