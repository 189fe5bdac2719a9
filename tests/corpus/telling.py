# Answers that carry a hidden test's inputs out: `square` is right, and what it saw must be in no output that
# a student gets. After the line of dashes comes a cell further down the notebook.

# %% tell="prints"
def square(x):
    print(x)
    return x * x

# %% tell="warns"
import warnings
def square(x):
    warnings.warn(str(x))
    return x * x

# %% tell="displays"
def square(x):
    display(x)
    return x * x

# %% tell="keeps_in_a_global"
seen = []
def square(x):
    seen.append(x.copy())
    return x * x
# ----------
print(seen)

# %% tell="keeps_in_a_file"
def square(x):
    for place in ("seen.txt", "/tmp/seen.txt", "/dev/shm/seen.txt"):
        try:
            with open(place, "a") as file:
                file.write(str(x))
        except OSError:
            pass
    return x * x
# ----------
import os, time
until = time.monotonic() + 1
while time.monotonic() < until:
    for place in ("seen.txt", "/tmp/seen.txt", "/dev/shm/seen.txt"):
        if os.path.exists(place):
            print(open(place).read())
            os.remove(place)

# %% tell="keeps_in_shared_memory"
import mmap
shared = mmap.mmap(-1, 4096)
def square(x):
    shared[:200] = str(x).encode().ljust(200)
    return x * x
# ----------
import time
until = time.monotonic() + 1
while time.monotonic() < until:
    pass
print(bytes(shared[:200]))

# %% tell="sends_through_a_pipe"
import os
reading, writing = os.pipe()
os.set_blocking(reading, False)
def square(x):
    os.write(writing, str(x).encode())
    return x * x
# ----------
import time
until = time.monotonic() + 1
while time.monotonic() < until:
    try:
        print(os.read(reading, 4096))
    except BlockingIOError:
        pass

# %% tell="writes_to_the_descriptors"
import os
def square(x):
    os.write(1, str(x).encode())
    os.write(2, str(x).encode())
    return x * x

# %% tell="updates_an_earlier_display"
handle = display("nothing yet", display_id="early")
def square(x):
    handle.update(str(x))
    return x * x

# %% tell="asks_the_examiner_to_tell"
import gc
def square(x):
    for thing in gc.get_objects():
        if type(thing).__name__ == "_Student":
            thing._wire.send(["told", "stream", '{"name": "stdout", "text": "%s"}' % str(list(x))])
    return x * x

# %% tell="raises_the_inputs_as_words"
def square(x):
    if x.size > 2:
        raise ValueError(str(list(x)))
    return x * x

# %% tell="raises_the_inputs_as_a_name"
def square(x):
    if x.size > 2:
        raise type("x" + str(x[0]).replace(".", "_") + "".join(map(str, x)), (ValueError,), {})()
    return x * x

# %% tell="raises_the_inputs_as_a_line_of_code"
import linecache
def square(x):
    if x.size > 2:
        for name, (size, time, lines, full) in list(linecache.cache.items()):
            if "ipykernel" in name:
                linecache.cache[name] = (size, None, [str(list(x)) + "\n"] * len(lines), full)
        raise ValueError
    return x * x

# %% tell="raises_the_inputs_as_a_file"
def square(x):
    if x.size > 2:
        file = f"/ipykernel_{list(x)}"
        exec(compile("raise ValueError", file, "exec"))
    return x * x

# %% tell="raises_the_inputs_as_a_limit"
def square(x):
    if x.size > 2:
        raise OSError(28, str(list(x)))
    return x * x
