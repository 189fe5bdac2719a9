"""What is said about a topic file that cannot be used."""

from pathlib import Path

from course.folder import CourseError


class TopicError(CourseError):
    """A topic file has an error: says the file, the line, what is wrong and what to do."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        self.path = path
        self.line = line
        self.problem = problem
        super().__init__(f"{_short(path)}, line {line}: {problem}")


def _short(path: Path) -> str:
    return "/".join(path.parts[-2:])
