"""The first process of a submission watches all others: what each keeps to, together they might not."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

_SECONDS = 0.1
_PROOFS = 2
_PAGE = os.sysconf("SC_PAGE_SIZE")


def until_all_have_ended(most_memory: int) -> None:
    """Return when no process is left, or when together they use more memory than they may.

    Whoever calls is the first process of a namespace: when it ends, the kernel ends all the others.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    inherited = _private(os.getpid())
    too_much = 0
    while _some_are_left():
        signal.sigtimedwait({signal.SIGCHLD}, _SECONDS)
        used = {number: max(0, _private(number) - inherited) for number in _numbers() if number != 1}
        # What forks share is counted for each: only where that is too much, it is worth a closer look.
        # A process that forks between two looks is counted twice: once is no proof.
        over = sum(used.values()) > most_memory and sum(map(_proportional, used)) > most_memory
        too_much = too_much + 1 if over else 0
        if too_much == _PROOFS:
            return


def _some_are_left() -> bool:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


def _numbers() -> Iterator[int]:
    yield from (int(place.name) for place in Path("/proc").iterdir() if place.name.isdigit())


def _private(number: int) -> int:
    """Return the bytes of a process that no file holds."""
    try:
        _, resident, shared, *_ = Path(f"/proc/{number}/statm").read_text().split()
    except (OSError, ValueError):
        return 0
    return (int(resident) - int(shared)) * _PAGE


def _proportional(number: int) -> int:
    """Return the same, what is shared divided among those who share it."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return _private(number)
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss_Anon"))
