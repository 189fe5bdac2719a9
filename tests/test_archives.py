"""Archives of strangers: what is hostile or broken is refused by name, and the rest is taken."""

import io
import os
import stat
import struct
import tracemalloc
import zipfile
from pathlib import Path

import lms
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_course import ADA, ALAN, filed, lies, loose, notebook, small_course, take

from course.folder import CourseFolder

GOOD = lms.canvas(ADA, "11", 1, "softmax.ipynb")
BAD = "turingalan_12_2_softmax.ipynb"


@pytest.fixture
def folder(tmp_path: Path) -> CourseFolder:
    """A course folder with two small released topics."""
    return small_course(tmp_path / "course")


def with_bad(place: Path, info: zipfile.ZipInfo, data: bytes) -> Path:
    """Write a zip with one good member and one that is described by `info`."""
    path = place / "class.zip"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr(lms.member(GOOD), notebook())
        opened.writestr(info, data)
    return path


def refused(folder: CourseFolder, path: Path, name: str = BAD) -> str:
    """Collect, check that the good member was taken and the bad one was not, and return why."""
    result = take(folder, path)
    assert filed(result) == {"s1": "taken"}
    assert set(lies(folder)) == {"s1/softmax/softmax.ipynb"}
    (said,) = result.refused
    assert said.startswith(f"class.zip/{name} ")
    return said.removeprefix(f"class.zip/{name} ")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (f"../{BAD}", "leads out of the archive"),
        (f"a/../../{BAD}", "leads out of the archive"),
        (f"/etc/{BAD}", "has an absolute path"),
        (f"C:/{BAD}", "has an absolute path"),
        (f"{'a' * 2000}{BAD}", "has a name that is too long"),
    ],
)
def test_paths_that_lead_elsewhere_are_refused(
    folder: CourseFolder, tmp_path: Path, name: str, why: str
) -> None:
    result = take(folder, with_bad(tmp_path, lms.member(name), notebook()))
    assert filed(result) == {"s1": "taken"}
    (said,) = result.refused
    assert said.endswith(why)


def test_backslashes_are_no_way_out(folder: CourseFolder, tmp_path: Path) -> None:
    assert refused(folder, with_bad(tmp_path, lms.member(f"..\\{BAD}"), notebook()), f"../{BAD}") == (
        "leads out of the archive"
    )


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        (stat.S_IFLNK, "is a link"),
        (stat.S_IFCHR, "is a device, not a file"),
        (stat.S_IFBLK, "is a device, not a file"),
        (stat.S_IFIFO, "is a device, not a file"),
        (stat.S_IFSOCK, "is a device, not a file"),
    ],
)
def test_links_and_devices_in_an_archive_are_refused(
    folder: CourseFolder, tmp_path: Path, kind: int, why: str
) -> None:
    info = lms.member(BAD)
    info.external_attr = (kind | 0o777) << 16
    assert refused(folder, with_bad(tmp_path, info, b"/etc/passwd")) == why


def test_an_encrypted_member_is_refused(folder: CourseFolder, tmp_path: Path) -> None:
    path = with_bad(tmp_path, lms.member(BAD), notebook())
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rindex(signature) + offset] |= 1
    path.write_bytes(data)
    assert refused(folder, path) == "is encrypted"


def test_a_bomb_is_refused_before_it_is_unpacked(folder: CourseFolder, tmp_path: Path) -> None:
    assert refused(folder, with_bad(tmp_path, lms.member(BAD), bytes(40 * 2**20))) == (
        "unpacks to far more than it holds"
    )


def test_what_is_too_large_for_a_notebook_is_refused(folder: CourseFolder, tmp_path: Path) -> None:
    large = os.urandom(2**20) * 51
    info = lms.member(BAD)
    info.compress_type = zipfile.ZIP_STORED
    assert refused(folder, with_bad(tmp_path, info, large)) == "is larger than 50 MB"


def test_a_member_that_holds_more_than_it_declares_gives_no_more(
    folder: CourseFolder, tmp_path: Path
) -> None:
    path = with_bad(tmp_path, lms.member(BAD), bytes(30 * 2**20))
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.rindex(signature) + offset, 1000)
    path.write_bytes(data)
    tracemalloc.start()
    assert refused(folder, path) == "is damaged"
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10 * 2**20


def test_too_many_members_are_refused_before_they_are_listed(folder: CourseFolder, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as opened:
        for number in range(20_001):
            opened.writestr(zipfile.ZipInfo(str(number)), b"")
    name = lms.canvas(ALAN, "12", 2, "a.zip")
    assert refused(folder, with_bad(tmp_path, lms.member(name), packed.getvalue()), name) == (
        "holds more than 20000 files"
    )


def test_all_that_a_student_packed_together_has_a_limit(folder: CourseFolder, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        block = bytes(range(256)) * 4
        noise = b"".join(block[shift:] + bytes([shift]) for shift in range(120)) * 380  # packs about 100 to 1
        for number in range(12):
            opened.writestr(f"{number}.csv", noise)
    name = lms.canvas(ALAN, "12", 2, "a.zip")
    result = take(folder, with_bad(tmp_path, lms.member(name), packed.getvalue()))
    beyond = [each for each in result.refused if "lies beyond the 500 MB" in each]
    assert 0 < len(beyond) < 12
    assert filed(result) == {"s1": "taken"}


def test_a_damaged_member_is_refused_and_the_rest_is_taken(folder: CourseFolder, tmp_path: Path) -> None:
    info = lms.member(BAD)
    info.compress_type = zipfile.ZIP_STORED
    path = with_bad(tmp_path, info, notebook(text="original"))
    data = path.read_bytes()
    path.write_bytes(data.replace(b"original", b"changed!"))
    assert refused(folder, path) == "is damaged"


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.9, 0.999])
def test_a_zip_that_was_not_uploaded_to_its_end_is_refused(
    folder: CourseFolder, tmp_path: Path, kept: float
) -> None:
    whole = lms.archive(tmp_path / "whole.zip", {"softmax.ipynb": notebook()}).read_bytes()
    name = lms.canvas(ALAN, "12", 2, "a.zip")
    path = with_bad(tmp_path, lms.member(name), whole[: int(kept * len(whole))])
    assert refused(folder, path, name) == "is not a whole zip: its end is missing or damaged"


