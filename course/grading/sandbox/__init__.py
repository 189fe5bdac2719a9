"""A process for each submission that reaches the interpreter, the libraries and its own folder alone."""

from course.grading.sandbox.bubblewrap import SandboxError
from course.grading.sandbox.warm import Warm

__all__ = ["SandboxError", "Warm"]
