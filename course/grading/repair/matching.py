"""Find the instructor's cells again in what a student handed in, and put back those that are gone."""

import copy
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from nbformat import NotebookNode
from nbgrader.utils import is_locked, is_solution
from rapidfuzz.fuzz import ratio

from course.grading.examiner.names import names_of
from course.grading.repair.ids import give_ids, grade_id

_ALIKE = 60.0
_NAMED = 3


@dataclass
class _Restoring:
    """The submission's cells, which of the original's each one is, and what was noted."""

    original: Sequence[NotebookNode]
    cells: list[NotebookNode]
    found: dict[str, NotebookNode] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)

    def note(self, name: str, what: str) -> None:
        """Note what was done to a cell."""
        self.notes.setdefault(what, []).append(name)

    def sentences(self) -> list[str]:
        """Return the notes, cells of one fate together."""
        return [_sentence(names, what) for what, names in self.notes.items()]

    def free(self) -> list[NotebookNode]:
        """Return the cells that are not taken for one of the original's."""
        taken = {id(cell) for cell in self.found.values()}
        return [cell for cell in self.cells if id(cell) not in taken]

    def missing(self) -> list[NotebookNode]:
        """Return the original's cells that were not found yet."""
        return [cell for cell in self.original if grade_id(cell) not in self.found]


def restore(notebook: NotebookNode, original: NotebookNode) -> list[str]:
    """Make every cell of the instructor's notebook stand once and in order; return a note for each repair.

    `original`: the notebook as released. A cell is recognised by its grade id, then by the function that it
    defines, then by its likeness.
    """
    marked = [cell for cell in original.cells if grade_id(cell)]
    state = _Restoring(marked, list(notebook.cells))
    _undo_exchanged_ids(state)
    _by_grade_id(state)
    _by(state, "the function that it defines", _defines_the_same)
    _by(state, "its likeness", _is_alike)
    _restore_metadata(state)
    notebook.cells = _in_order(state, original.cells)
    _unmark_the_rest(state, notebook.cells)
    give_ids(notebook.cells)
    return state.sentences()


def _sentence(names: Sequence[str], what: str) -> str:
    different = list(dict.fromkeys(names))
    more = len(different) - _NAMED
    who = ", ".join(different[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    return f"{who} {what}"


def _undo_exchanged_ids(state: _Restoring) -> None:
    """Where an answer carries another answer's grade id, let the function that it defines decide."""
    answers = [cell for cell in state.original if is_solution(cell)]
    for wanted in answers:
        same = [cell for cell in state.cells if grade_id(cell) == grade_id(wanted)]
        if not same or any(_defines_the_same(cell, wanted) for cell in same):
            continue
        defining = [
            cell
            for cell in state.cells
            for other in answers
            if grade_id(cell) == grade_id(other)
            and _defines_the_same(cell, wanted)
            and not _defines_the_same(cell, other)
        ]
        if defining:
            state.found[grade_id(wanted)] = defining[-1]
            state.note(grade_id(wanted), "carried another cell's grade id and could be told by its function")


def _by_grade_id(state: _Restoring) -> None:
    for wanted in state.missing():
        name = grade_id(wanted)
        same = [cell for cell in state.free() if grade_id(cell) == name]
        if len(same) > 1:
            state.note(name, f"stood there {len(same)} times")
        if same:
            state.found[name] = _best(same, wanted)


def _best(cells: Sequence[NotebookNode], wanted: NotebookNode) -> NotebookNode:
    """Of copies of one cell, return the last that was worked on."""
    worked_on = [cell for cell in cells if cell.source.strip() not in ("", wanted.source.strip())]
    defining = [cell for cell in worked_on if _defines_the_same(cell, wanted)]
    return (defining or worked_on or list(cells))[-1]


def _by(state: _Restoring, how: str, same: Callable[[NotebookNode, NotebookNode], bool]) -> None:
    for wanted in state.missing():
        found = [cell for cell in state.free() if not grade_id(cell) and same(cell, wanted)]
        if found:
            name = grade_id(wanted)
            state.found[name] = _best(found, wanted)
            state.note(name, f"had lost the metadata and could be told by {how}")


def _defines_the_same(cell: NotebookNode, wanted: NotebookNode) -> bool:
    if not is_solution(wanted) or wanted.cell_type != "code":
        return False
    names = names_of(wanted.source).bound or {grade_id(wanted)}
    return bool(names & names_of(cell.source).bound)


def _is_alike(cell: NotebookNode, wanted: NotebookNode) -> bool:
    if is_solution(wanted) and cell.cell_type != wanted.cell_type:
        return False
    return bool(ratio(cell.source.strip(), wanted.source.strip()) > _ALIKE)


def _restore_metadata(state: _Restoring) -> None:
    """Give each cell the original's marks and kind; and its text, where students may not write."""
    for wanted in state.original:
        name = grade_id(wanted)
        cell = state.found.get(name)
        if cell is None:
            cell = state.found[name] = copy.deepcopy(wanted)
            state.note(name, "had gone; put back as released")
        if cell.cell_type != wanted.cell_type:
            state.note(name, f"had been turned into a {cell.cell_type} cell")
            _retype(cell, wanted.cell_type)
        if _marks(cell) != _marks(wanted):
            state.note(name, "had other metadata than as released")
        cell.metadata["nbgrader"] = copy.deepcopy(wanted.metadata.nbgrader)
        if is_locked(wanted) and cell.source != wanted.source:
            state.note(name, "had been changed; put back as released")
            cell.source = wanted.source


def _marks(cell: NotebookNode) -> dict[str, object]:
    marks = cell.metadata.get("nbgrader")
    marks = marks if isinstance(marks, dict) else {}
    return {key: marks.get(key) or False for key in ("grade_id", "grade", "solution", "locked", "task")}


def _retype(cell: NotebookNode, kind: str) -> None:
    cell.cell_type = kind
    if kind == "code":
        cell.outputs, cell.execution_count = [], None
    else:
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def _in_order(state: _Restoring, original: Iterable[NotebookNode]) -> list[NotebookNode]:
    """Return the cells as they stand, if the original's are in order; otherwise in the original's order.

    A student's own cells stay behind the cell that they stood behind.
    """
    wanted = [grade_id(cell) for cell in original if grade_id(cell)]
    names = {id(cell): name for name, cell in state.found.items()}
    present = [names[id(cell)] for cell in state.cells if id(cell) in names]
    if present == wanted:
        return state.cells
    if sorted(present) == sorted(wanted):
        state.note("cells", "had been moved; put back in order")
    behind: dict[str, list[NotebookNode]] = {"": []}
    last = ""
    for cell in state.cells:
        if id(cell) in names:
            last = names[id(cell)]
            behind.setdefault(last, [])
        else:
            behind[last].append(cell)
    ordered = list(behind[""])
    for name in wanted:
        ordered += [state.found[name], *behind.get(name, [])]
    return ordered


def _unmark_the_rest(state: _Restoring, cells: Iterable[NotebookNode]) -> None:
    """Take nbgrader's marks from copies and from cells that the instructor never wrote."""
    kept = {id(cell) for cell in state.found.values()}
    for cell in cells:
        if id(cell) not in kept and "nbgrader" in cell.metadata:
            if any(_marks(cell)[kind] for kind in ("grade", "solution", "task", "locked")):
                state.note("a cell", "had marks that the instructor never gave, and lost them")
            del cell.metadata["nbgrader"]
