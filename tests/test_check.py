"""check() and hint(), as a student meets them."""

import contextlib
import json
import linecache
import re
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import numpy as np
import pytest

from course.lab import check, hint
from course.lab.diagnosis import diagnose
from course.lab.verdict import Outcome, Verdict
from course.proof import Workbench
from course.reading import TOPICS, read_catalogue, read_topic

BENCHES = {name: Workbench(read_topic(name)) for name in TOPICS}
WRONG = [entry for name in TOPICS for entry in read_catalogue(name).misconceptions]
TOPIC_OF = {function: name for name, bench in BENCHES.items() for function in bench.topic.functions}


def written(source: str, name: str) -> Callable[..., Any]:
    """Return a function as a notebook cell would have defined it."""
    names: dict[str, Any] = {"np": np}
    linecache.cache["<cell>"] = (len(source), None, source.splitlines(True), "<cell>")
    exec(compile(source, "<cell>", "exec"), names)
    function: Callable[..., Any] = names[name]
    return function


def checked(name: str, answer: Any) -> Verdict:
    """Write `check(name)` in a notebook where the name stands for this answer."""
    verdict: Verdict = eval(f"check({name})", {"check": check, name: answer})
    return verdict


def as_released(function: str) -> Any:
    """Return what the name stands for when the answer cell has run as students get it."""
    source = BENCHES[TOPIC_OF[function]].topic.answer(function).source
    blank = re.sub(r"(?s)### BEGIN SOLUTION.*?### END SOLUTION", "raise NotImplementedError", source)
    names: dict[str, Any] = {"np": np}
    with contextlib.suppress(NotImplementedError):
        exec(blank, names)
    return names[function]


@pytest.mark.parametrize("function", TOPIC_OF)
def test_a_model_answer_passes_every_visible_property_without_a_message(function: str) -> None:
    verdict = checked(function, BENCHES[TOPIC_OF[function]].names()[function])
    assert verdict.outcome is Outcome.PASSED
    assert verdict.message == ""


@pytest.mark.parametrize("entry", WRONG, ids=lambda entry: entry.name)
def test_every_misconception_gets_its_own_message(entry: Any) -> None:
    names = BENCHES[TOPIC_OF[entry.function]].names({entry.function: entry.source})
    verdict = checked(entry.function, names[entry.function])
    assert verdict.message == entry.message
    assert verdict.outcome in (Outcome.FAILED, Outcome.DOUBTFUL)


@pytest.mark.parametrize("function", TOPIC_OF)
def test_an_empty_answer_is_not_attempted_and_no_error(function: str) -> None:
    verdict = checked(function, as_released(function))
    assert verdict.outcome is Outcome.NOT_ATTEMPTED
    assert verdict.message == ""
    assert "in place of the line with raise" in repr(verdict)


def test_a_wrong_value_is_shown_beside_the_expected_one() -> None:
    verdict = check(written("def softmax(Z):\n    return np.full(np.shape(Z), 0.3)", "softmax"))
    assert verdict.outcome is Outcome.FAILED
    first = verdict.findings[0]
    assert first.expected == "[0.125, 0.25 , 0.625]"
    assert first.got == "[0.3, 0.3, 0.3]"
    assert first.place == (0,)
    for part in (first.sentence, first.expected, first.got):
        assert part in repr(verdict)
        assert part in verdict._repr_html_()


def test_shapes_are_shown_where_they_differ() -> None:
    first = check(written("def softmax(Z):\n    return np.ones((1, 3))", "softmax")).findings[0]
    assert first.expected == "[0.125, 0.25 , 0.625]  shape (3,)"
    assert first.got == "[[1., 1., 1.]]  shape (1, 3)"


def test_a_list_in_an_arrays_place_is_named() -> None:
    said = repr(check(written("def softmax(Z):\n    return [0.125, 0.25, 0.625]", "softmax")))
    assert "An array is expected, a list came." in said


def test_of_a_pair_or_a_dict_the_part_that_differs_is_shown() -> None:
    verdict = checked("gradients", lambda params, x, target: {key: 0 * each for key, each in params.items()})
    finding = next(each for each in verdict.findings if each.part)
    assert finding.detail[0] == "in 'W1':"
    assert "W2" not in finding.expected


def test_an_answer_without_a_name_of_its_own_is_known_by_the_name_it_was_given() -> None:
    assert checked("total", lambda x: float(np.sum(x))).outcome is Outcome.PASSED
    assert diagnose(["total"], {"total": lambda x: float(np.sum(x))})["total"]["outcome"] == "passed"
    assert checked("total", sum).function == "total"


def test_an_array_where_a_known_mistake_gives_parts_of_other_shapes_is_no_crash() -> None:
    wrong = [entry for entry in WRONG if entry.function == "ridge_with_intercept"]
    assert any("weights_only" in entry.name for entry in wrong)
    verdict = checked("ridge_with_intercept", lambda X, y, lam: np.zeros(X.shape[1]))
    assert verdict.outcome is Outcome.FAILED


def test_a_forgotten_return_is_asked_for() -> None:
    assert "Is there a return?" in repr(check(written("def total(x):\n    sum(x)", "total")))


CAREFUL = "def append_ones(X):\n    out = np.hstack([X, np.ones((len(X), 1))])\n"


def test_a_changed_argument_is_no_pass_where_every_value_is_right() -> None:
    verdict = check(written(f"{CAREFUL}    X[...] = 0\n    return out", "append_ones"))
    assert verdict.outcome is Outcome.DOUBTFUL
    first, second = repr(verdict).splitlines()[:2]
    assert first == "append_ones: visible tests passed, but"
    assert second == f"  {verdict.message}"
    assert "changes one of its arguments" in second
    assert "hint(append_ones)" in verdict.advice
    assert check(written(f"{CAREFUL}    return out", "append_ones")).message == ""


