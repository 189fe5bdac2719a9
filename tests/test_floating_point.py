"""Where NumPy has no floating-point flags, it is told what happened: the same as where it has them."""

import warnings
from types import SimpleNamespace

import numpy as np
import pytest

from course.lab.floating_point import Noticing, NoticingSolvers

_CALLS = [
    *(("exp", x) for x in (1000.0, -1000.0, 1.0, np.inf, -np.inf, np.nan)),
    *(("expm1", 1000.0), ("exp2", 5000.0), ("sinh", -1000.0), ("cosh", 1000.0), ("square", 1e200)),
    *((name, x) for name in ("log", "log2", "log10") for x in (0.0, -1.0, 2.0, np.inf, np.nan)),
    *(("log1p", -1.0), ("log1p", -2.0), ("sqrt", -1.0), ("sqrt", np.inf), ("sqrt", 4.0)),
]


@pytest.mark.parametrize(("name", "x"), _CALLS)
def test_a_function_says_after_numpy_what_numpy_says(name: str, x: float) -> None:
    trouble = "overflow" if name in ("exp", "expm1", "exp2", "sinh", "cosh", "square") else "divide by zero"
    for value in (np.float64(x), np.array([x, 0.5])):
        with warnings.catch_warnings(record=True) as by_numpy:
            warnings.simplefilter("always")
            expected = getattr(np, name)(value)
        with warnings.catch_warnings(record=True) as by_both:
            warnings.simplefilter("always")
            got = Noticing(getattr(np, name), trouble)(value)
        said = [str(each.message) for each in by_numpy]
        assert [str(each.message) for each in by_both] == 2 * said
        assert {each.filename for each in by_both[len(said) :]} <= {__file__}
        assert np.array_equal(got, expected, equal_nan=True)


def test_what_errstate_ignores_is_not_said() -> None:
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("error")
        assert Noticing(np.log, "divide by zero")(0.0) == -np.inf


def test_the_rest_of_a_function_is_numpys() -> None:
    exp = Noticing(np.exp, "overflow")
    x = np.array([0.0, 1.0])
    assert exp(x, out=x) is x
    assert (exp.nin, exp.__name__, repr(exp), exp.__doc__) == (1, "exp", repr(np.exp), np.exp.__doc__)


@pytest.mark.parametrize(
    ("name", "result", "given", "told"),
    [
        ("solve1", np.array([np.nan, np.nan]), np.ones(2), True),
        ("solve1", np.array([1.0, 2.0]), np.ones(2), False),
        ("solve1", np.array([np.nan, np.nan]), np.array([np.nan, 1.0]), False),
        ("svd", (np.full((2, 2), np.nan), np.ones(2)), np.array([np.nan, 1.0]), True),
        ("lstsq", (np.ones(2), np.array([np.nan])), np.ones(2), False),
    ],
)
def test_a_solver_that_fails_is_reported(name: str, result: object, given: object, told: bool) -> None:
    reports: list[str] = []
    solvers = NoticingSolvers(SimpleNamespace(**{name: lambda _: result}))
    with np.errstate(call=lambda kind, _: reports.append(kind), invalid="call"):
        assert getattr(solvers, name)(given) is result
    assert reports == (["invalid value"] if told else [])
