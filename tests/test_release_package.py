"""What students get as one package: whole, the same each time, and refused where it would leak."""

import errno
import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from commands import run_course
from copies import ROOT, copy_course
from packaging.requirements import Requirement

from course.build import BuildError, release_package
from course.build.package import packed
from course.folder import CourseFolder
from course.reading import read_topic

NAMES = ("start_here", "softmax")
Contents = dict[str, bytes]


def release(folder: CourseFolder, to: Path, *names: str) -> None:
    release_package(folder, names, to, lambda _: None)


def contents(place: Path) -> Contents:
    """Return every file of a folder, or of a zip, with its bytes."""
    if place.is_dir():
        files = (path for path in place.rglob("*") if path.is_file())
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}
    with zipfile.ZipFile(place) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[CourseFolder, Path]:
    """A course of which two topics were released into a zip."""
    folder = copy_course(tmp_path_factory.mktemp("course"))
    place = tmp_path_factory.mktemp("elsewhere") / "for the LMS" / "week 1.zip"
    release(folder, place, *NAMES)
    return folder, place


@pytest.fixture
def package(released: tuple[CourseFolder, Path]) -> Contents:
    """What is in the zip, below its one folder."""
    files = contents(released[1])
    assert {name.partition("/")[0] for name in files} == {"math_to_code"}
    return {name.partition("/")[2]: data for name, data in files.items()}


@pytest.fixture
def metadata(package: Contents) -> Any:
    """What the wheel in the package says of itself."""
    wheel = next(name for name in package if name.endswith(".whl"))
    with zipfile.ZipFile(io.BytesIO(package[wheel])) as archive:
        inside = next(name for name in archive.namelist() if name.endswith("METADATA"))
        return message_from_bytes(archive.read(inside))


def test_the_package_holds_the_release_notebooks_each_in_its_folder(
    released: tuple[CourseFolder, Path], package: Contents
) -> None:
    notebooks = {name: data for name, data in package.items() if name.endswith(".ipynb")}
    kept = contents(released[0].release)
    assert notebooks == {f"{name}/{name}.ipynb": kept[f"{name}/{name}.ipynb"] for name in NAMES}
    assert len(package) == len(NAMES) + 3


def test_the_wheel_in_the_package_is_the_one_in_dist(
    released: tuple[CourseFolder, Path], package: Contents
) -> None:
    assert contents(released[0].wheels) == {
        name: data for name, data in package.items() if name.endswith(".whl")
    }


def test_the_requirements_name_the_wheel_and_say_what_it_says(package: Contents, metadata: Any) -> None:
    lines = package["requirements.txt"].decode().splitlines()
    assert lines[0].startswith("#")
    assert lines[1].removeprefix("./") in package
    declared = [line.partition(";")[0].strip() for line in metadata.get_all("Requires-Dist")]
    assert lines[2:] == declared
    for needed in map(Requirement, lines[2:]):
        assert any(bound.operator == ">=" for bound in needed.specifier), needed
        assert not any(bound.operator == "==" for bound in needed.specifier), needed
    assert {"numpy", "jupyterlab"} <= {Requirement(line).name for line in lines[2:]}


def test_the_readme_says_which_python_what_to_install_and_where_to_begin(
    package: Contents, metadata: Any
) -> None:
    text = package["README.md"].decode()
    assert f"Python {metadata['Requires-Python'].removeprefix('>=')} or newer" in text
    assert "pip install -r requirements.txt" in text
    assert text.index("`start_here/start_here.ipynb`") < text.index("| notebook |")
    for name in NAMES:
        topic = read_topic(name)
        assert f"| `{name}/{name}.ipynb` | {topic.title} | {topic.minutes} |" in text
    assert "$" not in text


def test_a_second_release_has_the_same_bytes(released: tuple[CourseFolder, Path], tmp_path: Path) -> None:
    folder, place = released
    release(folder, tmp_path / "again.zip", *NAMES)
    assert (tmp_path / "again.zip").read_bytes() == place.read_bytes()
    with zipfile.ZipFile(place) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def plant(folder: CourseFolder, name: str) -> None:
    """Put a solution into the text of a source notebook, as a careless edit would."""
    path = folder.source / name / f"{name}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    topic = read_topic(name)
    answer = topic.answer(topic.functions[0]).source
    solution = answer.split("### BEGIN SOLUTION\n")[1].split("### END SOLUTION")[0]
    notebook["cells"][0]["source"] = "# A title\n\n" + solution
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.mark.parametrize("to", ["package", "package.zip"])
def test_a_leak_is_refused_and_all_stays_as_it_was(folder: CourseFolder, tmp_path: Path, to: str) -> None:
    release(folder, tmp_path / to, "start_here")
    places = (folder.release, folder.wheels, tmp_path / to)
    before = [contents(place) for place in places]
    plant(folder, "start_here")
    with pytest.raises(BuildError, match=r"Not fit to release:\n.*start_here"):
        release(folder, tmp_path / to, "start_here")
    assert [contents(place) for place in places] == before
    assert not list(tmp_path.glob(".releasing-*"))


