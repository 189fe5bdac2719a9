"""The course's site as it is built: what is in it, what never is, and what a failed build leaves."""

import errno
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NoReturn

import pytest
from commands import run_course
from copies import ROOT
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from sites import copy_of_site, serve_site

from course.build import find_leaks, pack_wheel, secret_lines
from course.cli import app
from course.folder import CourseFolder
from course.reading import TOPICS, Kind, read_topic
from course.site import PYODIDE_FILES, SiteError, build_site, building, pyodide
from course.site.pyodide import gather_pyodide, kernel_extension, kernel_wheels

PYTHON = "static/pyodide"
FILE = "pyodide.js"
NOBODY = "http://127.0.0.1:9/"
SECRETS = secret_lines()
OTHERS = ("build", "extensions/@jupyter-widgets", "extensions/@jupyterlite", "extensions/anywidget", PYTHON)
TEXT = (".css", ".html", ".ipynb", ".js", ".json", ".webmanifest")
# What a tab has no use for: what JupyterLab loads by itself, and completion by a parser of half a second.
LEFT_OUT = {"jedi", "jupyterlab-widgets", "widgetsnbextension"}
IN_A_TAB = {
    "python_version": "3.12",
    "python_full_version": "3.12.7",
    "sys_platform": "emscripten",
    "extra": "",
}


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def contents(folder: Path) -> dict[str, str]:
    """Return what is in a folder: the sha256 of each file by its path."""
    return {path.relative_to(folder).as_posix(): sha256(path) for path in folder.rglob("*") if path.is_file()}


def lock(site: Path) -> dict[str, dict[str, Any]]:
    packages: dict[str, dict[str, Any]] = json.loads((site / PYTHON / "pyodide-lock.json").read_bytes())[
        "packages"
    ]
    return packages


def ours(site: Path) -> list[Path]:
    """Return the site's text files that are made here, and the students' wheel."""
    texts = [path for path in site.rglob("*") if path.suffix in TEXT]
    foreign = tuple(f"{name}/" for name in OTHERS)
    made = [path for path in texts if not path.relative_to(site).as_posix().startswith(foreign)]
    own = [site / PYTHON / name for name in ("python.js", "pyodide-lock.json")]
    return [*made, *own, *(site / PYTHON).glob("math_to_code-*.whl")]


