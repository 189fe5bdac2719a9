"""What an answer prints, shows and asks while it is checked: none of it reaches the notebook."""

import builtins
import getpass
import io
import logging
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, redirect_stdout
from typing import Any, NoReturn

from IPython.core.displaypub import DisplayPublisher
from IPython.core.getipython import get_ipython


class Sink(io.TextIOBase):
    """Counts the characters that are written to it, and keeps none."""

    count = 0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.count += len(text)
        return len(text)


class NobodyAnswers(EOFError):  # noqa: N818
    """Raised by input() in an answer that is checked."""


class _NoDisplay(DisplayPublisher):
    def publish(self, *_: Any, **__: Any) -> None:
        return

    def clear_output(self, *_: Any, **__: Any) -> None:
        return


_NO_DISPLAY = _NoDisplay()  # type: ignore[no-untyped-call]


@contextmanager
def dropped() -> Iterator[Sink]:
    """Drop what the body prints; yield how many characters that are."""
    sink = Sink()
    with redirect_stdout(sink), redirect_stderr(sink):
        yield sink


@contextmanager
def quiet() -> Iterator[None]:
    """Let the body print, log, display and plot nothing, ask nobody, and end no kernel."""
    with ExitStack() as stack:
        stack.enter_context(dropped())
        stack.callback(logging.disable, logging.root.manager.disable)
        logging.disable(sys.maxsize)
        for owner, name in ((builtins, "input"), (getpass, "getpass")):
            stack.enter_context(_replaced(owner, name, _ask_nobody))
        stack.enter_context(_replaced(sys, "stdin", io.StringIO()))
        shell = get_ipython()
        if shell is not None:  # in a browser it has no ask_exit
            stack.enter_context(_replaced(shell, "display_pub", _NO_DISPLAY))
            stack.enter_context(_replaced(shell, "ask_exit", _exit))
        stack.enter_context(_no_figures())
        yield


@contextmanager
def _no_figures() -> Iterator[None]:
    """Close the figures that the body opened; a notebook would show them below the cell."""
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    if pyplot is None:
        yield
        return
    before = set(pyplot.get_fignums())
    with _replaced(pyplot, "show", lambda *_, **__: None):
        yield
    for number in set(pyplot.get_fignums()) - before:
        pyplot.close(number)


@contextmanager
def _replaced(owner: Any, name: str, value: Any) -> Iterator[None]:
    """Let something else stand under a name of an object, and put back what stood there."""
    own = name in vars(owner)
    before = getattr(owner, name, None)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if own or name not in vars(owner):
            setattr(owner, name, before)
        else:  # a method, which the object has from its class, or nothing
            delattr(owner, name)


def _ask_nobody(*_: Any, **__: Any) -> NoReturn:
    raise NobodyAnswers("nobody answers while an answer is checked")


def _exit() -> NoReturn:
    raise SystemExit
