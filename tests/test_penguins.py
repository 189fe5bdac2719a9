"""The real data that the notebooks load."""

import numpy as np

from course.lab import penguins


def test_the_birds_without_a_missing_entry_are_those_that_the_authors_count():
    """Horst, Hill and Gorman count 344 birds, of which 333 are complete."""
    names, counts = np.unique(penguins()["species"], return_counts=True)
    assert dict(zip(names.tolist(), counts.tolist(), strict=True)) == {
        "Adelie": 146,
        "Chinstrap": 68,
        "Gentoo": 119,
    }


def test_measurements_are_float64_in_the_units_of_their_names():
    birds = penguins()
    for name, low, high in [
        ("bill_length_mm", 32.1, 59.6),
        ("bill_depth_mm", 13.1, 21.5),
        ("flipper_length_mm", 172.0, 231.0),
        ("body_mass_g", 2700.0, 6300.0),
    ]:
        assert birds[name].dtype == np.float64
        assert (birds[name].min(), birds[name].max()) == (low, high), name


def test_who_changes_the_columns_changes_no_one_elses():
    penguins()["body_mass_g"][:] = 0
    assert penguins()["body_mass_g"].min() == 2700.0
