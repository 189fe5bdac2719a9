"""What the course's other rooms use of this one: exercises, fingerprints, recognition."""

from course.lab.diagnosis import diagnose
from course.lab.exercise import Exercise, Misconception, all_exercises, exercise_from
from course.lab.recognising import fingerprint, recognise, same_fingerprint
from course.lab.verdict import Outcome

__all__ = [
    "Exercise",
    "Misconception",
    "Outcome",
    "all_exercises",
    "diagnose",
    "exercise_from",
    "fingerprint",
    "recognise",
    "same_fingerprint",
]
