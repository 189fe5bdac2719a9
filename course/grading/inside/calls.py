"""One call of a student's function for the examiner: arguments in, the result and what changed out."""

import builtins
import traceback
import warnings
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from functools import partial
from types import FunctionType
from typing import Any, cast

import numpy as np

from .held import OPERATIONS, Held
from .plain import NotPlainError, Row, Slot
from .randomness import fingerprint, set_shared_state, shared_state
from .reading import Reader
from .wire import Wire
from .writing import Writer

_MOST_WARNINGS = 100
_LONGEST_LINE = 200
_LONGEST_TEXT = 10_000


class Call:
    """A call by name or to what is held, with the objects that came as arguments."""

    def __init__(
        self, wire: Wire, names: MutableMapping[str, Any], held: Held, request: Mapping[str, Any]
    ) -> None:
        self._wire = wire
        self._names = names
        self._held = held
        self._request = request
        reader = Reader(request["table"], others=self._rebuilt)
        self._known = reader.objects
        self._args = [reader.value(slot) for slot in request["args"]]
        self._kwargs = {key: reader.value(slot) for key, slot in request["kwargs"].items()}
        self._bound = {name: reader.value(slot) for name, slot in request["bound"].items()}
        self._errstate = request["errstate"]
        self._random = request["random"]
        self._before = self._contents(self._writer())

    def run(self) -> list[Any]:
        """Call the function and return the answer for the examiner."""
        if self._random is not None:
            set_shared_state(self._random)
        before = fingerprint()
        caught: list[warnings.WarningMessage] = []
        try:
            function = self._function()
            with (
                warnings.catch_warnings(record=True) as caught,
                np.errstate(**self._errstate),
                self._names_as_in_the_test(),
            ):
                warnings.simplefilter("always")
                result = function(*self._args, **self._kwargs)
            answer = self._returned(result)
        except BaseException as error:
            answer = self._raised(error)
        answer[1]["warnings"] = [
            [each.category.__name__, str(each.message)] for each in caught[:_MOST_WARNINGS]
        ]
        drawn = fingerprint() not in (before, None)
        answer[1]["random"] = shared_state() if drawn else None
        return answer

    def _function(self) -> Callable[..., Any]:
        number = self._request["number"]
        if number is None:
            return cast(Callable[..., Any], self._names[self._request["name"]])
        return partial(OPERATIONS[self._request["operation"]], self._held.get(*number))

    @contextmanager
    def _names_as_in_the_test(self) -> Iterator[None]:
        """Take away and bind anew, while the body runs, what the test has deleted or bound anew."""
        changed = [*self._request["gone"], *self._bound]
        before = {name: self._names[name] for name in changed if name in self._names}
        for name in self._request["gone"]:
            self._names.pop(name, None)
        self._names.update(self._bound)
        try:
            yield
        finally:
            for name in changed:
                self._names.pop(name, None)
            self._names.update(before)

    def _returned(self, result: Any) -> list[Any]:
        writer = self._writer()
        try:
            return ["returned", {"result": writer.slot(result), **self._changes(writer)}]
        except NotPlainError as error:
            return ["refused", {"why": str(error)}]

    def _raised(self, error: BaseException) -> list[Any]:
        writer = self._writer()
        try:
            said = {"args": [writer.slot(each) for each in error.args], **self._changes(writer)}
        except (NotPlainError, AttributeError, TypeError):
            writer = self._writer()
            said = {"args": [_text(error)], **self._changes(writer)}
        kind = next(each for each in type(error).__mro__ if _is_everybodys(each))
        return [
            "raised",
            {
                "kind": kind.__name__,
                "name": type(error).__name__,
                "text": _text(error),
                "stack": _stack(error),
                **said,
            },
        ]

    def _rebuilt(self, tag: str, value: Any, *rest: Any) -> Any:
        if tag == "g":
            return self._names[value]
        if tag == "h":
            return self._held.get(value, *rest)

        def call_back(*args: Any, **kwargs: Any) -> Any:
            return self._call_back(value, args, kwargs)

        call_back.slot_of_examiner = ["f", value]  # type: ignore[attr-defined]
        return call_back

    def _call_back(self, index: int, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        writer = self._writer()
        message = {
            "function": index,
            "args": [writer.slot(each) for each in args],
            "kwargs": {key: writer.slot(each) for key, each in kwargs.items()},
            **self._changes(writer),
        }
        self._wire.send(["call_back", message])
        kind, answer = self._wire.receive()
        reader = Reader(answer["table"], self._known)
        for place, row in answer["changed"]:
            reader.fill(self._known[place], row)
        self._before = self._contents(self._writer())
        if kind == "raised":
            raise _exception(answer["kind"], [reader.value(slot) for slot in answer["args"]])
        return reader.value(answer["result"])

    def _writer(self) -> Writer:
        return Writer(self._known, self._other)

    def _other(self, value: Any) -> Slot | None:
        slot = vars(value).get("slot_of_examiner") if isinstance(value, FunctionType) else None
        return self._held.slot(value, objects=self._request["objects"]) if slot is None else slot

    def _contents(self, writer: Writer) -> list[Row | None]:
        return [None if isinstance(each, tuple | frozenset) else writer.content(each) for each in self._known]

    def _changes(self, writer: Writer) -> dict[str, Any]:
        """Return the rows of the arguments that no longer hold what they held."""
        now = self._contents(writer)
        changed = [
            [place, row] for place, (row, old) in enumerate(zip(now, self._before, strict=True)) if row != old
        ]
        self._before = now
        return {"changed": changed, "table": writer.table}


def _is_everybodys(kind: type) -> bool:
    """Whether both sides have an exception's class: it is Python's own, or one that NumPy names."""
    return kind in (getattr(builtins, kind.__name__, None), np.linalg.LinAlgError, np.exceptions.AxisError)


def _exception(kind: str, args: list[Any]) -> Exception:
    found = getattr(builtins, kind, RuntimeError)
    usable = isinstance(found, type) and issubclass(found, Exception)
    try:
        return found(*args) if usable else RuntimeError(*args)
    except TypeError:
        return RuntimeError(*args)


def _text(error: BaseException) -> str:
    try:
        return str(error)[:_LONGEST_TEXT]
    except Exception:
        return ""


def _stack(error: BaseException) -> list[list[Any]]:
    """Return [file, line number, line] for each frame of the student's notebook, the outermost first."""
    return [
        [frame.filename, frame.lineno or 0, (frame.line or "").strip()[:_LONGEST_LINE]]
        for frame in traceback.extract_tb(error.__traceback__)[-50:]
        if "ipykernel_" in frame.filename
    ]
