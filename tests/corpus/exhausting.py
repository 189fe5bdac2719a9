# Answers that use up the machine. Each `square` is wrong, and earns 0; the next submission must not notice.

# %% exhaust="memory"
def square(x):
    return bytearray(8 * 2**30)


# %% exhaust="memory_bit_by_bit"
def square(x):
    kept = []
    while True:
        kept.append(bytearray(2**26))


# %% exhaust="time"
def square(x):
    while True:
        pass


# %% exhaust="time_without_interruption"
def square(x):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass


# %% exhaust="sleep"
import time


def square(x):
    time.sleep(3600)


# %% exhaust="processes"
import os


def square(x):
    while True:
        try:
            os.fork()
        except OSError:
            pass


# %% exhaust="threads"
import threading


def square(x):
    while True:
        threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()


# %% exhaust="disk"
def square(x):
    with open("large", "wb") as file:
        while True:
            file.write(bytes(2**20))


# %% exhaust="many_files"
def square(x):
    number = 0
    while True:
        open(f"file{number}", "w").write("x")
        number += 1


# %% exhaust="output"
def square(x):
    while True:
        print("x" * 1000)


# %% exhaust="recursion"
def square(x):
    return square(x)


# %% exhaust="descriptors"


def square(x):
    while True:
        os.dup(1)


# %% exhaust="output_that_never_stops_for_an_interrupt"
def square(x):
    while True:
        try:
            while True:
                print("x" * 70_000)
        except BaseException:
            pass


# %% exhaust="memory_in_many_processes"
import os


def square(x):
    for _ in range(8):
        os.fork()
    kept = []
    while True:
        kept.append(b"x" * 2**24)


# %% exhaust="memory_in_files_without_a_name"
def square(x):
    while True:
        os.write(os.memfd_create("x"), bytes(2**25))


# %% exhaust="memory_shared_by_nobody"
import ctypes

libc = ctypes.CDLL(None)


def square(x):
    for _ in range(10_000):
        if libc.shmget(0, 2**26, 0o1600) < 0:
            raise MemoryError


# %% exhaust="a_message_byte_by_byte"
import gc
import struct
import time


def square(x):
    student = next(each for each in gc.get_objects() if type(each).__name__ == "_Student")
    student._wire.end.sendall(struct.pack("!I", 10**6))
    while True:
        try:
            student._wire.end.sendall(b"x")
            time.sleep(0.2)
        except KeyboardInterrupt:
            pass


# %% exhaust="a_message_of_millions_of_lists"
def square(x):
    student = next(each for each in gc.get_objects() if type(each).__name__ == "_Student")
    body = b"\xdd" + struct.pack("!I", 10**8) + b"\x90" * 10**8
    student._wire.end.sendall(struct.pack("!I", len(body)) + body)


# %% exhaust="recursion_without_a_limit"
import sys

sys.setrecursionlimit(2**31 - 1)


def square(x):
    return [square(x)]


# %% exhaust="an_alarm_that_is_ignored"
import signal


def square(x):
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(3600)


# %% exhaust="zombies"
def square(x):
    while True:
        if os.fork() == 0:
            os._exit(0)


# %% exhaust="a_digit_for_every_atom"
def square(x):
    return 10 ** 10**8


# %% exhaust="an_exception_longer_than_a_book"
def square(x):
    raise ValueError("x" * 10**8)


# %% exhaust="tracebacks_without_end"
def square(x):
    while True:
        try:
            1 / 0
        except ZeroDivisionError:
            get_ipython().showtraceback()


# %% exhaust="displays_without_end"
def square(x):
    while True:
        display(x)
