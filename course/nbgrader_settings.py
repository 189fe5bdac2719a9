"""nbgrader's configuration as this course folder sets it, for use within one process."""

import os
from pathlib import Path

from nbgrader.apps.baseapp import NbGrader
from traitlets.config import Config

from course.folder import CourseFolder


def load_settings(folder: CourseFolder) -> Config:
    """Read `nbgrader_config.py` as the stock commands do, with the course folder as root."""
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
