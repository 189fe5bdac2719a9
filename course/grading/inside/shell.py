"""ipykernel's shell, which does no work twice: reading a cell takes longer than running it."""

import ast
import inspect
from functools import lru_cache
from types import CodeType, TracebackType
from typing import Any, cast

from ipykernel import zmqshell
from ipykernel.compiler import XCachingCompiler
from IPython.core.async_helpers import _should_be_async
from IPython.core.inputtransformer2 import TransformerManager
from traitlets import Instance

_MOST = 2**10  # cells that are remembered


class _Transformers(TransformerManager):
    """Transforms a cell once, where ipykernel and IPython each would."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._of_everybody = self._all()

    def transform_cell(self, cell: str) -> str:
        """Transform a cell; transformers that the notebook brought may do so differently each time."""
        return self._once(cell) if self._all() == self._of_everybody else super().transform_cell(cell)

    @lru_cache(maxsize=_MOST)  # noqa: B019 (there is one, as long as the process lives)
    def _once(self, cell: str) -> str:
        return str(super().transform_cell(cell))

    def _all(self) -> list[Any]:
        return [*self.cleanup_transforms, *self.line_transforms, *self.token_transformers]


@lru_cache(maxsize=_MOST)
def _awaits(cell: str) -> bool:
    return _should_be_async(cell)


class Compiler(XCachingCompiler):
    """Keeps what was compiled before a fork, and is quick about names."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._named: dict[str, str] = {}
        self._trees: dict[tuple[str, str, int], ast.Module] = {}
        self._codes: dict[tuple[int, str, int], CodeType] = {}

    def get_code_name(self, raw_code: str, code: str, number: int) -> str:
        """Tell `inspect` that a cell is in no module: it would look through all, twenty times a traceback."""
        name: str = self._named.get(raw_code) or super().get_code_name(raw_code, code, number)  # type: ignore[no-untyped-call]
        inspect.modulesbyfile[name] = ""
        return name

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        """Parse, unless that was done before."""
        known = self._trees.get((source, filename, self.flags))
        return known or super().ast_parse(source, filename, symbol)

    def __call__(self, source: Any, filename: str, symbol: str, *rest: Any, **options: Any) -> CodeType:
        """Compile, unless that was done before."""
        if self._codes and isinstance(source, ast.Module | ast.Interactive) and len(source.body) == 1:
            known = self._codes.get((id(source.body[0]), symbol, self.flags))
            if known is not None:
                return known
        return super().__call__(source, filename, symbol, *rest, **options)

    def prepare(self, raw: str, transformed: str, awaiting: int) -> None:
        """Compile a cell now; raises `SyntaxError`, `ValueError` as the built-in function does."""
        name = self._named.setdefault(raw, self.get_code_name(raw, transformed, 0))
        if (transformed, name, self.flags) in self._trees or "__future__" in transformed:
            return  # the latter changes how all that follows is compiled
        tree = cast(ast.Module, super().ast_parse(transformed, name))
        for node in tree.body:
            last = node is tree.body[-1] and isinstance(node, ast.Expr)
            unit = ast.Interactive([node]) if last else ast.Module([node], [])
            symbol = "single" if last else "exec"
            with self.extra_flags(awaiting):
                self._codes[id(node), symbol, self.flags] = super().__call__(unit, name, symbol)  # type: ignore[arg-type]
        self._trees[transformed, name, self.flags] = tree  # which keeps the nodes, and so their ids


class ZMQInteractiveShell(zmqshell.ZMQInteractiveShell):
    """As ipykernel's own, and with its name."""

    input_transformer_manager = Instance(_Transformers, ())
    unseen_files: frozenset[str] = frozenset()

    def prepare(self, source: str) -> None:
        """Read and compile a cell that forks of this process will run."""
        try:
            transformed = self.transform_cell(source)  # type: ignore[no-untyped-call]
            self.should_run_async(source, transformed_cell=transformed)
            cast(Compiler, self.compile).prepare(source, transformed, ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        except (SyntaxError, ValueError, RuntimeError):
            return  # which running it will tell

    def should_run_async(self, raw_cell: str, **about: Any) -> bool:
        """Look once whether a cell awaits something."""
        transformed = about.get("transformed_cell")
        if not self.autoawait or about.get("preprocessing_exc_tuple") or transformed is None:
            return bool(super().should_run_async(raw_cell, **about))
        return _awaits(transformed)

    def _get_exc_info(self, *arguments: Any) -> tuple[Any, Any, Any]:
        """Leave out what lies at the end of a traceback and is no reader's business."""
        kind, value, found = super()._get_exc_info(*arguments)  # type: ignore[no-untyped-call]
        return kind, value, _without_end(found, self.unseen_files)

    def _format_exception_for_storage(self, exception: BaseException, *_: Any, **__: Any) -> dict[str, Any]:
        """Keep no second copy of a traceback: nothing exports this kernel's history."""
        return {"ename": type(exception).__name__, "evalue": "", "traceback": []}

    def enable_gui(self, gui: str | None = None) -> None:
        """Accept `%matplotlib inline`, which needs no event loop; there is no other."""
        self.active_eventloop = gui


def _without_end(found: TracebackType | None, files: frozenset[str]) -> TracebackType | None:
    """Return a traceback without its last frames, as far as they are in these files."""
    kept: list[TracebackType] = []
    while found is not None:
        kept.append(found)
        found = found.tb_next
    while len(kept) > 1 and kept[-1].tb_frame.f_code.co_filename in files:
        kept.pop()
    for each in reversed(kept):
        found = TracebackType(found, each.tb_frame, each.tb_lasti, each.tb_lineno)
    return found
