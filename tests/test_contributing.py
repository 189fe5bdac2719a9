"""CONTRIBUTING's six steps, followed to the letter in a copy of a topic."""

import re
from pathlib import Path

from course.proof import Workbench
from course.reading import TOPICS_FOLDER, Kind
from course.reading.percent import read_percent
from course.reading.topic import parse_topic

ROOT = Path(__file__).parent.parent


def blocks() -> list[str]:
    """Return the code of the steps, without the list's indentation."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.findall(r"(?ms)^ +```python\n(.*?)^ +```$", text)
    return [re.sub(r"(?m)^   ", "", block) for block in found]


def test_an_exercise_added_by_the_six_steps_is_read_proved_and_tells_right_from_wrong(tmp_path: Path) -> None:
    headings, answer, tests, catalogue = blocks()
    topic_text = (TOPICS_FOLDER / "softmax" / "topic.py").read_text(encoding="utf-8")
    path = tmp_path / "topic.py"
    path.write_text("\n".join([topic_text, headings, answer, tests]), encoding="utf-8")
    topic = parse_topic("softmax", path)
    assert topic.functions[-1] == "entropy"
    assert len(topic.hints("entropy")) == 3

    bench = Workbench(topic)
    added = [*topic.tests("entropy", Kind.VISIBLE), *topic.tests("entropy", Kind.HIDDEN)]
    assert [test.id for test in added] == ["entropy_of_two_equal_classes", "entropy_equals_the_formula"]
    assert [bench.run(test, bench.names(), strict=True) for test in added] == [None, None]

    (tmp_path / "misconceptions.py").write_text(catalogue, encoding="utf-8")
    (wrong,) = read_percent(tmp_path / "misconceptions.py").cells
    names = bench.names({"entropy": wrong.source})
    assert all(isinstance(bench.run(test, names), AssertionError) for test in added)
