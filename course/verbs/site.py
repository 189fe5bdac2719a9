"""The course for a browser tab."""

from pathlib import Path
from typing import Annotated

import typer

from course.folder import CourseFolder
from course.speaking import console, one_sentence, progress


@one_sentence
def site(
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="Where to put it; site/ if left out. An earlier site is replaced."
        ),
    ] = None,
    pyodide: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Where Pyodide's files lie, for a machine that may not fetch them. Those of an earlier site "
            "are used again.",
        ),
    ] = None,
) -> None:
    """The course as a static site, for a browser tab.

    Python runs in the tab, nothing is installed. What the site fetches is in it; no answer and no hidden
    test is. Copy the folder to any static host.
    """
    from course.site import PYODIDE_FILES, build_site

    folder = CourseFolder.find()
    with progress("building the site", len(PYODIDE_FILES)) as done:
        built = build_site(folder, to or folder.root / "site", pyodide, done)
    console.print(
        f"Built {to or 'site'}/: {built.files} files, {_megabytes(built.size)}; Python and its packages are "
        f"{_megabytes(built.python)} of these. Any static host can serve it.",
        soft_wrap=True,
    )


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
