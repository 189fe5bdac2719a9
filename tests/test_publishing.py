"""The workflow that publishes the site publishes the site, and never the repository with the answers."""

import re
from typing import Any

import yaml
from copies import ROOT

TEXT = (ROOT / ".github/workflows/site.yml").read_text(encoding="utf-8")
WORKFLOW: dict[Any, Any] = yaml.safe_load(TEXT)
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]


def uses(action: str) -> list[dict[str, Any]]:
    return [step for step in STEPS if step.get("uses", "").startswith(f"{action}@")]


def test_the_one_command_that_runs_is_a_target_of_make() -> None:
    commands = [step["run"] for step in STEPS if "run" in step]
    assert commands == ["make site"]
    assert re.search(r"(?m)^site:.*\n\t@\$\(COURSE\) site\b", (ROOT / "Makefile").read_text(encoding="utf-8"))


def test_what_is_uploaded_is_the_folder_that_make_site_writes_and_nothing_else() -> None:
    (upload,) = uses("actions/upload-pages-artifact")
    assert upload["with"] == {"path": "site"}
    verb = (ROOT / "course/verbs/site.py").read_text(encoding="utf-8")
    assert f'folder.root / "{upload["with"]["path"]}"' in verb
    assert f"/{upload['with']['path']}/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    names = [step.get("uses", "run").partition("@")[0] for step in STEPS]
    assert names == [
        "actions/checkout",
        "actions/setup-python",
        "run",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]


def test_it_runs_on_main_and_by_hand_one_at_a_time_and_may_do_no_more_than_publish() -> None:
    when = WORKFLOW[True]  # which is how YAML 1.1 reads "on"
    assert when == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
    assert WORKFLOW["concurrency"] == {"group": "pages", "cancel-in-progress": False}
    assert WORKFLOW["permissions"] == {"contents": "read"}
    build, publish = WORKFLOW["jobs"]["build"], WORKFLOW["jobs"]["publish"]
    assert "permissions" not in build
    assert publish["needs"] == "build"
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}


def test_its_actions_are_githubs_own_at_a_major_version() -> None:
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]) for step in STEPS if "uses" in step)


def test_its_python_is_one_that_the_course_runs_on() -> None:
    (python,) = uses("actions/setup-python")
    asked = python["with"]["python-version"]
    assert isinstance(asked, str)  # 3.10 as a number is 3.1
    assert tuple(map(int, asked.split("."))) >= (3, 11)


def test_it_says_that_the_repository_must_never_be_published() -> None:
    assert "must never be published itself" in TEXT
    for page in ("README.md", "docs/instructors.md"):
        said = " ".join((ROOT / page).read_text(encoding="utf-8").split())
        assert ".github/workflows/site.yml" in said, page
        assert "Deploy from a branch" in said, page
