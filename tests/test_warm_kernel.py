"""What a student's cells show is what ipykernel would have shown."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from course.grading.engine import Engine
from course.grading.examiner import Plan, Role, Step
from course.grading.inside.limits import HOME

CELLS = [
    "import sys, numpy as np, matplotlib.pyplot as plt",
    "from IPython.display import HTML, display, clear_output",
    "print('out'); print('err', file=sys.stderr); print('out again')",
    "40 + 2",
    "_ + 1, Out[4], In[4]",
    "'silent';",
    "display({'a': [1]}); display(HTML('<b>bold</b>')); np.arange(3)",
    "plt.plot([1, 2]); plt.title('a figure')",
    "fig, ax = plt.subplots(); ax.plot([1]); plt.show(); print('after')",
    "import warnings; warnings.warn('careful')",
    "np.log(np.zeros(1))",
    "def outer(x):\n    return inner(x)\ndef inner(x):\n    return 1 / x\nouter(0)",
    "raise ValueError('two\\nlines')",
    "x = (1,\n",
    "undefined_name",
    "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "input('name? ')",
    "%%time\n1 + 1",
    "%timeit -n 1 -r 1 None",
    "!echo from the shell",
    "import os; os.system('echo from a subprocess')",
    "%matplotlib inline\n%pwd\nNone",
    "%%bash\necho in bash",
    "%nonsense",
    "from ipywidgets import IntSlider\nIntSlider(value=3)",
    "handle = display('before', display_id=True); handle.update('after')",
    "print('gone'); clear_output(); print('kept')",
    "print('gone'); clear_output(wait=True); print('kept')",
    "class R:\n    def _repr_markdown_(self): return '**m**'\n    def _repr_latex_(self): return '$l$'\nR()",
    "class B:\n    def __repr__(self): raise KeyError('in repr')\nB()",
    "raise SystemExit(1)",
    "get_ipython().__class__.__name__, __name__, __builtins__.__name__, sorted(globals())[:20]",
    "print('x' * 10, end=''); print(); sys.stdout.write('written')",
    "assert 1 == 2, 'not equal'",
]

_UNSTABLE = [
    (r"0x[0-9a-f]+", "ADDRESS"),
    (r"[\w/~.-]*ipykernel_\d+/\d+\.py", "FILE"),
    (r"\d{6,}\.py", "FILE"),
    (r"[\d.]+(e[+-]?\d+)? (ns|[µμ]s|us|ms|s)\b", "TIME"),
    (r"CPU times.*|Wall time.*", "TIME"),
    (r'"(model|display)_id": "\w+"', "ID"),
]


def stable(value: Any) -> str:
    text = re.sub(r"\x1b\[[\d;]*m", "", json.dumps(value, sort_keys=True, ensure_ascii=False))
    for pattern, word in _UNSTABLE:
        text = re.sub(pattern, word, text)
    return text


def plain(outputs: Any) -> list[dict[str, Any]]:
    """Leave out what a notebook does not keep, and the pixels of figures."""
    kept = []
    for output in outputs:
        each = {key: value for key, value in dict(output).items() if key != "transient"}
        if "image/png" in each.get("data", {}):
            each["data"] = {**each["data"], "image/png": "PNG"}
        kept.append(each)
    return kept


def by_ipykernel() -> list[Any]:
    notebook = new_notebook(cells=[new_code_cell(source) for source in CELLS])
    NotebookClient(notebook, allow_errors=True, kernel_name="python3").execute()
    return [(cell.execution_count, cell.outputs) for cell in notebook.cells]


def by_the_engine() -> list[Any]:
    steps = tuple(Step(index, Role.STUDENT, source) for index, source in enumerate(CELLS))
    with Engine() as engine:
        ran = engine.run(Plan(steps))
    return [(ran.counts.get(index), ran.outputs.get(index, ["missing"])) for index in range(len(CELLS))]


def test_a_notebook_shows_what_ipykernel_shows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(HOME))  # tracebacks shorten the paths of files at home
    for folder in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR"):
        monkeypatch.setenv(folder, str(tmp_path))
    monkeypatch.delenv("PYTEST_CURRENT_TEST")  # ipykernel would leave subprocesses' output alone
    different = {
        source: (ours, theirs)
        for source, ours, theirs in zip(CELLS, by_the_engine(), by_ipykernel(), strict=True)
        if stable((ours[0], plain(ours[1]))) != stable((theirs[0], plain(theirs[1])))
    }
    assert different == {}


_SCRIPT = """
import json, sys
from course.grading.inside.kernel import Kernel
told = []
kernel = Kernel(lambda kind, content: told.append([kind, content]))
cells = json.loads(sys.stdin.read())
for cell in cells if sys.argv[1] == "prepared" else []:
    kernel.prepare(cell)
for number, cell in enumerate(cells):
    told.append(number)
    kernel.run(cell)
print(json.dumps(told, default=str), file=sys.__stdout__)
"""


def by_a_kernel(way: str, cells: list[str], folder: Path) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT, way],
        input=json.dumps(cells),
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "HOME": str(folder), "IPYTHONDIR": str(folder)},
    )
    return [stable(each) for each in json.loads(run.stdout.splitlines()[-1])]


def test_a_cell_that_was_compiled_before_shows_the_same(tmp_path: Path) -> None:
    cells = [each for each in CELLS if "image" not in each and "plt" not in each and "echo" not in each]
    future = "from __future__ import annotations\ndef f(x: y): pass\nf.__annotations__"
    unknown = "def g(x: nowhere): pass"  # an error, before the import from the future and not after it
    cells += [unknown, future, unknown]
    assert by_a_kernel("prepared", cells, tmp_path) == by_a_kernel("as they come", cells, tmp_path)


def test_a_transformer_that_a_notebook_brings_is_asked_each_time(tmp_path: Path) -> None:
    cells = [
        "count = []\ndef counted(lines):\n    count.append(1)\n    return lines",
        "get_ipython().input_transformers_cleanup.append(counted)",
        "'a'",
        "'a'",
        "len(count) > 4",
    ]
    assert '"True"' in by_a_kernel("as they come", cells, tmp_path)[-1]
