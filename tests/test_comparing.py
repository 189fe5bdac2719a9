"""close() and difference(): the words that every visible test is made of."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from course.lab import close, difference
from course.lab.comparing import first_difference

FLOATS = st.floats(-1e6, 1e6)
VECTORS = arrays(np.float64, st.integers(1, 6), elements=FLOATS)


@given(VECTORS)
def test_an_array_is_close_to_itself_and_to_nothing_of_another_shape(x: Any) -> None:
    assert close(x, x.copy())
    assert not close(x[:, None], x)
    assert not close(np.append(x, 0.0), x)


@given(VECTORS, st.data())
def test_one_entry_that_is_off_is_found_at_its_place(x: Any, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(x) - 1))
    wrong = x.copy()
    wrong[place] += 1 + abs(x[place])
    assert not close(wrong, x)
    assert first_difference(wrong, x) == (place,)
    assert f"first differ at [{place}]" in difference(wrong, x)


@pytest.mark.parametrize(
    ("got", "expected", "same"),
    [
        (1.0, np.float64(1.0), True),
        (np.array(1.0), 1.0, True),
        (1.0 + 1e-12, 1.0, True),
        (1.0 + 1e-8, 1.0, False),
        (np.array([1.0]), 1.0, False),
        (np.nan, np.nan, True),
        (np.nan, 0.0, False),
        (np.inf, np.inf, True),
        (-np.inf, np.inf, False),
        (None, 1.0, False),
        ("1.0", 1.0, False),
        (np.array([1, None]), np.array([1.0, 2.0]), False),
        ([[1.0], [1.0, 2.0]], np.ones(2), False),
        ((1.0, np.ones(2)), (1.0, np.ones(2)), True),
        ((1.0, np.ones(2)), (1.0, np.zeros(2)), False),
        ((1.0,), (1.0, 2.0), False),
        ([1.0, 2.0], (1.0, 2.0), False),
        ({"a": 1.0}, {"a": 1.0}, True),
        ({"a": 1.0}, {"b": 1.0}, False),
        ([1.0, 2.0], np.array([1.0, 2.0]), False),
        (np.array([1.0, 2.0]), [1.0, 2.0], True),
    ],
)
def test_close_by_hand(got: Any, expected: Any, same: bool) -> None:
    assert close(got, expected) is same


def test_difference_names_both_values_and_both_shapes() -> None:
    said = difference(np.ones((2, 1)), np.ones(2))
    assert "expected shape (2,)" in said
    assert "got shape (2, 1)" in said
    assert "is there a return?" in difference(None, 1.0)
    assert "not numeric" in difference("one", 1.0)


@pytest.mark.parametrize(
    ("got", "expected", "said"),
    [
        ({"W": np.ones(2), "b": 1.0}, {"W": np.ones(2), "b": 2.0}, "in 'b': expected 2, got 1"),
        ((1.0, 2.0), (1.0, 3.0), "in part 2 of 2: expected 3, got 2"),
        (({"W": 1.0}, 2.0), ({"W": 0.5}, 2.0), "in part 1 of 2, in 'W': expected 0.5, got 1"),
        ({"A": "x", "B": "y"}, {"A": "x", "B": "z"}, "in 'B': expected 'z', got 'y', which is not numeric"),
        ({"W": 1.0}, {"b": 1.0}, "expected {'b': 1}, got {'W': 1}"),
        ((1.0,), (1.0, 2.0), "expected (1, 2), got (1)"),
    ],
)
def test_of_several_parts_the_first_that_differs_is_named(got: Any, expected: Any, said: str) -> None:
    assert difference(got, expected) == said
