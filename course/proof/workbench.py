"""A topic's names in memory: what the notebook gives, its model answers, any of them replaced."""

import ast
import contextlib
import io
import warnings
from collections.abc import Mapping
from typing import Any

from course.reading import Cell, Kind, Topic


class Workbench:
    """Runs a topic's cells without a kernel: quick enough for every answer in a catalogue."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self._given: dict[str, Any] = {}
        with contextlib.redirect_stdout(io.StringIO()):
            for cell in topic.of_kind(Kind.CODE, Kind.ANSWER):
                exec(_binding_statements(cell), self._given)

    def names(self, replaced: Mapping[str, str] | None = None) -> dict[str, Any]:
        """Return the given names with every answer defined anew, some from the source in `replaced`."""
        names = dict(self._given)
        for cell in self.topic.of_kind(Kind.ANSWER):
            exec((replaced or {}).get(cell.id, cell.source), names)
        return names

    def run(self, test: Cell, names: Mapping[str, Any], *, strict: bool = False) -> BaseException | None:
        """Run one test cell among these names; return what it raised, or None.

        `strict` turns warnings into errors.
        """
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("error" if strict else "ignore")
            try:
                exec(compile(test.source, test.id, "exec"), dict(names))
            except Exception as error:
                return error
        return None


def _binding_statements(cell: Cell) -> Any:
    """Compile what a cell binds; what it only shows or asserts is nbval's to run."""
    tree = ast.parse(cell.source)
    tree.body = [node for node in tree.body if not isinstance(node, ast.Expr | ast.Assert)]
    return compile(tree, cell.id, "exec")
