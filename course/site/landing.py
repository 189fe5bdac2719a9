"""The page that a student opens first."""

import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from course.reading import Topic

_PAGES = Path(__file__).with_name("pages")


def write_landing_page(site: Path, topics: Sequence[Topic], size: int) -> None:
    """Write `index.html`; `size`: bytes of Python and its packages."""
    page = Template((_PAGES / "landing.html").read_text(encoding="utf-8")).substitute(
        first=_path(topics[0]),
        megabytes=round(size / 1e6),
        notebooks="\n".join(map(_item, topics)),
    )
    (site / "index.html").write_text(page, encoding="utf-8")
    for name in ("landing.css", "landing.js"):
        shutil.copy(_PAGES / name, site / name)


def _item(topic: Topic) -> str:
    difficulty = "●" * topic.difficulty + "○" * (3 - topic.difficulty)
    words = ("easy", "medium", "hard")[topic.difficulty - 1]
    return (
        f'<li><a href="lab/index.html?path={_path(topic)}">{escape(topic.title)}</a> '
        f'<span>{topic.minutes} minutes</span> <span title="{words}">{difficulty}</span></li>'
    )


def _path(topic: Topic) -> str:
    return f"{topic.name}/{topic.name}.ipynb"
