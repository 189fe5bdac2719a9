"""nbval really compares: one changed output fails it."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.folder import CourseFolder

ROOT = Path(__file__).parent.parent


def nbval(path: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", "-p", "no:xdist"]
    run = subprocess.run(
        [*command, "-c", "/dev/null", "--rootdir", str(path.parent), str(path)],
        cwd=path.parent,
        capture_output=True,
        text=True,
    )
    return run.returncode, run.stdout.strip().splitlines()[-1]


def change_printed_text(notebook: Any) -> None:
    output = next(
        o for cell in notebook["cells"] for o in cell.get("outputs", []) if o["output_type"] == "stream"
    )
    output["text"][0] = output["text"][0].replace("1", "7", 1)


def change_verdict(notebook: Any) -> None:
    output = next(
        o
        for cell in notebook["cells"]
        for o in cell.get("outputs", [])
        if any("passed" in line for line in o.get("data", {}).get("text/html", []))
    )
    output["data"]["text/html"] = [
        line.replace("passed", "not passed", 1) for line in output["data"]["text/html"]
    ]


def drop_output(notebook: Any) -> None:
    next(cell for cell in notebook["cells"] if cell.get("outputs"))["outputs"] = []


@pytest.mark.parametrize("change", [change_printed_text, change_verdict, drop_output])
def test_one_changed_output_fails_one_cell(folder: CourseFolder, change: Callable[[Any], None]) -> None:
    path = folder.source / "start_here" / "start_here.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    change(notebook)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    code, closing = nbval(path)
    assert code == 1
    assert closing.startswith("1 failed, ")


def test_the_unchanged_notebook_passes(folder: CourseFolder) -> None:
    code, closing = nbval(folder.source / "start_here" / "start_here.ipynb")
    assert code == 0
    assert "failed" not in closing
