"""Which names a piece of notebook code reads and binds, found without running it."""

import ast
import symtable
from dataclasses import dataclass
from functools import cache

from IPython.core.inputtransformer2 import TransformerManager


@dataclass(frozen=True)
class Names:
    """The global names that a cell reads, and those that it binds at its top level.

    `needed` are those that it reads before it binds them itself, so that another cell must have done so;
    `classes` are those that it binds to classes.
    """

    read: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()


@cache
def names_of(source: str) -> Names:
    """Return the names of one cell, magics included; nothing for what is not Python."""
    try:
        code = TransformerManager().transform_cell(source)
        read, bound = _names(code)
        tree = ast.parse(code)
        classes = frozenset(each.name for each in tree.body if isinstance(each, ast.ClassDef))
        return Names(read, bound, _needed(tree), classes)
    except (SyntaxError, ValueError, RecursionError):
        return Names()


def _names(code: str) -> tuple[frozenset[str], frozenset[str]]:
    top = symtable.symtable(code, "<cell>", "exec")
    bound = {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported()}
    return frozenset(_read(top)), frozenset(bound)


def _needed(tree: ast.Module) -> frozenset[str]:
    needed: set[str] = set()
    in_functions: set[str] = set()
    bound: set[str] = set()
    for statement in tree.body:
        read, binds = _names(ast.unparse(statement))
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            in_functions |= read  # when it is called, which is later
        elif isinstance(statement, ast.AugAssign):
            needed |= (read | binds) - bound
        elif isinstance(statement, ast.Assign):
            needed |= read - bound
        else:
            needed |= read - bound - binds  # a loop most likely binds first what it binds itself
        bound |= binds
    return frozenset(needed | (in_functions - bound))


def _read(table: symtable.SymbolTable) -> set[str]:
    at_top = table.get_type() == "module"
    names = {s.get_name() for s in table.get_symbols() if s.is_referenced() and (at_top or s.is_global())}
    return names.union(*(_read(child) for child in table.get_children()))