def test_a_leak_in_another_released_topic_is_refused_too(folder: CourseFolder, tmp_path: Path) -> None:
    (folder.release / "softmax" / "key.txt").write_bytes(
        (folder.source / "softmax/softmax.ipynb").read_bytes()
    )
    with pytest.raises(BuildError, match=r"key\.txt"):
        release(folder, tmp_path / "package.zip", "start_here")
    assert not (tmp_path / "package.zip").exists()


def test_a_later_package_lies_beside_an_earlier_one_in_a_folder(folder: CourseFolder, tmp_path: Path) -> None:
    place = tmp_path / "public repository"
    (place / ".git").mkdir(parents=True)
    (place / ".git" / "config").write_text("kept")
    release(folder, place, "start_here")
    first = contents(place)
    (place / "math_to_code-0.0.1-py3-none-any.whl").write_text("an older wheel")
    (place / "start_here" / "start_here.ipynb").write_text("an older notebook")
    release(folder, place, "softmax")
    notebook = {"softmax/softmax.ipynb": (folder.release / "softmax/softmax.ipynb").read_bytes()}
    changed = {"README.md": (place / "README.md").read_bytes()}
    assert contents(place) == first | notebook | changed | {
        "start_here/start_here.ipynb": b"an older notebook"
    }
    assert (place / "start_here" / ".." / "softmax" / "softmax.ipynb").is_file()


def staged(place: Path) -> Path:
    """Return a folder such as a release stages."""
    (place / "staged" / "softmax").mkdir(parents=True)
    (place / "staged" / "softmax" / "softmax.ipynb").write_text("new")
    (place / "staged" / "requirements.txt").write_text("# What the notebooks of Math to Code need\n")
    return place / "staged"


def pack(place: Path, to: Path) -> None:
    with packed(staged(place), to):
        pass


def test_what_is_no_earlier_package_is_never_overwritten(folder: CourseFolder, tmp_path: Path) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "thesis.tex").write_text("years of work")
    (tmp_path / "thesis.zip").write_text("years of work")
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("photo.jpg", b"")
    (tmp_path / "folder.zip").mkdir()
    before = contents(tmp_path)
    for place in ("thesis", "thesis.zip", "photos.zip", "folder.zip", "source", "."):
        with pytest.raises(BuildError, match="holds something else than an earlier package"):
            release(folder, folder.root / place, "start_here")
    after = contents(tmp_path)
    assert {name: after[name] for name in before if "gradebook" not in name} == before


def test_a_place_below_a_file_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for name in ("file/package", "file/package.zip"):
        with pytest.raises(BuildError, match="cannot be written"):
            pack(tmp_path / name.replace("/", "-"), tmp_path / name)


@pytest.mark.parametrize("name", ["package", "package.zip"])
def test_a_full_disk_leaves_the_old_package(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(tmp_path / "old", tmp_path / name)
    before = contents(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    new = staged(tmp_path / "new")
    (new / "softmax" / "softmax.ipynb").write_text("newer")
    before |= {f"new/staged/{file}": data for file, data in contents(new).items()}
    monkeypatch.setattr("shutil.copyfile", full)
    monkeypatch.setattr("zipfile.ZipFile.writestr", full)
    with pytest.raises(OSError, match="No space left"), packed(new, tmp_path / name):
        pass
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["package", "package.zip"])
def test_a_kill_leaves_the_old_package_and_the_next_release_works(tmp_path: Path, name: str) -> None:
    pack(tmp_path / "old", tmp_path / name)
    before = contents(tmp_path / name)
    new = staged(tmp_path / "new")
    (new / "softmax" / "softmax.ipynb").write_text("newer")
    script = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom course.build.package import packed\n"
        "with packed(Path(sys.argv[1]), Path(sys.argv[2])) as package:\n"
        "    assert package.exists()\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    run = subprocess.run([sys.executable, "-c", script, new, tmp_path / name], check=False, cwd=ROOT)
    assert run.returncode == -signal.SIGKILL
    assert {file: data for file, data in contents(tmp_path / name).items() if file[0] != "."} == before
    with packed(new, tmp_path / name):
        pass
    assert b"newer" in contents(tmp_path / name).values()


def test_the_command_puts_the_package_where_it_is_told(folder: CourseFolder) -> None:
    run = run_course(folder.root, "release", "start_here", "--to", "dist/students.zip")
    assert run.returncode == 0, run.stderr
    assert run.stdout.endswith("for students; their package is dist/students.zip.\n")
    assert "math_to_code/start_here/start_here.ipynb" in contents(folder.wheels / "students.zip")


def test_nbgraders_exchange_takes_the_release(released: tuple[CourseFolder, Path], tmp_path: Path) -> None:
    folder, _ = released
    tmp_path.chmod(0o777)
    nbgrader = Path(sys.executable).parent / "nbgrader"
    command = [nbgrader, "release_assignment", "softmax", f"--Exchange.root={tmp_path}"]
    environment = {**os.environ, "HOME": str(tmp_path)}
    run = subprocess.run(
        command, cwd=folder.root, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert contents(tmp_path / "math_to_code/outbound/softmax") == contents(folder.release / "softmax")