def test_archives_of_other_kinds_are_refused_by_name(folder: CourseFolder, tmp_path: Path) -> None:
    name = lms.canvas(ALAN, "12", 2, "a.tar.gz")
    assert refused(folder, with_bad(tmp_path, lms.member(name), b"\x1f\x8b"), name) == (
        "is an archive, but no zip: unpack it, and collect what it holds"
    )


def test_links_and_devices_in_a_folder_are_refused(folder: CourseFolder, tmp_path: Path) -> None:
    secret = loose(tmp_path / "elsewhere", "softmax.ipynb", notebook(text="secret"))
    place = tmp_path / "in"
    loose(place, "s1/softmax.ipynb", notebook())
    (place / "s2").mkdir()
    (place / "s2/softmax.ipynb").symlink_to(secret)
    (place / "s3").symlink_to(secret.parent)
    os.mkfifo(place / "pipe")
    result = take(folder, place)
    assert filed(result) == {"s1": "taken"}
    assert sorted(result.refused) == [
        "in/pipe is a device, not a file",
        "in/s2/softmax.ipynb is a link",
        "in/s3 is a link",
    ]


@pytest.mark.parametrize("encoding", ["cp437", "utf-8"])
def test_names_without_a_declared_encoding_are_read(
    folder: CourseFolder, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "class.zip"
    name = "José García_5_assignsubmission_file_softmax.ipynb"
    raw = name.encode(encoding)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as opened:
        opened.writestr(lms.member("x" * len(raw)), notebook())
    path.write_bytes(data.getvalue().replace(b"x" * len(raw), raw))
    assert filed(take(folder, path, roster=())) == {"José García": "taken"}


@pytest.mark.parametrize("kept", [0.0, 0.5, 0.999])
def test_a_zip_that_is_not_whole_is_all_that_is_refused(
    folder: CourseFolder, tmp_path: Path, kept: float
) -> None:
    path = lms.archive(tmp_path / "class.zip", {GOOD: notebook()})
    path.write_bytes(path.read_bytes()[: int(kept * path.stat().st_size)])
    other = loose(tmp_path, "s2/softmax.ipynb", notebook())
    result = take(folder, [path, other.parent])
    assert filed(result) == {"s2": "taken"}
    assert result.refused == ["class.zip is not a whole zip: its end is missing or damaged"]


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8), st.booleans())
def test_whatever_is_wrong_with_an_archive_it_is_read_or_refused_in_words(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[float, int]], packed: bool
) -> None:
    place = tmp_path_factory.mktemp("damaged")
    data = bytearray(
        lms.archive(place / "whole.zip", {GOOD: notebook(), BAD: b"", "é/x.csv": b"1"}).read_bytes()
    )
    for share, value in changes:
        data[int(share * (len(data) - 1))] = value
    path = place / "class.zip"
    path.write_bytes(data)
    if packed:
        path = lms.archive(place / "outer.zip", {"class.zip": bytes(data)})
    result = take(small_course(place / "course"), path)
    assert len(result.taken) <= 2


HOSTILE = st.lists(
    st.sampled_from(
        [
            "..",
            ".",
            "/",
            "\\",
            "~",
            "C:",
            "con",
            "-",
            "*",
            "\n",
            "\x1b[2J",
            "a",
            "softmax",
            ".earlier",
            "é",
            "_1_2_",
        ]
    )
    | st.text(max_size=4),
    min_size=1,
    max_size=6,
).map("".join)


@settings(deadline=None, max_examples=100)
@given(st.lists(HOSTILE, min_size=1, max_size=5, unique=True), st.booleans(), st.booleans())
def test_no_name_however_hostile_makes_a_file_anywhere_else(
    tmp_path_factory: pytest.TempPathFactory, names: list[str], packed: bool, moodle: bool
) -> None:
    place = tmp_path_factory.mktemp("hostile")
    folder = small_course(place / "course")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as opened:
        for name in names:
            end = "_5_assignsubmission_file_softmax.ipynb" if moodle else "/softmax.ipynb"
            opened.writestr(zipfile.ZipInfo(name + end), notebook(text=name.encode().hex()))
    path = place / "class.zip"
    path.write_bytes(data.getvalue())
    if packed:
        path = lms.archive(place / "outer.zip", {"inner.zip": data.getvalue()})
    before = everything(place)
    result = take(folder, path, roster=())
    after = everything(place)
    new = {
        each.relative_to(folder.submitted) for each in after - before if each.is_relative_to(folder.submitted)
    }
    assert after - before == {folder.submitted / each for each in new}
    files = {each for each in new if (folder.submitted / each).is_file()} - {Path(".lock")}
    current = {each for each in files if each.parts[0] != ".earlier"}
    assert current == {Path(each.student, "softmax/softmax.ipynb") for each in result.taken}
    assert all(each.student.isprintable() and "/" not in each.student for each in result.taken)
    said = (*result.refused, *result.unmatched, *result.doubled, *result.left_out)
    assert all(line.isprintable() for line in said)


def everything(place: Path) -> set[Path]:
    return set(place.rglob("*")) | set(place.parent.glob("*"))
