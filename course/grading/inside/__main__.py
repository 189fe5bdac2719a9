"""The warm process of one worker: everything loaded once, then a fork for each submission.

It is the first process of its sandbox, so that nothing in there can kill it. It reads requests from the
socket that is its standard input: `["fork", limits]` with two sockets, one for the new submission and one for
the word on a limit that it hit, is answered with `["forked"]`; `["end"]` ends it and all that it started.
"""

import gc
import os
import socket
import sys

from . import student
from .kernel import Kernel
from .limits import Limits
from .walls import NoWalls, Walls
from .wire import Wire, WireError

_MOST_REQUEST = 2**16


def main() -> None:
    """Warm up, say so, and serve until the worker hangs up."""
    walls = _walls()
    worker = Wire(socket.socket(fileno=0), _MOST_REQUEST)
    kernel = Kernel(lambda kind, content: None)
    kernel.warm_up()
    _load_pictures()
    gc.collect()
    gc.freeze()
    worker.send(["ready"])
    running = 0
    while True:
        try:
            (request, *rest), descriptors = worker.receive(descriptors=1)
        except WireError:
            os._exit(0)
        if running:
            walls.end(running)
            running = 0
        if request == "fork":
            walls.before_fork()
            running = os.fork()
            if running == 0:
                _begin(kernel, descriptors, Limits(*rest), walls)
            for descriptor in descriptors:
                os.close(descriptor)
            worker.send(["forked"])
        else:
            worker.send(["ended"])


def _load_pictures() -> None:
    """Load what each picture would load at its first use."""
    from course.lab import pictures

    for name in pictures.__all__:
        getattr(pictures, name)


def _walls() -> Walls:
    if "--no-sandbox" in sys.argv:
        return NoWalls()
    from .sandboxed import Sandboxed  # which Linux alone can load

    return Sandboxed()


def _begin(kernel: Kernel, descriptors: list[int], limits: Limits, walls: Walls) -> None:
    """Be the first process of the submission: fork the student's, then wait and watch."""
    status = 1
    try:
        served, told = descriptors
        walls.around_all(limits)
        if os.fork() == 0:
            os.close(told)
            captured = student.captured_descriptors()
            walls.around_student(limits)
            student.serve(kernel, socket.socket(fileno=served), captured)
        os.close(served)
        os.close(0)
        walls.watch(limits, Wire(socket.socket(fileno=told), _MOST_REQUEST))
        status = 0
    finally:
        sys.stdout.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
