"""Plain data survives JSON."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from course.lab.plain import decode, encode

ARRAYS = st.sampled_from(["f8", "i8", "?"]).flatmap(lambda dtype: arrays(dtype, array_shapes(min_side=0)))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | ARRAYS,
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(PLAIN)
def test_what_goes_through_json_comes_back_as_it_was(value: Any) -> None:
    np.testing.assert_equal(decode(json.loads(json.dumps(encode(value)))), value)


@given(ARRAYS)
def test_arrays_keep_dtype_and_shape(array: Any) -> None:
    back = decode(json.loads(json.dumps(encode(array))))
    assert back.dtype == array.dtype
    assert back.shape == array.shape


@pytest.mark.parametrize("value", [object(), {1, 2}, np.array([None]), [lambda: 0]])
def test_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        encode(value)
