"""An end to an answer that runs too long, and to one that the student interrupts."""

import _thread
import contextlib
import signal
import sys
import threading
import time
from types import FrameType
from typing import Any, Self

from course.lab.monitoring import Clock

SECONDS = 10.0
_AGAIN = 0.02
_DEEPEST = 400  # calls in calls, through repr() or sorted(): a browser's stack holds some 500
TEST_FILE = "<test of "


class Stop(BaseException):
    """Ends an answer, and says why. No Exception, so that `except Exception` does not catch it."""


class Watch:
    """Raises `Stop` in the student's code when the body has run for SECONDS, or at an interrupt.

    A thread waits beside the body and interrupts it as Ctrl+C would, again and again: an answer may catch
    what it does not know. Where there are no threads, as in a browser, a `Clock` is looked at; where the body
    is not in the main thread, nothing is done. `names`: by them student's code is known.
    """

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names
        self._owner: FrameType | None = None
        self._handler_before: Any = None
        self._tracer_before: Any = None
        self._thread: threading.Thread | None = None
        self._clock: Clock | None = None
        self._deepest_before = sys.getrecursionlimit()
        self._main = threading.get_ident()
        self._end = threading.Event()
        self._times = 0

    def __enter__(self) -> Self:
        self._owner = sys._getframe(1)
        before = signal.getsignal(signal.SIGINT)
        if before is None:
            return self  # a handler that was not made in Python could not be put back
        try:
            signal.signal(signal.SIGINT, self._interrupted)
            self._handler_before = before
        except ValueError:
            return self  # not in the main thread
        try:
            thread = threading.Thread(target=self._wait, name="check", daemon=True)
            thread.start()
            self._thread = thread
        except RuntimeError:  # no threads here
            self._clock = Clock(SECONDS, self._is_theirs, _time_is_up)
            self._clock.start()
            with contextlib.suppress(RecursionError):  # it is deeper already
                sys.setrecursionlimit(min(_DEEPEST, self._deepest_before))
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        if self._clock is not None:
            self._clock.stop()
            sys.setrecursionlimit(self._deepest_before)
        if self._thread is not None:
            self._thread.join()
        if self._times:
            time.sleep(0)  # what was sent to this thread has come by now
            if sys.gettrace() in (None, self._trace):
                sys.settrace(self._tracer_before)
        if self._handler_before is not None:
            signal.signal(signal.SIGINT, self._handler_before)
        self._owner = None

    def _wait(self) -> None:
        pause = SECONDS
        while not self._end.wait(pause):
            pause = _AGAIN
            self._times += 1
            if self._times > 1 and hasattr(signal, "pthread_kill"):
                signal.pthread_kill(self._main, signal.SIGINT)  # wakes it, too, as from time.sleep
            else:
                _thread.interrupt_main()

    def _interrupted(self, _: int, frame: FrameType | None) -> None:
        frames = []
        while frame is not None and frame is not self._owner:
            frames.append(frame)
            frame = frame.f_back
        if any(each.f_code.co_filename == __file__ for each in frames):
            return
        if not self._times:
            raise Stop("It was interrupted")
        theirs = [each for each in frames if self._is_theirs(each)]
        if theirs and self._times > 1:
            self._insist(theirs)
        if theirs:
            raise _time_is_up()

    def _is_theirs(self, frame: FrameType) -> bool:
        return frame.f_globals is self._names or frame.f_code.co_filename.startswith(TEST_FILE)

    def _insist(self, frames: list[FrameType]) -> None:
        """Have `Stop` raised once more on the line where it is caught, as by `except:` within a loop."""
        if sys.gettrace() != self._trace:
            self._tracer_before = sys.gettrace() or self._tracer_before
            sys.settrace(self._trace)
        for frame in frames:
            frame.f_trace = self._trace

    def _trace(self, frame: FrameType, event: str, _: Any) -> Any:
        if event == "line" and not self._end.is_set():
            raise _time_is_up()
        return None if event == "call" else self._trace


def _time_is_up() -> Stop:
    return Stop(f"It ran for {SECONDS:g} s and was stopped")
