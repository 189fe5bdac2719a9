"""nbgrader within one process: its configuration in this course folder, and what its answers mean."""

import copy
import logging
import os
import re
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from nbgrader.apps import NbGraderAPI
from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from course.folder import CourseFolder

# nbgrader 0.9.6 builds its rows in an order that SQLAlchemy 2.1 warns of; they are right all the same.
warnings.filterwarnings("ignore", category=SAWarning, module=r"nbgrader\.")


# nbgrader logs a database error here and raises it as well: the caller says it in a sentence.
logging.getLogger("tornado.application").addHandler(logging.NullHandler())


def nbgrader_api(folder: CourseFolder, release: str = "release") -> NbGraderAPI:
    """Return nbgrader's API for a course folder, configured as the stock commands are.

    `release` is the folder, below the course's, that release notebooks are written to.
    """
    settings = nbgrader_settings(folder)
    settings.CourseDirectory.release_directory = release
    return NbGraderAPI(config=settings)


def failure(answer: Mapping[str, Any]) -> str:
    """Say in one line why a call of the API failed; "" if it did not."""
    if answer["success"]:
        return ""
    said = f"{answer.get('log') or ''}\n{answer.get('error') or ''}"
    if "disk is full" in said or "No space left on device" in said:
        return "the disk is full; make room and run this again"
    raised = re.findall(r"(?m)^\s*(?:[\w.]+\.)?(\w*(?:Error|Exception|Entry)\w*: .+)$", said)
    return str(raised[0]) if raised else "nbgrader gave no reason"


def nbgrader_settings(folder: CourseFolder) -> Config:
    """Return the configuration that the stock commands have in this folder."""
    return copy.deepcopy(_loaded(folder))


@cache
def course_directory(folder: CourseFolder) -> CourseDirectory:
    """Return where nbgrader looks for everything in this folder, and which files it leaves out."""
    return CourseDirectory(config=nbgrader_settings(folder))


@cache
def _loaded(folder: CourseFolder) -> Config:
    app = NbGrader()
    here = Path.cwd()
    os.chdir(folder.root)
    try:
        app.load_config_file()
    finally:
        os.chdir(here)
    settings: Config = app.config
    settings.CourseDirectory.root = str(folder.root)
    return settings
