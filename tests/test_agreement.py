"""JupyterLab's kernel, the grading engine and Pyodide say the same of every catalogued answer."""

import json
import os
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
import working_through
from agreeing import Compared, alike
from catalogued import Grade, Grading, answers_to, independent, work_of
from copies import copy_course
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import KernelManager
from pyodide_page import open_pyodide
from releases import release

from course.folder import CourseFolder
from course.grading.autograde import read_assignments
from course.grading.marking import Assignment, Marker
from course.nbgrader_frame import nbgrader_settings
from course.proof import Workbench
from course.reading import TOPICS, Kind, read_catalogue, read_topic

_DRIVER = Path(working_through.__file__).read_text(encoding="utf-8")
_SECONDS = 300


@dataclass(frozen=True)
class Places:
    """What each place gives, topic by topic, as soon as it is known."""

    kernel: dict[str, "Future[Any]"]
    tab: dict[str, "Future[Any]"]
    grades: dict[str, list["Future[dict[str, Grade]]"]]


@pytest.fixture(scope="module")
def places(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    """The three places at work, side by side."""
    place = tmp_path_factory.mktemp("agreement")
    work = {name: work_of(read_topic(name), read_catalogue(name)) for name in TOPICS}
    with (
        _with_one_thread(_kernel_at_work(place)) as kernel,
        _with_one_thread(open_pyodide(built_site)) as tab,
    ):
        in_kernel = {name: kernel(_in_the_kernel, work[name], place) for name in TOPICS}
        in_tab = {name: tab(_in_the_tab, work[name]) for name in TOPICS}
        folder = _released(place)
        held = folder, read_assignments(folder, TOPICS)
        with ProcessPoolExecutor(2, get_context("forkserver"), _Grader.begin, held) as graders:
            grades = {
                name: [
                    graders.submit(_Grader.grade, name, group)
                    for group in independent(read_topic(name), read_catalogue(name))
                ]
                for name in TOPICS
            }
            yield Places(in_kernel, in_tab, grades)


@contextmanager
def _with_one_thread(resource: AbstractContextManager[Any]) -> Iterator[Any]:
    """Open something in a thread of its own; yield what has work done with it there, one after the other."""
    with ThreadPoolExecutor(1) as pool:
        opened = pool.submit(resource.__enter__)
        try:
            yield lambda function, *more: pool.submit(lambda: function(opened.result(), *more))
        finally:
            pool.submit(resource.__exit__, None, None, None).result()


@contextmanager
def _kernel_at_work(place: Path) -> Iterator[BlockingKernelClient]:
    """Start a kernel as JupyterLab does, which keeps nobody's progress."""
    manager = KernelManager(kernel_name="python3", transport="ipc", ip=str(place / "kernel"))
    manager.start_kernel(env={**os.environ, "MATH_TO_CODE_HOME": ""}, cwd=str(place))
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=_SECONDS)
        client.execute_interactive(_DRIVER, timeout=_SECONDS, store_history=False)
        yield client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def _in_the_kernel(client: BlockingKernelClient, work: str, place: Path) -> Any:
    asked, told = place / "asked.json", place / "told.json"
    asked.write_text(work, encoding="utf-8")
    code = f"""
from pathlib import Path
Path({str(told)!r}).write_text(work_through(Path({str(asked)!r}).read_text()))
"""
    errors: list[str] = []
    reply = client.execute_interactive(
        code,
        timeout=_SECONDS,
        store_history=False,
        output_hook=lambda message: errors.append(str(message["content"].get("evalue", ""))),
    )
    assert reply["content"]["status"] == "ok", errors
    return json.loads(told.read_text(encoding="utf-8"))


def _in_the_tab(page: Any, work: str) -> Any:
    return json.loads(page.run(_DRIVER, "work_through(argument)", work))


def _released(place: Path) -> CourseFolder:
    folder = copy_course(place)
    release(folder, *TOPICS)
    return folder


class _Grader:
    """What a process that grades holds."""

    _marker: Marker
    _assignments: dict[str, Assignment]

    @classmethod
    def begin(cls, folder: CourseFolder, assignments: dict[str, Assignment]) -> None:
        os.chdir(folder.root)
        cls._marker, cls._assignments = Marker(nbgrader_settings(folder)), assignments

    @classmethod
    def grade(cls, name: str, functions: tuple[str, ...]) -> dict[str, Grade]:
        topic, catalogue = read_topic(name), read_catalogue(name)
        return Grading(functions, topic, catalogue, cls._assignments[name], cls._marker).grades()


@pytest.mark.parametrize("name", TOPICS)
def test_every_catalogued_answer_gets_the_same_verdicts_in_all_places(
    places: Places, name: str, record_property: Any
) -> None:
    topic, catalogue, compared = read_topic(name), read_catalogue(name), Compared()
    bench = Workbench(topic)
    kernel, tab = places.kernel[name].result(), places.tab[name].result()
    grades = {each: grade for group in places.grades[name] for each, grade in group.result().items()}
    for function in topic.functions:
        hidden = topic.tests(function, Kind.HIDDEN)
        tests = {test.id: False for test in topic.tests(function, Kind.VISIBLE)} | {
            test.id: True for test in hidden
        }
        for answer in answers_to(function, topic, catalogue):
            names = bench.names({function: answer.source})
            proof = {test.id: bench.run(test, names) is None for test in hidden}
            compared.answer(
                answer.name, tests, kernel[answer.name], tab[answer.name], grades[answer.name], proof
            )
    compared.note(record_property)
    assert compared.answers == len(kernel) == len(tab) == len(grades)
    assert compared.answers == len(catalogue.misconceptions) + len(catalogue.variants) + len(topic.functions)
    assert not compared.differences, "\n".join(compared.differences)


@pytest.mark.parametrize(
    ("text", "other", "same"),
    [
        ("got  [ 1.5, 2.000000e+00]", "got  [1.5, 2.]", True),
        ("got  2.642265e-30", "got  1.774937e-30", True),
        ("got  1.299e+16", "got  1.089e+16", True),
        ("got  1.299e+16", "got  -1.089e+16", False),
        ("an array of int64", "an array of int32", True),
        ("an array of int64", "an array of float64", False),
        ("got  0.25", "got  0.2501", False),
        ("got  [1., 2.]", "got  [1., 2., 3.]", False),
        ("shape (2,)", "shape (3,)", False),
        ("got  nan", "got  1", False),
        ("got  inf", "got  1e+16", False),
        ("first difference at [1]", "first difference at [0]", False),
        ("Line 2 of your cell", "Line 2 of my cell", False),
    ],
)
def test_two_texts_are_alike_but_for_last_digits(text: str, other: str, same: bool) -> None:
    assert alike(text, other) is same
