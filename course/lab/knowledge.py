"""What the course's other rooms use of this one: exercises, fingerprints, recognition."""

from course.lab.exercise import Exercise, Misconception, all_exercises, exercise_from, find_exercise
from course.lab.recognising import fingerprint, recognise, same_fingerprint

__all__ = [
    "Exercise",
    "Misconception",
    "all_exercises",
    "exercise_from",
    "find_exercise",
    "fingerprint",
    "recognise",
    "same_fingerprint",
]
