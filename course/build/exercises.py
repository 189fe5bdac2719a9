"""Write what check() and hint() know: visible tests, hints, and fingerprints of known mistakes."""

import json
from pathlib import Path
from typing import Any

import course.lab
from course.build.places import places_of
from course.lab.knowledge import fingerprint
from course.proof import Workbench
from course.reading import Catalogue, Entry, Kind, Topic

# Differences below this come from the processor, not from the answer.
_DIGITS = 12


def write_exercises(topic: Topic, catalogue: Catalogue) -> None:
    """Write one topic's JSON file into the students' package."""
    path = exercises_path(topic.name)
    text = json.dumps(describe_exercises(topic, catalogue), indent=1, ensure_ascii=False) + "\n"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def exercises_path(name: str) -> Path:
    """Where a topic's JSON file lies."""
    return Path(course.lab.__file__).parent / "exercises" / f"{name}.json"


def describe_exercises(topic: Topic, catalogue: Catalogue) -> dict[str, Any]:
    """Return what the students' package may know of a topic: nothing from which an answer follows."""
    bench = Workbench(topic)
    return {
        "topic": topic.name,
        "number": topic.number,
        "title": topic.title,
        "places": places_of(topic),
        "functions": {function: _describe(function, topic, catalogue, bench) for function in topic.functions},
    }


def _describe(function: str, topic: Topic, catalogue: Catalogue, bench: Workbench) -> dict[str, Any]:
    tests = topic.tests(function, Kind.VISIBLE)
    probes = [probe.source for probe in catalogue.probes if probe.function == function]
    snippets = [test.source for test in tests] + probes
    is_value = not callable(bench.names()[function])
    return {
        **({"value": True} if is_value else {}),
        "properties": [{"id": t.id, "sentence": t.sentence, "code": t.source} for t in tests],
        "points": sum(test.points for test in topic.tests(function, Kind.HIDDEN)),
        "hints": list(topic.hints(function)),
        "probes": probes,
        "misconceptions": [
            {
                "name": entry.name,
                "message": entry.message,
                "fingerprint": _fingerprint(entry, bench, snippets),
            }
            for entry in catalogue.wrong(function)
        ],
    }


def _fingerprint(entry: Entry, bench: Workbench, snippets: list[str]) -> Any:
    names = bench.names({entry.function: entry.source})
    return _rounded(fingerprint(names[entry.function], entry.function, snippets, names))


def _rounded(data: Any) -> Any:
    if isinstance(data, float):
        return float(f"{data:.{_DIGITS}g}")
    if isinstance(data, list):
        return [_rounded(part) for part in data]
    if isinstance(data, dict):
        return {key: _rounded(part) for key, part in data.items()}
    return data
