"""The notebooks of the site: those that students get, each with the edition it is of."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

EDITION = "math_to_code_edition"


def write_contents(release: Path, names: Sequence[str], place: Path) -> dict[str, str]:
    """Copy release notebooks into `place`, each marked with its edition; return the editions by path.

    An edition is named by what the notebook says: the same cells are the same edition.
    """
    editions = {}
    for name in names:
        path = f"{name}/{name}.ipynb"
        notebook = json.loads((release / path).read_text(encoding="utf-8"))
        cells = json.dumps(notebook["cells"], sort_keys=True).encode()
        editions[path] = hashlib.sha256(cells).hexdigest()[:12]
        notebook["metadata"][EDITION] = editions[path]
        (place / name).mkdir(parents=True)
        (place / path).write_text(json.dumps(notebook, indent=1, ensure_ascii=False), encoding="utf-8")
    return editions