@pytest.fixture
def quick(built_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds without pip and JupyterLite: their part is copied from the site that is built already."""

    def jupyterlite(here: Path, notebooks: Path, extensions: list[Path], site: Path) -> None:
        shutil.copytree(built_site, site, ignore=shutil.ignore_patterns("pyodide", "build"))
        shutil.rmtree(site / "files")
        shutil.copytree(notebooks, site / "files")

    def wheels(place: Path) -> None:
        for name in ("anywidget", "comm", "ipywidgets", "psygnal", "typing_extensions"):
            (found,) = (built_site / PYTHON).glob(f"{name}-*.whl")
            shutil.copy(found, place)

    monkeypatch.setattr(building, "build_jupyterlite", jupyterlite)
    monkeypatch.setattr(building, "download_wheels", wheels)
    monkeypatch.setattr(building, "secret_lines", lambda: SECRETS)


@pytest.fixture
def earlier(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An earlier site, with a page that is of no use any more."""
    site = copy_of_site(built_site, tmp_path_factory.mktemp("public") / "site")
    (site / "landing.html").write_text("an older course", encoding="utf-8")
    return site


def build(folder: CourseFolder, to: Path, python: Path) -> None:
    build_site(folder, to, python / PYTHON, lambda _: None)


# What is in it


def test_every_file_of_python_has_the_sha256_that_is_pinned_for_it(built_site: Path, tmp_path: Path) -> None:
    text = (ROOT / "course/site/requirements.txt").read_text(encoding="utf-8")
    pinned = dict(PYODIDE_FILES)
    for name, version, digest in re.findall(r"(?m)^(\S+)==(\S+) --hash=sha256:(\w+)$", text):
        pinned[f"{name}-{version}-py3-none-any.whl"] = digest
    ours_too = {
        "compiled.js",
        "kept.js",
        "python.js",
        "snapshot.js",
        "pyodide-lock.json",
        pack_wheel(tmp_path).name,
    }
    pinned |= json.loads((ROOT / "course/site/pyodide.json").read_text(encoding="utf-8"))["kernel"]
    found = contents(built_site / PYTHON)
    assert {name for name, digest in found.items() if pinned.get(name) != digest} == ours_too
    assert set(PYODIDE_FILES) <= set(found)


def test_the_lock_names_only_what_is_there_and_all_that_anything_needs(built_site: Path) -> None:
    packages = lock(built_site)
    for package in packages.values():
        assert "/" not in package["file_name"]
        assert package["sha256"] == sha256(built_site / PYTHON / package["file_name"])
    known = {canonicalize_name(name) for name in packages}
    assert {canonicalize_name(need) for package in packages.values() for need in package["depends"]} <= known
    assert {
        need for wheel in (built_site / PYTHON).glob("*.whl") for need in needs(wheel)
    } - known == LEFT_OUT


def needs(wheel: Path) -> set[str]:
    """Return the names of what a wheel says that it needs where Python runs in a tab."""
    with zipfile.ZipFile(wheel) as archive:
        (about,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        lines = archive.read(about).decode().partition("\n\n")[0].splitlines()
    asked = [Requirement(line.partition(":")[2]) for line in lines if line.startswith("Requires-Dist:")]
    return {
        canonicalize_name(each.name) for each in asked if not each.marker or each.marker.evaluate(IN_A_TAB)
    }


def test_the_wheel_is_the_students_wheel(built_site: Path, tmp_path: Path) -> None:
    wheel = pack_wheel(tmp_path)
    assert (built_site / PYTHON / wheel.name).read_bytes() == wheel.read_bytes()
    assert lock(built_site)["math-to-code"]["file_name"] == wheel.name


def test_the_notebooks_are_those_of_the_release(built_site: Path) -> None:
    for name in TOPICS:
        released, there = (
            json.loads((place / name / f"{name}.ipynb").read_bytes())["cells"]
            for place in (ROOT / "release", built_site / "files")
        )
        assert there == released
    assert len([*built_site.rglob("*.ipynb")]) == len(TOPICS) + 2  # JupyterLite's own two hold settings


def test_no_hidden_test_no_solution_and_no_wrong_answer_is_in_it(built_site: Path) -> None:
    places = ours(built_site)
    names = {path.relative_to(built_site).as_posix() for path in places}
    assert {
        "index.html",
        "lab/index.html",
        "landing.js",
        "opening.js",
        "files/softmax/softmax.ipynb",
    } <= names
    assert {"api/contents/all.json", "extensions/math-to-code/static/remoteEntry.js"} <= names
    assert list(find_leaks(places, SECRETS)) == []


class Page(HTMLParser):
    """The addresses that a page names, and what it says."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_first_page_lists_every_topic_with_its_minutes_and_difficulty(built_site: Path) -> None:
    page = Page(built_site / "index.html")
    for topic in map(read_topic, TOPICS):
        dots = "●" * topic.difficulty + "○" * (3 - topic.difficulty)
        assert f"{topic.title} {topic.minutes} minutes {dots}" in page.text
        assert f"lab/index.html?path={topic.name}/{topic.name}.ipynb" in page.addresses
        assert (built_site / f"files/{topic.name}/{topic.name}.ipynb").is_file()


@pytest.mark.parametrize("name", ["index.html", "lab/index.html"])
def test_a_page_works_below_any_path_and_all_that_it_names_is_there(built_site: Path, name: str) -> None:
    page = built_site / name
    addresses = Page(page).addresses
    assert addresses
    for address in addresses:
        assert not re.match(r"/|\w+:", address), address
        assert (page.parent / address.partition("?")[0]).is_file(), address


def test_nothing_that_the_start_loads_names_another_host(built_site: Path) -> None:
    texts = {
        path.relative_to(built_site).as_posix(): path for path in ours(built_site) if path.suffix in TEXT
    }
    links = {name for name in texts if name.endswith((".ipynb", "package.json", "schema.v0.json"))}
    named = {
        (name, address)
        for name in texts.keys() - links
        for address in re.findall(r"(?:https?|wss?)://[^\s\"'`)]+", texts[name].read_text(encoding="utf-8"))
    }
    comment = "https://webpack.js.org/concepts/module-federation/#dynamic-remote-containers"
    assert named - {("bootstrap.js", comment)} == set()
    settings = json.loads(texts["jupyter-lite.json"].read_bytes())["jupyter-config-data"]
    kernel = settings["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert kernel["disablePyPIFallback"] is True
    for address in (kernel["pyodideUrl"], *kernel["pipliteUrls"]):
        assert (built_site / address.partition("?")[0]).is_file()


# Pyodide's files


@pytest.fixture
def damaged(built_site: Path, tmp_path: Path) -> Path:
    """A folder with Pyodide's files, one of which differs by a byte."""
    folder = copy_of_site(built_site / PYTHON, tmp_path / "damaged")
    data = bytearray((folder / FILE).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / FILE).write_bytes(data)
    return folder


def gather(place: Path, folder: Path, at: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gather Pyodide's files out of a folder, with another folder at their address."""
    place.mkdir()
    with serve_site(at) as served:
        monkeypatch.setattr(pyodide, "_address", lambda: served.address)
        gather_pyodide(place, [folder], lambda _: None)
    return place


def test_a_file_that_differs_by_a_byte_is_fetched_from_its_address_instead(
    damaged: Path, built_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = tmp_path / "address"
    address.mkdir()
    shutil.copy(built_site / PYTHON / FILE, address)  # nothing else is asked for
    assert contents(gather(tmp_path / "new", damaged, address, monkeypatch)) == PYODIDE_FILES


@pytest.mark.parametrize("wrong", [None, b"not a wheel"])
def test_a_kernel_with_another_wheel_than_the_one_pinned_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: bytes | None
) -> None:
    shutil.copytree(kernel_extension() / "static/pypi", tmp_path / "static/pypi")
    monkeypatch.setattr(pyodide, "kernel_extension", lambda: tmp_path)
    assert len(kernel_wheels()) == 3
    (piplite,) = (tmp_path / "static/pypi").glob("piplite-*.whl")
    piplite.write_bytes(wrong) if wrong else piplite.unlink()
    with pytest.raises(SiteError, match=rf"has another {piplite.name} than the one pinned: run 'make clean'"):
        kernel_wheels()


def test_a_file_that_differs_and_cannot_be_fetched_is_named_and_not_used(
    damaged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "address").mkdir()
    with pytest.raises(SiteError) as refusal:
        gather(tmp_path / "new", damaged, tmp_path / "address", monkeypatch)
    assert re.fullmatch(
        rf"{damaged / FILE} is not the file of Pyodide's lock, and http://127.0.0.1:\d+/{FILE} could not be "
        r"fetched \(.*404.*\): try again, or name a folder .*make site PYODIDE=folder'\.",
        str(refusal.value),
    )
    assert not (tmp_path / "new" / FILE).exists()


def test_a_wrong_file_at_the_address_is_one_sentence_and_not_used(
    damaged: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(SiteError, match=rf"{FILE} is not the file of Pyodide's lock: try again later\.$"):
        gather(tmp_path / "new", damaged, damaged, monkeypatch)
    assert not (tmp_path / "new" / FILE).exists()


def test_the_address_is_pyodides_own_of_the_version_that_is_pinned() -> None:
    assert pyodide._address().startswith("https://")
    assert pyodide._address().endswith(f"/v{pyodide.INFO['version']}/full/")


# Its place


@pytest.mark.usefixtures("quick")
def test_a_leak_is_refused_and_what_was_there_stays(
    folder: CourseFolder, earlier: Path, built_site: Path
) -> None:
    before = contents(earlier)
    path = folder.release / "softmax/softmax.ipynb"
    notebook = json.loads(path.read_bytes())
    hidden = next(iter(read_topic("softmax").of_kind(Kind.HIDDEN)))
    notebook["cells"][3]["source"] = hidden.source
    path.write_text(json.dumps(notebook), encoding="utf-8")
    with pytest.raises(SiteError, match=r"Not fit to publish:\n.*softmax\.ipynb holds the line"):
        build(folder, earlier, built_site)
    assert contents(earlier) == before


@pytest.mark.usefixtures("quick")
def test_an_earlier_site_is_replaced_whole(folder: CourseFolder, earlier: Path, built_site: Path) -> None:
    (earlier / "index.html").unlink()
    build(folder, earlier, built_site)
    whole, new = contents(built_site), contents(earlier)
    assert new.keys() == {name for name in whole if not name.startswith("build/")}
    assert {name for name, digest in new.items() if whole[name] != digest} <= {"lab/index.html"}
    assert [each.name for each in earlier.parent.iterdir()] == ["site"]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("part", ["gather_pyodide", "build_jupyterlite", "write_landing_page"])
def test_a_disk_that_is_full_leaves_the_earlier_site_and_nothing_beside_it(
    folder: CourseFolder, earlier: Path, built_site: Path, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(earlier)
    monkeypatch.setattr(building, part, full_disk)
    with pytest.raises(OSError, match="No space left"):
        build(folder, earlier, built_site)
    assert contents(earlier) == before
    assert [each.name for each in earlier.parent.iterdir()] == ["site"]


def full_disk(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device", "site")


@pytest.mark.usefixtures("quick")
def test_a_site_that_cannot_be_put_into_place_leaves_the_earlier_one_there(
    folder: CourseFolder, earlier: Path, built_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def only_back_and_forth(path: Path, to: Path) -> Path:
        return full_disk() if path.name == "site" and to == earlier else rename(path, to)

    before = contents(earlier)
    monkeypatch.setattr(Path, "rename", only_back_and_forth)
    with pytest.raises(OSError, match="No space left"):
        build(folder, earlier, built_site)
    assert contents(earlier) == before


def command(to: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "course", "site", "--to", str(to), *options]


def test_a_build_that_is_killed_leaves_the_earlier_site(earlier: Path, built_site: Path) -> None:
    before = contents(earlier)
    run = subprocess.Popen(
        command(earlier, "--pyodide", str(built_site / PYTHON)), cwd=ROOT, start_new_session=True
    )
    while not list(earlier.parent.glob(".building-*/jupyter-lite.json")):  # half of it is there
        assert run.poll() is None
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()
    assert contents(earlier) == before


def test_the_same_course_makes_the_same_bytes(built_site: Path, tmp_path: Path) -> None:
    to = tmp_path / "new/site"
    run = run_course(ROOT, "site", "--to", str(to), "--pyodide", str(built_site / PYTHON))
    assert run.returncode == 0, run.stderr
    assert contents(to) == contents(built_site)
    size = sum(path.stat().st_size for path in to.rglob("*") if path.is_file())
    assert f": {len(contents(to))} files, {size / 1e6:.1f} MB; Python" in run.stdout


def something_else(place: Path) -> Path:
    (place / "thesis").mkdir()
    (place / "thesis/chapter.txt").write_text("years of work", encoding="utf-8")
    return place / "thesis"


def a_file(place: Path) -> Path:
    (place / "site.txt").write_text("mine", encoding="utf-8")
    return place / "site.txt"


def a_link_to_nothing(place: Path) -> Path:
    (place / "link").symlink_to(place / "unplugged")
    return place / "link"


def a_repository(place: Path) -> Path:
    (place / "pages/.git").mkdir(parents=True)
    (place / "pages/editions.json").touch()
    return place / "pages"


@pytest.mark.parametrize(
    "place",
    [
        something_else,
        a_file,
        a_link_to_nothing,
        a_repository,
        *(lambda place, name=name: place / name for name in ("source", "release", "release/site", ".")),
        lambda place: place / "submitted/site",
        lambda _: Path("/"),
        lambda _: ROOT,
    ],
)
def test_a_place_that_holds_other_work_is_refused(
    folder: CourseFolder, place: Callable[[Path], Path]
) -> None:
    to = place(folder.root)
    before = contents(folder.root)
    with pytest.raises(SiteError, match="name another place after --to"):
        build(folder, to, Path("/nowhere"))
    assert contents(folder.root) == before


class Shell:
    """`course site` in this process, in a folder: what it said on stderr, as one line, where it failed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, place: Path, *options: str) -> str:
        self._monkeypatch.chdir(place)
        with pytest.raises(SystemExit) as end:
            app(["site", *options])
        said = self._capsys.readouterr()
        assert end.value.code == (1 if said.err else 0)
        assert len(said.err.splitlines()) <= 1
        return said.err or said.out


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capsys)


def test_a_release_that_is_missing_says_what_to_run(folder: CourseFolder, shell: Shell) -> None:
    shutil.rmtree(folder.release / "diagnostics")
    said = shell(folder.root)
    assert said == "release/diagnostics has no notebook yet: run 'make release' first.\n"
    assert not (folder.root / "site").exists()


@pytest.mark.parametrize(
    ("python", "sentence"),
    [
        ("", f"{FILE} could not be fetched (<urlopen error"),
        (PYTHON, "pip could not fetch the site's wheels ("),
        ("nowhere", "nowhere is no folder: name the one that holds Pyodide's files"),
    ],
)
def test_on_a_train_one_sentence_says_what_cannot_be_reached(
    built_site: Path, earlier: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch, python: str, sentence: str
) -> None:
    (earlier / PYTHON / FILE).unlink()  # or it would be used again
    before = contents(earlier)
    for name, value in {"https_proxy": NOBODY, "PIP_INDEX_URL": NOBODY, "PIP_RETRIES": "0"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(urllib.request, "_opener", None)  # which holds the proxies that it saw first
    options = ["--pyodide", str(built_site / python)] if python else []
    said = shell(ROOT, "--to", str(earlier), *options)
    assert sentence in said
    assert contents(earlier) == before


def test_its_help_says_what_it_is_and_where_it_goes(shell: Shell) -> None:
    said = " ".join(shell(ROOT, "--help").split())
    for words in ("Python runs in the tab", "no hidden test", "site/ if left out", "--pyodide FOLDER"):
        assert words in said
