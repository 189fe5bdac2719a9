"""The first process of a submission: waits for all others, and ends them when they use too much together.

Limits on resources hold for each process by itself; here they are summed up. Nothing in the namespace can
end this process, see what it holds or speak in its name.
"""

import os
import resource
import signal
import time
from collections.abc import Iterable
from pathlib import Path

from .limits import HOME, Limits
from .wire import Wire, WireError

MEMORY, PROCESSOR = "memory", "processor"
_PAUSE_SECONDS = 0.15
_SHARE_OF_TIME = 0.05  # of its own, at most, that looking may take
_PROC = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICKS = os.sysconf("SC_CLK_TCK")


class Watch:
    """Watches the namespace that it is the first process of; `teller` takes the word on what was too much."""

    def __init__(self, limits: Limits, teller: Wire) -> None:
        self._limits = limits
        self._teller = teller
        self._folders = [str(HOME), "/dev/shm", *(["/tmp"] if limits.own_tmp else [])]

    def until_all_have_ended(self) -> None:
        """Return when no other process is left, or when all are to be ended with this one."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # which the first process of a namespace does not get
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
        looked, pause = time.monotonic(), _PAUSE_SECONDS
        while _some_are_left():
            signal.sigtimedwait({signal.SIGCHLD}, pause)
            begun = time.monotonic()
            if begun - looked < pause:
                continue
            excess = self._excess()
            if excess:
                self._tell(excess)
                return
            looked = time.monotonic()
            pause = max(_PAUSE_SECONDS, (looked - begun) / _SHARE_OF_TIME)

    def _tell(self, excess: str) -> None:
        try:
            self._teller.send(["over", excess])
        except WireError:
            return

    def _excess(self) -> str:
        """Return what the other processes use too much of."""
        processes = [each for each in _PROC.iterdir() if each.name.isdigit() and each.name != "1"]
        room = self._limits.all_memory - sum(map(_used, self._folders))
        # Resident pages are quickly counted, but the shared ones more than once.
        if sum(map(_resident, processes)) > room and sum(map(_own_share, processes)) > room:
            return MEMORY
        return PROCESSOR if _processor_seconds(processes) > self._limits.cpu_seconds else ""


def _some_are_left() -> bool:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


def _used(folder: str) -> int:
    state = os.statvfs(folder)
    return (state.f_blocks - state.f_bfree) * state.f_frsize


def _resident(process: Path) -> int:
    words = _read(process, "statm").split()
    return int(words[1]) * _PAGE if words else 0


def _own_share(process: Path) -> int:
    """Return a process's memory, where n processes share a page an nth of it, without files on a disk."""
    lines = _read(process, "smaps_rollup").splitlines()
    return sum(
        int(line.split()[1]) * 1024 for line in lines if line.startswith((b"Pss_Anon:", b"Pss_Shmem:"))
    )


def _processor_seconds(processes: Iterable[Path]) -> float:
    """Return the seconds of all processes, the buried included."""
    buried = resource.getrusage(resource.RUSAGE_CHILDREN)
    ticks = 0
    for process in processes:
        fields = _read(process, "stat").rpartition(b")")[2].split()
        ticks += sum(map(int, fields[11:15]))
    return buried.ru_utime + buried.ru_stime + ticks / _TICKS


def _read(process: Path, name: str) -> bytes:
    """Return a file of a process in /proc; nothing where it has ended."""
    try:
        return (process / name).read_bytes()
    except OSError:
        return b""
