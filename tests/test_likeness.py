"""Pairs alike: copies are seen through disguises; people who work by themselves are left in peace."""

import ast
import builtins
import math
import random
import time
from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.likeness import FEWEST, LENGTH, SHARE, UNUSUAL, Pair, alike
from course.likeness.tokens import runs_of
from course.reading import TOPICS, Kind, Topic, read_catalogue, read_topic
from course.sample_class import enrol

LONG_ENOUGH = [name for name in TOPICS if name != "start_here"]
NOTHING: frozenset[tuple[str, ...]] = frozenset()
topic_of, catalogue_of = cache(read_topic), cache(read_catalogue)

# Two people who went their own way, at length.
OWN_WAY = {
    "softmax": """
def softmax(Z):
    rows = np.atleast_2d(np.array(Z, dtype=float))
    result = np.zeros(rows.shape)
    for i in range(len(rows)):
        biggest = sorted(rows[i])[-1]
        parts = [np.exp(score - biggest) for score in rows[i]]
        whole = 0.0
        for part in parts:
            whole = whole + part
        for j, part in enumerate(parts):
            result[i, j] = part / whole
    return result.reshape(np.shape(Z))
""",
    "one_hot": """
def one_hot(labels, k):
    table = []
    for label in labels:
        line = k * [0.0]
        line[int(label)] = 1.0
        table.append(line)
    return np.array(table).reshape(len(labels), k)
""",
}
ANOTHER_WAY = {
    "softmax": """
def softmax(Z):
    moved = np.moveaxis(np.asarray(Z, float), -1, 0)
    moved = moved - moved.max(axis=0)
    powers = np.power(np.e, moved)
    return np.moveaxis(powers / powers.sum(axis=0), 0, -1)
""",
    "one_hot": """
def one_hot(labels, k):
    hot = np.zeros((np.size(labels), k))
    hot.flat[np.arange(np.size(labels)) * k + np.asarray(labels).ravel()] = 1
    return hot
""",
}


class Renamed(ast.NodeTransformer):
    """Gives every variable and every parameter another name; an answer keeps its own, as tests ask for it."""

    def __init__(self, source: str) -> None:
        tree = ast.parse(source)
        bound = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not is_read(node)}
        bound |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        answers = {name for topic in TOPICS for name in topic_of(topic).functions}
        self._names = {name: f"my_{number}" for number, name in enumerate(sorted(bound - answers))}

    def visit_Name(self, node: ast.Name) -> ast.Name:
        node.id = self._names.get(node.id, node.id)
        return node

    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.arg = self._names.get(node.arg, node.arg)
        return node


def is_read(node: ast.Name) -> bool:
    return isinstance(node.ctx, ast.Load)


def renamed(source: str) -> str:
    return ast.unparse(Renamed(source).visit(ast.parse(source)))


def disguised(answers: Mapping[str, str]) -> dict[str, str]:
    """Return a copy with other names, other comments, another layout, in another order."""
    said = {
        name: f"# all my own work\n{renamed(source)}\n\n# done\n"
        for name, source in reversed(list(answers.items()))
    }
    return {name: source.replace("    ", "  ") for name, source in said.items()}


def released(topic: Topic) -> list[str]:
    """Return the code that everybody gets."""
    stubs = [
        topic.answer(name).source.split("### BEGIN SOLUTION")[0] + "    raise NotImplementedError"
        for name in topic.functions
    ]
    return [cell.source for cell in topic.of_kind(Kind.CODE, Kind.VISIBLE)] + stubs


def right_answers(topic: Topic) -> list[dict[str, str]]:
    """Return as many solved notebooks as can be made with no answer in two of them."""
    catalogue = catalogue_of(topic.name)
    ways = {
        name: [topic.model_answer(name), *(entry.source for entry in catalogue.right(name))]
        for name in topic.functions
    }
    return [{name: found[n] for name, found in ways.items()} for n in range(min(map(len, ways.values())))]


def carriers(topic: Topic) -> list[dict[str, str]]:
    """Return notebooks with a mistake in each answer, no mistake in two of them."""
    catalogue = catalogue_of(topic.name)
    wrong = {name: catalogue.wrong(name) for name in topic.functions}
    return [
        {name: found[n].source for name, found in wrong.items()} for n in range(min(map(len, wrong.values())))
    ]


def class_of(topic: Topic) -> dict[str, dict[str, str]]:
    right, wrong = right_answers(topic), carriers(topic)
    return {f"right{n}": each for n, each in enumerate(right)} | {
        f"wrong{n}": each for n, each in enumerate(wrong)
    }


