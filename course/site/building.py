"""One site, from release notebooks and wheels to a folder that any static host can serve."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from course.build import find_leaks, pack_wheel, secret_lines
from course.folder import CourseFolder
from course.reading import TOPICS, read_topic
from course.site.contents import write_contents
from course.site.errors import SiteError
from course.site.jupyterlite import build_jupyterlite
from course.site.landing import write_landing_page
from course.site.opening import add_opening
from course.site.pyodide import gather_pyodide, kernel_wheels
from course.site.wheels import download_wheels, write_lock

_TAB = Path(__file__).with_name("tab")
_FRONT_ENDS = ("anywidget", "jupyterlab_widgets", "math_to_code")  # wheels that hold JupyterLab extensions
_ISOLATION = "/*\n  Cross-Origin-Opener-Policy: same-origin\n  Cross-Origin-Embedder-Policy: require-corp\n"


@dataclass(frozen=True)
class Site:
    """A finished site: where it is, its files, their bytes, and the bytes of Python and its packages."""

    place: Path
    files: int
    size: int
    python: int


def build_site(folder: CourseFolder, to: Path, pyodide: Path | None, done: Callable[[str], None]) -> Site:
    """Build the site in the place of the one before; `pyodide`: a folder that holds Pyodide's files.

    Raises `SiteError` where a part cannot be had, a notebook is not released or an answer would leak; what
    was there then stays.
    """
    _refuse_other_work(folder, to)
    missing = [name for name in TOPICS if not (folder.release / name / f"{name}.ipynb").is_file()]
    if missing:
        raise SiteError(f"release/{missing[0]} has no notebook yet: run 'make release' first.")
    if pyodide and not pyodide.is_dir():
        raise SiteError(f"{pyodide} is no folder: name the one that holds Pyodide's files, or none.")
    to.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=to.parent) as staged:
        here, site = Path(staged), Path(staged) / "site"
        python = here / "python"
        python.mkdir()
        gather_pyodide(python, [*([pyodide] if pyodide else []), to / "static/pyodide"], done)
        extensions = _gather_wheels(here, python)
        editions = write_contents(folder.release, TOPICS, here / "notebooks")
        build_jupyterlite(here, here / "notebooks", extensions, site)
        shutil.move(python, site / "static/pyodide")
        _finish(site, editions)
        _put_into_place(site, to, here)
    return _measure(to)


def _refuse_other_work(folder: CourseFolder, to: Path) -> None:
    """Raise `SiteError` where something lies that is no earlier site: it would be lost.

    So is a repository in an earlier site, and a place among the course's own files.
    """
    place = to.resolve()
    if place.is_relative_to(folder.root) and place.parent != folder.root:
        raise SiteError(f"{to} is inside of the course's own folders: name another place after --to.")
    earlier = (to / "editions.json").is_file() and not (to / ".git").exists()
    if os.path.lexists(to) and not earlier and (not to.is_dir() or any(to.iterdir())):
        raise SiteError(f"{to} holds something else than an earlier site: name another place after --to.")


def _gather_wheels(here: Path, python: Path) -> list[Path]:
    """Put what Python imports beside Pyodide's packages; return what extends JupyterLab."""
    wheels = here / "wheels"
    wheels.mkdir()
    download_wheels(wheels)
    pack_wheel(wheels)
    front_ends = [path for path in wheels.glob("*.whl") if path.name.startswith(_FRONT_ENDS)]
    inside = [path for path in wheels.glob("*.whl") if not path.name.startswith("jupyterlab_widgets")]
    own = [Path(shutil.copy(path, python)) for path in [*sorted(inside), *kernel_wheels()]]
    write_lock(python, own)
    return [*front_ends, _TAB]


def _finish(site: Path, editions: dict[str, str]) -> None:
    python = add_opening(site)
    write_landing_page(
        site, [read_topic(name) for name in TOPICS], sum(path.stat().st_size for path in python)
    )
    (site / "editions.json").write_text(json.dumps(editions, indent=1), encoding="utf-8")
    (site / "_headers").write_text(_ISOLATION, encoding="utf-8")
    ours = [site / "files", site / "index.html", *(site / "static/pyodide").glob("math_to_code-*.whl")]
    leaks = list(map(str, find_leaks(ours, secret_lines())))
    if leaks:
        raise SiteError("Not fit to publish:\n" + "\n".join(leaks))


def _put_into_place(site: Path, to: Path, here: Path) -> None:
    old = here / "old"
    if to.exists():
        to.rename(old)
    try:
        site.rename(to)
    except BaseException:
        if old.exists():
            old.rename(to)
        raise


def _measure(place: Path) -> Site:
    sizes = {path: path.stat().st_size for path in place.rglob("*") if path.is_file()}
    python = sum(size for path, size in sizes.items() if path.parent == place / "static/pyodide")
    return Site(place, len(sizes), sum(sizes.values()), python)
