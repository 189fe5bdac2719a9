"""Pyodide's runtime and packages: each file is what Pyodide's own lock says, byte for byte.

`pyodide.json` holds the part of the official lock that the course needs, word for word, and the
sha256 of the runtime and of the wheels that JupyterLite's Python kernel brings.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Sequence
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from course.site.errors import SiteError

_LOCK: dict[str, Any] = json.loads(Path(__file__).with_name("pyodide.json").read_text(encoding="utf-8"))
_KERNEL = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension"
_PATIENCE = 60  # s without a byte

INFO: dict[str, Any] = _LOCK["info"]
PACKAGES: dict[str, dict[str, Any]] = _LOCK["packages"]
FILES: dict[str, str] = {
    **_LOCK["runtime"],
    **{package["file_name"]: package["sha256"] for package in PACKAGES.values()},
}


def kernel_extension() -> Path:
    """Return what JupyterLite's Python kernel installs for the browser."""
    return Path(sys.prefix) / _KERNEL


def kernel_wheels() -> list[Path]:
    """Return the wheels of the Python kernel; raises `SiteError` where one is not the one pinned."""
    wheels = {kernel_extension() / "static/pypi" / name: sha256 for name, sha256 in _LOCK["kernel"].items()}
    for path, sha256 in wheels.items():
        if not path.is_file() or not _has(path.read_bytes(), sha256):
            raise SiteError(
                f"JupyterLite's Python kernel has another {path.name} than the one pinned: run 'make clean', "
                "which removes the environment, and try again."
            )
    return list(wheels)


def gather_pyodide(place: Path, folders: Sequence[Path], done: Callable[[str], None]) -> None:
    """Put every file of Pyodide's into `place`: out of one of these folders, or else from its own address.

    Raises `SiteError` where a file cannot be fetched, or is not what the lock says.
    """
    for name, sha256 in FILES.items():
        there = [folder / name for folder in folders if (folder / name).is_file()]
        data = next((data for path in there if _has(data := path.read_bytes(), sha256)), None)
        if data is None:
            data = _fetch(name, there)
            if not _has(data, sha256):
                raise SiteError(f"{_address()}{name} is not the file of Pyodide's lock: try again later.")
        (place / name).write_bytes(data)
        done(name)


def _has(data: bytes, sha256: str) -> bool:
    return hashlib.sha256(data).hexdigest() == sha256


def _address() -> str:
    """Return where Pyodide's files are published, as the kernel that is installed has it."""
    schema = json.loads((kernel_extension() / "static/schema/kernel.v0.schema.json").read_bytes())
    address = str(schema["properties"]["pyodideUrl"]["default"])
    folder = address.rpartition("/")[0].split("/")
    return "/".join([f"v{INFO['version']}" if part.startswith("v0.") else part for part in folder]) + "/"


def _fetch(name: str, other: Sequence[Path]) -> bytes:
    """Return a file from Pyodide's address; `other`: files of this name that are not those of the lock."""
    try:
        with urlopen(_address() + name, timeout=_PATIENCE) as answer:
            data: bytes = answer.read()
            return data
    except (URLError, HTTPException, OSError) as error:
        refused = "".join(f"{path} is not the file of Pyodide's lock, and " for path in other)
        raise SiteError(
            f"{refused}{_address()}{name} could not be fetched ({error}): try again, or name a folder that "
            f"holds the files of Pyodide {INFO['version']}, as in 'make site PYODIDE=folder'."
        ) from error
