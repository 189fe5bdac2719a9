"""The students' wheel: course.lab alone."""

import subprocess
import sys
from pathlib import Path

import course.lab
from course.build.errors import BuildError
from course.folder import CourseFolder


def build_wheel(folder: CourseFolder) -> Path:
    """Build the wheel into dist/ and return its path; raises `BuildError` where that fails."""
    folder.wheels.mkdir(exist_ok=True)
    for old in folder.wheels.glob("math_to_code-*.whl"):
        old.unlink()
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder.wheels)]
    run = subprocess.run(command, cwd=Path(course.lab.__file__).parent, capture_output=True, text=True)
    wheels = sorted(folder.wheels.glob("math_to_code-*.whl"))
    if run.returncode or not wheels:
        raise BuildError(f"the students' wheel could not be built: {run.stderr.strip().splitlines()[-1:]}")
    return wheels[-1]
