"""Fresh namespaces for one submission, within the sandbox that bubblewrap made for its worker.

The process that forks submissions has CAP_SYS_ADMIN in the sandbox's user namespace, and there alone. What it
forks gets a process namespace, a /proc and a folder of its own, then gives the capability away for good.
"""

import ctypes
import errno
import os
import resource

import pyseccomp

from .limits import HOME, Limits

_LIBC = ctypes.CDLL(None, use_errno=True)
_CLONE_NEWNS, _CLONE_NEWIPC, _CLONE_NEWPID = 0x20000, 0x8000000, 0x20000000
_MS_RDONLY, _MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REMOUNT, _MS_BIND = 1, 2, 4, 8, 32, 4096
_PR_SET_DUMPABLE, _PR_CAPBSET_DROP, _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL = 4, 24, 47, 4
_CAPABILITY_VERSION = 0x20080522
_LAST_CAPABILITY = 40
_SPARE_SECONDS = 10  # the watch, which counts all processes together and says so, comes first
_NAMESPACE_FLAGS = (0x80, 0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000)
_REFUSED = (
    *(
        "unshare",
        "setns",
        "mount",
        "umount2",
        "pivot_root",
        "chroot",
        "open_tree",
        "move_mount",
        "mount_setattr",
    ),
    *("fsopen", "fsconfig", "fsmount", "fspick", "swapon", "swapoff", "reboot", "acct", "quotactl"),
    *("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp"),
    # Memory that belongs to no process could be had without end.
    *("memfd_create", "memfd_secret", "shmget", "msgget", "semget", "mq_open"),
    *("bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "keyctl", "add_key", "request_key"),
    *("init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load"),
)


class Namespaces:
    """Makes each next child the first process of a process namespace of its own."""

    def __init__(self) -> None:
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)

    def renew(self) -> None:
        """Let the next fork begin a new process namespace."""
        _call("setns", self._own, _CLONE_NEWPID)
        _call("unshare", _CLONE_NEWPID)


def furnish(limits: Limits) -> None:
    """Give this process a mount namespace with its own /proc and an empty folder of limited size."""
    _call("unshare", _CLONE_NEWNS | _CLONE_NEWIPC)
    _mount(b"proc", b"/proc", b"hidepid=2")  # of an ordinary user's processes the first one is, too
    owner = f",uid={limits.user},gid={limits.user}" if limits.user else ""
    options = f"size={limits.disk},nr_inodes=20000,mode=0700{owner}".encode()
    _mount(b"tmpfs", str(HOME).encode(), options)
    _mount(b"tmpfs", b"/dev/shm", options)
    if limits.own_tmp:
        _mount(b"tmpfs", b"/tmp", options)
    for shared in (b"/matplotlib", b"/dev", *(() if limits.own_tmp else (b"/tmp",))):
        _make_read_only(shared)


def give_up_rights(limits: Limits, calls: pyseccomp.SyscallFilter) -> None:
    """Drop every capability, set the limits and refuse calls; there is no way back."""
    if limits.user:
        os.setgroups([])
        os.setresgid(limits.user, limits.user, limits.user)
    for capability in range(_LAST_CAPABILITY + 1):
        _LIBC.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0)
    _call("prctl", _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)
    if limits.user:
        os.setresuid(limits.user, limits.user, limits.user)
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
    _call("capset", header, (ctypes.c_uint32 * 6)())
    for which, most in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu_seconds + _SPARE_SECONDS),
        (resource.RLIMIT_NPROC, limits.processes),
        (resource.RLIMIT_FSIZE, limits.file_size),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(which, (most, most))
    os.chdir(HOME)
    calls.load()


def refusing_calls() -> pyseccomp.SyscallFilter:
    """Return a filter that refuses what makes namespaces and mounts, or looks into other processes."""
    calls = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    refused = pyseccomp.ERRNO(errno.EPERM)
    for name in _REFUSED:
        calls.add_rule(refused, name)
    for flag in _NAMESPACE_FLAGS:
        calls.add_rule(refused, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, flag, flag))
    # Its flags lie in memory, where no filter can look; libraries then use clone.
    calls.add_rule(pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    return calls


def keep_secret() -> None:
    """Let no process of the same user read this one's memory or trace it."""
    _call("prctl", _PR_SET_DUMPABLE, 0, 0, 0, 0)


def be_open() -> None:
    """Let this process look at itself in /proc, as any program may."""
    _call("prctl", _PR_SET_DUMPABLE, 1, 0, 0, 0)


def _make_read_only(place: bytes) -> None:
    flags = ctypes.c_ulong(_MS_REMOUNT | _MS_BIND | _MS_RDONLY | _MS_NOSUID | _MS_NODEV)
    _call("mount", b"none", place, None, flags, None)


def _mount(kind: bytes, place: bytes, options: bytes) -> None:
    _call("mount", kind, place, kind, ctypes.c_ulong(_MS_NOSUID | _MS_NODEV | _MS_NOEXEC), options)


def _call(name: str, *arguments: object) -> None:
    if getattr(_LIBC, name)(*arguments) != 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{name}: {os.strerror(error)}")
