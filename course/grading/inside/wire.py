"""Messages over a socket: four bytes of length, then MessagePack. The reader trusts no length."""

import os
import select
import signal
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgpack

_LENGTH = struct.Struct("!I")
_CHUNK = 2**20
# One list of the longest that a message may hold has this many; a header alone could ask for more memory.
_MOST_IN_A_LIST = 4_000_000
MOST_MESSAGE = 2**27
_LATEST = 1.0  # seconds for what came in time and is still being read


class WireError(OSError):
    """The other side is gone, too slow, or sent what is no message."""


class SlowError(WireError):
    """The time was up before a message came."""


class Wire:
    """One end of a connection; `most` bounds each message in bytes before anything is allocated."""

    def __init__(self, end: socket.socket, most: int) -> None:
        self.end = end
        self.turn = threading.RLock()  # threads print while others answer: one message at a time
        self._most = most
        self._unpack = {
            "raw": False,
            "strict_map_key": False,
            "unicode_errors": "surrogatepass",
            "max_array_len": _MOST_IN_A_LIST,
            "max_map_len": _MOST_IN_A_LIST,
        }

    def send(self, message: Any, descriptors: tuple[int, ...] = ()) -> None:
        """Send one message, and file descriptors with it; raises `WireError` where nobody listens."""
        body = msgpack.packb(message, unicode_errors="surrogatepass")
        if len(body) > self._most:
            raise WireError("a message is too large")
        data = _LENGTH.pack(len(body)) + body
        try:
            with self.turn, _undisturbed():
                if descriptors:
                    sent = socket.send_fds(self.end, [data], descriptors)
                    data = data[sent:]
                self.end.sendall(data)
        except (OSError, ValueError) as error:
            raise WireError("the other side is gone") from error

    def receive(self, deadline: float | None = None, descriptors: int = 0) -> Any:
        """Return the next message, and a list of descriptors if some are expected.

        Raises `SlowError` at the deadline (by time.monotonic), `WireError` at the end or for nonsense.
        """
        got: list[int] = []
        head = self._exactly(_LENGTH.size, deadline, got if descriptors else None)
        (length,) = _LENGTH.unpack(head)
        if length > self._most:
            raise WireError("a message is too large")
        body = self._exactly(length, deadline, None)
        try:
            message = msgpack.unpackb(body, **self._unpack)
        except (ValueError, msgpack.UnpackException, RecursionError, MemoryError) as error:
            raise WireError("what came is no message") from error
        return (message, got) if descriptors else message

    def close(self) -> None:
        """Let go of this end."""
        self.end.close()

    def _exactly(self, size: int, deadline: float | None, descriptors: list[int] | None) -> bytes:
        data = bytearray()
        while len(data) < size:
            self._wait(deadline)
            wanted = min(size - len(data), _CHUNK)
            try:
                if descriptors is None:
                    part = self.end.recv(wanted)
                else:
                    part, came, _, _ = socket.recv_fds(self.end, wanted, 4)
                    descriptors += came
            except OSError as error:
                raise WireError("the other side is gone") from error
            if not part:
                raise WireError("the other side is gone")
            data += part
        return bytes(data)

    def _wait(self, deadline: float | None) -> None:
        if deadline is None:
            return
        left = deadline - time.monotonic()
        # Time that is up stays up: whoever never stops sending must not be read for ever.
        if left < -_LATEST or not select.select([self.end], [], [], max(0.0, left))[0]:
            raise SlowError("no answer came in time")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let an alarm wait: half a message would make nonsense of all that come after it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def pair(most: int) -> tuple[Wire, socket.socket]:
    """Return a wire and the bare other end, to be handed to another process."""
    here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    return Wire(here, most), there


def adopt(descriptor: int) -> socket.socket:
    """Return the socket of a descriptor that came; raises `OSError` where it is none, and closes it."""
    try:
        return socket.socket(fileno=descriptor)
    except OSError:
        os.close(descriptor)
        raise