def who(pairs: list[Pair]) -> list[set[str]]:
    return [{pair.first, pair.second} for pair in pairs]


def line_of(words: list[str]) -> str:
    return "print(" + " + ".join(words) + ")\n"


WORDS = [name for name in dir(builtins) if name.islower() and name.isidentifier()][:60]


def others(count: int = 4) -> dict[str, dict[str, str]]:
    """Return students who share nothing with anybody."""
    return {f"other{n}": {"f": line_of(WORDS[n::7]).replace("+", "-*/%"[n % 4])} for n in range(count)}


@pytest.mark.parametrize("name", TOPICS)
def test_right_answers_written_independently_are_no_pair(name: str) -> None:
    topic = topic_of(name)
    assert len(right_answers(topic)) >= 4
    pairs = alike(class_of(topic), released(topic), known=())  # not even the catalogue's help
    assert not [pair for pair in pairs if pair.first.startswith("right") and pair.second.startswith("right")]


@pytest.mark.parametrize("name", LONG_ENOUGH)
def test_a_disguised_copy_of_a_whole_notebook_is_found(name: str) -> None:
    topic = topic_of(name)
    everyone = class_of(topic)
    original = max(right_answers(topic)[1:], key=lambda answers: sum(map(len, answers.values())))
    everyone |= {"writer": original, "copier": disguised(original)}
    everyone = {
        student: answers
        for student, answers in everyone.items()
        if answers != original or student == "writer"
    }
    assert {"writer", "copier"} in who(alike(everyone, released(topic), known=()))


def test_an_answer_too_short_to_be_told_from_others_makes_no_pair() -> None:
    topic = topic_of("start_here")
    solved = right_answers(topic)[1]
    everyone = class_of(topic) | {"one": solved, "two": dict(solved), "three": disguised(solved)}
    assert alike(everyone, released(topic), known=()) == []


def test_ones_own_way_is_found_in_a_copy_and_in_nobody_else() -> None:
    topic = topic_of("softmax")
    models = {name: topic.model_answer(name) for name in topic.functions}
    everyone = class_of(topic) | {
        "writer": models | OWN_WAY,
        "copier": disguised(models | OWN_WAY),
        "another": models | ANOTHER_WAY,
        "solved": models,
        "solved too": dict(models),
    }
    known = [source for answers in right_answers(topic) for source in answers.values()]
    pairs = alike(everyone, released(topic), known)
    assert who(pairs) == [{"writer", "copier"}]
    assert set(pairs[0].functions) == set(OWN_WAY)
    assert pairs[0].share == pytest.approx(1)


def test_nobody_in_the_sample_class_is_a_pair() -> None:
    """They write model answers, variants and one mistake each: nothing that is telling."""
    topics = [topic_of(name) for name in TOPICS]
    students = enrol(topics, {topic.name: catalogue_of(topic.name) for topic in topics})
    for topic in topics:
        answers = {each.name: each.answers[topic.name] for each in students if topic.name in each.answers}
        known = [source for each in right_answers(topic) for source in each.values()]
        assert alike(answers, released(topic), known) == [], topic.name


def test_the_weight_of_a_run_that_only_two_have_is_its_number_of_tokens_less_those_of_one_run() -> None:
    text = line_of(WORDS)
    (pair,) = alike({"b": {"f": text}, "a": {"f": text}, **others()}, given=(), known=())
    tokens = 2 * len(WORDS) - 1 + 3  # the words, the plus signs, print and two brackets
    assert pair == Pair("b", "a", 1.0, tokens - LENGTH + 1, ("f",))


def test_a_pair_shares_at_least_so_much() -> None:
    least = UNUSUAL + LENGTH - 1  # tokens in a row; a line of n words has 2n + 2
    for words, found in ((math.ceil(least / 2) - 1, True), (math.ceil(least / 2) - 2, False)):
        text = line_of(WORDS[:words])
        assert bool(alike({"a": {"f": text}, "b": {"f": text}, **others()}, (), ())) is found


def test_a_pair_shares_that_share_of_what_either_has() -> None:
    both, own = line_of(WORDS), "\n".join(f"print({' * '.join(WORDS[n::3])})" for n in range(3))
    everyone = {"a": {"f": both}, "b": {"f": both, "g": own}, **others()}
    assert alike(everyone, (), ()) == []
    assert (
        60
        < len(runs_of(both, NOTHING, frozenset()))
        < SHARE / (1 - SHARE) * len(runs_of(own, NOTHING, frozenset()))
    )


