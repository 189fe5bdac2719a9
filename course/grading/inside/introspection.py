"""What a program can ask of a function without calling it, as plain data."""

import inspect
from types import CodeType
from typing import Any

from .plain import NotPlainError
from .writing import Writer

_LONGEST = 10_000
_MOST = 255


def described(function: Any, writer: Writer, *, fully: bool) -> dict[str, Any]:
    """Return a function's name and docstring; where that is asked for, its signature and its variables."""
    code = getattr(function, "__code__", None)
    names = {
        "name": _text(getattr(function, "__name__", None)),
        "doc": _text(getattr(function, "__doc__", None)),
    }
    if not fully:
        return names
    return {
        **names,
        "signature": _signature(function, writer),
        "variables": list(code.co_varnames[:_MOST]) if isinstance(code, CodeType) else [],
    }


def _signature(function: Any, writer: Writer) -> list[Any] | None:
    try:
        signature = inspect.signature(function)
        parameters = [
            [each.name, int(each.kind), _annotation(each.annotation), _default(each.default, writer)]
            for each in list(signature.parameters.values())[:_MOST]
        ]
        return [parameters, _annotation(signature.return_annotation)]
    except Exception:  # whatever the student's objects do
        return None


def _annotation(annotation: Any) -> str | None:
    if annotation is inspect.Parameter.empty:
        return None
    return _text(annotation) or inspect.formatannotation(annotation)[:_LONGEST]


def _default(value: Any, writer: Writer) -> list[Any]:
    """Return nothing for no default, its slot, or its words where it cannot cross."""
    if value is inspect.Parameter.empty:
        return []
    try:
        return ["plain", writer.whole(value)]
    except NotPlainError:
        return ["words", repr(value)[:_LONGEST]]


def _text(value: Any) -> str | None:
    return value[:_LONGEST] if isinstance(value, str) else None
