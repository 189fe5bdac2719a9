"""In the place of nbgrader's Execute: the student's cells in the sandbox, the tests in the examiner."""

from copy import copy
from functools import cache, cached_property
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any, ClassVar

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import ClearHiddenTests, Execute
from nbgrader.utils import is_grade, is_solution
from traitlets import Bool, Float

from course.grading.cell_outputs import METADATA_KEY, write_outputs
from course.grading.engine import Engine
from course.grading.examiner import Plan
from course.grading.repair import refuse_other_languages
from course.grading.steps import steps_of
from course.grading.surroundings import Surroundings, read_files
from course.lab.knowledge import all_exercises

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

    live_tests = Bool(
        False,
        help="Run tests in the student's own (sandboxed) process, for courses whose tests need live objects "
        "there: classes, instances, generators. This gives up that hidden tests are out of students' reach "
        "and that verdicts are made outside: code that means to can read a hidden test, hand its inputs to a "
        "later cell, and make it pass. Walls, limits and repairs stay.",
    ).tag(config=True)

    sandbox = Bool(
        True,
        help="Run students' code in a sandbox. Without one it can read and change whatever you can, hidden "
        "tests and grades included.",
    ).tag(config=True)

    # The address of an examiner that is shared with others, if there is one.
    examiner: ClassVar[str | None] = None

    def preprocess(
        self, nb: NotebookNode, resources: Any, retries: int | None = None
    ) -> tuple[NotebookNode, Any]:
        """Run every code cell and write its outputs; raises `NotPythonError`."""
        refuse_other_languages(nb, resources["nbgrader"]["notebook"])
        ran = warm_engine(self.sandbox).run(self._plan(nb, resources))
        for cell in nb.cells:
            cell.metadata.pop(METADATA_KEY, None)
        write_outputs(nb, ran)
        for index, said in ran.logs.items():
            if said:
                self.log.info("Said in hidden test %s: %s", index, said)
        for cell in nb.cells:
            if _is_answer(cell):
                cell.metadata[METADATA_KEY] = ran.diagnosis.get(cell.metadata.nbgrader.grade_id, {})
        return nb, resources

    def surroundings(self, nb: NotebookNode, resources: Any) -> Surroundings:
        """Return what the source notebook says, and the files beside both notebooks."""
        courses = CourseDirectory(config=self.config)
        about = resources["nbgrader"]
        folder = Path(courses.format_path(courses.source_directory, ".", about["assignment"]))
        source = folder / f"{about['notebook']}.ipynb"
        return Surroundings.of(
            nbformat.read(source, as_version=4) if source.is_file() else None,
            nb,
            files=read_files(Path(resources["metadata"]["path"]), courses.ignore),
            source_files=read_files(folder, courses.ignore),
        )

    def _plan(self, nb: NotebookNode, resources: Any) -> Plan:
        around = self.surroundings(nb, resources)
        return Plan(
            steps=steps_of(nb.cells, around.given, self._released, live=self.live_tests),
            of_student=around.of_student,
            of_source=around.of_source | _OF_THE_KERNEL,
            classes=around.classes,
            functions=tuple(name for name in map(_answered, nb.cells) if name in all_exercises()),
            files=around.files,
            source_files=around.source_files,
            cell_seconds=float(self.timeout) if (self.timeout or 0) > 0 else _NO_LIMIT,
            total_seconds=self.total_seconds,
            live_tests=self.live_tests,
        )

    def _released(self, cell: NotebookNode) -> str:
        """Return a test as students got it, by the course's own delimiters of hidden tests."""
        try:
            return str(self._clear_hidden.preprocess_cell(copy(cell), {}, 0)[0].source)
        except RuntimeError:  # a region without its end
            return ""

    @cached_property
    def _clear_hidden(self) -> ClearHiddenTests:
        return ClearHiddenTests(config=self.config)


@cache
def warm_engine(sandbox: bool) -> Engine:
    """Return this process's engine, started at the first call; raises `CourseError` without a sandbox."""
    engine = Engine(sandbox=sandbox, examiner=Examine.examiner)
    Finalize(engine, engine.close, exitpriority=1)  # at the end of a pool's worker, too, unlike atexit
    return engine


def _is_answer(cell: NotebookNode) -> bool:
    return bool(cell.cell_type == "code" and is_solution(cell) and not is_grade(cell))


def _answered(cell: NotebookNode) -> str:
    return str(cell.metadata.nbgrader.grade_id) if _is_answer(cell) else ""
