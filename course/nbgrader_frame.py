"""nbgrader within one process: its configuration in this course folder, and what its answers mean."""

import os
import re
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbgrader.apps import NbGraderAPI
from nbgrader.apps.baseapp import NbGrader
from sqlalchemy.exc import SAWarning
from traitlets.config import Config

from course.folder import CourseFolder

# nbgrader 0.9.6 builds its rows in an order that SQLAlchemy 2.1 warns of; they are right all the same.
warnings.filterwarnings("ignore", category=SAWarning, module=r"nbgrader\.")


def nbgrader_api(folder: CourseFolder) -> NbGraderAPI:
    """Return nbgrader's API for a course folder, configured as the stock commands are."""
    return NbGraderAPI(config=_settings(folder))


def failure(answer: Mapping[str, Any]) -> str:
    """Say in one line why a call of the API failed; "" if it did not."""
    if answer["success"]:
        return ""
    said = f"{answer.get('log') or ''}\n{answer.get('error') or ''}"
    raised = re.findall(r"(?m)^\s*(?:[\w.]+\.)?(\w*(?:Error|Exception|Entry)\w*: .+)$", said)
    return str(raised[0]) if raised else "nbgrader gave no reason"


def _settings(folder: CourseFolder) -> Config:
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
