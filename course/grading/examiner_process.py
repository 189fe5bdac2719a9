"""The warm examiner as a process: whoever knows its address connects, and gets a fork of it."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import suppress
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Self

from course.grading.inside.wire import MOST_MESSAGE, Wire, WireError

_LONGEST_ADDRESS = 100  # what the system's socket addresses hold


class ExaminerProcess:
    """Warm after a second. It ends when this is closed, and when the process that holds this dies."""

    def __init__(self) -> None:
        self._scratch = tempfile.TemporaryDirectory(prefix="examiner-", dir=_short_folder())
        self.address = str(Path(self._scratch.name, "socket"))
        self._owner, end = socket.socketpair()
        with socket.socket(socket.AF_UNIX) as listener, end:
            listener.bind(self.address)
            listener.listen()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "course.grading.examiner", str(end.fileno())],
                stdin=listener.fileno(),
                stdout=subprocess.DEVNULL,
                pass_fds=(end.fileno(),),
                cwd=self._scratch.name,
                env={**os.environ, **_SETTINGS},
                start_new_session=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End it and all its forks."""
        self._owner.close()
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._scratch.cleanup()


@cache
def shared_examiner() -> ExaminerProcess:
    """Return the examiner of this process and all its workers, started at the first call."""
    process = ExaminerProcess()
    Finalize(process, process.close, exitpriority=1)
    return process


def connect(address: str) -> Wire:
    """Return a wire to a fork of the examiner at an address; raises `WireError` where nobody answers."""
    end = socket.socket(socket.AF_UNIX)
    try:
        end.connect(address)
    except OSError as error:
        end.close()
        raise WireError("no examiner answers") from error
    return Wire(end, MOST_MESSAGE)


def _short_folder() -> str | None:
    return (
        "/tmp" if len(tempfile.gettempdir()) > _LONGEST_ADDRESS - len("/examiner-12345678/socket") else None
    )


_SETTINGS = {
    "PYTHONHASHSEED": "0",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "NBGRADER_EXECUTION": "autograde",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}
