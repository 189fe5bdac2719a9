"""In the place of nbgrader's Execute: the student's cells in the sandbox, the tests in the examiner."""

import atexit
from copy import copy
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearHiddenTests, Execute
from nbgrader.utils import is_grade, is_solution
from traitlets import Bool, Float

from course.grading.engine import Engine, Ran
from course.grading.examiner import (
    Plan,
    Role,
    SourceCell,
    Step,
    given_before_tests,
    source_names,
    student_names,
)
from course.grading.examiner.names import names_of
from course.grading.inside.files import MOST_BYTES
from course.grading.repair import refuse_other_languages
from course.lab.knowledge import all_exercises

METADATA_KEY = "math_to_code"
_NO_LIMIT = 86_400.0
# What magics read: where a test runs, these are its own kernel's.
_OF_THE_KERNEL = frozenset({"get_ipython", "display", "exit", "quit"})


class Examine(Execute):  # type: ignore[misc]
    """Runs a submission; each answer cell's metadata then says how the answer came out.

    Warnings cost no points.
    """

    total_seconds = Float(600.0, help="Seconds that one notebook may take, all cells together.").tag(
        config=True
    )

    live_objects = Bool(
        False,
        help="Whether tests run in the student's process, for those that need classes, generators or mocks. "
        "It is behind the sandbox's walls, but the student's code can reach hidden tests and verdicts there.",
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: Any, retries: int | None = None
    ) -> tuple[NotebookNode, Any]:
        """Run every code cell and write its outputs; raises `NotPythonError`."""
        refuse_other_languages(nb, resources["nbgrader"]["notebook"])
        ran = _engine().run(self._plan(nb, resources))
        for index, cell in enumerate(nb.cells):
            if cell.cell_type == "code":
                _write(cell, index, ran)
        for cell in nb.cells:
            if _is_answer(cell):
                cell.metadata[METADATA_KEY] = ran.diagnosis.get(cell.metadata.nbgrader.grade_id, {})
        return nb, resources

    def _plan(self, nb: NotebookNode, resources: Any) -> Plan:
        source = self._source_folder(resources)
        cells = _source_cells(source / f"{resources['nbgrader']['notebook']}.ipynb", nb)
        return Plan(
            steps=self._steps(nb, given_before_tests(cells)),
            of_student=student_names(cells),
            of_source=source_names(cells) | _OF_THE_KERNEL,
            functions=tuple(name for name in map(_answered, nb.cells) if name in all_exercises()),
            files=_files(Path(resources["metadata"]["path"])),
            source_files=_files(source),
            cell_seconds=float(self.timeout) if (self.timeout or 0) > 0 else _NO_LIMIT,
            total_seconds=self.total_seconds,
        )

    def _steps(self, nb: NotebookNode, given: dict[str, tuple[str, ...]]) -> tuple[Step, ...]:
        """Return what to run; a test that binds what a student's cell reads runs in both processes."""
        if self.live_objects:
            return tuple(Step(i, Role.STUDENT, cell.source) for i, cell in enumerate(nb.cells) if _runs(cell))
        steps = [self._step(index, cell, given) for index, cell in enumerate(nb.cells) if _runs(cell)]
        of_students = [names_of(step.source) for step in steps if step.role is Role.STUDENT]
        theirs = frozenset().union(*(each.bound for each in of_students))
        read: set[str] = set()  # by what runs later in the student's process
        for place, step in reversed(list(enumerate(steps))):
            names = names_of(step.source)
            if step.role is Role.STUDENT:
                read |= names.read
            elif (names.bound - theirs) & read:
                # Whether it passes there is of no account: no cell has this index.
                released = self._released(nb.cells[step.index])
                steps.insert(place + 1, Step(-1 - step.index, Role.STUDENT, released))
                read |= names.read
        return tuple(steps)

    def _step(self, index: int, cell: NotebookNode, given: dict[str, tuple[str, ...]]) -> Step:
        test = "" if is_solution(cell) else _test_id(cell)
        if not test:
            return Step(index, Role.STUDENT, cell.source)
        role = Role.VISIBLE if self._released(cell) == cell.source else Role.HIDDEN
        return Step(index, role, cell.source, given.get(test, ()))

    def _released(self, cell: NotebookNode) -> str:
        """Return a test as students got it, by the course's own delimiters of hidden tests."""
        try:
            return str(self._clear_hidden.preprocess_cell(copy(cell), {}, 0)[0].source)
        except RuntimeError:  # a region without its end
            return ""

    @cached_property
    def _clear_hidden(self) -> ClearHiddenTests:
        return ClearHiddenTests(config=self.config)

    def _source_folder(self, resources: Any) -> Path:
        courses = CourseDirectory(config=self.config)
        return Path(courses.format_path(courses.source_directory, ".", resources["nbgrader"]["assignment"]))


@cache
def _engine() -> Engine:
    engine = Engine()
    atexit.register(engine.close)
    return engine


def _source_cells(path: Path, submitted: NotebookNode) -> list[SourceCell]:
    """Return the instructor's cells; where there is no source, what the submission's metadata tell."""
    if path.is_file():
        cells = nbformat.read(path, as_version=4).cells
    else:
        cells = [cell for cell in submitted.cells if is_grade(cell) or is_solution(cell)]
    return [
        SourceCell(cell.source, is_solution(cell), "" if is_solution(cell) else _test_id(cell))
        for cell in cells
        if cell.cell_type == "code"
    ]


def _write(cell: NotebookNode, index: int, ran: Ran) -> None:
    outputs = ran.outputs.get(index)
    if outputs is None:
        outputs = [] if not _runs(cell) else [_unfinished()]
    cell.outputs = [_valid(each) for each in outputs]
    cell.execution_count = ran.counts.get(index)
    if is_grade(cell):
        # nbgrader scores 0 where a test cell has anything on stderr; a warning is no error.
        for each in cell.outputs:
            if each.get("name") == "stderr":
                each.name = "stdout"


def _valid(output: dict[str, Any]) -> NotebookNode:
    node: NotebookNode = nbformat.from_dict(output)
    if nbformat.validator.isvalid(node, ref="output", version=4):
        return node
    text = "An output that no notebook can hold was left out.\n"
    return NotebookNode(output_type="stream", name="stdout", text=text)


def _unfinished() -> dict[str, Any]:
    text = "This cell was not run: the notebook took more time or memory than one may."
    return {"output_type": "error", "ename": "TimeoutError", "evalue": text, "traceback": [text]}


def _files(folder: Path) -> dict[str, bytes]:
    """Return what lies beside the notebooks, by path, up to a limit."""
    files: dict[str, bytes] = {}
    room = MOST_BYTES
    for path in sorted(folder.rglob("*")):
        if path.suffix != ".ipynb" and path.is_file() and not path.is_symlink():
            room -= path.stat().st_size
            if room < 0:
                break
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


def _runs(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "code" and cell.source.strip())


def _is_answer(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "code" and is_solution(cell) and not is_grade(cell))


def _answered(cell: NotebookNode) -> str:
    return str(cell.metadata.nbgrader.grade_id) if _is_answer(cell) else ""


def _test_id(cell: NotebookNode) -> str:
    return str(cell.metadata.nbgrader.grade_id) if is_grade(cell) else ""
