"""Pure Python wheels beside Pyodide's own: what the students' package needs, and the lock over all."""

import subprocess
import sys
from pathlib import Path

from packaging.utils import canonicalize_name
from pyodide_lock import PyodideLockSpec
from pyodide_lock.spec import InfoSpec, PackageSpec
from pyodide_lock.utils import add_wheels_to_spec

from course.site.errors import SiteError
from course.site.pyodide import INFO, PACKAGES

_REQUIREMENTS = Path(__file__).with_name("requirements.txt")
_LATER = {"math-to-code": "matplotlib"}  # python.js brings it after the first cell


def download_wheels(place: Path) -> None:
    """Put the wheels that `requirements.txt` names into `place`; pip holds each against its sha256.

    Raises `SiteError` where pip cannot.
    """
    command = [
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--require-hashes", "--only-binary", ":all:", "--dest", str(place)),
        *("--implementation", "py", "--abi", "none", "--platform", "any"),
        *("--python-version", ".".join(INFO["python"].split(".")[:2])),
        *("--requirement", str(_REQUIREMENTS)),
    ]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        said = run.stderr.strip().splitlines() or ["pip says nothing"]
        reason = next((line for line in said if line.startswith("ERROR")), said[-1])
        raise SiteError(
            f"pip could not fetch the site's wheels ({reason.removeprefix('ERROR: ')}): see that it reaches "
            "its index, and try again."
        )


def write_lock(place: Path, wheels: list[Path]) -> None:
    """Write `pyodide-lock.json` over Pyodide's packages and these wheels.

    What a wheel asks for and neither holds (a notebook server, another front end) a tab has no use for.
    """
    official = PyodideLockSpec(
        info=InfoSpec(**INFO), packages={name: PackageSpec(**each) for name, each in PACKAGES.items()}
    )
    lock = add_wheels_to_spec(official, wheels, ignore_missing_dependencies=True)
    known = {canonicalize_name(name) for name in lock.packages}
    for package in lock.packages.values():
        package.depends = [
            need
            for need in package.depends
            if canonicalize_name(need) in known and _LATER.get(package.name) != need
        ]
    lock.to_json(place / "pyodide-lock.json")
