"""What students claim of themselves: read from the source of the cell, which is never run."""

import ast
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

SCALE = range(1, 6)
MINUTES = range(1, 24 * 60 + 1)

_CALL = "self_assessment"
_LONGEST_CELL = 5_000
_LONGEST_WORD = 60
_NUMBERS = {"confidence": SCALE, "difficulty": SCALE, "minutes": MINUTES}


@dataclass(frozen=True)
class Claim:
    """One student's answers; None or "" where left out. `odd`: what is on no scale, as it was written."""

    confidence: int | None = None
    difficulty: int | None = None
    minutes: int | None = None
    hardest: str = ""
    odd: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether anything was filled in."""
        return self != Claim()


def read_claim(sources: Iterable[str]) -> Claim:
    """Return what the last self-assessment among some cells says, as far as it is plain numbers and text."""
    for source in reversed([each for each in sources if _CALL in each]):
        try:
            calls = list(_calls(source))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return Claim(odd=("a self-assessment that cannot be read",))
        if calls:
            return _claim(calls[-1], source)
    return Claim()


def _calls(source: str) -> Iterator[ast.Call]:
    if len(source) > _LONGEST_CELL:
        raise ValueError("no self-assessment is that long")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == _CALL:
            yield node


def _claim(call: ast.Call, source: str) -> Claim:
    found: dict[str, int] = {}
    hardest, odd = "", []
    for part in call.keywords:
        value = _plain(part.value)
        if value is None or value == "":
            continue
        scale = _NUMBERS.get(part.arg or "")
        if scale is not None and type(value) is int and value in scale:
            found[str(part.arg)] = value
        elif part.arg == "hardest" and isinstance(value, str):
            hardest = _shortened(value)
        else:
            odd.append(_shortened(f"{part.arg or '**'} = {ast.get_source_segment(source, part.value)}"))
    odd += [_shortened(str(ast.get_source_segment(source, each))) for each in call.args]
    return Claim(**found, hardest=hardest, odd=tuple(odd))


def _plain(node: ast.expr) -> object:
    """Return a literal's value; the node itself where it is anything else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        number = _plain(node.operand)
        return -number if isinstance(number, int | float) else node
    return node.value if isinstance(node, ast.Constant) else node


def _shortened(text: str) -> str:
    words = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return words if len(words) <= _LONGEST_WORD else f"{words[:_LONGEST_WORD]}…"
