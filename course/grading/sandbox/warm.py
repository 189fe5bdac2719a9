"""The trusted end of a worker's warm process: asks it for a fork, and ends the fork again."""

import dataclasses
import os
import time
from contextlib import ExitStack
from typing import Self

from course.grading.inside.limits import Limits
from course.grading.inside.wire import MOST_MESSAGE, Wire, WireError, pair
from course.grading.sandbox.bubblewrap import SandboxError, libraries_are_in_tmp, start, start_without

_START_SECONDS = 120.0
_FORK_SECONDS = 20.0
_MOST_ANSWER = 2**16
# The range that systemd keeps for users without a name.
_FIRST_USER, _USERS = 61184, 4336


class Warm:
    """A warm process in its sandbox. One submission at a time; a process that died is replaced."""

    def __init__(self, limits: Limits | None = None, *, walls: bool = True) -> None:
        if not hasattr(os, "fork"):
            raise SandboxError("Grading forks processes, which Windows cannot: run it in the Linux of WSL.")
        self._walls = walls
        self._limits = dataclasses.replace(
            limits or Limits(), own_tmp=not libraries_are_in_tmp(), user=_user()
        )
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def limits(self) -> Limits:
        """What each submission may use."""
        return self._limits

    def fork(self, limits: Limits) -> tuple[Wire, Wire]:
        """Start a fresh process for one submission; the one before is ended.

        Returns a wire to it and one to its watch. Raises `SandboxError` where none can be started.
        """
        request = ["fork", *dataclasses.astuple(limits)]
        for attempt in (1, 2):
            student, end = pair(MOST_MESSAGE)
            watch, told = pair(_MOST_ANSWER)
            with ExitStack() as failed, end, told:
                failed.callback(student.close)
                failed.callback(watch.close)
                try:
                    self._worker.send(request, (end.fileno(), told.fileno()))
                    self._worker.receive(time.monotonic() + _FORK_SECONDS)
                except WireError:
                    if attempt == 2:
                        raise
                    self.close()
                    self._start()
                    continue
                failed.pop_all()
                return student, watch
        raise AssertionError("unreachable")

    def end(self) -> None:
        """End the submission that runs, and everything that it started."""
        try:
            self._worker.send(["end"])
            self._worker.receive(time.monotonic() + _FORK_SECONDS)
        except WireError:
            self.close()
            self._start()

    def close(self) -> None:
        """End the warm process and all that is in its sandbox."""
        self._worker.close()
        self._process.kill()
        self._process.communicate()

    def _start(self) -> None:
        self._worker, end = pair(_MOST_ANSWER)
        with end:
            self._process = start(end) if self._walls else start_without(end)
        try:
            self._worker.receive(time.monotonic() + _START_SECONDS)
        except WireError:
            self._process.kill()
            said = self._process.communicate()[1].decode("utf-8", "replace").strip()
            raise SandboxError(_why(said)) from None


def _user() -> int:
    """Return a user that nobody is, for root to change to; 0 for an ordinary user, who stays."""
    return _FIRST_USER + os.getpid() % _USERS if os.geteuid() == 0 else 0


def _why(said: str) -> str:
    last = said.splitlines()[-1] if said else "it gave no reason"
    return f"The sandbox could not be started ({last}). See 'The sandbox' in ARCHITECTURE.md."
