"""What was graded already, and has not changed since: it need not be run again."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from course.folder import CourseFolder
from course.grading.gradebook import Recorded
from course.grading.submissions import Submission

_MARK = ".fingerprint"
_CODE = Path(__file__).parents[1]


def is_unchanged(folder: CourseFolder, submission: Submission, recorded: Recorded) -> bool:
    """Whether a submission was graded to the end, by this code, from these files and for these tests."""
    mark = _graded(folder, submission) / _MARK
    return (
        (submission.student, submission.topic) in recorded.submissions
        and mark.is_file()
        and mark.read_text(encoding="utf-8") == _fingerprint(folder, submission, recorded)
    )


def remember(folder: CourseFolder, submission: Submission, recorded: Recorded) -> None:
    """Note that a submission was graded: the last thing to be done for it, so that a killed run goes on."""
    mark = _graded(folder, submission) / _MARK
    half_written = mark.with_suffix(".writing")
    half_written.write_text(_fingerprint(folder, submission, recorded), encoding="utf-8")
    half_written.replace(mark)


def _graded(folder: CourseFolder, submission: Submission) -> Path:
    return folder.autograded / submission.student / submission.topic


def _fingerprint(folder: CourseFolder, submission: Submission, recorded: Recorded) -> str:
    handed_in = folder.submitted / submission.student / submission.topic
    digest = hashlib.sha256(_digest_of_code(folder.root).encode())
    digest.update(recorded.cells[submission.topic].encode())
    _add_files(digest, handed_in, handed_in.rglob("*"))
    source = folder.source / submission.topic
    _add_files(digest, source, source.rglob("*"))
    return digest.hexdigest()


@cache
def _digest_of_code(root: Path) -> str:
    digest = hashlib.sha256()
    _add_files(digest, root, [root / "grader_config.py"])
    for room in ("grading", "lab"):
        _add_files(digest, _CODE, (_CODE / room).rglob("*.py"))
    _add_files(digest, _CODE, (_CODE / "lab").rglob("*.json"))
    return digest.hexdigest()


def _add_files(digest: "hashlib._Hash", root: Path, files: Iterable[Path]) -> None:
    for path in sorted(files):
        if path.is_file() and ".ipynb_checkpoints" not in path.parts:
            name = f"{path.relative_to(root).as_posix()}\0{path.stat().st_size}\0"
            digest.update(name.encode(errors="surrogateescape"))
            digest.update(path.read_bytes())
