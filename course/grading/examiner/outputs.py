"""What a kernel tells, as the outputs that a front end would keep in the notebook."""

import json
from collections.abc import Iterable
from itertools import islice
from typing import Any

from course.grading.examiner.limits_said import LimitsSaid

Displays = dict[str, list[dict[str, Any]]]

_MOST_CHARACTERS = 5_000_000
_MOST_OUTPUTS = 2_000
_KINDS = ("display_data", "execute_result")
# The first errors say what went wrong, and more of one than a page of them nobody reads.
_MOST_ERRORS = 50
_LONGEST_LINE = 20_000
_MOST_LINES = 500


class Outputs:
    """The outputs of one cell. `displays` is shared by all cells, for outputs that are updated later."""

    def __init__(self, displays: Displays) -> None:
        self.kept: list[dict[str, Any]] = []
        self._displays = displays
        self._clear_at_next = False
        self._room = _MOST_CHARACTERS

    def tell(self, kind: str, content: dict[str, Any]) -> None:
        """Take in one message; what is malformed or beyond the limits is left out."""
        if kind == "clear_output":
            self._clear(bool(content.get("wait")))
            return
        if kind == "error":  # never left out: a test that fails must be seen to fail
            self.error(str(content.get("ename")), str(content.get("evalue")), content.get("traceback", []))
            return
        self._room -= len(json.dumps(content, default=str))
        if self._room < 0:
            self._say_full()
            return
        if self._clear_at_next and kind != "update_display_data":
            self._clear(wait=False)
        if kind == "stream":
            self._stream(str(content.get("name")), str(content.get("text", "")))
        elif kind in _KINDS and isinstance(content.get("data"), dict):
            self._display(kind, content)
        elif kind == "update_display_data":
            self._update(content)

    def hear(self, kind: str, content: dict[str, Any]) -> None:
        """Take in what a student's code says during a test: there, nbgrader reads a result as points."""
        self.tell("display_data" if kind == "execute_result" else kind, content)

    @property
    def failed(self) -> bool:
        """Whether there is an error among them."""
        return any(each["output_type"] == "error" for each in self.kept)

    def limit(self, said: LimitsSaid) -> str:
        """Return the limit that the last error speaks of, and say it below that error."""
        error = next((each for each in reversed(self.kept) if each["output_type"] == "error"), None)
        limit = said.of_error(error["ename"], error["evalue"]) if error else ""
        if limit:
            text = f"This cell was stopped: {limit}.\n"
            self.kept.append({"output_type": "stream", "name": "stderr", "text": text})
        return limit

    def error(self, name: str, text: str, traceback: Iterable[Any] = ()) -> None:
        """Add an error's output."""
        if sum(each["output_type"] == "error" for each in self.kept) >= _MOST_ERRORS:
            return
        name, text = name[:_LONGEST_LINE], text[:_LONGEST_LINE]
        lines = [str(line)[:_LONGEST_LINE] for line in islice(traceback, _MOST_LINES)] or [f"{name}: {text}"]
        self.kept.append({"output_type": "error", "ename": name, "evalue": text, "traceback": lines})

    def _stream(self, name: str, text: str) -> None:
        name = name if name in ("stdout", "stderr") else "stdout"
        last = self.kept[-1] if self.kept else {}
        if last.get("name") == name:
            last["text"] += text
        elif len(self.kept) < _MOST_OUTPUTS:
            self.kept.append({"output_type": "stream", "name": name, "text": text})

    def _display(self, kind: str, content: dict[str, Any]) -> None:
        if len(self.kept) >= _MOST_OUTPUTS:
            return
        output = {"output_type": kind, "data": content["data"], "metadata": content.get("metadata") or {}}
        if kind == "execute_result":
            output["execution_count"] = content.get("execution_count")
        self.kept.append(output)
        identity = (content.get("transient") or {}).get("display_id")
        if isinstance(identity, str):
            self._displays.setdefault(identity, []).append(output)

    def _update(self, content: dict[str, Any]) -> None:
        for output in self._displays.get(str((content.get("transient") or {}).get("display_id")), []):
            output["data"] = content.get("data", {})
            output["metadata"] = content.get("metadata") or {}

    def _clear(self, wait: bool) -> None:
        self._clear_at_next = wait
        if not wait:
            self.kept.clear()

    def _say_full(self) -> None:
        full = "… more output than a notebook can hold: the rest was left out\n"
        if not self.kept or self.kept[-1].get("text") != full:
            self.kept.append({"output_type": "stream", "name": "stderr", "text": full})
