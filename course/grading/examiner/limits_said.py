"""The limits of a submission in words."""

import time
from contextlib import suppress

from course.grading.inside.limits import Limits
from course.grading.inside.watch import MEMORY, PROCESSOR
from course.grading.inside.wire import Wire, WireError

_OUT_OF_MEMORY = ("MemoryError", "_ArrayMemoryError")


class LimitsSaid:
    """What was too much, in a sentence. `watch` is the wire on which the namespace's first process tells."""

    def __init__(self, limits: Limits, watch: Wire) -> None:
        self._limits = limits
        self._watch = watch
        self._word = ""

    def all_together(self) -> str:
        """Return for what all processes were ended; nothing where they were not."""
        with suppress(WireError):
            _, self._word = self._watch.receive(time.monotonic())
        used = {
            MEMORY: f"{_size(self._limits.all_memory)} of memory",
            PROCESSOR: f"{self._limits.cpu_seconds} seconds of processor time",
        }.get(self._word)
        return f"it used more than {used}, all its processes together" if used else ""

    def of_error(self, name: str, text: str) -> str:
        """Return which limit an error speaks of; nothing for any other error.

        Students can raise such errors themselves, and learn no more than the numbers.
        """
        if name in _OUT_OF_MEMORY or text.startswith("[Errno 12]"):
            return f"it used more than {_size(self._limits.memory)} of memory"
        return next((words for sign, words in self._signs().items() if sign in text[:40]), "")

    def _signs(self) -> dict[str, str]:
        limits = self._limits
        processes = f"it started more than {limits.processes} processes and threads"
        return {
            "[Errno 11]": processes,
            "can't start new thread": processes,
            "[Errno 24]": f"it opened more than {limits.open_files} files at a time",
            "[Errno 27]": f"it wrote a file of more than {_size(limits.file_size)}",
            "[Errno 28]": f"it wrote more than {_size(limits.disk)} into its folder, or too many files",
        }


def _size(size: int) -> str:
    """Return a number of bytes for people, as in "2 GB"."""
    return f"{size / 2**30:g} GB" if size >= 2**30 else f"{size / 2**20:g} MB"
