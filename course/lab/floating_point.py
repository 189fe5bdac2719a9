"""In a browser: the warnings and errors that NumPy gives everywhere else.

WebAssembly has no floating-point flags, by which NumPy notices that a number overflowed or that a matrix is
singular: there `np.exp(1000.0)` says nothing and `np.linalg.inv` returns NaN. Here the results are looked at
instead. Operators such as `1 / x` and `x ** y` stay as they are; they cannot be replaced.
"""

import warnings
from typing import Any

import numpy as np

# What is said of an infinite result of a finite number.
_TO_INFINITY = {
    **dict.fromkeys(("exp", "exp2", "expm1", "sinh", "cosh", "square"), "overflow"),
    **dict.fromkeys(("log", "log2", "log10", "log1p", "sqrt"), "divide by zero"),
}
_SETTINGS = {"overflow": "over", "divide by zero": "divide", "invalid value": "invalid"}


def notice_errors() -> None:
    """Put functions that look at their results in the place of NumPy's."""
    for name, trouble in _TO_INFINITY.items():
        setattr(np, name, Noticing(getattr(np, name), trouble))
    linalg: Any = np.linalg._linalg
    linalg._umath_linalg = NoticingSolvers(linalg._umath_linalg)


class Noticing:
    """A function of one number that warns or raises, as `np.errstate` says; "call" and "print" do nothing."""

    def __init__(self, function: np.ufunc, to_infinity: str) -> None:
        self._function = function
        self._to_infinity = to_infinity
        self.__name__, self.__doc__ = function.__name__, function.__doc__

    def __call__(self, x: Any, *args: Any, **kwargs: Any) -> Any:
        given = np.array(x) if args or kwargs else x  # the result may be written over it
        result = self._function(x, *args, **kwargs)
        if np.asarray(result).dtype.kind == "f" and not np.isfinite(result).all():
            if (np.isfinite(given) & np.isinf(result)).any():
                self._say(self._to_infinity)
            if (~np.isnan(given) & np.isnan(result)).any():
                self._say("invalid value")
        return result

    def __getattr__(self, name: str) -> Any:
        return getattr(self._function, name)

    def __repr__(self) -> str:
        return repr(self._function)

    def _say(self, trouble: str) -> None:
        said = f"{trouble} encountered in {self.__name__}"
        setting = dict(np.geterr())[_SETTINGS[trouble]]
        if setting == "raise":
            raise FloatingPointError(said)
        if setting == "warn":
            warnings.warn(said, RuntimeWarning, stacklevel=3)


class NoticingSolvers:
    """NumPy's compiled solvers: where they fail they return NaN, and NumPy is to be told of it."""

    def __init__(self, solvers: Any) -> None:
        self._solvers = solvers

    def __getattr__(self, name: str) -> Any:
        solver = getattr(self._solvers, name)
        if not callable(solver):
            return solver

        def solved(*args: Any, **kwargs: Any) -> Any:
            result = solver(*args, **kwargs)
            found = result[0] if isinstance(result, tuple) else result  # what lstsq leaves may well be NaN
            if np.isnan(found).any() and (name.startswith("svd") or not any(map(_holds_nan, args))):
                _tell_numpy()
            return result

        return solved


def _holds_nan(value: Any) -> bool:
    return bool(np.isnan(value).any())


def _tell_numpy() -> None:
    """Call what NumPy has set up for the flag of an invalid operation; it raises LinAlgError."""
    report: Any = np.geterrcall()
    if np.geterr()["invalid"] == "call" and callable(report):
        report("invalid value", 8)