def test_what_half_of_the_class_has_weighs_nothing() -> None:
    text = line_of(WORDS)
    few = {f"same{n}": {"f": text} for n in range(3)}
    many = {f"same{n}": {"f": text} for n in range(10)}
    assert len(alike(few | others(7), (), ())) == 3
    assert alike(many | others(10), (), ()) == []


def test_what_everybody_got_and_what_is_known_to_be_right_weigh_nothing() -> None:
    text = line_of(WORDS)
    everyone = {"a": {"f": text}, "b": {"f": text}, **others()}
    assert alike(everyone, (), ())
    assert alike(everyone, given=[text], known=()) == []
    assert alike(everyone, given=(), known=[f"def f():\n    {text}"]) == []


def test_among_very_few_nobody_can_tell_what_is_common() -> None:
    text = line_of(WORDS)
    pair = {"a": {"f": text}, "b": {"f": text}}
    assert alike(pair | others(FEWEST - 3), (), ()) == []
    assert alike(pair | others(FEWEST - 3) | {"blank": {"f": "# nothing"}}, (), ()) == []
    assert alike(pair | others(FEWEST - 2), (), ())


@given(st.sampled_from(LONG_ENOUGH), st.integers(0, 40))
@settings(max_examples=60, deadline=None)
def test_other_names_comments_and_layout_change_nothing(name: str, number: int) -> None:
    entries = catalogue_of(name).variants
    source = entries[number % len(entries)].source
    words = frozenset(topic_of(name).functions)
    plain = ast.unparse(ast.parse(source))  # brackets that mean nothing are tokens
    other = renamed(source).replace("    ", "   ").replace("\n", "  # why\n\n")
    assert runs_of(other, NOTHING, words) == runs_of(plain, NOTHING, words)


@pytest.mark.parametrize(
    ("source", "same"),
    [
        ("best = np.sum(rows * 3, axis=0) + abs(.5) ** 'b'", True),
        ("total = np.sum(x * 2, axis=1) - abs(7.5) ** 'a'", False),  # another operator
        ("total = np.mean(x * 2, axis=1) + abs(7.5) ** 'a'", False),  # another function of a library
        ("total = np.sum(x * 2, dtype=1) + abs(7.5) ** 'a'", False),  # another option
        ("total = np.sum(x * 2, axis=1) + max(7.5) ** 'a'", False),  # another builtin
        ("total = np.sum(x * 2, axis=1) + sigmoid(7.5) ** 'a'", False),  # another exercise
    ],
)
def test_variables_and_constants_are_alike_and_what_is_called_is_not(source: str, same: bool) -> None:
    names = frozenset({"np", "sigmoid"})
    ours = runs_of("total = np.sum(x * 2, axis=1) + abs(7.5) ** 'a'", NOTHING, names)
    assert (runs_of(source, NOTHING, names) == ours) is same


@pytest.mark.parametrize(
    "source",
    [
        "def f(:\n  return 'open",
        "\0" * 100,
        "(" * 10_000,
        "if x:\n      y\n  z\n",
        "%timeit f(x)\n!ls\nx = ?",
        "\ud800 = 1",
        "x = " + "9" * 10_000,
        "a" * 1_000_000,
        "'''" + "no end",
    ],
)
def test_code_that_is_none_harms_nobody(source: str) -> None:
    text = line_of(WORDS)
    everyone = {
        "a": {"f": text},
        "b": {"f": text},
        "odd": {"f": source},
        "odd too": {"f": source},
        **others(),
    }
    assert {"a", "b"} in who(alike(everyone, (), ()))


def test_the_order_of_the_class_changes_nothing() -> None:
    topic = topic_of("training_step")
    everyone = class_of(topic)
    everyone["copier"] = disguised(everyone["right2"])
    found = {frozenset((pair.first, pair.second)): round(pair.unusual, 6) for pair in alike(everyone, (), ())}
    assert found
    mixed = list(everyone.items())
    random.Random(1).shuffle(mixed)
    again = {
        frozenset((pair.first, pair.second)): round(pair.unusual, 6) for pair in alike(dict(mixed), (), ())
    }
    assert found == again


def test_three_hundred_submissions_are_compared_in_seconds() -> None:
    dice = random.Random(3)
    everyone = {
        f"student{n}": {
            f"f{m}": "\n".join(line_of(dice.sample(WORDS, 8)) for _ in range(4)) for m in range(6)
        }
        for n in range(300)
    }
    everyone["copier"] = dict(everyone["student7"])
    begun = time.process_time()
    pairs = alike(everyone, (), ())
    assert who(pairs) == [{"student7", "copier"}]
    assert time.process_time() - begun < 15
