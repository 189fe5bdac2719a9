"""The course for a browser tab."""

from pathlib import Path
from typing import Annotated

import typer

from course.folder import CourseFolder
from course.speaking import console, one_sentence, progress


@one_sentence
def site(
    to: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where to put it; site/ if left out.")
    ] = None,
    pyodide: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where Pyodide's files lie; they are downloaded if left out."),
    ] = None,
) -> None:
    """Build the course as a static site: Python in the tab, nothing to install."""
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
