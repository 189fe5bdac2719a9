"""Matplotlib's line about its font cache: written in red below the first picture, it looks like an error."""

import logging

_LINE = "Matplotlib is building the font cache"


def hide_the_line_about_fonts() -> None:
    """Let Matplotlib build its font cache without a word; whatever else it warns of is shown."""
    logging.getLogger("matplotlib.font_manager").addFilter(_is_another)


def _is_another(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith(_LINE)
