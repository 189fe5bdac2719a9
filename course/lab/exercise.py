"""What the package knows of each exercise: visible tests, hints and fingerprints, no answers."""

import difflib
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Property:
    """One visible test: its id, its sentence and its code."""

    id: str
    sentence: str
    code: str


@dataclass(frozen=True)
class Misconception:
    """A known wrong answer by its fingerprint: what its calls gave, probe by probe."""

    name: str
    message: str
    fingerprint: list[Any]


@dataclass(frozen=True)
class Exercise:
    """One function that students write. `probes` are further calls that tell mistakes apart.

    `points` are those of the hidden tests. `value`: what is asked for is no function but a value of this
    name, such as a dict.
    """

    function: str
    topic: str
    properties: tuple[Property, ...]
    hints: tuple[str, ...]
    probes: tuple[str, ...]
    misconceptions: tuple[Misconception, ...]
    points: int = 0
    value: bool = False

    @property
    def snippets(self) -> tuple[str, ...]:
        """The pieces of code whose calls make the fingerprint."""
        return (*(prop.code for prop in self.properties), *self.probes)


def find_exercise(function: object, asked_by: str) -> Exercise:
    """Return the exercise that a function answers; raises LookupError with what to write instead.

    `asked_by`: the name of what the student called with it. An answer is known by the name that it has
    where it was handed over; a function that has none there, by its own.
    """
    exercises = all_exercises()
    names = sys._getframe(2).f_globals
    for exercise in exercises.values():
        here = names.get(exercise.function)
        if here is not None and here is function and (exercise.value or callable(function)):
            return exercise
    name = function if isinstance(function, str) else getattr(function, "__name__", "")
    near = difflib.get_close_matches(name, exercises, n=1)
    if not callable(function):
        example = near[0] if near else next(iter(exercises))
        raise LookupError(
            f"{asked_by} takes the function itself, without quotes or arguments: {asked_by}({example})."
        )
    if name in exercises:
        return exercises[name]
    advice = f" Did you mean {near[0]}?" if near else ""
    raise LookupError(f"There is no exercise called {name or type(function).__name__}.{advice}")


@dataclass(frozen=True)
class Notebook:
    """One notebook of the course: its exercises in order, and the heading under which each name is made."""

    name: str
    title: str
    functions: tuple[str, ...]
    places: Mapping[str, str]


@cache
def all_exercises() -> Mapping[str, Exercise]:
    """Return every exercise that ships with the package, by function name."""
    return {
        function: exercise_from(data["topic"], function, known)
        for data in _data()
        for function, known in data["functions"].items()
    }


@cache
def all_notebooks() -> tuple[Notebook, ...]:
    """Return every notebook that the package knows, in the order of the course."""
    return tuple(
        Notebook(data["topic"], data["title"], tuple(data["functions"]), data["places"]) for data in _data()
    )


@cache
def _data() -> list[dict[str, Any]]:
    folder = files("course.lab") / "exercises"
    texts = [each.read_text(encoding="utf-8") for each in folder.iterdir() if each.name.endswith(".json")]
    return sorted(map(json.loads, texts), key=lambda data: int(data["number"]))


def exercise_from(topic: str, function: str, known: Mapping[str, Any]) -> Exercise:
    """Build one exercise from its entry in a topic's JSON file."""
    return Exercise(
        function,
        topic,
        tuple(Property(**prop) for prop in known["properties"]),
        tuple(known["hints"]),
        tuple(known["probes"]),
        tuple(Misconception(**entry) for entry in known["misconceptions"]),
        int(known.get("points", 0)),
        bool(known.get("value", False)),
    )
