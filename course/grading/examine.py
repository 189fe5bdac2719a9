"""In the place of nbgrader's Execute: the student's cells in the sandbox, the tests in the examiner."""

import atexit
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import Execute
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
    student_classes,
    student_names,
)
from course.grading.inside.files import MOST_BYTES
from course.grading.quotes import HIDDEN_REGION
from course.lab.knowledge import all_exercises

METADATA_KEY = "math_to_code"
_NO_LIMIT = 86_400.0


class Examine(Execute):  # type: ignore[misc]
    """Runs a submission; each answer cell's metadata then says how the answer came out.

    Warnings cost no points.
    """

    total_seconds = Float(600.0, help="Seconds that one notebook may take, all cells together.").tag(
        config=True
    )

    live_tests = Bool(
        False,
        help="Run tests in the student's own (sandboxed) process, for courses whose tests need live objects "
        "there: classes, instances, generators. This gives up that hidden tests are out of students' reach "
        "and that verdicts are made outside: code that means to can read a hidden test, hand its inputs to a "
        "later cell, and make it pass. Walls, limits and repairs stay.",
    ).tag(config=True)

    share_test_names = Bool(
        False,
        help="Let students' cells read what visible tests before them bind: plain values and modules.",
    ).tag(config=True)

    def preprocess(
        self, nb: NotebookNode, resources: Any, retries: int | None = None
    ) -> tuple[NotebookNode, Any]:
        """Run every code cell and write its outputs."""
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
        given = given_before_tests(cells)
        return Plan(
            steps=tuple(_step(index, cell, given) for index, cell in enumerate(nb.cells) if _runs(cell)),
            of_student=student_names(cells),
            of_source=source_names(cells),
            classes=student_classes(cells),
            functions=tuple(name for name in map(_answered, nb.cells) if name in all_exercises()),
            files=_files(Path(resources["metadata"]["path"])),
            source_files=_files(source),
            cell_seconds=float(self.timeout or _NO_LIMIT),
            total_seconds=self.total_seconds,
            live_tests=self.live_tests,
            shared_names=self.share_test_names,
        )

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


def _step(index: int, cell: NotebookNode, given: dict[str, tuple[str, ...]]) -> Step:
    test = "" if is_solution(cell) else _test_id(cell)
    if not test:
        return Step(index, Role.STUDENT, cell.source)
    role = Role.HIDDEN if HIDDEN_REGION.search(cell.source) else Role.VISIBLE
    return Step(index, role, cell.source, given.get(test, ()))


def _write(cell: NotebookNode, index: int, ran: Ran) -> None:
    outputs = ran.outputs.get(index)
    if outputs is None:
        outputs = [] if not _runs(cell) else [_unfinished()]
    cell.outputs = [_valid(each) for each in outputs]
    cell.execution_count = ran.counts.get(index)
    cell.metadata.pop(METADATA_KEY, None)
    if is_grade(cell):
        about = {"limit": ran.limits.get(index), "raised": ran.raised.get(index)}
        if any(about.values()):
            cell.metadata[METADATA_KEY] = {key: each for key, each in about.items() if each}
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
