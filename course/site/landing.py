"""The page that a student opens first, and what is added to the page that JupyterLab starts from."""

import json
import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from course.reading import Topic
from course.site.errors import SiteError

_PAGES = Path(__file__).with_name("pages")
_HEAD = "<head>"


def write_landing_page(site: Path, topics: Sequence[Topic], size: int) -> None:
    """Write `index.html`; `size`: bytes that the first visit fetches, about."""
    page = Template((_PAGES / "landing.html").read_text(encoding="utf-8")).substitute(
        first=_path(topics[0]),
        megabytes=round(size / 1e6),
        notebooks="\n".join(map(_item, topics)),
    )
    (site / "index.html").write_text(page, encoding="utf-8")
    for name in ("landing.css", "landing.js"):
        shutil.copy(_PAGES / name, site / name)


def add_opening(site: Path, python: Sequence[Path]) -> None:
    """Have JupyterLab's page run `opening.js` first, and tell it the files that Python is made of."""
    page = site / "lab/index.html"
    text = page.read_text(encoding="utf-8")
    if _HEAD not in text:
        raise SiteError(f"{page} has no {_HEAD}: the JupyterLite that is installed is not the one pinned.")
    files = json.dumps([[path.relative_to(site).as_posix(), path.stat().st_size] for path in python])
    first = (
        '<link rel="icon" href="favicon.ico">'
        f'<script id="math-to-code-files" type="application/json">{files}</script>'
        '<script src="../opening.js"></script>'
    )
    page.write_text(text.replace(_HEAD, _HEAD + first, 1), encoding="utf-8")
    shutil.copy(_PAGES / "opening.js", site / "opening.js")
    shutil.copy(_PAGES / "start.js", site / "static/pyodide/start.js")


def _item(topic: Topic) -> str:
    difficulty = "●" * topic.difficulty + "○" * (3 - topic.difficulty)
    words = ("easy", "medium", "hard")[topic.difficulty - 1]
    return (
        f'<li><a href="lab/index.html?path={_path(topic)}">{escape(topic.title)}</a> '
        f'<span>{topic.minutes} minutes</span> <span title="{words}">{difficulty}</span></li>'
    )


def _path(topic: Topic) -> str:
    return f"{topic.name}/{topic.name}.ipynb"
