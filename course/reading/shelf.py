"""Which topics there are, and in which order they are read."""

import difflib
from pathlib import Path

from course.folder import CourseError

TOPICS_FOLDER = Path(__file__).parent.parent / "topics"

TOPICS = (
    "start_here",
    "affine_prediction",
    "least_squares",
    "ridge_path",
    "logistic_bce",
    "softmax",
    "standardization",
    "diagnostics",
    "worked_backprop",
    "training_step",
)


class UnknownTopicError(CourseError):
    """There is no such topic: says which there are."""


def find_topic(name: str) -> Path:
    """Return the folder of a topic; raises `UnknownTopicError` with the nearest name."""
    if name not in TOPICS:
        near = difflib.get_close_matches(name, TOPICS, n=1)
        advice = f"did you mean '{near[0]}'?" if near else f"the topics are {', '.join(TOPICS)}."
        raise UnknownTopicError(f"There is no topic '{name}': {advice}")
    return TOPICS_FOLDER / name
