"""Markdown as HTML, its formulas as MathML: no script and no network when it is read."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape

from markupsafe import Markup
from math_core import LatexError, LatexToMathML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from course.grading.inert import inert_html

# Below the page's own headings: its title, and "Your notebook".
_HEADINGS_ABOVE = 2
_LOWEST_HEADING = 6
# The converter is recursive: some 400 nested groups overflow the stack of Windows. A formula that a person
# reads has far fewer commands and braces, and defines none.
_LONGEST = 4000
# Time grows with the square of what a person could not have typed.
_LONGEST_SOURCE = 40_000
_MOST_COMMANDS = 300
_BEFORE_PUNCTUATION = re.compile(r"(?s)(<math>(?:(?!<math>).)*?</math>[.,;:!?)]+)")
_CONVERTER = LatexToMathML(fancy_error=False, max_expansions=0)


def inert_markdown(source: str, attachments: Mapping[str, dict[str, str]] | None = None) -> Markup:
    """Return what Markdown says as harmless HTML; as plain text where nobody could have meant to write it."""
    if len(source) > _LONGEST_SOURCE:
        return Markup("<pre>{}…</pre>").format(source[:_LONGEST_SOURCE])
    return _converted(source, attachments) if attachments else _converted_before(source)


@lru_cache(maxsize=256)
def _converted_before(source: str) -> Markup:
    """Most of a notebook's text is the course's own, the same for every student."""
    return _converted(source, {})


def _converted(source: str, attachments: Mapping[str, dict[str, str]]) -> Markup:
    renderer = _Renderer(escape=False, exclude_anchor_links=True, attachments=dict(attachments))
    html = MarkdownWithMath(renderer=renderer).render(source)
    return inert_html(_BEFORE_PUNCTUATION.sub(r'<span style="white-space:nowrap">\1</span>', html))


def formula(latex: str, *, display: bool = False) -> str:
    """Return a formula as MathML; its LaTeX as code where that cannot be."""
    if len(latex) <= _LONGEST and latex.count("{") + latex.count("\\") <= _MOST_COMMANDS:
        try:
            return _CONVERTER.convert_with_local_state(latex.strip(), displaystyle=display)
        except LatexError:
            pass
    return f"<code>{escape(latex.strip())}</code>"


class _Renderer(IPythonRenderer):
    def heading(self, text: str, level: int, **attrs: object) -> str:
        """Leave the page's own headings above those of the notebook."""
        level = min(level + _HEADINGS_ABOVE, _LOWEST_HEADING)
        return f"<h{level}>{text}</h{level}>\n"

    def inline_math(self, body: str) -> str:
        """A formula within a line."""
        return formula(body)

    def block_math(self, body: str) -> str:
        """A formula with a line of its own."""
        return formula(body, display=True)

    def latex_environment(self, name: str, body: str) -> str:
        """A formula that stands without dollars, as Jupyter allows."""
        return formula(f"\\begin{{{name}}}{body}\\end{{{name}}}", display=True)

    def block_mermaidjs(self, code: str) -> str:
        """A diagram needs a script to be drawn: show how it is written."""
        return f"<pre>{escape(code)}</pre>\n"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """A picture that came along; what it shows, in words, where it did not."""
        said = escape(Markup(text).striptags())
        source = self._attached(url.removeprefix("attachment:")) if url.startswith("attachment:") else url
        if not source.startswith("data:image/"):
            return f"<em>[picture: {said or 'not handed in'}]</em>"
        return f'<img src="{escape(source)}" alt="{said or "Picture from your notebook"}">'

    def _attached(self, name: str) -> str:
        forms = self.attachments.get(name)
        for form in ("image/png", "image/jpeg", "image/gif", "image/svg+xml"):
            if isinstance(forms, dict) and form in forms:
                return f"data:{form};base64,{forms[form]}"
        return ""
