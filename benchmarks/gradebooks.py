"""Compare gradebooks to the last field, but for row ids and time stamps."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

_OF_BOOK = """join submitted_notebook b on g.notebook_id = b.id
join submitted_assignment s on s.id = b.assignment_id
join notebook n on n.id = b.notebook_id join assignment a on a.id = s.assignment_id"""
_QUESTIONS = {
    "student": "select * from student",
    "submission": "select a.name, s.student_id, s.extension, s.timestamp is null from submitted_assignment s "
    "join assignment a on a.id = s.assignment_id",
    "notebook": "select a.name, n.name, s.student_id, g.flagged, g.late_submission_penalty "
    "from submitted_notebook g " + _OF_BOOK.replace("g.notebook_id = b.id", "g.id = b.id"),
    "grade": "select a.name, n.name, c.name, c.type, s.student_id, g.auto_score, g.manual_score, "
    "g.extra_credit, g.needs_manual_grade from grade g join base_cell c on c.id = g.cell_id " + _OF_BOOK,
    "comment": "select a.name, n.name, c.name, c.type, s.student_id, g.auto_comment, g.manual_comment "
    "from comment g join base_cell c on c.id = g.cell_id " + _OF_BOOK,
}


def rows(gradebook: Path) -> set[str]:
    """Return every row that grading writes, as text, with names in the place of ids."""
    with sqlite3.connect(gradebook) as database:
        return {f"{kind} {row}" for kind, asked in _QUESTIONS.items() for row in database.execute(asked)}


def differences(gradebooks: Sequence[Path]) -> list[str]:
    """Return the rows that not all gradebooks hold."""
    held = [rows(each) for each in gradebooks]
    return sorted(set.union(*held) - set.intersection(*held))
