"""The proof: it holds for the course, and it notices every way in which it could not."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.lab.exercise import exercise_from
from course.proof import Workbench, judging, prove_topic, prove_topics, rows_of, score, summary
from course.proof.judging import TopicProof
from course.reading import TOPICS, Catalogue, Entry, Topic, read_catalogue, read_topic
from course.reading.topic import parse_topic

TEXT = """\
# ---
# jupyter:
#   course: {difficulty: 1, minutes: 1}
# ---

# %% [markdown]
# # Double

# %% answer="double"
def double(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION

# %% test="double_of_two"
# Two doubled is four.
assert double(2) == 4

# %% test="double_of_three"
# Three doubled is six.
assert double(3) == 6

# %% hidden="double_of_many" points=1
# Doubling adds a number to itself.
assert all(double(x) == x + x for x in range(2, 9))

# %% hidden="double_of_zero" points=1
# Zero stays zero.
assert double(0) == 0

# %% answer="quadruple"
def quadruple(x):
    ### BEGIN SOLUTION
    return double(double(x))
    ### END SOLUTION

# %% test="quadruple_of_two"
# Two becomes eight.
assert quadruple(2) == 8

# %% test="quadruple_of_three"
# Three becomes twelve.
assert quadruple(3) == 12

# %% hidden="quadruple_of_many" points=1
# Four times.
assert all(quadruple(x) == x + x + x + x for x in range(9))

# %% hidden="quadruple_of_one" points=1
# One becomes four.
assert quadruple(1) == 4

# %% answer="triple"
def triple(x):
    ### BEGIN SOLUTION
    return 3 * x
    ### END SOLUTION

# %% test="triple_of_two"
# Two becomes six.
assert triple(2) == 6

# %% test="triple_of_three"
# Three becomes nine.
assert triple(3) == 9

# %% hidden="triple_of_many" points=1
# Three times.
assert all(triple(x) == x + x + x for x in range(9))

# %% hidden="triple_of_one" points=1
# One becomes three.
assert triple(1) == 3
"""


@pytest.fixture
def proved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Prover":
    return Prover(tmp_path, monkeypatch)


class Prover:
    """Proves a text with one misconception or variant of `double` and says the problems about it."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = folder
        monkeypatch.setattr(judging, "_FEWEST_WRONG", 0)
        monkeypatch.setattr(judging, "_FEWEST_RIGHT", 0)
        self._monkeypatch = monkeypatch

    def __call__(self, text: str = TEXT, wrong: str = "", right: str = "") -> TopicProof:
        path = self._folder / "topic.py"
        path.write_text(text)
        topic = parse_topic("softmax", path)
        catalogue = Catalogue(
            "softmax",
            (Entry("double_wrong", "double", f"def double(x):\n    {wrong}", "m"),) if wrong else (),
            (Entry("double_right", "double", f"def double(x):\n    {right}"),) if right else (),
            (),
        )
        described = _describe(topic, catalogue)
        self._monkeypatch.setattr(judging, "all_exercises", lambda: described)
        return prove_topic(topic, catalogue)


def _describe(topic: Topic, catalogue: Catalogue) -> dict[str, object]:
    from course.build.exercises import describe_exercises

    functions = describe_exercises(topic, catalogue)["functions"]
    return {name: exercise_from("double", name, known) for name, known in functions.items()}


@pytest.mark.parametrize("name", TOPICS)
def test_every_topic_of_the_course_is_proved(name: str, proven: Callable[[TopicProof], None]) -> None:
    proof = prove_topic(read_topic(name), read_catalogue(name))
    proven(proof)
    assert proof.problems == ()


def test_topics_proved_at_once_come_in_their_order_and_each_as_by_itself() -> None:
    topics = [(read_topic(name), read_catalogue(name)) for name in ("start_here", "affine_prediction")]
    done: list[str] = []
    proofs = prove_topics(topics, done.append)
    assert proofs == [prove_topic(*each) for each in topics]
    assert sorted(done) == ["affine_prediction", "start_here"]


def test_a_good_topic_has_no_problem(proved: Prover) -> None:
    proof = proved(wrong="return x + 2", right="return x + x")
    assert proof.problems == ()
    assert proof.functions[0].wrong[0].failed == (
        "double_of_many",
        "double_of_zero",
        "quadruple_of_many",
        "quadruple_of_one",
    )


def test_the_closing_line_counts_what_was_killed_recognised_confused_and_rejected(proved: Prover) -> None:
    good = proved(wrong="return x + 2", right="return x + x")
    assert summary(rows_of(good)) == (
        "1 wrong answers: 1 killed, 1 recognised, 0 confused. 1 right answers: 0 wrongly rejected."
    )
    survives = proved(wrong="return 2 * x if x != 11 else 0")
    picky = TEXT.replace("assert double(0) == 0", "assert double(0) == 0 and isinstance(double(0), int)")
    rejects = proved(picky, right="return 2.0 * x")
    rows = [row for each in (good, survives, rejects) for row in rows_of(each)]
    assert summary(rows).startswith("2 wrong answers: 1 killed")
    assert summary(rows).endswith("2 right answers: 1 wrongly rejected.")


def test_a_model_answer_that_fails_is_named(proved: Prover) -> None:
    (problem,) = proved(TEXT.replace("return 3 * x", "return 3 * x if x < 8 else 0")).problems
    assert problem.startswith("the model answer of triple fails triple_of_many")


def test_a_model_answer_that_warns_fails(proved: Prover) -> None:
    noisy = TEXT.replace("    return 3 * x", '    __import__("warnings").warn("slow")\n    return 3 * x')
    assert any("UserWarning" in problem for problem in proved(noisy).problems)


def test_a_misconception_that_no_hidden_test_notices_survives(proved: Prover) -> None:
    problems = proved(wrong="return 2 * x if x != 11 else 0").problems
    assert "double_wrong survives: no hidden test of double fails it." in problems


def test_a_misconception_may_cost_points_only_where_its_function_is_called(proved: Prover) -> None:
    entangled = TEXT.replace("assert triple(1) == 3", "assert triple(1) == double(1) + 1")
    problems = proved(entangled, wrong="return x + 2").problems
    assert problems == ("double_wrong loses triple_of_one, though triple does not call double.",)


def test_a_misconception_that_looks_right_on_visible_inputs_is_not_recognised(proved: Prover) -> None:
    (problem,) = proved(wrong="return 2 * x if x in (2, 3) else 7", right="return x + x").problems
    assert problem == "double_right is right but is taken for double_wrong."


def test_a_right_answer_that_a_test_rejects_is_named(proved: Prover) -> None:
    picky = TEXT.replace("assert double(0) == 0", "assert double(0) == 0 and isinstance(double(0), int)")
    assert proved(picky, right="return 2.0 * x").problems == (
        "double_right is right but fails double_of_zero.",
    )


def test_too_few_tests_misconceptions_or_variants_are_named(
    proved: Prover, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "_FEWEST_WRONG", 4)
    monkeypatch.setattr(judging, "_FEWEST_RIGHT", 3)
    alone = TEXT[: TEXT.index('# %% test="triple_of_three"')]
    problems = proved(alone, wrong="return x + 2", right="return x + x").problems
    assert "triple has 1 test cells; write at least 2." in problems
    assert "triple has 0 hidden cells; write at least 2." in problems
    assert "double has 1 misconceptions; describe at least 4." in problems
    assert "double has 1 variants; write at least 3." in problems


IDLE = ("None", "args[0]", "args[0].copy()", "args[-1]", "0.0", "1.0", "True", "float('nan')", "float('inf')")
SHAPED = ("np.zeros_like(args[0])", "np.ones_like(args[0])", "np.full(np.shape(args[0]), np.nan)")


@pytest.mark.parametrize("name", TOPICS)
@pytest.mark.parametrize("returned", IDLE + SHAPED)
def test_an_answer_that_computes_nothing_earns_nothing(name: str, returned: str) -> None:
    topic = read_topic(name)
    idle = {each: f"def {each}(*args, **kwargs):\n    return {returned}" for each in topic.functions}
    earned = score(topic, Workbench(topic), idle)
    assert not any(earned.values()), earned
