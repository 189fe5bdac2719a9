"""A notebook that was worked on in the browser is downloaded, handed in and graded as any other."""

import json
from pathlib import Path

import pytest
from commands import run_course
from copies import copy_course
from playwright.sync_api import Page
from releases import release
from sites import ServedSite
from tab import download, open_notebook, run_every_cell, said, write_answers

from course.folder import CourseFolder
from course.grading import read_graded
from course.reading import Kind, read_catalogue, read_topic


def graded(folder: CourseFolder, downloaded: Path, topic: str) -> dict[str, bool]:
    """Collect and grade a downloaded notebook of Ada's; return for each test whether it passed."""
    place = folder.root / "inbox" / "ada"
    place.mkdir(parents=True)
    (place / downloaded.name).write_bytes(downloaded.read_bytes())
    for command in (("collect", "inbox"), ("grade", topic)):
        done = run_course(folder.root, *command)
        assert done.returncode == 0, done.stdout + done.stderr
    work = read_graded(folder, "ada", topic)
    assert work is not None
    assert work.repairs == ()
    return {item.id: share == 1.0 for item, share in work.shares.items()}


@pytest.fixture
def released(tmp_path: Path) -> CourseFolder:
    """A course with softmax released."""
    folder = copy_course(tmp_path)
    release(folder, "softmax")
    return folder


def test_each_visible_test_is_graded_as_the_tab_showed_it(
    released: CourseFolder, page: Page, site: ServedSite, tmp_path: Path
) -> None:
    topic, catalogue = read_topic("softmax"), read_catalogue("softmax")
    answers = {}
    for place, function in enumerate(topic.functions[:-1]):  # the last one stays as it was
        catalogued = catalogue.wrong(function) if place % 2 else catalogue.right(function)
        answers[function] = catalogued[0].source
    open_notebook(page, site.notebook("softmax"))
    write_answers(page, answers)
    run_every_cell(page)
    shown = {
        test.id: outcome == "passed"
        for function in topic.functions
        for test, outcome in zip(topic.tests(function, Kind.VISIBLE), outcomes(page, function), strict=True)
    }
    downloaded = download(page, tmp_path / "softmax (1).ipynb")

    passed = graded(released, downloaded, "softmax")

    assert {test: passed[test] for test in shown} == shown
    assert set(shown.values()) == {True, False}
    solved = {test.id for each in topic.functions[:-1:2] for test in topic.tests(each, Kind.HIDDEN)}
    hidden = {test.id for test in topic.of_kind(Kind.HIDDEN)}
    assert solved <= {test for test in hidden if passed[test]} < hidden


def outcomes(page: Page, function: str) -> list[str]:
    """Return what `check` says of each visible test, in the tab."""
    told: list[str] = json.loads(
        said(page, f"import json\nprint(json.dumps([each.outcome for each in check({function}).findings]))")
    )
    return told
