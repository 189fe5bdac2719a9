"""What the notebooks import. Students' saved work depends on these names.

check(function)       each visible property of an answer: passed or not, expected and got
hint(function)        one step further at each call, never the answer
close, difference     what the visible tests compare with
penguins()            real measurements of 333 birds, as columns
notes(notebook)       private notes, kept on this machine alone
progress()            the course at a glance, from what you checked; kept on this machine alone
pictures              something to play with in each topic
self_assessment(...)  how it went, kept in the notebook
whiteboard(answer)    a place to draw; the picture goes into that written answer
"""

from course.lab import pictures
from course.lab.assessment import self_assessment
from course.lab.checking import check
from course.lab.comparing import close, difference
from course.lab.data import penguins
from course.lab.floating_point import notice_errors
from course.lab.fonts import hide_the_line_about_fonts
from course.lab.hinting import hint
from course.lab.home import is_in_a_browser
from course.lab.missing import explain_missing_names
from course.lab.notes import notes
from course.lab.progress import progress
from course.lab.whiteboard import whiteboard

__all__ = [
    "check",
    "close",
    "difference",
    "hint",
    "notes",
    "penguins",
    "pictures",
    "progress",
    "self_assessment",
    "whiteboard",
]

explain_missing_names()
hide_the_line_about_fonts()
if is_in_a_browser():
    notice_errors()
