"""Text to source notebooks to release notebooks: the one room that knows notebook metadata."""

from course.build.drift import differences
from course.build.errors import BuildError
from course.build.exercises import write_exercises
from course.build.leaks import Leak, find_leaks, secret_lines
from course.build.notebook import compose
from course.build.release import release_package, release_topics
from course.build.source import build_sources
from course.build.wheel import build_wheel, pack_wheel

__all__ = [
    "BuildError",
    "Leak",
    "build_sources",
    "build_wheel",
    "compose",
    "differences",
    "find_leaks",
    "pack_wheel",
    "release_package",
    "release_topics",
    "secret_lines",
    "write_exercises",
]
