"""Topic files: what they mean, and which errors in them are refused."""

from pathlib import Path

import pytest

from course.reading import TOPICS, Kind, TopicError, UnknownTopicError, find_topic, read_catalogue, read_topic
from course.reading.topic import Topic, parse_topic

HEADER = """\
# ---
# jupyter:
#   course:
#     difficulty: 1
#     minutes: 10
#     needs: []
# ---

# %% [markdown]
# # Double a number

"""
ANSWER = """\
# %% answer="double"
def double(x):
    \"\"\"2·x\"\"\"
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION

"""
VISIBLE = """\
# %% test="double_of_two"
# Two doubled is four.
assert double(2) == 4

"""
HIDDEN = """\
# %% hidden="double_of_many" points=2
# Doubling is adding a number to itself.
assert all(double(x) == x + x for x in range(9))

"""
FIRST_LINE_AFTER_HEADER = HEADER.count("\n") + 1


def parse(tmp_path: Path, *parts: str) -> Topic:
    path = tmp_path / "double" / "topic.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(parts), encoding="utf-8")
    return parse_topic("double", path)


def refusal(tmp_path: Path, *parts: str) -> TopicError:
    with pytest.raises(TopicError) as caught:
        parse(tmp_path, *parts)
    return caught.value


def test_a_topic_says_its_cells_kinds_ids_and_points(tmp_path: Path) -> None:
    topic = parse(tmp_path, HEADER, ANSWER, VISIBLE, HIDDEN)
    assert topic.title == "Double a number"
    assert [(cell.kind, cell.id, cell.points) for cell in topic.cells] == [
        (Kind.TEXT, "double-a-number-1", 0),
        (Kind.ANSWER, "double", 0),
        (Kind.VISIBLE, "double_of_two", 0),
        (Kind.HIDDEN, "double_of_many", 2),
    ]
    assert topic.points == 2
    assert topic.tests("double", Kind.HIDDEN)[0].sentence == "Doubling is adding a number to itself."


def test_a_test_belongs_to_the_longest_answer_that_its_id_begins_with(tmp_path: Path) -> None:
    longer = ANSWER.replace("double", "double_batch")
    test = VISIBLE.replace("double_of_two", "double_batch_of_two").replace("double(", "double_batch(")
    topic = parse(tmp_path, HEADER, ANSWER, longer, VISIBLE, test)
    assert [cell.function for cell in topic.of_kind(Kind.VISIBLE)] == ["double", "double_batch"]


def test_an_inserted_cell_changes_no_id_under_another_heading(tmp_path: Path) -> None:
    text = "# %% [markdown]\n# ## Last words\n# Bye.\n\n"
    more = "# %% [markdown]\n# One thing more.\n\n"
    before = parse(tmp_path, HEADER, ANSWER, text)
    after = parse(tmp_path, HEADER, more, ANSWER, text)
    assert [cell.id for cell in before.cells][1:] == [cell.id for cell in after.cells][2:]


def test_a_heading_named_like_an_answer_shares_no_id_with_it(tmp_path: Path) -> None:
    topic = parse(tmp_path, HEADER.replace("Double a number", "Double"), ANSWER)
    assert [cell.id for cell in topic.cells] == ["double-1", "double"]


REFUSED = {
    "an unknown marker": ([ANSWER.replace("answer=", "anwser=")], 0, "unknown marker 'anwser'"),
    "a hidden test without points": ([ANSWER, HIDDEN.replace(" points=2", "")], 7, "add points=1"),
    "points that are no whole number": ([ANSWER, HIDDEN.replace("=2", "=0.5")], 7, "not a whole number"),
    "a visible test with points": (
        [ANSWER, VISIBLE.replace('two"', 'two" points=1')],
        7,
        "carries no points",
    ),
    "a test without an answer": ([VISIBLE], 0, "no answer before it"),
    "a test before its answer": ([VISIBLE, ANSWER], 0, "no answer before it"),
    "an id twice": ([ANSWER, VISIBLE, VISIBLE], 11, "already used on line"),
    "a solution region left open": ([ANSWER.replace("    ### END SOLUTION\n", "")], 3, "left open"),
    "a solution region closed twice": ([ANSWER + "    ### END SOLUTION\n"], 5, "closes nothing"),
    "an answer without a region": (
        [ANSWER.replace("    ### BEGIN SOLUTION\n", "")],
        0,
        "all of it would be released",
    ),
    "a region outside an answer": ([ANSWER.replace(' answer="double"', "")], 3, "outside an answer cell"),
    "an answer under another name": (
        [ANSWER.replace("def double", "def duble")],
        0,
        "does not define 'double'",
    ),
    "a test without a sentence": ([ANSWER, VISIBLE.replace("Two doubled is four.", "two")], 7, "A sentence"),
    "a test that asserts nothing": ([ANSWER, VISIBLE.replace("assert ", "")], 7, "could not fail"),
    "a hidden region by hand": ([ANSWER, HIDDEN + "### BEGIN HIDDEN TESTS\n"], 7, "already hides"),
    "a written answer in a code cell": (['# %% written="why" points=1\n# Because.\n'], 0, "is Markdown"),
    "an answer that is not Python": ([ANSWER.replace("def double(x)", "def double(x")], 1, "not Python"),
    "two hints": (['# %% [markdown] hints="double"\n# 1. a\n# 2. b\n\n', ANSWER], 0, "hints come in three"),
    "two markers": ([ANSWER.replace('"double"', '"double" test="double_x"')], 0, "either 'answer' or 'test'"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_error_is_refused_with_file_line_and_what_to_do(tmp_path: Path, name: str) -> None:
    parts, offset, said = REFUSED[name]
    error = refusal(tmp_path, HEADER, *parts)
    assert said in str(error)
    assert str(error).startswith("double/topic.py, line ")
    assert error.line == FIRST_LINE_AFTER_HEADER + offset


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes: 10", "minutes: long", "minutes"),
        ("difficulty: 1", "difficulty: 7", "difficulty"),
        ("needs: []", "needs: [magic]", "'magic'"),
        ("# # Double", "# Double", "a title"),
    ],
)
def test_a_header_that_says_too_little_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in str(refusal(tmp_path, HEADER.replace(old, new), ANSWER))


def test_text_before_the_first_cell_is_refused(tmp_path: Path) -> None:
    assert "before the first cell" in str(refusal(tmp_path, "x = 1\n", ANSWER))


def test_an_unknown_topic_gets_the_nearest_name() -> None:
    with pytest.raises(UnknownTopicError, match="did you mean 'softmax'"):
        find_topic("sofmax")


@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_and_catalogue_of_the_course_reads(name: str) -> None:
    topic, catalogue = read_topic(name), read_catalogue(name)
    assert all(topic.hints(function) for function in topic.functions)
    assert {entry.function for entry in catalogue.misconceptions} == set(topic.functions)
