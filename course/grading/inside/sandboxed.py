"""The walls of the sandbox, as the warm process builds them around each submission."""

import os
import signal

from . import isolate
from .limits import Limits
from .watch import Watch
from .wire import Wire


class Sandboxed:
    """Namespaces, limits and a filter of calls, within the walls that bubblewrap has built."""

    def __init__(self) -> None:
        isolate.keep_secret()
        self._namespaces, self._calls = isolate.Namespaces(), isolate.refusing_calls()

    def before_fork(self) -> None:
        """Let the next fork begin a process namespace."""
        self._namespaces.renew()

    def around_all(self, limits: Limits) -> None:
        """Give it a mount namespace with an empty folder."""
        isolate.furnish(limits)

    def around_student(self, limits: Limits) -> None:
        """Drop every right, set the limits, refuse calls."""
        isolate.give_up_rights(limits, self._calls)
        isolate.be_open()

    def watch(self, limits: Limits, teller: Wire) -> None:
        """Watch what all processes use together."""
        Watch(limits, teller).until_all_have_ended()

    def end(self, first: int) -> None:
        """Kill the first process of the namespace: the kernel then kills all others in it."""
        os.kill(first, signal.SIGKILL)
        os.waitpid(first, 0)
