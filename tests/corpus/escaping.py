# Answers that look for what is secret, or for the world outside. Each cell prints what it found, line by
# line; each line that begins with FOUND is an escape. `square` is right in all of them, and earns its points.

# %% escape="reads_the_course"
from pathlib import Path

for root in ("/", "/work", "/root", "/home", "/srv", "/opt", "/engine", ".", ".."):
    for name in (
        "source",
        "submitted",
        "gradebook.db",
        "grader_config.py",
        "course/topics",
        "course/grading",
    ):
        if Path(root, name).exists():
            print("FOUND", Path(root, name))


def square(x):
    return x * x


# %% escape="walks_every_folder_for_secrets"
import os

for folder, folders, names in os.walk("/"):
    folders[:] = [each for each in folders if each not in ("proc", "sys", "usr", "site-packages")]
    for name in names:
        if name.endswith((".ipynb", ".db", ".gradebook")):
            print("FOUND", folder, name)


def square(x):
    return x * x


# %% escape="imports_the_instructors_rooms"
for name in ("course.topics", "course.grading", "course.reading", "course.build", "course.proof"):
    try:
        __import__(name)
        print("FOUND", name)
    except ImportError:
        pass


def square(x):
    return x * x


# %% escape="uses_the_network"
import socket

for place in (("127.0.0.1", 22), ("127.0.0.1", 8888), ("1.1.1.1", 53)):
    with socket.socket() as s:
        s.settimeout(1)
        try:
            s.connect(place)
            print("FOUND", place)
        except OSError:
            pass


def square(x):
    return x * x


# %% escape="sees_other_processes"
import os

for name in os.listdir("/proc"):
    if name.isdigit() and int(name) > 2:
        print("FOUND", name)


def square(x):
    return x * x


# %% escape="reads_the_environment"
import os

for path in ("/proc/1/environ", "/proc/1/mem", "/proc/1/cmdline", "/proc/1/root"):
    try:
        found = os.listdir(path) if path.endswith("root") else open(path, "rb").read(10)
        if found and not path.endswith("cmdline"):
            print("FOUND", path)
    except OSError:
        pass
for name in os.environ:
    if name.startswith(("JUPYTER", "NBGRADER_DB", "AWS", "GITHUB")):
        print("FOUND", name)


def square(x):
    return x * x


# %% escape="writes_outside_its_folder"
import os

for folder in (
    "/",
    "/usr",
    "/etc",
    "/engine",
    "/dev",
    "/matplotlib",
    "/work",
    "/root",
    "/home",
    os.path.dirname(os.__file__),
):
    try:
        open(f"{folder}/planted", "w").close()
        print("FOUND", folder)
    except OSError:
        pass


def square(x):
    return x * x


# %% escape="takes_rights_back"
import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
for flag, name in ((0x10000000, "user"), (0x20000, "mount"), (0x40000000, "net"), (0x20000000, "pid")):
    if libc.unshare(flag) == 0:
        print("FOUND a new namespace:", name)
if libc.mount(b"tmpfs", b"/tmp", b"tmpfs", 0, None) == 0:
    print("FOUND mount")
try:
    os.setuid(0)
    print("FOUND root" if os.getuid() == 0 and os.access(os.path.join("/root", ".bashrc"), os.R_OK) else "")
except OSError:
    pass


def square(x):
    return x * x


# %% escape="kills_and_traces_the_first_process"
import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)
if libc.ptrace(16, 1, None, None) == 0:
    print("FOUND ptrace")
try:
    os.kill(1, signal.SIGKILL)
except OSError:
    pass


def square(x):
    return x * x


# %% escape="follows_every_descriptor"
import os

for name in os.listdir("/proc/self/fd"):
    try:
        place = os.readlink(f"/proc/self/fd/{name}")
        if os.path.isdir(f"/proc/self/fd/{name}/."):
            print("FOUND", place)
    except OSError:
        pass


def square(x):
    return x * x


# %% escape="sockets_without_a_file"
import socket

with open("/proc/net/unix") as file:
    for line in file.readlines()[1:]:
        if len(line.split()) > 7:
            print("FOUND", line)
for name in ("\0/tmp/.X11-unix/X0", "/run/docker.sock", "/run/dbus/system_bus_socket", "/run/user/0/bus"):
    with socket.socket(socket.AF_UNIX) as s:
        try:
            s.connect(name)
            print("FOUND", repr(name))
        except OSError:
            pass


def square(x):
    return x * x


# %% escape="programs_that_change_the_user"
import os
import subprocess

for program in ("su", "sudo", "mount", "newgrp", "passwd", "pkexec", "bwrap"):
    try:
        done = subprocess.run(
            [program, *(["-c"] if program == "su" else []), "id"], capture_output=True, stdin=subprocess.DEVNULL, timeout=3
        )
        if b"uid=0" in done.stdout:
            print("FOUND", program)
    except (OSError, subprocess.TimeoutExpired):
        pass
if b"NoNewPrivs:\t1" not in open("/proc/self/status", "rb").read():
    print("FOUND new privileges")


def square(x):
    return x * x


# %% escape="keys_rings_and_traces"
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
for name, number in (("io_uring", 425), ("keyctl", 250), ("bpf", 321), ("perf", 298), ("userfaultfd", 323)):
    if libc.syscall(number, 0, 0, 0, 0, 0) >= 0:
        print("FOUND", name)


def square(x):
    return x * x


# %% escape="turns_the_kernels_knobs"
for path in ("/proc/sys/kernel/hostname", "/proc/sysrq-trigger", "/proc/1/oom_score_adj", "/proc/sys/vm/drop_caches"):
    try:
        open(path, "w").write("1")
        print("FOUND", path)
    except OSError:
        pass
for path in ("/sys/class", "/sys/fs/cgroup", "/proc/kcore", "/dev/mem", "/dev/sda", "/dev/kmsg"):
    try:
        open(path, "rb").read(1)
        print("FOUND", path)
    except OSError:
        pass


def square(x):
    return x * x


# %% escape="what_the_one_before_left_behind"
import os
import sys

if os.listdir("."):
    print("FOUND", os.listdir("."))
for folder in ("/tmp", "/dev/shm", os.path.expanduser("~")):
    for each in os.listdir(folder):
        # A Python that is installed in there is no find.
        if not f"{sys.prefix}/".startswith(f"{folder}/{each}/"):
            print("FOUND", folder, each)
    try:
        open(f"{folder}/left_behind", "w").close()
    except OSError:
        pass


def square(x):
    return x * x
