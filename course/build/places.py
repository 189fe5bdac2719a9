"""Where a notebook makes each of its names: the heading above the cell that binds it."""

import ast
from collections.abc import Iterator

from course.reading import Kind, Topic

_MAKERS = (ast.FunctionDef, ast.ClassDef)


def places_of(topic: Topic) -> dict[str, str]:
    """Return the heading for each name that an answer or a given cell binds first."""
    places: dict[str, str] = {}
    heading = topic.title
    for cell in topic.cells:
        if cell.kind is Kind.TEXT:
            lines = [line for line in cell.source.splitlines() if line.startswith("#")]
            heading = lines[-1].lstrip("# ") if lines else heading
        elif cell.kind in (Kind.CODE, Kind.ANSWER):
            for name in _bound(ast.parse(_python(cell.source))):
                places.setdefault(name, heading)
    return places


def _python(source: str) -> str:
    return "\n".join(line for line in source.splitlines() if not line.startswith(("%", "!")))


def _bound(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, _MAKERS):
            yield node.name
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((alias.asname or alias.name).partition(".")[0] for alias in node.names)
        else:
            yield from (
                part.id
                for part in ast.walk(node)
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
            )
