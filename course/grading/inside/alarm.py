"""An end to what runs too long."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def alarm(seconds: float, words: str) -> Iterator[None]:
    """Interrupt what runs longer, as Ctrl+C would, with these words."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt(words)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
