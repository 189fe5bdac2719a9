"""What can go wrong while the site is built."""

from course.folder import CourseError


class SiteError(CourseError):
    """The site cannot be built: says what is missing, and what to do."""
