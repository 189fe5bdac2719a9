"""What stops a build."""

from course.folder import CourseError


class BuildError(CourseError):
    """A topic cannot become a notebook: says which cell and why."""
