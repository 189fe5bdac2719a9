"""What one submission may use."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bytes, seconds and counts for each submission."""

    memory: int = 2 * 2**30  # of one process
    memory_of_all: int = 3 * 2**30  # of all processes together
    cpu_seconds: int = 300
    processes: int = 128
    file_size: int = 64 * 2**20
    disk: int = 128 * 2**20
    open_files: int = 256
    own_tmp: bool = True  # an empty /tmp; where the interpreter lies in there, one that cannot be written
    user: int = 0  # to change to, where the warm process may; 0 to stay
