"""Source to release, by nbgrader's own converter."""

from collections.abc import Callable, Sequence

from course.build.errors import BuildError
from course.build.source import source_path
from course.folder import CourseFolder
from course.nbgrader_frame import failure, nbgrader_api


def release_topics(folder: CourseFolder, names: Sequence[str], done: Callable[[str], None]) -> None:
    """Write release/<topic>/ for these topics and enter their cells into the gradebook.

    Raises `BuildError` where a source notebook is missing or nbgrader refuses it.
    """
    api = nbgrader_api(folder)
    for name in names:
        if not source_path(folder, name).is_file():
            raise BuildError(f"source/{name} has no notebook yet: run 'make build' first.")
        problem = failure(api.generate_assignment(name, force=True, create=True))
        if problem:
            raise BuildError(f"nbgrader could not release {name}: {problem}.")
        done(name)
