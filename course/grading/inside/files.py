"""The files beside a notebook, as they travel into the student's folder."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

MOST_BYTES = 100 * 2**20


def write_files(files: Mapping[str, bytes]) -> None:
    """Write files, named by their path relative to this folder."""
    for name, data in files.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            continue
        place = Path(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
