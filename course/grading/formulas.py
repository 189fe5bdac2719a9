"""Markdown as HTML, its formulas as MathML: no script and no network when it is read."""

from collections.abc import Mapping
from html import escape

from markupsafe import Markup
from math_core import LatexError, LatexToMathML
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath

from course.grading.inert import inert_html

# Below the page's own headings: its title, and "Your notebook".
_HEADINGS_ABOVE = 2
_LOWEST_HEADING = 6
# The converter is recursive, and some 400 nested groups overflow the stack of Windows. One formula that a person
# reads has far fewer commands and braces, and defines none.
_LONGEST = 4000
_MOST_COMMANDS = 300
_CONVERTER = LatexToMathML(fancy_error=False, max_expansions=0)

Attachments = Mapping[str, Mapping[str, str]]


def inert_markdown(source: str, attachments: Attachments | None = None) -> Markup:
    """Return what Markdown says as harmless HTML."""
    renderer = _Renderer(escape=False, exclude_anchor_links=True, attachments=dict(attachments or {}))
    return inert_html(MarkdownWithMath(renderer=renderer).render(source))


def formula(latex: str, *, display: bool = False) -> str:
    """Return a formula as MathML; its LaTeX as code where that cannot be."""
    if len(latex) <= _LONGEST and latex.count("{") + latex.count("\\") <= _MOST_COMMANDS:
        try:
            return _CONVERTER.convert_with_local_state(latex.strip(), displaystyle=display)
        except LatexError:
            pass
    return f"<code>{escape(latex.strip())}</code>"


class _Renderer(IPythonRenderer):  # type: ignore[misc]
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
        try:
            source = self._embed_image_or_attachment(url)
        except InvalidNotebook:
            source = ""
        if not source.startswith("data:image/"):
            return f"<em>[picture: {escape(text or 'not handed in')}]</em>"
        return f'<img src="{escape(source)}" alt="{escape(text or "Picture from your notebook")}">'
