"""The students' wheel: course.lab alone."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import course.lab
from course.build.errors import BuildError
from course.folder import CourseFolder


def build_wheel(folder: CourseFolder) -> Path:
    """Build the wheel into dist/ and return its path; raises `BuildError` where that fails."""
    with tempfile.TemporaryDirectory(prefix=".releasing-", dir=folder.root) as staged:
        return keep_wheel(folder, pack_wheel(Path(staged)))


def pack_wheel(place: Path) -> Path:
    """Build the wheel into a folder and return its path; raises `BuildError` where that fails."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    run = subprocess.run(command, cwd=Path(course.lab.__file__).parent, capture_output=True, text=True)
    wheels = list(place.glob("math_to_code-*.whl"))
    if run.returncode or not wheels:
        raise BuildError(f"the students' wheel could not be built: {run.stderr.strip().splitlines()[-1:]}")
    return wheels[0]


def keep_wheel(folder: CourseFolder, wheel: Path) -> Path:
    """Put a finished wheel into dist/, in the place of all earlier ones, and return its path."""
    folder.wheels.mkdir(exist_ok=True)
    half_written = folder.wheels / ".wheel.writing"
    shutil.copy(wheel, half_written)
    kept = half_written.replace(folder.wheels / wheel.name)
    for old in folder.wheels.glob("math_to_code-*.whl"):
        if old != kept:
            old.unlink()
    return kept
