"""nbgrader's own tests of autograding, as its wheel holds them, with this engine in the place of stock's."""

import os
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.preprocessors import Execute
from nbgrader.tests import run_nbgrader
from nbgrader.tests.apps.base import BaseTestApp
from nbgrader.tests.apps.conftest import course_dir, db, temp_cwd
from nbgrader.tests.apps.test_nbgrader_autograde import TestNbGraderAutograde as _OfNbgrader
from other_courses import THIS_ENGINE
from traitlets.config.loader import PyFileConfigLoader
from traitlets.utils.importstring import import_item

from course.grading import Examine
from course.grading.repair import repairs_of

__all__ = ["course_dir", "db", "temp_cwd"]  # nbgrader's fixtures

# Expectations of nbgrader's that contradict a guarantee, which one, and why. What happens here instead is
# asserted below, by `test_instead_of_` and the name.
CONTRADICTED = {
    "test_side_effects": "3: a file that a submission writes stays in its scratch folder and goes with it; "
    "nbgrader expects it in autograded/",
    "test_handle_failure": "4: marks on cells that the instructor never wrote are damage, and are repaired; "
    "nbgrader expects that the submission is not graded",
    "test_handle_failure_single_notebook": "4: as test_handle_failure",
}


@pytest.fixture(autouse=True)
def _keep_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", os.environ)  # nbgrader's tests leave a copy in its place


class TestNbGraderAutograde(_OfNbgrader):  # type: ignore[misc]
    """All of nbgrader's tests. Every `nbgrader` that they run reads its configuration from `temp_cwd`."""

    # nbgrader skips these itself: the first needs a configuration by hand; the second is run below.
    test_many_students = None
    test_infinite_loop_with_output = None

    @pytest.fixture(autouse=True)
    def _this_engine(self, temp_cwd: str, request: pytest.FixtureRequest) -> None:
        put_in_place(temp_cwd)
        name = request.function.__name__
        why = CONTRADICTED.get(name)
        if why:
            request.applymarker(pytest.mark.xfail(reason=why, raises=AssertionError, strict=True))


class TestInstead(BaseTestApp):  # type: ignore[misc]
    """What happens here where nbgrader expects something else."""

    @pytest.fixture(autouse=True)
    def _this_engine(self, temp_cwd: str) -> None:
        put_in_place(temp_cwd)
        run_nbgrader(["db", "assignment", "add", "ps1"])

    def test_instead_of_side_effects(self, course_dir: str) -> None:
        """The submission is graded, and its file is nowhere."""
        self._hand_out(course_dir, "side-effects.ipynb")
        self._hand_in(course_dir, "foo", "side-effects.ipynb")
        run_nbgrader(["autograde", "ps1"])
        graded = nbformat.read(Path(course_dir, "autograded/foo/ps1/p1.ipynb"), as_version=4)
        assert graded.cells[0].execution_count == 1
        assert graded.cells[0].outputs == []
        assert not list(Path(course_dir).rglob("side-effect.txt"))

    @pytest.mark.parametrize("arguments", [[], ["--notebook", "p*"]])
    def test_instead_of_handle_failure(self, course_dir: str, arguments: list[str]) -> None:
        """Both are graded; the strange marks are listed as repaired, and bring no points."""
        self._empty_notebook(str(Path(course_dir, "source/ps1/p1.ipynb")))
        run_nbgrader(["generate_assignment", "ps1"])
        self._empty_notebook(str(Path(course_dir, "submitted/foo/ps1/p1.ipynb")))
        self._hand_in(course_dir, "bar", "test.ipynb")
        run_nbgrader(["autograde", "ps1", *arguments])
        graded = Path(course_dir, "autograded")
        assert repairs_of(graded / "foo/ps1/p1.ipynb") == ()
        assert "marks that the instructor never gave" in repairs_of(graded / "bar/ps1/p1.ipynb")[0]
        with Gradebook(f"sqlite:///{course_dir}/gradebook.db") as gradebook:
            assert gradebook.find_submission("ps1", "bar").max_score == 0

    def test_instead_of_infinite_loop_with_output(self, course_dir: str) -> None:
        """The loop, which costs nbgrader too much memory, is stopped; the notebook is small and graded."""
        self._hand_out(course_dir, "infinite-loop-with-output.ipynb")
        self._hand_in(course_dir, "foo", "infinite-loop-with-output.ipynb")
        run_nbgrader(["autograde", "ps1", "--Execute.timeout=2"])
        assert Path(course_dir, "autograded/foo/ps1/p1.ipynb").stat().st_size < 20_000_000

    def _hand_out(self, course_dir: str, name: str) -> None:
        self._copy_file(f"files/{name}", str(Path(course_dir, "source/ps1/p1.ipynb")))
        run_nbgrader(["generate_assignment", "ps1"])

    def _hand_in(self, course_dir: str, student: str, name: str) -> None:
        self._copy_file(f"files/{name}", str(Path(course_dir, f"submitted/{student}/ps1/p1.ipynb")))


def put_in_place(folder: str) -> None:
    """Let nbgrader in this folder use this engine; what a test sets itself comes later and wins."""
    settings = Path(folder, "nbgrader_config.py")
    settings.write_text(THIS_ENGINE + settings.read_text())


def test_stocks_engine_has_no_place_left(temp_cwd: str) -> None:
    put_in_place(temp_cwd)
    settings = PyFileConfigLoader("nbgrader_config.py", temp_cwd).load_config()
    steps = [
        import_item(each) if isinstance(each, str) else each
        for each in settings.Autograde.autograde_preprocessors
    ]
    assert Examine in steps
    assert Execute not in steps


def test_the_lists_name_tests_of_nbgraders() -> None:
    assert [name for name in CONTRADICTED if not hasattr(_OfNbgrader, name)] == []
