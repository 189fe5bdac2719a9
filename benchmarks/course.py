"""The submissions that are graded, and a course folder for each way to grade them."""

import shutil
from collections.abc import Sequence
from itertools import chain, cycle
from pathlib import Path

from course.folder import CourseFolder
from course.nbgrader_frame import failure, nbgrader_api
from course.reading import find_topic, read_catalogue, read_topic
from course.sample_class import Student, hand_in, model_answers

_ROOT = Path(__file__).parent.parent
# nbgrader with its own preprocessors. Warnings cost points there, and are silenced in its kernels.
_STOCK = """c = get_config()
c.CourseDirectory.course_id = "math_to_code"
c.ClearSolutions.code_stub = {
    "python": 'raise NotImplementedError("not written yet")  # replace this line with your code'
}
"""


def furnish(place: Path, topic: str, count: int, ways: Sequence[str]) -> dict[str, CourseFolder]:
    """Return a folder for each way, the first one stock nbgrader's, all with the same submissions."""
    find_topic(topic)
    first = CourseFolder(place / "0")
    first.root.mkdir()
    for name in ("grader_config.py", "nbgrader_config.py"):
        shutil.copy(_ROOT / name, first.root)
    for name in ("source", "release"):
        shutil.copytree(_ROOT / name / topic, first.root / name / topic)
    problem = failure(nbgrader_api(first).generate_assignment(topic, force=True))
    if problem:
        raise RuntimeError(problem)
    hand_in(first, _students(topic, count))
    folders = {ways[0]: first}
    for number, way in enumerate(ways[1:], start=1):
        folders[way] = CourseFolder(shutil.copytree(first.root, place / str(number)))
    (first.root / "grader_config.py").write_text(_STOCK, encoding="utf-8")
    return folders


def _students(topic_name: str, count: int) -> list[Student]:
    """Return two thirds who solved everything, each differently, and one third who failed in many ways."""
    topic, catalogue = read_topic(topic_name), read_catalogue(topic_name)
    model = model_answers(topic)
    right = [
        {function: variants[number % len(variants)].source for function, variants in rights.items()}
        for rights in [{function: catalogue.right(function) for function in topic.functions}]
        for number in range(max(map(len, rights.values())))
    ]
    wrong = [
        model | {function: entry.source}
        for function in topic.functions
        for entry in catalogue.wrong(function)
    ]
    first = topic.functions[0]
    odd = [
        {},
        model | {first: f"def {first}(*x):\n    return 1 / 0"},
        model | {first: f"def {first}(*x)\n    return x"},
        {name: source for name, source in model.items() if name != first},
    ]
    failing = cycle(chain.from_iterable(zip(wrong, cycle(odd), strict=False)))
    solving = cycle([model, *right])
    answers = [next(failing) if number % 3 == 2 else next(solving) for number in range(count)]
    return [Student(f"student{number:04}", {topic_name: each}) for number, each in enumerate(answers)]
