"""Source to release, by nbgrader's own converter."""

from collections.abc import Callable, Sequence

from nbgrader.apps import NbGraderAPI

from course.build.errors import BuildError
from course.build.source import source_path
from course.folder import CourseFolder
from course.nbgrader_settings import load_settings


def release_topics(folder: CourseFolder, names: Sequence[str], done: Callable[[str], None]) -> None:
    """Write release/<topic>/ for these topics and enter their cells into the gradebook.

    Raises `BuildError` where a source notebook is missing or nbgrader refuses it.
    """
    api = NbGraderAPI(config=load_settings(folder))
    for name in names:
        if not source_path(folder, name).is_file():
            raise BuildError(f"source/{name} has no notebook yet: run 'make build' first.")
        answer = api.generate_assignment(name, force=True, create=True)
        if not answer["success"]:
            reason = answer.get("error") or answer["log"]
            raise BuildError(f"nbgrader could not release {name}: {reason.strip().splitlines()[-1]}")
        done(name)
