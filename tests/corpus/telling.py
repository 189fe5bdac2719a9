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

# %% tell="lets_a_thread_go_on"
import threading, time
def square(x):
    def tell():
        for _ in range(20):
            print(x)
            display(str(x))
            time.sleep(0.05)
    threading.Thread(target=tell).start()
    return x * x
# ----------
import time
time.sleep(0.5)

# %% tell="lets_a_process_go_on"
import os, time
def square(x):
    if os.fork() == 0:
        for _ in range(20):
            print(x)
            os.write(1, str(x).encode())
            time.sleep(0.05)
        os._exit(0)
    return x * x
# ----------
import time
time.sleep(0.5)

# %% tell="answers_hidden_calls_from_the_first_process"
import os, socket, sys, threading
seen = []
def snapshot(self, Student=sys.modules["inside.student"]._Student):
    here, there = socket.socketpair()
    self._wire.send(["snapshot"], (there.fileno(),))
    if os.fork() == 0:
        self._wire = type(self._wire)(here, 2**27)
sys.modules["inside.student"]._Student._snapshot = snapshot
def square(x):
    seen.append(x.copy())
    open("seen.txt", "a").write(str(x))
    return x * x
# ----------
import os
print(seen, os.path.exists("seen.txt") and open("seen.txt").read())

# %% tell="keeps_in_its_own_file_of_settings"
import os
def square(x):
    os.makedirs(".ipython/profile_default/startup", exist_ok=True)
    with open(".ipython/profile_default/startup/tell.py", "a") as file:
        file.write(f"print('{x.tolist()}')")
    return x * x
# ----------
import subprocess, sys
print(subprocess.run([sys.executable, "-c", "import IPython; IPython.start_ipython(['-c', '1'])"], capture_output=True, text=True).stdout)

# %% tell="sends_a_signal_for_each_digit"
import os, signal
told = []
signal.signal(signal.SIGUSR1, lambda *_: told.append(1))
first = os.getpid()
def square(x):
    for _ in range(int(abs(x[0]) * 10)):
        os.kill(first, signal.SIGUSR1)
    return x * x
# ----------
print(len(told))

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
