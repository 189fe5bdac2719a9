"""Source to release, by nbgrader's own converter: staged, searched for leaks, then put into place."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path

from course.build.errors import BuildError
from course.build.leaks import find_leaks, secret_lines
from course.build.package import describe_package, packed, refuse_other_work
from course.build.source import source_path
from course.build.wheel import keep_wheel, pack_wheel
from course.folder import CourseFolder
from course.nbgrader_frame import failure, nbgrader_api


def release_topics(folder: CourseFolder, names: Sequence[str], done: Callable[[str], None]) -> None:
    """Write release/<topic>/ for these topics and enter their cells into the gradebook.

    Raises `BuildError` where a source notebook is missing or nbgrader refuses it.
    """
    with _converted(folder, names, done) as staged:
        _put_into_release(folder, names, staged)


def release_package(
    folder: CourseFolder, names: Sequence[str], to: Path | None, done: Callable[[str], None]
) -> Path:
    """Write release/<topic>/, the wheel into dist/ and, where `to` names one, a package; return the wheel.

    Raises `BuildError` where any of it leaks or other work lies at `to`; all then stays as it was.
    """
    if to:
        refuse_other_work(to)
    with _converted(folder, names, done) as staged:
        wheel = pack_wheel(staged)
        describe_package(staged, names, wheel)
        with packed(staged, to) if to else nullcontext(staged) as package:
            others = [place for place in folder.release.glob("*") if place.name not in names]
            leaks = list(map(str, find_leaks([package, *others], secret_lines())))
            if leaks:
                raise BuildError("Not fit to release:\n" + "\n".join(leaks))
            _put_into_release(folder, names, staged)
        return keep_wheel(folder, wheel)


@contextmanager
def _converted(folder: CourseFolder, names: Sequence[str], done: Callable[[str], None]) -> Iterator[Path]:
    """Yield a folder with the notebooks that students get; it goes when the block is done."""
    with tempfile.TemporaryDirectory(prefix=".releasing-", dir=folder.root) as staged:
        api = nbgrader_api(folder, release=Path(staged).name)
        for name in names:
            if not source_path(folder, name).is_file():
                raise BuildError(f"source/{name} has no notebook yet: run 'make build' first.")
            problem = failure(api.generate_assignment(name, force=True, create=True))
            if problem:
                raise BuildError(f"nbgrader could not release {name}: {problem}.")
            done(name)
        yield Path(staged)


def _put_into_release(folder: CourseFolder, names: Sequence[str], staged: Path) -> None:
    """Put finished folders in the place of the old ones; only now are the old ones given up."""
    folder.release.mkdir(exist_ok=True)
    for name in names:
        old = folder.release / name
        if old.exists():
            old.rename(staged / f".old-{name}")
        (staged / name).rename(old)
