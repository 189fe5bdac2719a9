"""ipykernel without sockets: runs cells and tells what it would have sent to a front end."""

import asyncio
import io
import logging
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, cast

from ipykernel.ipkernel import IPythonKernel
from jupyter_client.session import Session
from traitlets.config import Config

from .shell import Compiler, ZMQInteractiveShell

Tell = Callable[[str, dict[str, Any]], None]

_TOLD = {"stream", "display_data", "update_display_data", "execute_result", "error", "clear_output"}
# What costs tenths of a second the first time: a figure, a traceback, linear algebra, a widget.
_WARM_UP = (
    "import matplotlib.pyplot as plt\nplt.plot([1, 2], label='$x$'); plt.title('t'); plt.legend()",
    "import numpy as np",
    "np.linalg.solve(np.eye(2), np.ones(2)), np.linalg.svd(np.eye(2)), np.random.default_rng(0)",
    "def outer():\n    return inner()\ndef inner():\n    return 1 / 0\nouter()",
    "%matplotlib inline\nfrom IPython.display import display, HTML\ndisplay(HTML('')); print('', end='')",
    "import ipywidgets\nipywidgets.IntSlider()",
)


class Kernel:
    """One notebook's worth of cells, in one namespace. `tell` gets each message's type and content."""

    def __init__(self, tell: Tell) -> None:
        self.tell = tell
        # Kept for good: Python crashes where a thread writes to a stream that is let go meanwhile.
        self._streams = _Stream("stdout", self._pass_on), _Stream("stderr", self._pass_on)
        os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"
        settings = Config({"HistoryManager": {"enabled": False, "hist_file": ":memory:"}})
        session = _Session(key=b"", tell=self._pass_on)
        self._kernel: Any = IPythonKernel.instance(
            config=settings,
            session=session,
            iopub_socket=object(),
            shell_class=ZMQInteractiveShell,
            compiler_class=Compiler,
            log=logging.getLogger("kernel"),
        )
        self._kernel.shell_channel_thread = SimpleNamespace(parent_thread=threading.current_thread())
        self._kernel.set_parent([], session.msg("execute_request"))
        self._loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self._loop)

    @property
    def names(self) -> dict[str, Any]:
        """The notebook's namespace."""
        return cast(dict[str, Any], self._kernel.shell.user_ns)

    @property
    def shell(self) -> Any:
        """The IPython shell that runs the cells."""
        return self._kernel.shell

    @property
    def error(self) -> BaseException | None:
        """What the last cell raised."""
        return cast(BaseException | None, self.shell.last_execution_result.error_in_exec)

    def warm_up(self) -> None:
        """Do once, before forking, what is slow the first time."""
        tell, self.tell = self.tell, lambda *_: None
        for source in _WARM_UP:
            self._execute(source, silent=False, store_history=False)
        self._execute("plt.close('all')", silent=False, store_history=False)
        self._kernel.shell.reset(new_session=True, aggressive=False)
        self.tell = tell

    def prepare(self, source: str) -> None:
        """Read and compile a cell that forks of this process will run."""
        self.shell.prepare(source)

    def run(self, source: str, *, tracebacks: bool = True) -> dict[str, Any]:
        """Run one cell as ipykernel would and return its reply, an error's words included.

        Without `tracebacks` an error is one line, which takes a tenth of the time.
        """
        self.shell.InteractiveTB.set_mode("Context" if tracebacks else "Minimal")
        return self._execute(source, silent=False, store_history=True)

    def _execute(self, source: str, *, silent: bool, store_history: bool) -> dict[str, Any]:
        with self.streams():
            task = self._kernel.do_execute(source, silent, store_history, allow_stdin=False)
            return cast(dict[str, Any], self._loop.run_until_complete(task))

    @contextmanager
    def streams(self) -> Iterator[None]:
        """Tell what is printed while the body runs."""
        before = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = self._streams
        try:
            yield
        finally:
            sys.stdout, sys.stderr = before

    def owns(self, stream: Any) -> bool:
        """Whether what is written to a stream is told."""
        return stream in self._streams

    def _pass_on(self, kind: str, content: dict[str, Any]) -> None:
        self.tell(kind, content)


class _Session(Session):
    def __init__(self, tell: Tell, **traits: Any) -> None:
        super().__init__(**traits)
        self._tell = tell

    def send(self, stream: Any, msg_or_type: Any, content: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Tell the message instead of sending it."""
        message = msg_or_type if isinstance(msg_or_type, dict) else self.msg(msg_or_type, content)
        if message["header"]["msg_type"] in _TOLD:
            self._tell(message["header"]["msg_type"], message["content"])
        return message


class _Stream(io.TextIOBase):
    encoding = "UTF-8"
    errors = None

    def __init__(self, name: str, tell: Tell) -> None:
        self.name = f"<{name}>"
        self._name = name
        self._tell = tell

    def write(self, text: str) -> int:
        """Tell the text at once."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        if text:
            self._tell("stream", {"name": self._name, "text": text})
        return len(text)

    def writable(self) -> bool:
        """Yes."""
        return True

    def fileno(self) -> int:
        """The descriptor that a subprocess would write to."""
        return 1 if self._name == "stdout" else 2
