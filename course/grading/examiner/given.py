"""What a call to the student's process gave, and what comes of it."""

import builtins
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from course.grading.examiner.raised import Raised
from course.grading.examiner.remote import Remote, remote
from course.grading.examiner.standing_in import StandIn, StudentError, Target, rebuild_error
from course.grading.inside.plain import NotPlainError, Slot
from course.grading.inside.reading import Reader
from course.grading.inside.writing import Writer

_LONGEST_WORDS = 200
_PLAIN = (int, float, str, bytes, bool, type(None))


class Given:
    """What a call gave: containers, which the student may change, and functions, to be called back."""

    def __init__(self, target: Target, remotes: dict[Any, Remote]) -> None:
        self._target = target
        self._remotes = remotes
        self._functions: list[Callable[..., Any]] = []
        self.writer = Writer(others=self._other)

    def slots(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[list[Slot], dict[str, Slot]]:
        """Return the slots of a call's arguments."""
        arrays = [each for each in (*args, *kwargs.values()) if isinstance(each, np.ndarray)]
        if len(arrays) > 1:
            for each in sorted(arrays, key=lambda array: array.nbytes, reverse=True):
                self.writer.slot(each)  # what another may be a view of comes first
        args_slots = [self.writer.slot(each) for each in args]
        return args_slots, {key: self.writer.slot(each) for key, each in kwargs.items()}

    def outcome(self, kind: str, said: Mapping[str, Any]) -> Any:
        """Return what the call returned, or raise what it raised, with all that came along."""
        name = self._target.name
        for category, text in said.get("warnings", []):
            warnings.warn_explicit(str(text), _category(category), f"<{name}>", 1, registry={})
        if kind == "refused":
            raise NotPlainError(f"{name}: {said['why']}")
        reader = self._taken_over(said)
        if kind == "raised":
            values = [reader.value(slot) for slot in said["args"]]
            error = rebuild_error(said, values, name)
            raised = Raised.from_message(said)
            error.raised_by_student = raised  # type: ignore[attr-defined]
            if raised.lines:
                error.add_note(raised.as_note())
            raise error
        if kind != "returned":
            raise StudentError("the process sent what makes no sense")
        return reader.value(said["result"])

    def call_back(self, said: Mapping[str, Any]) -> list[Any]:
        """Call one of the given functions for the student and return the answer."""
        reader = self._taken_over(said)
        function = self._functions[said["function"]]
        args = [reader.value(slot) for slot in said["args"]]
        kwargs = {key: reader.value(slot) for key, slot in said["kwargs"].items()}
        writer = Writer(self.writer.objects, self._other)
        try:
            result = function(*args, **kwargs)
            answer = ["returned", {"result": writer.slot(result)}]
        except Exception as error:
            args = [writer.slot(each) if isinstance(each, _PLAIN) else str(each) for each in error.args]
            answer = ["raised", {"kind": type(error).__name__, "args": args}]
        answer[1] |= {"changed": [], "table": writer.table}  # type: ignore[operator]
        return answer

    def _taken_over(self, said: Mapping[str, Any]) -> Reader:
        reader = Reader(said["table"], self.writer.objects, self._rebuilt)
        for place, row in said["changed"]:
            reader.fill(self.writer.objects[place], row)
        return reader

    def _other(self, value: Any) -> Slot | None:
        if isinstance(value, StandIn):
            return ["g", value.target.name]
        if isinstance(value, Remote):
            return ["h", *(value._target.number or ())]
        if not callable(value):
            return None
        if not any(value is each for each in self._functions):
            self._functions.append(value)
        return ["f", next(place for place, each in enumerate(self._functions) if each is value)]

    def _rebuilt(self, tag: str, *rest: Any) -> Any:
        if tag == "f":
            return self._functions[rest[0]]
        if tag != "h":
            raise ValueError("no such function")
        kind, process, number, words = rest
        key = (int(process), int(number))
        if key not in self._remotes:
            target = Target(str(words)[:_LONGEST_WORDS], key, objects=self._target.objects)
            self._remotes[key] = remote(target, kind)
        return self._remotes[key]


def _category(name: Any) -> type[Warning]:
    found = getattr(builtins, str(name), None) or getattr(np.exceptions, str(name), UserWarning)
    return found if isinstance(found, type) and issubclass(found, Warning) else UserWarning
