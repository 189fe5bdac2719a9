"""A notebook that was worked on in the browser is downloaded, handed in and graded as any other."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import working_through
from catalogued import work_of
from copies import copy_course
from pyodide_page import open_pyodide

from course.folder import CourseFolder
from course.grading import read_graded
from course.nbgrader_frame import failure, nbgrader_api
from course.reading import Kind, read_catalogue, read_topic

# What JupyterLite writes into a notebook that its Python has run.
_OF_THE_TAB = {
    "kernelspec": {"name": "python", "display_name": "Python (Pyodide)", "language": "python"},
    "language_info": {
        "codemirror_mode": {"name": "python", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": "3.8",
    },
}


def graded(folder: CourseFolder, downloaded: Path, topic: str) -> dict[str, bool]:
    """Collect and grade a downloaded notebook of Ada's; return for each test whether it passed."""
    place = folder.root / "inbox" / "ada"
    place.mkdir(parents=True)
    (place / downloaded.name).write_bytes(downloaded.read_bytes())
    _course(folder, "collect", "inbox")
    _course(folder, "grade", topic)
    work = read_graded(folder, "ada", topic)
    assert work is not None
    assert work.repairs == ()
    return {item.id: share == 1.0 for item, share in work.shares.items()}


def _course(folder: CourseFolder, *arguments: str) -> None:
    command = [sys.executable, "-m", "course", *arguments]
    done = subprocess.run(command, cwd=folder.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def released(tmp_path: Path) -> CourseFolder:
    """A course with softmax released."""
    folder = copy_course(tmp_path)
    assert not failure(nbgrader_api(folder).generate_assignment("softmax", force=True))
    return folder


def test_each_visible_test_is_graded_as_the_tab_showed_it(
    released: CourseFolder, built_site: Path, tmp_path: Path
) -> None:
    topic, catalogue = read_topic("softmax"), read_catalogue("softmax")
    notebook = json.loads((released.release / "softmax/softmax.ipynb").read_text(encoding="utf-8"))
    written = {cell["id"]: "".join(cell["source"]) for cell in notebook["cells"]}
    for place, function in enumerate(topic.functions[:-1]):  # the last one stays as it was
        answers = catalogue.wrong(function) if place % 2 else catalogue.right(function)
        written[function] = answers[0].source
    downloaded = tmp_path / "softmax (1).ipynb"
    shown = _check_in_the_tab(built_site, written)
    downloaded.write_text(json.dumps(_saved_by_jupyterlite(notebook, written, shown)), encoding="utf-8")

    passed = graded(released, downloaded, "softmax")

    told: dict[str, bool] = {}
    for function in topic.functions:
        tests = [test.id for test in topic.tests(function, Kind.VISIBLE)]
        outcomes = [each["outcome"] == "passed" for each in shown[function]["verdict"]["findings"]]
        told |= dict(zip(tests, outcomes, strict=True))
    assert {test: passed[test] for test in told} == told
    assert set(told.values()) == {True, False}
    solved = {test.id for each in topic.functions[:-1:2] for test in topic.tests(each, Kind.HIDDEN)}
    hidden = {test.id for test in topic.of_kind(Kind.HIDDEN)}
    assert solved <= {test for test in hidden if passed[test]} < hidden


def _check_in_the_tab(site: Path, written: dict[str, str]) -> Any:
    """Write the answers in a tab, check each, and return what check() says, by function."""
    work = json.loads(work_of(read_topic("softmax"), read_catalogue("softmax")))
    for part in work:
        if "function" in part:
            part |= {"answers": [[part["function"], written[part["function"]]]], "hidden": []}
    driver = Path(working_through.__file__).read_text(encoding="utf-8")
    with open_pyodide(site) as page:
        return json.loads(page.run(driver, "work_through(argument)", json.dumps(work)))


def _saved_by_jupyterlite(notebook: Any, written: dict[str, str], shown: Any) -> Any:
    for count, cell in enumerate(notebook["cells"]):
        cell["source"] = written[cell["id"]]
        cell["metadata"] |= {"trusted": True}
        if cell["cell_type"] == "code":
            cell["execution_count"] = count
            for function in shown:
                if written[cell["id"]] == f"check({function})":
                    data = {"text/plain": shown[function]["text"]}
                    result = {"output_type": "execute_result", "execution_count": count, "metadata": {}}
                    cell["outputs"] = [result | {"data": data}]
    return notebook | {
        "metadata": notebook["metadata"] | _OF_THE_TAB,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
