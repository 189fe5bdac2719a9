"""Grade on arrival: look at the inbox when something changes there, collect what is whole, grade it.

Files stay where they are, for a system may still write to them. What was graded is known by submitted/ and
the gradebook; nothing else is remembered, so that a new start goes on where the last one ended.
"""

import errno
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

import watchfiles

from course.collecting.choosing import Place
from course.collecting.entries import Found
from course.collecting.filing import Filed
from course.collecting.inbox import Inbox
from course.collecting.matching import Roster
from course.collecting.taking import OLDER, Collected, collect
from course.collecting.topics import released_topics
from course.folder import CourseError, CourseFolder
from course.grading import Grader, Submission

_PATIENCE = 30.0  # seconds for an upload that stands still, and for a gradebook that others hold
_AGAIN = 1000  # milliseconds until a file that is not whole is looked at again
_SETTLED = 300  # milliseconds for which changes that follow each other are taken together


@dataclass(frozen=True)
class Collecting:
    """How to collect: whom from, one topic or all, the zone of archives, and whether files tell the time."""

    roster: Roster
    topic: str | None = None
    zone: tzinfo | None = None
    by_file_times: bool = False


def watch(
    folder: CourseFolder,
    place: Path,
    how: Collecting,
    say: Callable[[str], None],
    *,
    workers: int,
    sandbox: bool,
) -> None:
    """Grade what lies in a folder and what arrives there until Ctrl-C; raises `CourseError` if it cannot.

    `say` is called with a line for each submission.
    """
    released_topics(folder, how.topic)
    known: dict[Place, str] = {}
    count = 0

    def answer(paths: Sequence[Path]) -> None:
        nonlocal count
        begun = time.monotonic()
        result = _collect(folder, place, how, paths, known)
        older = [
            f"{each.student}, {each.topic}: {OLDER}" for each in result.taken if each.filed is Filed.OLDER
        ]
        for line in (*older, *result.unmatched, *result.doubled, *result.refused):
            say(f"not taken: {line}")
        taken = [each for each in result.taken if each.filed is not Filed.OLDER]
        for each in grader.answer([Submission(each.topic, each.student) for each in taken]):
            count += not each.problem
            what = each.problem or f"{each.points:g} of {each.most:g} points"
            seconds = time.monotonic() - begun
            say(f"{each.submission.student}, {each.submission.topic}: {what}, {seconds:.1f} s")

    try:
        with Grader(folder, workers, sandbox=sandbox) as grader:
            say(f"Watching {place}; Ctrl-C ends it.")
            _look(Inbox(place, _PATIENCE), answer, say)
    except KeyboardInterrupt:
        say(f"Ended: {count} graded. What arrives in {place} meanwhile is graded at the next start.")


def _look(inbox: Inbox, answer: Callable[[Sequence[Path]], None], say: Callable[[str], None]) -> None:
    """Answer what is whole whenever something changed, and what was not, again and again."""
    trouble, since = "", 0.0
    for changes in watchfiles.watch(
        inbox.place,
        watch_filter=None,
        debounce=_SETTLED,
        rust_timeout=_AGAIN,
        yield_on_timeout=True,
        raise_interrupt=True,
    ):
        if not (changes or inbox.is_waiting or trouble):
            continue
        paths = inbox.due()
        try:
            if paths:
                answer(paths)
                inbox.dealt_with(paths)
            trouble = ""
        except (CourseError, OSError) as error:
            if isinstance(error, OSError) and error.errno != errno.ENOSPC:
                raise
            if str(error) != trouble:
                say(f"{error} It is tried again.")
                trouble, since = str(error), time.monotonic()
            elif time.monotonic() - since > _PATIENCE:
                raise


def _collect(
    folder: CourseFolder, place: Path, how: Collecting, paths: Sequence[Path], known: dict[Place, str]
) -> Collected:
    with Found(how.zone) as found:
        for path in paths:
            with suppress(FileNotFoundError):
                found.add_file(path, place)
        return collect(
            folder,
            found,
            how.roster,
            lambda: None,
            topic=how.topic,
            by_file_times=how.by_file_times,
            known=known,
        )
