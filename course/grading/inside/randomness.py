"""The state of random numbers, as it goes along with a call and comes back from it.

What comes back from a student is believed only where it is the state that was sent, some draws later: nobody
shall choose the numbers that a test draws. What a generator has put by for its next draw is checked alike.
"""

import ctypes
import random
from typing import Any

import numpy as np

_MOST_BLOCKS = 200  # of 624 draws
_MOST_DRAWS = 10_000_000
_LAST_OUTPUTS = 1_000
_FACTOR = 0x2360ED051FC65DA44385DF649FCCF645
_ALL = 2**128 - 1
_BLOCK = 624


def fingerprint() -> Any:
    """Return what changes with the state of `random` and `np.random`, quickly: every call asks for it.

    `random.getstate` would build 625 integers; the bytes that they are built from tell as much.
    """
    bits: Any = np.random.get_bit_generator()  # type: ignore[attr-defined]
    if type(bits) is not np.random.MT19937:
        return None
    shared: Any = random._inst
    return (
        ctypes.string_at(id(shared) + object.__basicsize__, 4 * _BLOCK + 4),
        shared.gauss_next,
        ctypes.string_at(bits.ctypes.state_address, 4 * _BLOCK + 4),
    )


def shared_state() -> list[list[Any]]:
    """Return the state of `random` and of `np.random`: key, place in it, and a normal number put by."""
    _, (*key, place), put_by = random.getstate()
    _, words, position, has_one, normal = np.random.get_state()
    return [
        [np.array(key, np.uint32).tobytes(), place, put_by],
        [np.asarray(words).tobytes(), int(position), float(normal) if has_one else None],
    ]


def set_shared_state(state: list[list[Any]]) -> None:
    """Set what `shared_state` returned."""
    (key, place, put_by), (words, position, normal) = state
    random.setstate((3, (*np.frombuffer(key, np.uint32).tolist(), place), put_by))
    put = (0, 0.0) if normal is None else (1, normal)
    np.random.set_state(("MT19937", np.frombuffer(words, np.uint32), position, *put))


def take_over(sent: list[list[Any]], came: Any) -> None:
    """Set the shared state that came back, as far as it follows from what was sent."""
    if isinstance(came, list) and len(came) == 2:
        set_shared_state([_followed(*pair) for pair in zip(sent, came, strict=True)])


def _followed(sent: list[Any], came: Any) -> list[Any]:
    key, place, put_by = sent
    if not isinstance(came, list) or len(came) != 3 or type(came[1]) is not int:
        return sent
    twister: Any = np.random.MT19937(0)
    words = np.frombuffer(key, np.uint32)
    twister.state = {"bit_generator": "MT19937", "state": {"key": words, "pos": place}}
    for _ in range(_MOST_BLOCKS):
        if words.tobytes() == came[0] and place <= came[1] <= _BLOCK:
            return [*came[:2], put_by if came[2] == put_by else None]
        twister.random_raw(_BLOCK + 1 - place, output=False)
        state = twister.state["state"]
        words, place = state["key"], state["pos"]
    return sent


def generator_row(generator: np.random.Generator) -> list[Any] | None:
    """Return the row of a generator that `np.random.default_rng` made; None for any other."""
    state: Any = generator.bit_generator.state
    if state["bit_generator"] != "PCG64":
        return None
    now, increment = (state["state"][key].to_bytes(16, "little") for key in ("state", "inc"))
    return ["g", now, increment, state["has_uint32"], state["uinteger"]]


def generator_of(row: list[Any]) -> np.random.Generator:
    """Rebuild a generator; raises `ValueError` or `TypeError` for a row that makes no sense."""
    _, now, increment, put_by, upper = row
    if len(now) != 16 or len(increment) != 16 or put_by not in (0, 1) or not 0 <= upper < 2**32:
        raise ValueError("no state of a generator")
    bits: Any = np.random.PCG64(0)
    inner = {"state": int.from_bytes(now, "little"), "inc": int.from_bytes(increment, "little")}
    bits.state = {"bit_generator": "PCG64", "state": inner, "has_uint32": put_by, "uinteger": upper}
    return np.random.Generator(bits)


def advance(generator: np.random.Generator, row: list[Any]) -> None:
    """Let a generator make the draws after which its row came back, where there are such draws."""
    old: Any = generator.bit_generator.state
    new: Any = generator_of(row).bit_generator.state
    draws = _distance(old["state"]["state"], new["state"]["state"], old["state"]["inc"])
    if new["state"]["inc"] != old["state"]["inc"] or draws > _MOST_DRAWS:
        return
    if (new["has_uint32"], new["uinteger"]) != (old["has_uint32"], old["uinteger"]) and new["has_uint32"]:
        last = min(draws, _LAST_OUTPUTS)
        before: Any = np.random.PCG64(0)
        before.state = old
        before.advance(draws - last)
        if new["uinteger"] not in (before.random_raw(last) >> np.uint64(32)).tolist():
            return
    generator.bit_generator.state = new


def _distance(state: int, target: int, increment: int) -> int:
    """Return how many steps of the generator lead from a state to another, bit by bit."""
    factor, distance = _FACTOR, 0
    for bit in range(128):
        if (state ^ target) >> bit & 1:
            state = (state * factor + increment) & _ALL
            distance |= 1 << bit
        increment = (factor + 1) * increment & _ALL
        factor = factor * factor & _ALL
    return distance
