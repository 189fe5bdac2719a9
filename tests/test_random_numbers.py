"""The state of random numbers that comes back from a student is the one that was sent, some draws later."""

import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from course.grading.inside.randomness import (
    advance,
    fingerprint,
    generator_row,
    set_shared_state,
    shared_state,
    take_over,
)


@pytest.fixture(autouse=True)
def seeded() -> Iterator[list[list[Any]]]:
    before = shared_state()
    random.seed(1)
    np.random.seed(1)
    yield shared_state()
    set_shared_state(before)


@pytest.mark.parametrize("draws", [0, 1, 3, 624, 2000])
def test_draws_are_taken_over(seeded: list[list[Any]], draws: int) -> None:
    random.choices(range(9), k=draws)
    np.random.rand(draws)
    after = shared_state()
    set_shared_state(seeded)
    take_over(seeded, after)
    assert shared_state() == after


@pytest.mark.parametrize(
    "forged",
    [
        [[bytes(2496), 624, None], [bytes(2496), 624, None]],
        [[b"", 0, None], [b"\0" * 2496, -1, 1.0]],
        ["no", ["state", "at", "all"]],
        None,
        5,
    ],
)
def test_a_state_of_ones_own_is_not(seeded: list[list[Any]], forged: Any) -> None:
    take_over(seeded, forged)
    assert shared_state() == seeded


def test_a_number_put_by_cannot_be_chosen(seeded: list[list[Any]]) -> None:
    take_over(seeded, [[*seeded[0][:2], 0.0], [*seeded[1][:2], 0.0]])
    assert shared_state() == seeded


@pytest.mark.parametrize("draws", [0, 1, 5, 10_000])
def test_draws_of_a_generator_are_taken_over(draws: int) -> None:
    here, there = np.random.default_rng(2), np.random.default_rng(2)
    there.normal(size=draws)
    there.integers(10, size=draws)
    row = generator_row(there)
    assert row
    advance(here, row)
    assert here.bit_generator.state == there.bit_generator.state


@pytest.mark.parametrize(
    "other",
    [
        np.random.default_rng(3),
        np.random.Generator(np.random.PCG64(2).jumped()),
        np.random.Generator(np.random.PCG64(2).advance(2**64)),
    ],
)
def test_a_generator_of_ones_own_is_not(other: np.random.Generator) -> None:
    here = np.random.default_rng(2)
    before = here.bit_generator.state
    row = generator_row(other)
    assert row
    advance(here, row)
    advance(here, [*(generator_row(here) or [])[:3], 1, 0])
    assert here.bit_generator.state == before


@pytest.mark.parametrize("draw", [random.random, np.random.rand, lambda: random.getrandbits(1)])
def test_every_draw_changes_the_fingerprint(draw: Any) -> None:
    before = fingerprint()
    assert before == fingerprint()
    draw()
    assert fingerprint() != before
