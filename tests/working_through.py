"""Works through a notebook with each catalogued answer in turn, in whichever kernel this text is run.

It is sent to JupyterLab's kernel and to the browser's, so it may use nothing but what students have.
"""

import copy
import json
import warnings
from contextlib import redirect_stdout
from dataclasses import asdict
from io import StringIO
from typing import Any

import numpy as np
from IPython.core.getipython import get_ipython


def work_through(work: str) -> str:
    """Run the cells in order; at each answer cell, try every answer to it, and go on with the model answer.

    `work`: JSON of cells, each a list of pieces [kind, name, source]. A given cell is one piece; the other
    cells begin with an answer's function, go on with its hidden tests and end in the answers, the model
    answer last. Returns JSON: for each answer what check() says and what each hidden test raises.
    """
    shell: Any = get_ipython()
    found: dict[str, Any] = {}
    for part in json.loads(work):
        if "given" in part:
            _run(shell, part["given"])
            continue
        before = _copied(shell.user_ns)
        for name, source in part["answers"]:
            _restore(shell.user_ns, before)
            _run(shell, source)
            assert name not in found
            found[name] = _tried(shell, part["function"], part["hidden"])
    return json.dumps(found)


def _tried(shell: Any, function: str, hidden: list[list[str]]) -> dict[str, Any]:
    _run(shell, f"verdict = check({function})")
    verdict = shell.user_ns.pop("verdict")
    return {
        "text": repr(verdict),
        "verdict": asdict(verdict),
        "hidden": {name: _raised(name, source, shell.user_ns) for name, source in hidden},
    }


def _raised(name: str, source: str, names: dict[str, Any]) -> str:
    """Return what a hidden test raised; "" where it passed."""
    with warnings.catch_warnings(), redirect_stdout(StringIO()):
        warnings.simplefilter("ignore")
        try:
            exec(compile(source, name, "exec"), dict(names))
        except Exception as error:
            return f"{type(error).__name__}: {error}"
    return ""


def _run(shell: Any, source: str) -> None:
    with redirect_stdout(StringIO()):
        shell.run_cell(source).raise_error()


def _copied(names: dict[str, Any]) -> dict[str, Any]:
    """Return the names with copies of all that an answer could change in place."""
    return {
        name: copy.deepcopy(value)
        if isinstance(value, np.ndarray | list | dict) and name[0] != "_"
        else value
        for name, value in names.items()
        if name not in ("In", "Out")
    }


def _restore(names: dict[str, Any], before: dict[str, Any]) -> None:
    for name in set(names) - set(before) - {"In", "Out"}:
        del names[name]
    names.update(_copied(before))
