"""The student's process: runs cells, hands out plain values, and calls functions for the examiner."""

import json
import os
import socket
import sys
import tempfile
from types import ModuleType
from typing import Any, NoReturn

from .alarm import alarm
from .calls import Call
from .files import write_files
from .held import Held
from .introspection import described
from .kernel import Kernel
from .plain import NotPlainError
from .wire import MOST_MESSAGE, Wire, WireError, pair
from .writing import Writer

_MOST_TEXT = 2**16


def serve(kernel: Kernel, end: socket.socket, told_by_others: list[int]) -> NoReturn:
    """Answer the examiner until it hangs up; never returns."""
    try:
        sys.path.insert(0, "")  # modules beside the notebook
        _Student(kernel, Wire(end, MOST_MESSAGE), told_by_others).serve()
    except WireError:
        os._exit(0)
    finally:
        os._exit(1)


class _Student:
    def __init__(self, kernel: Kernel, wire: Wire, descriptors: list[int]) -> None:
        self._kernel = kernel
        self._wire = wire
        self._descriptors = descriptors
        self._text: dict[str, list[str]] = {}
        self._size = 0
        self._held = Held()
        kernel.tell = self._tell

    def serve(self) -> None:
        while True:
            self._answer(*self._wire.receive())

    def _answer(self, request: str, *rest: Any) -> None:
        if request == "files":
            write_files(rest[0])
        elif request == "run":
            with alarm(*rest[1:]):
                count = self._kernel.run(rest[0]).get("execution_count")
            self._flush()
            self._wire.send(["ran", count])
        elif request == "fetch":
            self._wire.send(["fetched", *self._fetch(*rest)])
        elif request == "call":
            self._wire.send(self._call(*rest))
        elif request == "snapshot":
            self._snapshot()

    # What the kernel tells

    def _tell(self, kind: str, content: dict[str, Any]) -> None:
        with self._wire.turn:
            self._tell_in_turn(kind, content)

    def _tell_in_turn(self, kind: str, content: dict[str, Any]) -> None:
        self._read_descriptors()
        if kind == "stream":
            self._text.setdefault(content["name"], []).append(content["text"])
            self._size += len(content["text"])
            if self._size > _MOST_TEXT:
                self._flush_text()
            return
        self._flush_text()
        self._wire.send(["told", kind, json.dumps(content, default=str)])

    def _flush(self) -> None:
        with self._wire.turn:
            self._read_descriptors()
            self._flush_text()

    def _flush_text(self) -> None:
        """Tell what waits, as ipykernel does: all of one stream, then all of the other."""
        for name, texts in self._text.items():
            self._wire.send(["told", "stream", json.dumps({"name": name, "text": "".join(texts)})])
        self._text.clear()
        self._size = 0

    def _read_descriptors(self) -> None:
        """Pass on what subprocesses wrote to the descriptors of stdout and stderr."""
        for name, descriptor in zip(("stdout", "stderr"), self._descriptors, strict=True):
            size = os.lseek(descriptor, 0, os.SEEK_END)
            if size:
                text = os.pread(descriptor, min(size, 2**24), 0).decode("utf-8", "replace")
                os.ftruncate(descriptor, 0)
                os.lseek(descriptor, 0, os.SEEK_SET)
                self._flush_text()
                self._wire.send(["told", "stream", json.dumps({"name": name, "text": text})])

    # Names and calls

    def _fetch(self, names: list[str], fully: bool) -> tuple[dict[str, Any], list[Any]]:
        writer = Writer()
        found = {}
        for name in names:
            if name in self._kernel.names:
                found[name] = _described(self._kernel.names[name], writer, fully)
        return found, writer.table

    def _call(self, request: dict[str, Any], seconds: float, words: str) -> list[Any]:
        with self._kernel.streams(), alarm(seconds, words):
            answer = Call(self._wire, self._kernel.names, self._held, request).run()
        self._flush()
        return answer

    # Copies of this process

    def _snapshot(self) -> None:
        try:
            wire, end = pair(MOST_MESSAGE)
            with self._wire.turn:  # what another thread holds, the copy would wait for in vain
                child = os.fork()
        except OSError as error:  # the student's code may have used up what that needs
            self._wire.send(["refused", str(error)])
            return
        if child == 0:
            self._wire.close()
            self._wire = Wire(end, MOST_MESSAGE)
            wire.close()
            return
        self._wire.send(["snapshot"], (wire.end.fileno(),))
        wire.close()
        end.close()


def _described(value: Any, writer: Writer, fully: bool) -> list[Any]:
    if isinstance(value, ModuleType):
        return ["module", value.__name__]
    try:
        return ["plain", writer.whole(value)]
    except NotPlainError as error:
        if callable(value):
            return ["function", described(value, writer, fully=fully)]
        return ["other", str(error)]


def captured_descriptors() -> list[int]:
    """Let the descriptors of stdout and stderr lead into a file; return what to read it from."""
    ends = []
    for descriptor in (1, 2):
        with tempfile.TemporaryFile(dir=".") as file:
            end = os.dup(file.fileno())
        os.dup2(end, descriptor)
        ends.append(end)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    return ends
