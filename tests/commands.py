"""`course`, as a process of its own."""

import subprocess
import sys
from pathlib import Path


def run_course(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a verb in a folder, to its end."""
    command = [sys.executable, "-m", "course", *arguments]
    return subprocess.run(command, cwd=place, capture_output=True, text=True)
