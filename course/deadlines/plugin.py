"""nbgrader's plugin point for late penalties, and its step that asks the plugin."""

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config

from course.deadlines.dates import bring_dates
from course.deadlines.file import Deadlines, read_deadlines


def deadlines_of(settings: Config) -> Deadlines | None:
    """Return what deadlines.toml says in the course folder of nbgrader's configuration."""
    return read_deadlines(root_of(settings))


def root_of(settings: Config) -> Path:
    """Return the course folder of nbgrader's configuration."""
    return Path(CourseDirectory(config=settings).root)


class LatePenalty(LateSubmissionPlugin):  # type: ignore[misc]
    """Subtracts what deadlines.toml says; without such a file, what nbgrader's own plugin says.

    nbgrader asks for each notebook by itself: where an assignment has several, each loses its percent or
    points.
    """

    def late_submission_penalty(
        self, student_id: str, score: float, total_seconds_late: float
    ) -> float | None:
        """Return the points to subtract from a notebook's score; None for no penalty."""
        deadlines = deadlines_of(self.config)
        if deadlines is None:
            penalty: float | None = super().late_submission_penalty(student_id, score, total_seconds_late)
            return penalty
        due = deadlines.topics.get(self.parent.assignment_id)
        lost = 0.0 if due is None or due.rule is None else due.rule.penalty(score, total_seconds_late)
        return lost or None


class AssignPenalties(AssignLatePenalties):  # type: ignore[misc]
    """nbgrader's step, once the gradebook's due date and extension are those of deadlines.toml."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Assign one notebook's penalty; raises `CourseError` where the file is wrong."""
        about = resources["nbgrader"]
        with Gradebook(about["db_url"]) as gradebook:
            bring_dates(gradebook, root_of(self.config), {about["student"]})
            gradebook.db.commit()
        nb, resources = super().preprocess(nb, resources)
        return nb, resources
