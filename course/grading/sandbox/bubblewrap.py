"""The walls: bubblewrap's namespaces around a worker's warm process."""

import os
import shutil
import socket
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

import matplotlib

from course.folder import CourseError

_ENGINE = Path("/engine")
_COURSE = Path(__file__).parents[2]
_SYSTEM = ("/usr", "/bin", "/lib", "/lib64", "/lib32", "/libx32", "/sbin")
_SETTINGS = ("/etc/ld.so.cache", "/etc/fonts", "/etc/localtime", "/etc/alternatives", "/etc/ssl/certs")
_MATPLOTLIB = Path("/matplotlib")
_WATCHED = ("--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SYS_PTRACE")  # the latter shows others' memory


class SandboxError(CourseError):
    """There is no sandbox on this machine: says what to do."""


def start(end: socket.socket) -> subprocess.Popen[bytes]:
    """Start the warm process behind bubblewrap's walls; `end` becomes its standard input.

    Raises `SandboxError` where bubblewrap is missing.
    """
    program = shutil.which("bwrap")
    if program is None:
        raise SandboxError(
            "Grading runs students' code in a sandbox, and bubblewrap is missing: on Debian and Ubuntu, "
            "'apt-get install bubblewrap' installs it. Elsewhere, 'course grade --no-sandbox' grades without "
            "one: then every submission can read and change what you can."
        )
    return subprocess.Popen(
        [program, *_walls(), "--", sys.executable, "-m", "inside"],
        stdin=end.fileno(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def start_without(end: socket.socket) -> subprocess.Popen[bytes]:
    """Start the warm process with no walls around it."""
    return subprocess.Popen(
        [sys.executable, "-m", "inside", "--no-sandbox"],
        stdin=end.fileno(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, **_settings(), "PYTHONPATH": f"{_COURSE / 'grading'}{os.pathsep}{_COURSE.parent}"},
    )


def _walls() -> list[str]:
    walls = [
        *("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"),
        *("--die-with-parent", "--as-pid-1", "--hostname", "sandbox", "--cap-drop", "ALL"),
        *_rights(),
        "--clearenv",
        *(word for name, value in _environment().items() for word in ("--setenv", name, value)),
    ]
    readable = list(_readable())
    for empty in ("/tmp", "/submission", str(_MATPLOTLIB)):
        walls += ["--tmpfs", empty]
    for folder in sorted({parent for _, inside in readable for parent in inside.parents}):
        walls += ["--perms", "0755", "--dir", str(folder)]
    for place, inside in readable:
        walls += _bound(place, inside)
    walls += ["--proc", "/proc", "--dev", "/dev"]
    for fonts in Path(matplotlib.get_cachedir()).glob("fontlist-*.json"):
        walls += _bound(fonts, _MATPLOTLIB / fonts.name)
    return [*walls, "--remount-ro", "/", "--chdir", "/submission"]


def libraries_are_in_tmp() -> bool:
    """Whether an empty /tmp for each submission would hide the interpreter."""
    return any(inside.is_relative_to("/tmp") for _, inside in _readable())


def _readable() -> Iterator[tuple[Path, Path]]:
    """Yield what may be read, and where it stands inside."""
    for place in map(Path, (*_SYSTEM, *_SETTINGS)):
        if place.exists():
            yield place, place
    for root in dict.fromkeys((sys.base_prefix, sys.prefix)):
        if not root.startswith("/usr"):
            for part in ("bin", "lib", "lib64", "pyvenv.cfg"):
                place = Path(root) / part
                if place.exists() and not place.is_symlink():
                    yield place, place
    libraries = Path(sysconfig.get_path("purelib"))
    if not libraries.is_relative_to(sys.prefix):
        yield libraries, libraries
    yield _COURSE / "grading/inside", _ENGINE / "inside"
    yield _COURSE / "lab", _ENGINE / "course/lab"
    yield _COURSE / "__init__.py", _ENGINE / "course/__init__.py"


def _bound(place: Path, inside: Path) -> Sequence[str]:
    if place.is_symlink():
        return ("--symlink", str(place.readlink()), str(inside))
    return ("--ro-bind", str(place), str(inside))


def _environment() -> dict[str, str]:
    return {
        **_settings(),
        "PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin",
        "HOME": "/submission",
        "LANG": "C.UTF-8",
        "TMPDIR": "/submission" if libraries_are_in_tmp() else "/tmp",
        "PYTHONPATH": str(_ENGINE),
        "MPLCONFIGDIR": str(_MATPLOTLIB),
    }


def _settings() -> dict[str, str]:
    return {
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",  # the same verdict from every worker
        "NBGRADER_EXECUTION": "autograde",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # no advice on debuggers in the log
        # One thread each: threads do not survive a fork, and sums come out the same everywhere.
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
    }


def _rights() -> Sequence[str]:
    """Name what the warm process may do, so that each submission gets namespaces of its own and is watched.

    An ordinary user may do this in a user namespace; root changes the user instead, for limits on
    processes do not hold for root.
    """
    if os.geteuid() == 0:
        return (*_WATCHED, "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID")
    return ("--unshare-user", "--uid", "0", "--gid", "0", *_WATCHED)
