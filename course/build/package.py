"""What students get, as one folder or zip: the notebooks, the wheel, what it needs, and how to start."""

import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import PathDistribution
from pathlib import Path
from string import Template

from course.build.errors import BuildError
from course.reading import read_topic

# Every zip unpacks into the same folder, so that notebooks released later lie beside the earlier ones.
_FOLDER = "math_to_code"
_FIRST_LINE = "# What the notebooks of Math to Code need"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier time; a fixed one keeps its bytes the same
_TEXT = Path(__file__).with_name("for_students.md")


def describe_package(staged: Path, names: Sequence[str], wheel: Path) -> None:
    """Write requirements.txt and README.md beside the notebooks and the wheel, from what these say."""
    with zipfile.ZipFile(wheel) as archive:
        inside = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        about = PathDistribution(zipfile.Path(archive, inside.removesuffix("METADATA")))
        needs = [line.partition(";")[0].strip() for line in about.requires or ()]
        python = about.metadata["Requires-Python"].lstrip(">=")
    lines = [_FIRST_LINE, f"./{wheel.name}", *needs]
    text = Template(_TEXT.read_text(encoding="utf-8")).substitute(
        python=python, first=f"{names[0]}/{names[0]}.ipynb", notebooks="\n".join(map(_row, names))
    )
    (staged / "requirements.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    (staged / "README.md").write_text(text, encoding="utf-8", newline="\n")


def refuse_other_work(to: Path) -> None:
    """Raise `BuildError` where something lies that is no earlier package: it would be overwritten."""
    if to.is_dir():
        file = to / "requirements.txt"
        empty = all(path.name.startswith(".") for path in to.iterdir()) and not _is_zip(to)
        said = file.read_bytes() if file.is_file() else b""
    else:
        empty = not to.exists()
        said = b"" if empty else _requirements_in(to)
    if not (empty or said.startswith(_FIRST_LINE.encode())):
        raise BuildError(f"{to} holds something else than an earlier package: name another place after --to.")


@contextmanager
def packed(staged: Path, to: Path) -> Iterator[Path]:
    """Pack on the disk of `to`, yield where that is, and put it into its place when the block is done.

    A zip and a new folder come whole; in an earlier package each file is replaced whole, others stay.
    Raises `BuildError` where nothing can be written.
    """
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=".releasing-", dir=to if to.is_dir() else to.parent
        ) as beside:
            new = Path(beside) / to.name
            _zip(staged, new) if _is_zip(to) else shutil.copytree(staged, new)
            yield new
            _replace_files(new, to) if to.is_dir() else new.replace(to)
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise BuildError(f"{to} cannot be written: {error.strerror}.") from error


def _requirements_in(archive: Path) -> bytes:
    try:
        with zipfile.ZipFile(archive) as opened:
            return opened.read(f"{_FOLDER}/requirements.txt")
    except (zipfile.BadZipFile, KeyError):
        return b""


def _is_zip(to: Path) -> bool:
    return to.suffix.lower() == ".zip"


def _row(name: str) -> str:
    topic = read_topic(name)
    return f"| `{name}/{name}.ipynb` | {topic.title} | {topic.minutes} |"


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _zip(folder: Path, to: Path) -> None:
    with zipfile.ZipFile(to, "w") as archive:
        for path in _files(folder):
            info = zipfile.ZipInfo(f"{_FOLDER}/{path.relative_to(folder).as_posix()}", _EARLIEST)
            info.create_system, info.external_attr = 3, 0o644 << 16  # the same on Windows
            archive.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)


def _replace_files(new: Path, to: Path) -> None:
    """Put each file into its place; the wheel before what names it, and an older wheel goes last."""
    wheels = [path.name for path in new.glob("*.whl")]
    for path in sorted(_files(new), key=lambda path: path.name not in wheels):
        place = to / path.relative_to(new)
        place.parent.mkdir(exist_ok=True)
        path.replace(place)
    for path in to.glob("math_to_code-*.whl"):
        if path.name not in wheels:
            path.unlink()
