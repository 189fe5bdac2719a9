"""JupyterLite around notebooks, wheels and Pyodide: what it is told, and its own command that builds it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from course.site.errors import SiteError
from course.site.pyodide import kernel_extension

# Everything that the first cell of a notebook needs is fetched while Python itself still comes.
_AT_ONCE = (
    *("micropip", "piplite", "sqlite3", "ipykernel", "comm", "pyodide_kernel", "ipython"),
    *("numpy", "math-to-code"),
)
# What the kernel would install and the course has no use for: 4 MB, and half a second at each start.
_LEFT_OUT = ("jedi", "ssl")
PYTHON_OPTIONS = {
    "packages": list(_AT_ONCE),
    "env": {
        "HOME": "/home/pyodide",
        "MATH_TO_CODE_HOME": "/drive/.math-to-code",
        "PYTHONPYCACHEPREFIX": "/compiled",
    },
}
_PYTHON = {
    "pyodideUrl": "./static/pyodide/python.js",
    "disablePyPIFallback": True,
    "loadPyodideOptions": {**PYTHON_OPTIONS, "packages": [*_AT_ONCE, *_LEFT_OUT]},
}
_SETTINGS = {
    "@jupyterlab/docmanager-extension:plugin": {"autosaveInterval": 10},  # s
    # A cell out of sight keeps its widget, and is found by the browser's search and by screen readers.
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
}
# Where a browser forbids to keep anything, JupyterLite works in memory; it must be told that it may.
_STORAGES = ["asyncStorage", "localStorageWrapper", "memoryStorageDriver"]
_ANY_DAY = 1580601600  # 2020-02-02, as in the wheels: the same notebooks make the same bytes on every day
_UNUSED = ("@jupyterlab/extensionmanager-extension", "@jupyterlab/terminal-extension")


def build_jupyterlite(here: Path, notebooks: Path, extensions: list[Path], site: Path) -> None:
    """Build a site out of these notebooks and JupyterLab extensions; `here` is a folder to work in.

    Raises `SiteError` with the last that JupyterLite said, where it fails.
    """
    _write(here / "jupyter_lite_config.json", _build(notebooks, extensions, site))
    _write(here / "jupyter-lite.json", {"jupyter-lite-schema-version": 0, "jupyter-config-data": _page()})
    _write(here / "overrides.json", _SETTINGS)
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    run = subprocess.run(command, cwd=here, capture_output=True, text=True)
    if run.returncode or not (site / "api/contents/all.json").is_file():
        raise SiteError(f"JupyterLite could not build the site: {(run.stderr or run.stdout).strip()[-600:]}")


def _build(notebooks: Path, extensions: list[Path], site: Path) -> dict[str, Any]:
    return {
        "LiteBuildConfig": {
            "contents": [str(notebooks)],
            "output_dir": str(site),
            "apps": ["lab"],
            "federated_extensions": [str(path) for path in (kernel_extension(), *extensions)],
            "ignore_sys_prefix": ["federated_extensions"],
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "source_date_epoch": _ANY_DAY,
        }
    }


def _page() -> dict[str, Any]:
    return {
        "appName": "Math to Code",
        "defaultKernelName": "python",
        "disabledExtensions": list(_UNUSED),
        "contentsStorageDrivers": _STORAGES,
        "enableMemoryStorage": True,
        "exposeAppInBrowser": True,
        "settingsStorageDrivers": _STORAGES,
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": _PYTHON},
    }


def _write(path: Path, data: dict[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
