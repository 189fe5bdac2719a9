"""HTML that a student may have written, made harmless: text, tables, formulas and pictures stay."""

import re

from bleach.css_sanitizer import CSSSanitizer  # type: ignore[import-untyped]
from bleach.sanitizer import Cleaner  # type: ignore[import-untyped]
from markupsafe import Markup, escape


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TEXT_TAGS = _words(
    """
    a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
    h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup
    table tbody td tfoot th thead tr u ul var
    """
)
_MATH_TAGS = _words(
    """
    math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt
    mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics
    """
)
_MATH_ATTRIBUTES = _words(
    """
    accent accentunder columnspan display displaystyle form largeop linethickness lspace mathvariant maxsize
    minsize movablelimits notation rowspan rspace scriptlevel stretchy symmetric width
    """
)
_ATTRIBUTES = {
    "a": {"href": re.compile(r"(?i)(https?:|mailto:)\S+"), "title": re.compile(".*")},
    "img": {
        "src": re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]+"),
        "alt": re.compile("(?s).*"),
        "width": re.compile(r"\d{1,4}"),
        "height": re.compile(r"\d{1,4}"),
    },
    "ol": {"start": re.compile(r"\d{1,4}")},
    "td": {"colspan": re.compile(r"\d{1,2}"), "rowspan": re.compile(r"\d{1,2}")},
    "th": {"colspan": re.compile(r"\d{1,2}"), "rowspan": re.compile(r"\d{1,2}")},
}
# Pygments' names for the parts of code: none is a name that the page's own stylesheet uses.
_CLASS = re.compile(r"highlight|[a-z]{1,2}[a-z0-9]?")
_MATH_VALUE = re.compile(r"[a-z]{1,20}|\d{0,3}(\.\d{1,8})?(em|ex|px|%)?")
_STYLES = _words(
    """
    border border-bottom border-collapse border-color border-left border-right border-style border-top
    border-width color background-color font-family font-size font-style font-weight justify-items line-height
    list-style-type
    margin margin-bottom margin-left margin-right margin-top max-width
    padding padding-bottom padding-left padding-right padding-top
    text-align text-decoration vertical-align white-space width
    """
)
# Words, colours and short lengths, none of them negative: nothing loads, and nothing covers its neighbours.
_RGB = re.compile(r"rgba?\([\d\s.,%]*\)")
_STYLE_VALUE = re.compile(r"[a-zA-Z0-9#%.,\s-]+")
_NEGATIVE_OR_LONG = re.compile(r"(?<![\w])-|(?<![#\w.])\d{4}")
# What stands inside these was never meant to be read.
_UNSPOKEN = re.compile(
    r"(?i)(</?(?:script|style|template|textarea|title|svg|noscript|iframe|object)\b[^<>]{0,500}>)"
)
# Time grows with the square of the tags: a long table has thousands, only mischief has more.
_MOST_TAGS = 10_000
_LONGEST_TEXT = 20_000


class _HarmlessStyle(CSSSanitizer):  # type: ignore[misc]
    def sanitize_css(self, style: str) -> str:
        """Keep the declarations whose property and value are both harmless."""
        declarations = (part.partition(":") for part in super().sanitize_css(style).split(";"))
        return ";".join(
            f"{name.strip()}:{value.strip()}" for name, _, value in declarations if _is_plain(value)
        )


def _is_plain(value: str) -> bool:
    words = _RGB.sub("black", value)
    return bool(_STYLE_VALUE.fullmatch(words)) and not _NEGATIVE_OR_LONG.search(words)


def _is_harmless(tag: str, name: str, value: str) -> bool:
    if name == "style":
        return True
    if name == "class":
        return bool(_CLASS.fullmatch(value))
    if tag in _MATH_TAGS:
        return name in _MATH_ATTRIBUTES and bool(_MATH_VALUE.fullmatch(value))
    allowed = _ATTRIBUTES.get(tag, {}).get(name)
    return bool(allowed and allowed.fullmatch(value))


_CLEANER = Cleaner(
    tags=_MATH_TAGS | _TEXT_TAGS,
    attributes=_is_harmless,
    protocols={"http", "https", "mailto", "data"},
    strip=True,
    css_sanitizer=_HarmlessStyle(allowed_css_properties=_STYLES),
)


def inert_html(html: str) -> Markup:
    """Return HTML in which nothing runs, loads, submits or hides; as plain text where it cannot be read."""
    if html.count("<") > _MOST_TAGS:
        return escape(html[:_LONGEST_TEXT])
    try:
        return Markup(_CLEANER.clean(_without_unspoken(html)))
    except RecursionError:
        return escape(html[:_LONGEST_TEXT])


def _without_unspoken(html: str) -> str:
    kept, inside = [], False
    for position, part in enumerate(_UNSPOKEN.split(html)):
        if position % 2:
            inside = not part.startswith("</")
        elif not inside:
            kept.append(part)
    return "".join(kept)
