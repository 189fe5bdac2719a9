"""Notebooks and tests that run here are nobody's progress: nothing is kept of them."""

import os

os.environ["MATH_TO_CODE_HOME"] = ""
