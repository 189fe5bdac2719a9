"""Whatever bytes were handed in, as a notebook of the current format."""

import json
from collections.abc import Iterable
from typing import Any

import jiter
import nbformat
from charset_normalizer import from_bytes
from nbformat import NotebookNode

from course.grading.repair.cleaning import cleaned
from course.grading.repair.ids import give_ids

_MOST_BYTES = 200 * 2**20
_KINDS = ("code", "markdown", "raw")


class UnreadableError(ValueError):
    """No notebook can be made of the bytes: says why."""


def read_notebook(data: bytes, *, outputs: bool = False) -> tuple[NotebookNode, list[str]]:
    """Return a notebook and a note for each repair; raises `UnreadableError`.

    `outputs`: whether to keep those of the code cells, as far as they are valid.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableError("is empty")
    if len(data) > _MOST_BYTES:
        raise UnreadableError("is larger than any notebook")
    text, notes = _decode(data)
    raw = cleaned(_parse(text, notes), notes)
    notebook = _current(raw, notes)
    handed_in = [cell for cell in notebook.cells if isinstance(cell, NotebookNode)]
    notebook.cells = [_cell(cell, notes) for cell in handed_in]
    if not _is_valid(notebook):
        _drop_what_is_not_whole(notebook, notes)
    give_ids(notebook.cells)
    if outputs:
        _keep_outputs(notebook.cells, handed_in)
    return notebook, list(dict.fromkeys(notes))


def _decode(data: bytes) -> tuple[str, list[str]]:
    of_json = json.detect_encoding(data)
    if of_json != "utf-8":
        return data.decode(of_json, "replace"), [f"it was encoded as {of_json}, not as UTF-8"]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        best = from_bytes(data).best()
        encoding = best.encoding if best else "latin-1"
        return data.decode(encoding, "replace"), [f"it was encoded as {encoding}, not as UTF-8"]


def _parse(text: str, notes: list[str]) -> dict[str, Any]:
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raw = _as_far_as_it_goes(text)
        note = "its end was cut off"
        if raw is None and isinstance(error, json.JSONDecodeError):
            raw = _as_far_as_it_goes(text[: error.pos])
            note = "it was no JSON from some place on; what stood before is kept"
        notes.append(note)
    if not isinstance(raw, dict) or not ("cells" in raw or "worksheets" in raw):
        raise UnreadableError("breaks off or is not a notebook")
    return raw


def _is_valid(notebook: NotebookNode) -> bool:
    cells = [NotebookNode(cell, id=f"cell-{place}") for place, cell in enumerate(notebook.cells)]
    return bool(nbformat.validator.isvalid(NotebookNode(notebook, cells=cells)))


def _drop_what_is_not_whole(notebook: NotebookNode, notes: list[str]) -> None:
    """Drop the metadata that the format does not allow, part by part; nbgrader's marks are kept."""
    notes.append("some of its metadata was not whole")
    empty = NotebookNode(notebook, cells=[])
    for part in list(notebook.metadata):
        if not _is_valid(NotebookNode(empty, metadata={part: notebook.metadata[part]})):
            del notebook.metadata[part]
    for cell in notebook.cells:
        if not _is_valid(NotebookNode(empty, cells=[cell])):
            marks = cell.metadata.get("nbgrader")
            cell.metadata = NotebookNode(nbgrader=marks) if isinstance(marks, dict) else NotebookNode()
            cell.pop("attachments", None)


def _as_far_as_it_goes(text: str) -> Any:
    try:
        return jiter.from_json(text.encode(), partial_mode=True)
    except ValueError:
        return None


def _current(raw: dict[str, Any], notes: list[str]) -> NotebookNode:
    """Bring an old format up to date, and put in what every notebook has."""
    if not isinstance(raw.get("metadata"), dict):
        raw["metadata"] = {}
        notes.append("the notebook's metadata was gone")
    if "worksheets" in raw or raw.get("nbformat") in (1, 2, 3):
        try:
            old: NotebookNode = nbformat.convert(nbformat.from_dict(raw), 4)
        except Exception as error:
            raise UnreadableError("is in an old format that cannot be converted") from error
        notes.append("it was in an old notebook format")
        raw = old
    if not isinstance(raw.get("cells"), list):
        raise UnreadableError("holds no cells")
    notebook: NotebookNode = nbformat.from_dict({"metadata": raw["metadata"], "cells": raw["cells"]})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def _cell(cell: NotebookNode, notes: list[str]) -> NotebookNode:
    """Return a cell with all that the format asks for, and no outputs."""
    source = cell.get("source")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    if not isinstance(source, str):
        notes.append("a cell had no text")
        source = ""
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    kind = cell.get("cell_type")
    if kind not in _KINDS:
        notes.append("a cell was of no known kind")
        kind = "code"
    metadata = cell.get("metadata")
    whole = NotebookNode(
        cell_type=kind, source=source, metadata=metadata if isinstance(metadata, dict) else {}
    )
    if kind == "code":
        whole.outputs, whole.execution_count = [], None
    elif isinstance(cell.get("attachments"), dict):
        whole.attachments = cell.attachments
    if isinstance(cell.get("id"), str):
        whole.id = cell.id
    return whole


def _keep_outputs(cells: Iterable[NotebookNode], handed_in: Iterable[NotebookNode]) -> None:
    for cell, before in zip(cells, handed_in, strict=True):
        outputs = before.get("outputs")
        if cell.cell_type == "code" and isinstance(outputs, list):
            cell.outputs = [each for each in outputs if _is_valid_output(each)]
            count = before.get("execution_count")
            cell.execution_count = count if type(count) is int and count >= 0 else None


def _is_valid_output(output: Any) -> bool:
    whole = isinstance(output, NotebookNode)
    return bool(whole and nbformat.validator.isvalid(output, ref="output", version=4))
