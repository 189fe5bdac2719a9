"""Lets a stand-in answer what a test asks of a function without calling it."""

import builtins
import inspect
from types import SimpleNamespace
from typing import Any

from course.grading.inside.reading import Reader

_KINDS = {int(kind): kind for kind in inspect._ParameterKind}


class Words:
    """A default value that cannot come here; it looks as it looks there."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __repr__(self) -> str:
        return self._words


def introduce(stand_in: Any, said: dict[str, Any], reader: Reader) -> None:
    """Give a stand-in the signature, annotations, defaults and variables that the student's process tells."""
    signature = _signature(said.get("signature"), reader)
    variables = said.get("variables")
    stand_in.__module__ = "__main__"
    stand_in.__annotations__ = {}
    if signature is None:
        return
    parameters = signature.parameters.values()
    annotations = {each.name: each.annotation for each in parameters}
    annotations["return"] = signature.return_annotation
    defaults = [each for each in parameters if each.default is not each.empty]
    positional = [
        each for each in parameters if each.kind in (each.POSITIONAL_ONLY, each.POSITIONAL_OR_KEYWORD)
    ]
    stand_in.__signature__ = signature
    stand_in.__annotations__ = {key: each for key, each in annotations.items() if each is not signature.empty}
    stand_in.__defaults__ = tuple(each.default for each in defaults if each in positional) or None
    stand_in.__kwdefaults__ = {
        each.name: each.default for each in defaults if each.kind is each.KEYWORD_ONLY
    } or None
    stand_in.__code__ = SimpleNamespace(
        co_name=stand_in.__name__,
        co_argcount=len(positional),
        co_kwonlyargcount=sum(each.kind is each.KEYWORD_ONLY for each in parameters),
        co_varnames=tuple(map(str, variables)) if isinstance(variables, list) else (),
    )


def _signature(said: Any, reader: Reader) -> inspect.Signature | None:
    try:
        parameters, returns = said
        return inspect.Signature(
            [
                inspect.Parameter(
                    str(name),
                    _KINDS[kind],
                    default=_default(default, reader),
                    annotation=_annotation(annotation),
                )
                for name, kind, annotation, default in parameters
            ],
            return_annotation=_annotation(returns),
        )
    except (LookupError, TypeError, ValueError):
        return None


def _annotation(said: Any) -> Any:
    if said is None:
        return inspect.Parameter.empty
    found = getattr(builtins, str(said), None)
    return found if isinstance(found, type) else str(said)


def _default(said: Any, reader: Reader) -> Any:
    if not said:
        return inspect.Parameter.empty
    return reader.value(said[1]) if said[0] == "plain" else Words(str(said[1]))
