"""The most memory that a run takes, over few submissions and over many: it should not grow."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.course import furnish

_TOPIC = "start_here"
_COUNTS = (50, 1000)
_LOOK_SECONDS = 0.25


def compare_memory(console: Console) -> bool:
    """Print the peaks; return whether the longer run took at most a tenth more."""
    peaks = {}
    for count in _COUNTS:
        with tempfile.TemporaryDirectory() as place:
            folder = furnish(Path(place), _TOPIC, count, ("stock", "course"))["course"]
            peaks[count] = _peak(folder.root)
    table = Table(title="Memory of a whole run, two workers, sandbox included")
    table.add_column("submissions", justify="right")
    table.add_column("peak, MB", justify="right")
    for count, peak in peaks.items():
        table.add_row(str(count), f"{peak / 2**20:.0f}")
    console.print(table)
    return peaks[_COUNTS[1]] <= 1.1 * peaks[_COUNTS[0]]


def _peak(place: Path) -> int:
    """Run `course grade` and return the highest sum over its processes, shared pages counted once."""
    command = [str(Path(sys.executable).parent / "course"), "grade", _TOPIC, "--workers", "2"]
    highest = 0
    with subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL, env=os.environ) as run:
        family = psutil.Process(run.pid)
        while True:
            highest = max(highest, sum(map(_share, [family, *family.children(recursive=True)])))
            try:
                run.wait(_LOOK_SECONDS)
            except subprocess.TimeoutExpired:
                continue
            return highest


def _share(process: psutil.Process) -> int:
    try:
        return int(process.memory_full_info().pss)
    except psutil.Error:
        return 0
