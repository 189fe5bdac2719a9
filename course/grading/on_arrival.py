"""Grade submissions as they arrive: the workers stay warm in between."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from course.folder import CourseFolder
from course.grading.autograde import grade_all, read_assignments
from course.grading.feedback import write_page
from course.grading.gradebook import read_recorded, read_scores, write_grades
from course.grading.marking import Assignment, Marked
from course.grading.pool import Workers
from course.grading.submissions import Submission


@dataclass(frozen=True)
class Answered:
    """A submission that was graded, with feedback written; or a sentence that says why not."""

    submission: Submission
    points: float = 0.0
    most: float = 0.0
    problem: str = ""


class Grader:
    """Grades what it is given, until it is closed; an assignment that changed is read again."""

    def __init__(self, folder: CourseFolder, workers: int = 1, *, sandbox: bool = True) -> None:
        self._folder = folder
        self._count = workers
        self._sandbox = sandbox
        names = read_recorded(folder).cells
        self._assignments = read_assignments(folder, names) if names else {}
        self._workers = self._started()
        try:
            self._workers.warm_up()
        except BaseException:
            self._workers.close(at_once=True)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._workers.close(at_once=kind is not None)

    def answer(self, submissions: Sequence[Submission]) -> Iterator[Answered]:
        """Grade what has changed and write its feedback; yield what was not answered before."""
        for place in range(0, len(submissions), 2 * self._count):
            yield from self._answer(submissions[place : place + 2 * self._count])

    def _answer(self, submissions: Sequence[Submission]) -> Iterator[Answered]:
        graded = grade_all(self._folder, submissions, lambda _: None, mark=self._mark)
        if self._folder.gradebook.is_file():
            write_grades(self._folder)
        new = [each for each in graded if not each.unchanged or self._is_unsaid(each.submission)]
        scores = {(score.student, score.topic): score for score in (read_scores(self._folder) if new else ())}
        for each in new:
            student, topic = each.submission.student, each.submission.topic
            problem = each.problem or write_page(self._folder, topic, student)
            score = scores.get((student, topic))
            points = (score.points, score.most) if score else (0.0, 0.0)
            yield Answered(each.submission, *points, problem)

    def _is_unsaid(self, submission: Submission) -> bool:
        """Whether a run ended after the grade and before its feedback."""
        graded = self._folder.autograded / submission.student / submission.topic
        pages = (self._folder.feedback / submission.student / submission.topic).glob("*.html")
        since = max((page.stat().st_mtime_ns for page in pages), default=0)
        return any(path.stat().st_mtime_ns > since for path in graded.glob("*.ipynb"))

    def _mark(
        self, submissions: Sequence[Submission], assignments: Mapping[str, Assignment]
    ) -> Iterator[tuple[Submission, Marked]]:
        if any(self._assignments.get(name) != each for name, each in assignments.items()):
            self._workers.close()
            self._assignments = {**self._assignments, **assignments}
            self._workers = self._started()
        return self._workers.mark(submissions)

    def _started(self) -> Workers:
        return Workers(self._folder, self._assignments, self._count, sandbox=self._sandbox)
