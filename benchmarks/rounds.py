"""Run every way in turn, several times over, each in a fresh process with nothing graded before."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from course.folder import CourseFolder

_BIN = Path(sys.executable).parent


def run_rounds(
    folders: Mapping[str, CourseFolder], topic: str, rounds: int, done: Callable[[str], None]
) -> dict[str, list[float]]:
    """Return the seconds of every round of every way. Ways take turns, so that a slow minute meets all."""
    commands = _commands(topic)
    seconds: dict[str, list[float]] = {way: [] for way in folders}
    for _ in range(rounds):
        for (way, folder), command in zip(folders.items(), commands, strict=True):
            _forget(folder)
            begun = time.perf_counter()
            subprocess.run(
                command,
                cwd=folder.root,
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
            seconds[way].append(time.perf_counter() - begun)
            done(way)
    return seconds


def _commands(topic: str) -> list[list[str]]:
    course = [str(_BIN / "course"), "grade", topic, "--workers"]
    return [
        [str(_BIN / "nbgrader"), "autograde", topic, "--create"],
        [*course, "1"],
        [*course, "2"],
        [sys.executable, "-m", "benchmarks.limit", topic],
    ]


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        "PATH": f"{_BIN}{os.pathsep}{os.environ.get('PATH', '')}",
        "PYTHONPATH": str(Path(__file__).parent.parent),
        "PYTHONWARNINGS": "ignore",
        "NBGRADER_EXECUTION": "autograde",  # as nbgrader tells its kernels: pictures are not drawn
    }


def _forget(folder: CourseFolder) -> None:
    """Put the folder back to where nothing is graded."""
    kept = folder.root / "ungraded.db"
    if not kept.exists():
        shutil.copy(folder.gradebook, kept)
    shutil.copy(kept, folder.gradebook)
    for graded in (folder.autograded, folder.logs):
        shutil.rmtree(graded, ignore_errors=True)
