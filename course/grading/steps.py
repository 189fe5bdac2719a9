"""Which cell of a submission runs where, and in which order."""

from collections.abc import Callable, Mapping, Sequence

from nbformat import NotebookNode
from nbgrader.utils import is_solution

from course.grading.examiner import Role, Step, names_of
from course.grading.surroundings import test_id

Released = Callable[[NotebookNode], str]


def steps_of(
    cells: Sequence[NotebookNode],
    given: Mapping[str, tuple[str, ...]],
    released: Released,
    *,
    live: bool = False,
) -> tuple[Step, ...]:
    """Return what to run; a test that binds what a student's cell reads runs in both processes.

    `given`: the cells that each test needs before it; `released` returns a test as students got it; `live`:
    all run in the student's process anyway.
    """
    steps = [_step(index, cell, given, released) for index, cell in enumerate(cells) if runs(cell)]
    if live:
        return tuple(steps)
    of_students = [names_of(step.source) for step in steps if step.role is Role.STUDENT]
    theirs = frozenset().union(*(each.bound for each in of_students))
    read: set[str] = set()  # by what runs later in the student's process
    for place, step in reversed(list(enumerate(steps))):
        names = names_of(step.source)
        if step.role is Role.STUDENT:
            read |= names.read
        elif (names.bound - theirs) & read:
            # Whether it passes there is of no account: no cell has this index.
            steps.insert(place + 1, Step(-1 - step.index, Role.STUDENT, released(cells[step.index])))
            read |= names.read
    return tuple(steps)


def runs(cell: NotebookNode) -> bool:
    """Whether there is anything to run in a cell."""
    return bool(cell.cell_type == "code" and cell.source.strip())


def _step(index: int, cell: NotebookNode, given: Mapping[str, tuple[str, ...]], released: Released) -> Step:
    test = "" if is_solution(cell) else test_id(cell)
    if not test:
        return Step(index, Role.STUDENT, cell.source)
    role = Role.VISIBLE if released(cell) == cell.source else Role.HIDDEN
    return Step(index, role, cell.source, given.get(test, ()))
