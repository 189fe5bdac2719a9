"""Where things lie: one course folder, as nbgrader expects it."""

from dataclasses import dataclass
from pathlib import Path


class CourseError(RuntimeError):
    """Something that the person at the keyboard can mend: one sentence, no traceback."""


@dataclass(frozen=True)
class CourseFolder:
    """The folder that holds `grader_config.py`, and the folders beside it."""

    root: Path

    @classmethod
    def find(cls, start: Path | None = None) -> "CourseFolder":
        """Return the course folder at or above `start`; raises `CourseError` if there is none."""
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if (folder / "grader_config.py").is_file():
                return cls(folder)
        raise CourseError(f"{here} is not inside a course: go to the folder that holds grader_config.py.")

    @property
    def source(self) -> Path:
        """Generated notebooks with solutions, hidden tests and outputs."""
        return self.root / "source"

    @property
    def release(self) -> Path:
        """What students get."""
        return self.root / "release"

    @property
    def submitted(self) -> Path:
        """What students handed in: one folder for each student, in it one for each topic."""
        return self.root / "submitted"

    @property
    def autograded(self) -> Path:
        """Graded copies, for instructors."""
        return self.root / "autograded"

    @property
    def feedback(self) -> Path:
        """Pages for students."""
        return self.root / "feedback"

    @property
    def logs(self) -> Path:
        """What happened while each submission was graded, for instructors."""
        return self.root / "logs"

    @property
    def gradebook(self) -> Path:
        """The SQLite file that nbgrader keeps."""
        return self.root / "gradebook.db"

    @property
    def jupyterlab_settings(self) -> Path:
        """What JupyterLab starts with: no question about news."""
        return self.root / "course/jupyterlab_settings"

    @property
    def labextensions(self) -> Path:
        """What JupyterLab loads beside its own, as the students' wheel installs it."""
        return self.root / "course/lab/labextensions"

    @property
    def grades(self) -> Path:
        """All grades as one table."""
        return self.root / "grades.csv"

    @property
    def roster(self) -> Path:
        """Who is in the course, as a learning system exports it."""
        return self.root / "roster.csv"

    @property
    def inbox(self) -> Path:
        """Where submissions arrive that are graded at once."""
        return self.root / "inbox"

    @property
    def wheels(self) -> Path:
        """Where the students' wheel is built."""
        return self.root / "dist"

    def outside(self, path: Path) -> Path:
        """Return a path that holds none of the course's own notebooks; raises `CourseError` for any other."""
        place = path.resolve()
        own = (self.source, self.release, self.submitted, self.autograded, self.feedback)
        if any(place.is_relative_to(each) or each.is_relative_to(place) for each in own):
            raise CourseError(f"{path} holds the course's own notebooks: name what students handed in.")
        return path
