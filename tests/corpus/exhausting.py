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