def test_a_crash_points_at_the_students_line() -> None:
    source = "def softmax(Z):\n    E = np.exp(Z)\n    return E / missing\n"
    assert "Line 3 of your cell: return E / missing stopped with NameError" in repr(
        check(written(source, "softmax"))
    )


def test_another_function_that_is_not_written_yet_is_named() -> None:
    names = BENCHES["softmax"].names({"log_softmax": "def log_softmax(Z):\n    raise NotImplementedError"})
    assert "log_softmax is not written yet" in repr(check(names["softmax_cross_entropy"]))


def test_a_crash_of_another_kind_is_not_taken_for_a_known_mistake() -> None:
    """A place far outside raises IndexError, as does a known loop that goes one too far."""
    source = "def total(x):\n    return x[99]"
    verdict = check(written(source, "total"))
    assert "IndexError" in repr(verdict)
    assert verdict.message == ""


@pytest.mark.parametrize("raised", ["ValueError", "ValueError('in words of my own')"])
def test_a_known_mistake_is_known_whatever_words_its_own_error_has(raised: str) -> None:
    source = f"""def r_squared(y, y_hat):
    if np.ptp(y) == 0:
        raise {raised}
    return np.sum((y - y_hat) ** 2) / np.sum((y - y.mean()) ** 2)"""
    assert "the share that the model leaves over" in check(written(source, "r_squared")).message


@pytest.mark.parametrize(
    ("given", "instead"),
    [("total", "total"), (6.0, "total"), ("softmacs", "softmax"), (None, "total")],
)
def test_anything_but_a_function_is_answered_with_what_to_write(
    given: Any, instead: str, capsys: pytest.CaptureFixture[str]
) -> None:
    sentence = f"check takes the function itself, without quotes or arguments: check({instead})."
    assert repr(check(given)) == sentence
    assert sentence in check(given)._repr_html_()
    hint(given)
    assert f"hint({instead})" in capsys.readouterr().out


def test_a_name_that_is_no_exercise_gets_the_nearest() -> None:
    assert "Did you mean softmax?" in repr(check(written("def softmacs(Z): return Z", "softmacs")))


def test_what_a_student_prints_does_not_flood_the_check(capsys: pytest.CaptureFixture[str]) -> None:
    check(written("def softmax(Z):\n    print('x' * 1000)\n    return Z", "softmax"))
    assert capsys.readouterr().out == ""


def test_a_check_changes_no_name_of_the_students() -> None:
    function = written("def softmax(Z):\n    return Z", "softmax")
    before = dict(function.__globals__)
    check(function)
    assert {key: function.__globals__[key] for key in before} == before
    assert "got" not in function.__globals__


def test_markup_in_a_students_value_stays_text() -> None:
    verdict = check(written("def total(x):\n    return '<script>alert(1)</script>'", "total"))
    assert "<script>" not in verdict._repr_html_()
    assert "&lt;script&gt;" in verdict._repr_html_()


def test_hints_go_one_step_further_and_then_stay(capsys: pytest.CaptureFixture[str]) -> None:
    function = BENCHES["softmax"].names()["one_hot"]
    said = []
    for _ in range(4):
        hint(function)
        said.append(capsys.readouterr().out)
    assert [text.count("Hint ") for text in said] == [1, 2, 3, 3]
    assert said[1].startswith(said[0])
    assert said[2].startswith(said[1])
    assert said[3] == said[2]
    assert ["This was the last hint." in text for text in said] == [False, False, True, True]
    assert max(len(line) for line in said[3].splitlines()) <= 88


def test_a_diagnosis_is_plain_data_for_every_answer() -> None:
    names = {"softmax": written("def softmax(Z):\n    return -Z", "softmax"), "one_hot": 7}
    diagnosis = diagnose(["softmax", "one_hot", "log_softmax"], names)
    assert [diagnosis[name]["outcome"] for name in diagnosis] == [
        "not passed",
        "not attempted",
        "not attempted",
    ]


def test_a_value_is_known_by_its_name_and_by_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    right = BENCHES["diagnostics"].names()["clinic"]
    assert checked("clinic", right).outcome is Outcome.PASSED
    assert checked("mine", right).outcome is Outcome.UNKNOWN
    assert checked("softmax", right).outcome is Outcome.UNKNOWN
    eval("hint(clinic)", {"hint": hint, "clinic": right})
    assert "Hint 1 of 3" in capsys.readouterr().out


def test_what_is_known_of_wrong_values_shows_none_of_them() -> None:
    known = (files("course.lab") / "exercises" / "diagnostics.json").read_text(encoding="utf-8")
    mistakes = json.loads(known)["functions"]["clinic"]["misconceptions"]
    assert len({json.dumps(mistake["fingerprint"]) for mistake in mistakes}) == len(mistakes)
    assert not re.search("leakage|scaling|outlier", json.dumps([each["fingerprint"] for each in mistakes]))


@pytest.mark.parametrize(
    ("clinic", "outcome"),
    [
        (None, "not attempted"),
        (dict.fromkeys("ABCD"), "not attempted"),
        (len, "not attempted"),
        ({"A": "outlier"}, "not passed"),
        ({"B": "scaling", "A": "outlier", "C": "collinearity", "D": "leakage"}, "passed"),
        ({"A": "leakage", "B": "collinearity", "C": "outlier", "D": "scaling"}, "visible tests passed, but"),
    ],
    ids=["nothing", "blank", "a function", "one of four", "right", "a known confusion"],
)
def test_a_value_is_diagnosed_like_a_function(clinic: Any, outcome: str) -> None:
    assert diagnose(["clinic"], {"clinic": clinic})["clinic"]["outcome"] == outcome
