"""The warm examiner of one worker: everything loaded once, then a fork for each submission.

It reads `["examine", plan]` from the socket that is its standard input, with two descriptors: the wire to the
student's process and the wire that takes the results. It answers with the fork's process id.
"""

import gc
import os
import resource
import signal
import socket
import sys
import tempfile

from course.grading.examiner.examining import Examination
from course.grading.examiner.names import names_of
from course.grading.examiner.plan import Plan, Role
from course.grading.inside.files import write_files
from course.grading.inside.kernel import Kernel
from course.grading.inside.wire import MOST_MESSAGE, Wire, WireError
from course.lab.knowledge import diagnose

_MEMORY = 4 * 2**30


def main() -> None:
    """Warm up, say so, and serve until the worker hangs up."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the forks
    worker = Wire(socket.socket(fileno=0), MOST_MESSAGE)
    kernel = Kernel(lambda kind, content: None)
    kernel.warm_up()
    gc.collect()
    gc.freeze()
    worker.send(["ready"])
    while True:
        try:
            (_, message), (student, results) = worker.receive(descriptors=2)
        except WireError:
            os._exit(0)
        plan = Plan.from_message(message)
        for step in plan.steps:
            if step.role is not Role.STUDENT:
                names_of(step.source)  # kept for the forks of all submissions
        child = os.fork()
        if child == 0:
            _examine(kernel, plan, student, results)
        os.close(student)
        os.close(results)
        worker.send(["started", child])


def _examine(kernel: Kernel, plan: Plan, student: int, results: int) -> None:
    status = 1
    try:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        seconds = int(plan.total_seconds) + 60
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        listener = Wire(socket.socket(fileno=results), MOST_MESSAGE)
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            write_files(plan.source_files)
            sys.path.insert(0, folder)
            wire = Wire(socket.socket(fileno=student), MOST_MESSAGE)
            examination = Examination(plan, kernel, wire, diagnose)
            for result in examination.results():
                listener.send(result.as_message())
            listener.send(["diagnosis", examination.diagnosis])
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
