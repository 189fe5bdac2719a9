"""Which names a piece of notebook code reads and binds, found without running it."""

import symtable
from dataclasses import dataclass
from functools import cache

from IPython.core.inputtransformer2 import TransformerManager


@dataclass(frozen=True)
class Names:
    """The global names that a cell reads, and those that it binds at its top level."""

    read: frozenset[str] = frozenset()
    bound: frozenset[str] = frozenset()


@cache
def names_of(source: str) -> Names:
    """Return the names of one cell, magics included; nothing for what is not Python."""
    try:
        code = TransformerManager().transform_cell(source)
        top = symtable.symtable(code, "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError):
        return Names()
    bound = {s.get_name() for s in top.get_symbols() if s.is_assigned() or s.is_imported()}
    return Names(frozenset(_read(top)), frozenset(bound))


def _read(table: symtable.SymbolTable) -> set[str]:
    at_top = table.get_type() == "module"
    names = {s.get_name() for s in table.get_symbols() if s.is_referenced() and (at_top or s.is_global())}
    return names.union(*(_read(child) for child in table.get_children()))
