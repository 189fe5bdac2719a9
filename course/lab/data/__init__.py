"""Data for the notebooks, shipped with the package: nothing is loaded from a network.

Palmer penguins: measured by Kristen Gorman and the Palmer Station LTER, Antarctica; published by Horst,
Hill and Gorman (2020), doi:10.5281/zenodo.3960218, under CC0.
The four patients of the clinic are made from them.
"""

from course.lab.data.clinic import patients
from course.lab.data.palmer import penguins

__all__ = ["patients", "penguins"]
