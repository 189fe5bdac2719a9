"""Why a submission could not be graded, kept beside its log until it can be."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from course.folder import CourseFolder
from course.grading.submissions import Submission

_ENDING = ".refused"


def note_refusals(folder: CourseFolder, problems: Iterable[tuple[Submission, str]]) -> None:
    """Keep each problem; what has none any more is forgotten."""
    for submission, problem in problems:
        place = _place(folder, submission)
        if not problem:
            place.unlink(missing_ok=True)
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        half_written = place.with_suffix(".writing")
        half_written.write_text(problem, encoding="utf-8", errors="backslashreplace")
        half_written.replace(place)


def read_refusals(folder: CourseFolder) -> Mapping[tuple[str, str], str]:
    """Return the problem of each submission that could not be graded, by student and topic."""
    return {
        (path.parent.name, path.name.removesuffix(_ENDING)): path.read_text(encoding="utf-8")
        for path in sorted(folder.logs.glob(f"*/*{_ENDING}"))
        if (folder.submitted / path.parent.name / path.name.removesuffix(_ENDING)).exists()
    }


def _place(folder: CourseFolder, submission: Submission) -> Path:
    return folder.logs / submission.student / f"{submission.topic}{_ENDING}"
