"""The trusted end of a student's process: run its cells, look at its names, call its functions."""

import json
from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from typing import Any, Self

import numpy as np

from course.grading.examiner.clock import Time
from course.grading.examiner.given import Given
from course.grading.examiner.introspection import introduce
from course.grading.examiner.limits_said import LimitsSaid
from course.grading.examiner.rebound import Rebound
from course.grading.examiner.remote import Remote, RemoteClass
from course.grading.examiner.standing_in import ModuleName, NotPlain, StandIn, StudentError, Target
from course.grading.inside.randomness import fingerprint, shared_state, take_over
from course.grading.inside.reading import Reader
from course.grading.inside.wire import MOST_MESSAGE, SlowError, Wire, WireError, adopt

Tell = Callable[[str, dict[str, Any]], None]

# How much longer than its limit a process may take to say that its time was up.
GRACE_SECONDS = 3.0
_MOST_CALL_BACKS = 1_000_000


class Session:
    """One student's process, or a copy of it. Once it is gone, nothing more can be asked.

    `limit` then says which limit ended it, where it was one.
    """

    def __init__(self, wire: Wire, said: LimitsSaid, classes: frozenset[str]) -> None:
        self._wire = wire
        self._said = said
        self._classes = classes
        self._remotes: dict[Any, Remote] = {}
        self._words = "it gave no answer in time"
        self._random = fingerprint()  # as the student's process knows it
        self.gone = ""
        self.limit = ""

    def send_files(self, files: Mapping[str, bytes]) -> None:
        """Put files into the student's folder."""
        self._send(["files", dict(files)])

    def run(self, source: str, time: Time, tell: Tell) -> int | None:
        """Run one cell and return its execution count; raises `StudentError` where the process ends."""
        self._send(["run", source, time.seconds, time.words])
        self._words = time.words
        answer = self._receive(monotonic() + time.seconds + GRACE_SECONDS, tell)
        count = answer[1] if answer[0] == "ran" else None
        return count if isinstance(count, int) else None

    def fetch(self, names: Sequence[str], seconds: float, *, fully: bool = False) -> dict[str, Any]:
        """Return what the student's names stand for: plain values, stand-ins; modules by their name.

        `fully`: with what functions say of themselves, which takes longer.
        """
        self._send(["fetch", list(names), fully])
        answer = self._receive(monotonic() + seconds, lambda *_: None)
        if answer[0] != "fetched":
            raise self._nonsense()
        try:
            _, found, table = answer
            reader = Reader(table)
            return {name: self._found(name, said, reader) for name, said in found.items() if name in names}
        except (AttributeError, LookupError, TypeError, ValueError):
            raise self._nonsense() from None

    def snapshot(self, seconds: float) -> Self:
        """Return a session with a copy of the process as it is now."""
        self._send(["snapshot"])
        deadline = monotonic() + seconds
        try:
            answer, descriptors = ["told"], []
            while isinstance(answer, list) and answer[:1] == ["told"]:  # a thread may be printing
                answer, descriptors = self._wire.receive(deadline, descriptors=1)
        except WireError as error:
            raise self._ended(error) from error
        if isinstance(answer, list) and answer[:1] == ["refused"]:
            limit = self._said.of_error("OSError", str(answer[1]))
            raise StudentError(limit or "its process could not be copied", limit)
        try:
            first, *others = map(adopt, descriptors)
        except (OSError, ValueError) as error:
            raise self._nonsense() from error
        if answer != ["snapshot"] or others:
            raise self._nonsense()
        copy = type(self)(Wire(first, MOST_MESSAGE), self._said, self._classes)
        copy._random, copy._remotes = self._random, dict(self._remotes)
        return copy

    def call(
        self,
        target: Target,
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
        time: Time,
        tell: Tell,
        names: Rebound,
    ) -> Any:
        """Call a student's function as if it were here: changed arguments, warnings and errors included."""
        if time.seconds <= 0:
            raise TimeoutError(f"{target.name}: {time.words}")
        given = Given(target, self._remotes)
        arg_slots, kwarg_slots = given.slots(args, kwargs)
        request = {
            "name": target.name,
            "number": target.number,
            "operation": target.operation,
            "objects": target.objects,
            "args": arg_slots,
            "kwargs": kwarg_slots,
            "gone": names.gone,
            "bound": {name: given.writer.slot(value) for name, value in names.bound.items()},
            "table": given.writer.table,
            "errstate": dict(np.geterr()),
            "random": None if self._random == fingerprint() else shared_state(),
        }
        self._send(["call", request, time.seconds, time.words])
        self._words = time.words
        deadline = monotonic() + time.seconds + GRACE_SECONDS
        try:
            for _ in range(_MOST_CALL_BACKS):
                kind, said = self._receive(deadline, tell)
                if kind != "call_back":
                    if said.get("random"):
                        take_over(shared_state(), said["random"])
                    self._random = fingerprint()
                    return given.outcome(kind, said)
                self._send(given.call_back(said))
        except KeyboardInterrupt:  # nobody knows which answer would come next
            raise self._end(time.words, time.words) from None
        raise self._nonsense()

    def _found(self, name: str, said: Any, reader: Reader) -> Any:
        kind = said[0]
        if kind == "plain":
            return reader.value(said[1])
        if kind == "function":
            about = said[1]
            kind = RemoteClass if name in self._classes else StandIn
            stand_in = kind(
                Target(name, objects=name in self._classes), str(about["name"] or name), about["doc"]
            )
            introduce(stand_in, about, reader)
            return stand_in
        if kind == "module":
            return ModuleName(str(said[1]))
        return NotPlain(f"{name}: {said[1]}")

    def _send(self, message: Any) -> None:
        if self.gone:
            raise StudentError(self.gone, self.limit)
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
            tell(str(message[1]), json.loads(message[2]))
        except (AttributeError, LookupError, TypeError, ValueError, RecursionError) as error:
            raise self._nonsense() from error

    def _ended(self, error: WireError) -> StudentError:
        if isinstance(error, SlowError):
            return self._end(f"{self._words} and could not be interrupted", self._words)
        limit = self._said.all_together()
        return self._end(limit or "the code ended its own process", limit)

    def _nonsense(self) -> StudentError:
        return self._end("the process sent what makes no sense")

    def _end(self, why: str, limit: str = "") -> StudentError:
        self.gone, self.limit = why, limit
        self._wire.close()
        return StudentError(why, limit)
