"""What stands for functions, iterators and objects that a student's code made and that stay there.

Only plain data decides a test: nothing here is true, false or equal to anything by the student's word.
"""

from collections.abc import Iterator
from typing import Any, NoReturn, Self

from course.grading.examiner.standing_in import StandIn, Target, ask
from course.grading.inside.plain import NotPlainError


class Remote:
    """What is held under a number; `words` say what it is."""

    _target: Target

    def __init__(self, target: Target) -> None:
        object.__setattr__(self, "_target", target)

    def _ask(self, operation: str, *args: Any, **kwargs: Any) -> Any:
        return ask(self._target.to(operation), args, kwargs)

    def _refuse(self, *_: Any) -> NoReturn:
        raise NotPlainError(f"{self._target.name} came, and only plain data can be compared or be true")

    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = __bool__ = _refuse
    __hash__ = object.__hash__

    def __repr__(self) -> str:
        return f"<{self._target.name}>"


class RemoteFunction(Remote):
    """A function that a student's function returned."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it where it is."""
        return self._ask("call", *args, **kwargs)


class RemoteIterator(Remote):
    """A generator or another iterator."""

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        return self._ask("next")


class RemoteObject(Remote):
    """An instance of a class that the instructor's answers define: its attributes, methods and operators."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name.startswith(("_ipython", "_repr_", "_target")):
            raise AttributeError(name)
        return self._ask("get", name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._ask("set", name, value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call it where it is."""
        return self._ask("call", *args, **kwargs)

    def __iter__(self) -> Iterator[Any]:
        """Iterate over it where it is."""
        found: Iterator[Any] = self._ask("iter")
        return found

    def __len__(self) -> int:
        return int(self._ask("len"))

    def __str__(self) -> str:
        return str(self._ask("str"))

    def __repr__(self) -> str:
        return str(self._ask("repr"))

    def __getitem__(self, key: Any) -> Any:
        return self._ask("getitem", key)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._ask("setitem", key, value)

    def __contains__(self, item: Any) -> bool:
        return self._ask("contains", item) is True

    def __add__(self, other: Any) -> Any:
        return self._ask("add", other)

    def __sub__(self, other: Any) -> Any:
        return self._ask("sub", other)

    def __mul__(self, other: Any) -> Any:
        return self._ask("mul", other)

    def __truediv__(self, other: Any) -> Any:
        return self._ask("truediv", other)

    def __matmul__(self, other: Any) -> Any:
        return self._ask("matmul", other)

    def __neg__(self) -> Any:
        return self._ask("neg")

    def __abs__(self) -> Any:
        return self._ask("abs")


class RemoteClass(StandIn):
    """A class that the instructor's answers define; what it makes are objects that stay there."""

    def __instancecheck__(self, instance: Any) -> bool:
        return isinstance(instance, RemoteObject) and instance._ask("is_a", self) is True


_KINDS = {"function": RemoteFunction, "iterator": RemoteIterator, "object": RemoteObject}


def remote(target: Target, kind: Any) -> Remote:
    """Return what stands for a held object; raises `ValueError` for a kind that may not be here."""
    if kind not in _KINDS or (kind == "object" and not target.objects):
        raise ValueError("no such kind of object")
    return _KINDS[kind](target)
