"""A class of invented students whose work shows everything that grading meets."""

from course.sample_class.handing_in import hand_in, make_room
from course.sample_class.students import Damage, Student, enrol, model_answers

__all__ = ["Damage", "Student", "enrol", "hand_in", "make_room", "model_answers"]
