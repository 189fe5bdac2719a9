"""The trusted end of a student's process: run its cells, look at its names, call its functions."""

import json
import os
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

import numpy as np

from course.grading.examiner.giving import Given
from course.grading.examiner.standing_in import ModuleName, NotPlain, StandIn, StudentError
from course.grading.inside.plain import NotPlainError
from course.grading.inside.reading import Reader
from course.grading.inside.wire import MOST_MESSAGE, SlowError, Wire, WireError

Tell = Callable[[str, dict[str, Any]], None]

# How much longer than its limit a process may take to say that its time was up.
_GRACE_SECONDS = 3.0
_MOST_CALL_BACKS = 1_000_000


class Session:
    """One student's process, or a copy of it. After `WireError` nothing more can be asked."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self.gone = ""

    def send_files(self, files: Mapping[str, bytes]) -> None:
        """Put files into the student's folder."""
        self._send(["files", dict(files)])

    def run(self, source: str, seconds: float, tell: Tell) -> int | None:
        """Run one cell and return its execution count; raises `StudentError` where the process ends."""
        self._send(["run", source, seconds])
        answer = self._receive(time.monotonic() + seconds + _GRACE_SECONDS, tell)
        count = answer[1] if answer[0] == "ran" else None
        return count if isinstance(count, int) else None

    def fetch(self, names: Sequence[str], seconds: float) -> dict[str, Any]:
        """Return what the student's names stand for: plain values, stand-ins; modules by their name."""
        self._send(["fetch", list(names)])
        answer = self._receive(time.monotonic() + seconds, lambda *_: None)
        if answer[0] != "fetched":
            raise self._nonsense()
        try:
            _, found, table = answer
            reader = Reader(table)
            return {name: self._found(name, said, reader) for name, said in found.items() if name in names}
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            if isinstance(error, NotPlainError):
                raise
            raise self._nonsense() from error

    def snapshot(self, seconds: float) -> Self:
        """Return a session with a copy of the process as it is now."""
        self._send(["snapshot"])
        try:
            answer, descriptors = self._wire.receive(time.monotonic() + seconds, descriptors=1)
        except WireError as error:
            raise self._ended(error) from error
        try:
            first, *others = map(_socket, descriptors)
        except (OSError, ValueError) as error:
            raise self._nonsense() from error
        if answer != ["snapshot"] or others:
            raise self._nonsense()
        return type(self)(Wire(first, MOST_MESSAGE))

    def call(
        self, name: str, args: Sequence[Any], kwargs: Mapping[str, Any], seconds: float, tell: Tell
    ) -> Any:
        """Call a student's function as if it were here: changed arguments, warnings and errors included."""
        given = Given()
        request = {
            "name": name,
            "args": [given.writer.slot(each) for each in args],
            "kwargs": {key: given.writer.slot(each) for key, each in kwargs.items()},
            "table": given.writer.table,
            "errstate": dict(np.geterr()),
        }
        self._send(["call", request, seconds])
        deadline = time.monotonic() + seconds + _GRACE_SECONDS
        for _ in range(_MOST_CALL_BACKS):
            kind, said = self._receive(deadline, tell)
            if kind != "call_back":
                return given.outcome(name, kind, said)
            self._send(given.call_back(said))
        raise self._nonsense()

    def close(self) -> None:
        """Let the process go."""
        self._wire.close()

    def _found(self, name: str, said: Any, reader: Reader) -> Any:
        kind = said[0]
        if kind == "plain":
            return reader.value(said[1])
        if kind == "function":
            return StandIn(name, str(said[1]) or name, said[2])
        if kind == "module":
            return ModuleName(str(said[1]))
        return NotPlain(f"{name}: {said[1]}")

    def _send(self, message: Any) -> None:
        if self.gone:
            raise StudentError(self.gone)
        try:
            self._wire.send(message)
        except WireError as error:
            raise self._ended(error) from error

    def _receive(self, deadline: float, tell: Tell) -> Any:
        while True:
            try:
                message = self._wire.receive(deadline)
            except WireError as error:
                raise self._ended(error) from error
            if not isinstance(message, list) or len(message) < 2:
                raise self._nonsense()
            if message[0] != "told":
                return message
            self._pass_on(message, tell)

    def _pass_on(self, message: list[Any], tell: Tell) -> None:
        try:
            content = json.loads(message[2])
            tell(str(message[1]), content)
        except (AttributeError, LookupError, TypeError, ValueError, RecursionError) as error:
            raise self._nonsense() from error

    def _ended(self, error: WireError) -> StudentError:
        slow = isinstance(error, SlowError)
        self.gone = "the code ran too long and was stopped" if slow else "the code ended its own process"
        self._wire.close()
        return StudentError(self.gone)

    def _nonsense(self) -> StudentError:
        self.gone = "the process sent what makes no sense"
        self._wire.close()
        return StudentError(self.gone)


def _socket(descriptor: int) -> socket.socket:
    try:
        return socket.socket(fileno=descriptor)
    except OSError:
        os.close(descriptor)
        raise
