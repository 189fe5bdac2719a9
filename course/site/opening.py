"""What is added to the page that JupyterLab starts from: Python begins first, and how far it is is said."""

import hashlib
import json
import shutil
from pathlib import Path

from course.site.errors import SiteError
from course.site.jupyterlite import PYTHON_OPTIONS

_PAGES = Path(__file__).with_name("pages")
_HEAD = "<head>"
_KERNEL = "extensions/@jupyterlite/pyodide-kernel-extension/static"
# Of the kernel's two workers, the one for isolated pages asks for input by itself.
_ASKS = "processStdinRequest"
_PART = "webpackChunk"  # of a script that runs in the page


def add_opening(site: Path) -> list[Path]:
    """Have JupyterLab's page run `opening.js` first; return the files that it fetches as Python."""
    page = site / "lab/index.html"
    text = page.read_text(encoding="utf-8")
    if _HEAD not in text:
        raise SiteError(f"{page} has no {_HEAD}: the JupyterLite that is installed is not the one pinned.")
    python = sorted((site / "static/pyodide").iterdir())
    begin = {
        "files": [[path.relative_to(site).as_posix(), path.stat().st_size] for path in python],
        "kernels": _kernels(site),
        "options": {**PYTHON_OPTIONS, "edition": _edition(site / "static/pyodide/pyodide-lock.json")},
    }
    first = (
        '<link rel="icon" href="favicon.ico"><link rel="stylesheet" href="../opening.css">'
        f'<script id="math-to-code-python" type="application/json">{json.dumps(begin)}</script>'
        '<script src="../opening.js"></script>'
    )
    page.write_text(text.replace(_HEAD, _HEAD + first, 1), encoding="utf-8")
    for name in ("opening.css", "opening.js"):
        shutil.copy(_PAGES / name, site / name)
    for name in ("compiled.js", "kept.js", "python.js", "snapshot.js"):
        shutil.copy(_PAGES / name, site / "static/pyodide" / name)
    return python


def _edition(lock: Path) -> str:
    """Name the packages, all of them, to the byte."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()[:12]


def _kernels(site: Path) -> dict[str, str]:
    """Return the kernel's workers: for pages that the host isolates, and for all others."""
    texts = {path: path.read_text(encoding="utf-8") for path in (site / _KERNEL).glob("*.js")}
    workers = {path: text for path, text in texts.items() if "importScripts" in text and _PART not in text}
    found = {
        "isolated" if _ASKS in text else "plain": path.relative_to(site).as_posix()
        for path, text in workers.items()
        if "loadPyodide" in text
    }
    if len(found) != 2:
        raise SiteError("JupyterLite's Python kernel is not the one pinned: its two workers are not there.")
    return found
