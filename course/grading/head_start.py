"""Start what takes long before anything else: what the pool's workers are forked from, and the examiner."""

import multiprocessing
import os
from multiprocessing.forkserver import ensure_running

from course.grading.examiner_process import shared_examiner

_PRELOADED = ["course.grading.pool", "course.grading.marking.mark"]
_ONE_THREAD_EACH = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def start_early() -> None:
    """Let processes load nbgrader and the rest, once for all workers, while this one goes on."""
    os.environ |= dict.fromkeys(_ONE_THREAD_EACH, "1")
    multiprocessing.set_forkserver_preload(_PRELOADED)
    ensure_running()
    shared_examiner()
