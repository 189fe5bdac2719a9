"""The report as one HTML file, without scripts, which loads nothing."""

import errno
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from course.folder import CourseError
from course.likeness import FEWEST, LENGTH, SHARE, UNUSUAL
from course.reporting.claims import MINUTES
from course.reporting.item_analysis import FEW, LOW
from course.reporting.sections import Report

_TEMPLATES = Path(__file__).parent / "templates"
_LONGEST = 400


def render(report: Report, written: datetime) -> str:
    """Return the page. Every value is escaped unless a filter has made it harmless."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "percent": _percent,
        "number": _number,
        "coefficient": _coefficient,
        "sentence": _sentence,
        "short": _short,
    }
    environment.globals["limits"] = {
        "fewest": FEWEST,
        "length": LENGTH,
        "share": SHARE,
        "unusual": UNUSUAL,
        "low": LOW,
        "few": FEW,
        "minutes": MINUTES[-1],
    }
    return environment.get_template("report.html.j2").render(report=report, written=written)


def write_page(page: str, output: Path) -> None:
    """Write the page whole or not at all; raises `CourseError` where that cannot be done."""
    half_written = output.with_name(f"{output.name}.writing")
    try:
        # A folder's name may hold what no text can.
        half_written.write_text(page, encoding="utf-8", errors="backslashreplace")
        half_written.replace(output)
    except OSError as error:
        with suppress(OSError):
            half_written.unlink()
        if error.errno == errno.ENOSPC:
            raise
        raise CourseError(f"{output} cannot be written: {error.strerror}. Choose another --output.") from None


def _percent(share: float) -> str:
    return f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def _number(value: float) -> str:
    """As few digits as say it."""
    return f"{round(value, 2):g}"


def _coefficient(value: float) -> str:
    """Two digits behind the point, with a true minus."""
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")


def _sentence(text: str) -> Markup:
    """Plain words, with `code` between backticks."""
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(_short(text)))))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
