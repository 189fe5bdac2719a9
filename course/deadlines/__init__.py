"""Late work: due dates with time zones, extensions for one student, and what lateness costs.

An instructor writes deadlines.toml. `grader_config.py` names `LatePenalty` and `AssignPenalties`, so
nbgrader's own commands and the formgrader use them too.
"""

from course.deadlines.arrivals import Arrival, read_arrivals
from course.deadlines.file import Deadlines, read_deadlines, require_deadlines, write_example
from course.deadlines.overview import overview
from course.deadlines.plugin import AssignPenalties, LatePenalty
from course.deadlines.settling import Late, find_late, settle

__all__ = [
    "Arrival",
    "AssignPenalties",
    "Deadlines",
    "Late",
    "LatePenalty",
    "find_late",
    "overview",
    "read_arrivals",
    "read_deadlines",
    "require_deadlines",
    "settle",
    "write_example",
]
