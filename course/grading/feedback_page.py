"""The page that a student gets back: one file, without scripts, which loads nothing."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from markupsafe import Markup, escape
from nbconvert.exporters import HTMLExporter
from nbconvert.filters import ansi2html
from nbformat import NotebookNode
from pygments import highlight  # type: ignore[import-untyped]
from pygments.formatters import HtmlFormatter  # type: ignore[import-untyped]
from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]
from traitlets.config import Config

from course.grading.at_a_glance import at_a_glance, comment_on, place_of
from course.grading.formulas import inert_markdown
from course.grading.inert import inert_html
from course.grading.inert_outputs import best_form

_LONGEST_LINE = 300
_LONGEST_CODE = 20_000
_LEXER = get_lexer_by_name("ipython3")
_FORMATTER = HtmlFormatter(nowrap=True)


class FeedbackExporter(HTMLExporter):
    """nbconvert's exporter with a template of our own, in which nothing that a student wrote is live."""

    @property
    def default_config(self) -> Config:
        """Our template, in our own section: nbgrader names its own for every HTMLExporter."""
        ours = {
            "template_name": "feedback_page",
            "extra_template_basedirs": [str(Path(__file__).parent / "templates")],
        }
        config: Config = super().default_config.copy()
        config.merge(Config({"FeedbackExporter": ours}))
        return config

    def default_filters(self) -> Iterator[tuple[str, Callable[..., Any]]]:
        """Name what the template uses; each returns plain text, or HTML that is harmless."""
        yield from super().default_filters()  # type: ignore[no-untyped-call]
        yield "at_a_glance", at_a_glance
        yield "comment_on", comment_on
        yield "place_of", place_of
        yield "markdown", inert_markdown
        yield "inert_html", inert_html
        yield "code", _code
        yield "sentence", _sentence
        yield "terminal", _terminal
        yield "form", best_form
        yield "number", _number
        yield "error_line", _error_line

    def _create_environment(self) -> Environment:
        """Escape all that no filter has declared harmless."""
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.autoescape = True
        environment.bytecode_cache = _COMPILED
        return environment


class _Compiled(BytecodeCache):
    """The templates as they were compiled for the page before: nbconvert begins anew with each."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is kept; Jinja compares its source."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def _code(source: str) -> Markup:
    if len(source) > _LONGEST_CODE:
        return Markup("{}…").format(source[:_LONGEST_CODE])
    return Markup(highlight(source, _LEXER, _FORMATTER))


def _sentence(text: str) -> Markup:
    """Plain words, with `code` between backticks."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))


def _terminal(text: str) -> Markup:
    return Markup(ansi2html(text))  # type: ignore[no-untyped-call]


def _number(points: float) -> str:
    return f"{round(points, 2):g}"


def _error_line(output: NotebookNode) -> str:
    """The last line of a traceback, shortened to one that can stand above it."""
    said = f"{output.get('ename', '')}: {output.get('evalue', '')}".strip(": ").partition("\n")[0]
    return said if len(said) <= _LONGEST_LINE else f"{said[:_LONGEST_LINE]}…"
