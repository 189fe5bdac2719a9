"""Solution regions: where an answer cell hides its model answer."""

import ast
import re
from pathlib import Path

from course.reading.errors import TopicError
from course.reading.percent import MarkedCell

BEGIN = "### BEGIN SOLUTION"
END = "### END SOLUTION"


def check_answer(path: Path, cell: MarkedCell, name: str) -> None:
    """Refuse an answer cell whose region is not closed or that does not define its name."""
    begins = [number for number, line in _lines(cell) if "BEGIN SOLUTION" in line]
    ends = [number for number, line in _lines(cell) if "END SOLUTION" in line]
    if not begins:
        raise TopicError(
            path, cell.line, f"the answer '{name}' has no '{BEGIN}'; all of it would be released."
        )
    if len(ends) < len(begins):
        raise TopicError(path, begins[-1], f"this solution region is left open; close it with '{END}'.")
    if len(ends) > len(begins) or any(end < begin for begin, end in zip(begins, ends, strict=True)):
        raise TopicError(path, ends[0], f"this '{END}' closes nothing; put '{BEGIN}' before it.")
    if name not in defined_names(path, cell):
        raise TopicError(
            path, cell.line, f"this answer does not define '{name}'; rename the marker or the function."
        )


def refuse_solution(path: Path, cell: MarkedCell) -> None:
    """Refuse a solution region outside an answer cell: it would be released."""
    for number, line in _lines(cell):
        if re.search(r"(BEGIN|END) SOLUTION", line):
            raise TopicError(
                path, number, 'a solution region outside an answer cell; mark the cell answer="name".'
            )


def without_markers(source: str) -> str:
    """Drop the lines that only mark where a solution begins and ends."""
    return "\n".join(line for line in source.split("\n") if line.strip() not in (BEGIN, END))


def _lines(cell: MarkedCell) -> list[tuple[int, str]]:
    return list(enumerate(cell.source.split("\n"), cell.line + 1))


def defined_names(path: Path, cell: MarkedCell) -> set[str]:
    """Return the names that a cell defines; raises `TopicError` where it is not Python."""
    try:
        tree = ast.parse(cell.source)
    except SyntaxError as error:
        raise TopicError(
            path, cell.line + (error.lineno or 1), f"this is not Python: {error.msg}."
        ) from error
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names
