"""Source to release, by nbgrader's own converter."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from course.build.errors import BuildError
from course.build.source import source_path
from course.folder import CourseFolder
from course.nbgrader_frame import failure, nbgrader_api


def release_topics(folder: CourseFolder, names: Sequence[str], done: Callable[[str], None]) -> None:
    """Write release/<topic>/ for these topics and enter their cells into the gradebook.

    Raises `BuildError` where a source notebook is missing or nbgrader refuses it.
    """
    with tempfile.TemporaryDirectory(prefix=".releasing-", dir=folder.root) as staged:
        api = nbgrader_api(folder, release=Path(staged).name)
        for name in names:
            if not source_path(folder, name).is_file():
                raise BuildError(f"source/{name} has no notebook yet: run 'make build' first.")
            problem = failure(api.generate_assignment(name, force=True, create=True))
            if problem:
                raise BuildError(f"nbgrader could not release {name}: {problem}.")
            _replace(folder.release / name, Path(staged) / name)
            done(name)


def _replace(old: Path, new: Path) -> None:
    """Put a finished folder in the place of the old one; only now is the old one given up."""
    old.parent.mkdir(exist_ok=True)
    if old.exists():
        shutil.rmtree(old)
    new.rename(old)
