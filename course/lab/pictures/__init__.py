"""Pictures to play with: move a control, and the formula's picture follows.

Each takes the function you wrote and draws with it.
"""

from course.lab.pictures.affine_shapes import affine_shapes
from course.lab.pictures.running_sum import running_sum
from course.lab.pictures.temperature import temperature
from course.lab.pictures.word_probabilities import word_probabilities

__all__ = ["affine_shapes", "running_sum", "temperature", "word_probabilities"]
