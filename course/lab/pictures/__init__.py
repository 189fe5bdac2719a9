"""Pictures to play with: move a control, and the formula's picture follows.

Each takes the function you wrote and draws with it.
"""

from course.lab.pictures.affine_shapes import affine_shapes
from course.lab.pictures.outlier import outlier
from course.lab.pictures.running_sum import running_sum
from course.lab.pictures.temperature import temperature

__all__ = ["affine_shapes", "outlier", "running_sum", "temperature"]
