"""What one submission may use."""

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

HOME = Path("/submission")  # a submission's own folder, in the sandbox


@dataclass(frozen=True)
class Limits:
    """Bytes, seconds and counts for each submission.

    `memory` and `file_size` hold for each process and file, `all_memory` (files in memory included) and
    `cpu_seconds` for all processes of the submission together, `disk` for each folder that can be written.
    """

    memory: int = 2 * 2**30
    all_memory: int = 3 * 2**30
    cpu_seconds: int = 3600
    processes: int = 128
    file_size: int = 64 * 2**20
    disk: int = 128 * 2**20
    open_files: int = 256
    own_tmp: bool = True  # an empty /tmp; where the interpreter lies in there, one that cannot be written
    user: int = 0  # to change to, where the warm process may; 0 to stay

    def within(self, seconds: float) -> Self:
        """Return the limits of a submission that may take so long: it need not compute for longer."""
        return replace(self, cpu_seconds=min(self.cpu_seconds, math.ceil(seconds)))
