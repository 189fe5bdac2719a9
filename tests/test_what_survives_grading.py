"""What a student wrote, drew and judged is still there in the graded copy; what is private never was."""

import json
from pathlib import Path
from typing import Any

import pytest
from copies import copy_course
from drawings import drawing
from releases import release

from course.folder import CourseFolder
from course.grading.autograde import grade_all
from course.grading.feedback import write_feedback
from course.grading.submissions import find_submissions

TOPIC = "start_here"
JUDGED = 'self_assessment(\n    confidence=4,\n    hardest="total",\n    difficulty=2,\n    minutes=35,\n)'


def cell(folder: Path, start: str = "", grade_id: str = "") -> dict[str, Any]:
    """Return the cell of a graded or handed-in notebook that begins so, or has this id."""
    notebook = json.loads((folder / f"{TOPIC}.ipynb").read_text(encoding="utf-8"))
    return next(
        each
        for each in notebook["cells"]
        if (start and "".join(each["source"]).startswith(start))
        or (grade_id and each["metadata"].get("nbgrader", {}).get("grade_id") == grade_id)
    )


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> CourseFolder:
    """A course in which one student drew, judged and handed in, and was graded."""
    folder = copy_course(tmp_path_factory.mktemp("course"))
    release(folder, TOPIC)
    place = folder.submitted / "ada" / TOPIC
    place.mkdir(parents=True)
    notebook = json.loads((folder.release / TOPIC / f"{TOPIC}.ipynb").read_text(encoding="utf-8"))
    for each in notebook["cells"]:
        if each["metadata"].get("nbgrader", {}).get("grade_id") == "total_in_your_words":
            each["source"] = "See below.\n\n![My drawing, version 3](attachment:drawing.png)"
            each["attachments"] = {"drawing.png": {"image/png": drawing()}}
        if "".join(each["source"]).startswith("self_assessment("):
            each["source"] = JUDGED
    (place / f"{TOPIC}.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    grade_all(folder, find_submissions(folder, TOPIC), lambda _: None, workers=1)
    return folder


def test_the_drawing_the_words_and_the_judgement_are_in_the_graded_copy(graded: CourseFolder) -> None:
    copy = graded.autograded / "ada" / TOPIC
    answer = cell(copy, grade_id="total_in_your_words")
    assert answer["attachments"]["drawing.png"]["image/png"] == drawing()
    assert "".join(answer["source"]).startswith("See below.")
    judged = cell(copy, start="self_assessment(")
    assert "".join(judged["source"]) == JUDGED
    assert "Thank you" in json.dumps(judged["outputs"])


def test_the_drawing_is_on_the_feedback_page(graded: CourseFolder) -> None:
    assert write_feedback(graded, [TOPIC], lambda _: None) == []
    page = (graded.feedback / "ada" / TOPIC / f"{TOPIC}.html").read_text(encoding="utf-8")
    assert f"data:image/png;base64,{drawing()[:60]}" in page


@pytest.mark.parametrize("start", ["whiteboard(", "notes(", "pictures."])
def test_grading_shows_no_widget(graded: CourseFolder, start: str) -> None:
    assert cell(graded.autograded / "ada" / TOPIC, start=start)["outputs"] == []
