"""What keeps a submission to itself: the sandbox's walls, or, where the instructor says so, none."""

import os
import signal
import tempfile
from typing import Protocol

from .limits import Limits
from .wire import Wire


class Walls(Protocol):
    """What is done around the fork of a submission's first process and the student's own."""

    def before_fork(self) -> None:
        """Prepare the next submission."""

    def around_all(self, limits: Limits) -> None:
        """Give the submission's first process a place of its own."""

    def around_student(self, limits: Limits) -> None:
        """Take from the student's process what it may not do; there is no way back."""

    def watch(self, limits: Limits, teller: Wire) -> None:
        """Wait, as the first process, until all others have ended; `teller` takes the word on a limit."""

    def end(self, first: int) -> None:
        """End a submission's first process and all that it started."""


class NoWalls:
    """A folder of its own and a group of processes that can be ended together: order, and no more."""

    def before_fork(self) -> None:
        """Make an empty folder."""
        self._folder = tempfile.TemporaryDirectory()

    def around_all(self, limits: Limits) -> None:
        """Make it the first of a group, in the folder."""
        os.setsid()
        os.chdir(self._folder.name)

    def around_student(self, limits: Limits) -> None:
        """Let it do what any program may."""

    def watch(self, limits: Limits, teller: Wire) -> None:
        """Wait."""
        while True:
            try:
                os.wait()
            except ChildProcessError:
                return

    def end(self, first: int) -> None:
        """Kill the group, and remove its folder."""
        os.killpg(first, signal.SIGKILL)
        os.waitpid(first, 0)
        self._folder.cleanup()
