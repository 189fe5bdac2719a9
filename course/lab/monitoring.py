"""Where no thread can wait beside an answer: Python looks at the clock while it runs the student's code."""

import sys
import time
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

_monitoring: Any = getattr(sys, "monitoring", None)  # from Python 3.12 on
_TOOLS = (4, 3)  # the numbers that no kind of tool claims as its own


class Clock:
    """Raises what `ended` makes in the student's code, at each of its steps after `seconds`.

    A step is a turn of a loop, or a call of a function of theirs: little runs long without either. Other
    code is not watched, and costs nothing. `is_theirs` tells whose a frame is.
    """

    def __init__(
        self, seconds: float, is_theirs: Callable[[FrameType], bool], ended: Callable[[], BaseException]
    ) -> None:
        self._seconds = seconds
        self._is_theirs = is_theirs
        self._ended = ended
        self._end = 0.0
        self._tool: int | None = None
        self._codes: dict[int, CodeType] = {}  # the student's, by id: a code's hash takes its time

    def start(self) -> None:
        """Begin to watch; where this Python cannot, or others watch already, nothing happens."""
        free = (tool for tool in _TOOLS if _monitoring and not _monitoring.get_tool(tool))
        self._tool = next(free, None)
        if self._tool is None:
            return
        self._end = time.monotonic() + self._seconds
        _monitoring.use_tool_id(self._tool, "check")
        self._listen(self._begins, self._resumes, self._jumps)
        _monitoring.restart_events()  # what was not theirs in an earlier check may be now
        _monitoring.set_events(self._tool, _monitoring.events.PY_START | _monitoring.events.PY_RESUME)

    def stop(self) -> None:
        """Watch no longer, and leave nothing that costs time."""
        if self._tool is None:
            return
        _monitoring.set_events(self._tool, 0)
        for code in self._codes.values():
            _monitoring.set_local_events(self._tool, code, 0)
        self._listen(None, None, None)
        _monitoring.free_tool_id(self._tool)
        self._tool = None
        self._codes.clear()

    def _listen(self, *callbacks: Callable[..., Any] | None) -> None:
        events = _monitoring.events
        for event, callback in zip((events.PY_START, events.PY_RESUME, events.JUMP), callbacks, strict=True):
            _monitoring.register_callback(self._tool, event, callback)

    def _begins(self, code: CodeType, _: int) -> Any:
        if id(code) not in self._codes and not self._takes(code, sys._getframe(1)):
            return _monitoring.DISABLE
        if time.monotonic() > self._end:
            raise self._ended()
        return None

    def _resumes(self, code: CodeType, _: int) -> Any:
        self._takes(code, sys._getframe(1))
        return _monitoring.DISABLE  # a generator without a loop ends by itself

    def _takes(self, code: CodeType, frame: FrameType) -> bool:
        """Whether this code is the student's; if so, its loops are watched from now on."""
        if not self._is_theirs(frame):
            return False
        self._codes[id(code)] = code
        _monitoring.set_local_events(self._tool, code, _monitoring.events.JUMP)
        return True

    def _jumps(self, _: CodeType, place: int, target: int) -> Any:
        if target > place:
            return _monitoring.DISABLE
        if time.monotonic() > self._end:
            raise self._ended()
        return None
