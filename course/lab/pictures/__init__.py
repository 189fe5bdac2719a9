"""Pictures to play with: move a control, and the formula's picture follows.

Each takes the function you wrote and draws with it. A picture is loaded when it is first asked for, and
Matplotlib with it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from course.lab.pictures.affine_shapes import affine_shapes
    from course.lab.pictures.before_and_after import before_and_after
    from course.lab.pictures.fog_walk import fog_walk
    from course.lab.pictures.network import network
    from course.lab.pictures.outlier import outlier
    from course.lab.pictures.price_of_being_sure import price_of_being_sure
    from course.lab.pictures.ridge_contours import ridge_contours
    from course.lab.pictures.running_sum import running_sum
    from course.lab.pictures.temperature import temperature
    from course.lab.pictures.word_probabilities import word_probabilities

__all__ = [
    "affine_shapes",
    "before_and_after",
    "fog_walk",
    "network",
    "outlier",
    "price_of_being_sure",
    "ridge_contours",
    "running_sum",
    "temperature",
    "word_probabilities",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"there is no picture {name}: choose among {', '.join(__all__)}")
    # A module and its picture share a name; from here on the name is the picture.
    picture = globals()[name] = getattr(import_module(f"course.lab.pictures.{name}"), name)
    return picture
