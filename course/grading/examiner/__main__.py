"""The warm examiner: everything loaded once, a fork for each worker, and of that one for each submission.

Its standard input is the socket that workers connect to; a second one, by number, ends when the owner does. A
worker sends `["examine", plan, limits]` with three descriptors: the wires to the student's process and to its
watch, and the one that takes the results. The answer is the fork's process id.
"""

import gc
import os
import resource
import select
import signal
import socket
import sys
from pathlib import Path
from typing import NoReturn

from course.grading.examiner import remote, standing_in
from course.grading.examiner.examining import Examination
from course.grading.examiner.limits_said import LimitsSaid
from course.grading.examiner.names import names_of
from course.grading.examiner.plan import Plan, Role
from course.grading.inside.files import write_files
from course.grading.inside.kernel import Kernel
from course.grading.inside.limits import Limits
from course.grading.inside.wire import MOST_MESSAGE, Wire, WireError
from course.lab.knowledge import diagnose

_MEMORY = 4 * 2**30


def main() -> None:
    """Warm up, then fork for everybody who connects, until the owner is gone."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the forks
    listener, owner = socket.socket(fileno=0), socket.socket(fileno=int(sys.argv[1]))
    kernel = Kernel(lambda kind, content: None)
    kernel.shell.unseen_files = frozenset(each.__file__ for each in (standing_in, remote))
    kernel.warm_up()
    gc.collect()
    gc.freeze()
    while True:
        readable, _, _ = select.select([listener, owner], [], [])
        if owner in readable:
            os._exit(0)
        end, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            owner.close()
            _serve(kernel, Wire(end, MOST_MESSAGE))
        end.close()


def _serve(kernel: Kernel, worker: Wire) -> NoReturn:
    """Be one worker's examiner, until it hangs up."""
    try:
        worker.send(["ready"])
        while True:
            (_, message, limits), descriptors = worker.receive(descriptors=3)
            plan = Plan.from_message(message)
            _prepare(kernel, plan)
            child = os.fork()
            if child == 0:
                _examine(kernel, plan, Limits(*limits), descriptors)
            for descriptor in descriptors:
                os.close(descriptor)
            worker.send(["started", child])
    except WireError:
        os._exit(0)
    finally:
        os._exit(1)


def _prepare(kernel: Kernel, plan: Plan) -> None:
    """Read the tests, once for the forks of all submissions."""
    for step in plan.steps:
        if step.role is not Role.STUDENT:
            for source in (step.source, *step.given):
                names_of(source)
                kernel.prepare(source)


def _examine(kernel: Kernel, plan: Plan, limits: Limits, descriptors: list[int]) -> None:
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        seconds = int(plan.total_seconds) + 60
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        student, watch, listener = (Wire(socket.socket(fileno=each), MOST_MESSAGE) for each in descriptors)
        folder = Path(str(os.getpid())).absolute()  # which the engine removes
        folder.mkdir()
        os.chdir(folder)
        write_files(plan.source_files)
        sys.path.insert(0, str(folder))
        examination = Examination(plan, kernel, student, LimitsSaid(limits, watch), diagnose)
        for result in examination.results():
            listener.send(result.as_message())
        listener.send(["diagnosis", examination.diagnosis])
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
