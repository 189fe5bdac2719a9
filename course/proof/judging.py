"""What every answer in a catalogue earns, and whether that is what it should."""

from collections.abc import Mapping
from dataclasses import dataclass

from course.folder import CourseError
from course.lab.knowledge import Exercise, all_exercises, fingerprint, recognise
from course.proof.workbench import Workbench
from course.reading import Catalogue, Entry, Kind, Topic

_FEWEST_WRONG = 4
_FEWEST_RIGHT = 3


@dataclass(frozen=True)
class Trial:
    """One answer tried: the hidden tests it failed, and which known mistake it was taken for."""

    entry: Entry
    failed: tuple[str, ...]
    recognised: str = ""


@dataclass(frozen=True)
class FunctionProof:
    """All that is known about the tests of one function. `problems` is empty where all is proved."""

    function: str
    points: int
    wrong: tuple[Trial, ...]
    right: tuple[Trial, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class TopicProof:
    """The proofs of a topic's functions."""

    topic: str
    functions: tuple[FunctionProof, ...]

    @property
    def problems(self) -> tuple[str, ...]:
        """Every problem, in one list."""
        return tuple(problem for proof in self.functions for problem in proof.problems)


def score(topic: Topic, bench: Workbench, replaced: Mapping[str, str]) -> dict[str, int]:
    """Return the points that each hidden test gives when some answers are replaced."""
    names = bench.names(replaced)
    return {test.id: 0 if bench.run(test, names) else test.points for test in topic.of_kind(Kind.HIDDEN)}


def prove_topic(topic: Topic, catalogue: Catalogue) -> TopicProof:
    """Try the model answers and the whole catalogue of one topic against its tests."""
    bench = Workbench(topic)
    return TopicProof(
        topic.name, tuple(_prove(function, topic, catalogue, bench) for function in topic.functions)
    )


def _prove(function: str, topic: Topic, catalogue: Catalogue, bench: Workbench) -> FunctionProof:
    exercise = all_exercises().get(function)
    if exercise is None:
        raise CourseError(f"check() does not know {function} yet: run 'make build' first.")
    wrong = tuple(_try(entry, topic, bench, exercise) for entry in catalogue.wrong(function))
    right = tuple(_try(entry, topic, bench, exercise) for entry in catalogue.right(function))
    problems = [
        *_model_problems(function, topic, bench),
        *(problem for trial in wrong for problem in _wrong_problems(trial, topic)),
        *(problem for trial in right for problem in _right_problems(trial)),
    ]
    if len(wrong) < _FEWEST_WRONG:
        problems.append(f"{function} has {len(wrong)} misconceptions; describe at least {_FEWEST_WRONG}.")
    if len(right) < _FEWEST_RIGHT:
        problems.append(f"{function} has {len(right)} variants; write at least {_FEWEST_RIGHT}.")
    points = sum(test.points for test in topic.tests(function, Kind.HIDDEN))
    return FunctionProof(function, points, wrong, right, tuple(problems))


def _try(entry: Entry, topic: Topic, bench: Workbench, exercise: Exercise) -> Trial:
    replaced = {entry.function: entry.source}
    points = score(topic, bench, replaced)
    names = bench.names(replaced)
    seen = fingerprint(names[entry.function], entry.function, exercise.snippets, names)
    mistake = recognise(seen, exercise)
    failed = tuple(test for test, earned in points.items() if not earned)
    return Trial(entry, failed, mistake.name if mistake else "")


def _model_problems(function: str, topic: Topic, bench: Workbench) -> list[str]:
    problems = []
    for kind in (Kind.VISIBLE, Kind.HIDDEN):
        tests = topic.tests(function, kind)
        if len(tests) < 2:
            problems.append(f"{function} has {len(tests)} {kind} cells; write at least 2.")
        for test in tests:
            error = bench.run(test, bench.names(), strict=True)
            if error:
                problems.append(f"the model answer of {function} fails {test.id}: {error!r}")
    return problems


def _wrong_problems(trial: Trial, topic: Topic) -> list[str]:
    entry, own = trial.entry, {test.id: test.function for test in topic.of_kind(Kind.HIDDEN)}
    problems = []
    if not any(own[test] == entry.function for test in trial.failed):
        problems.append(f"{entry.name} survives: no hidden test of {entry.function} fails it.")
    for test in trial.failed:
        if own[test] != entry.function and entry.function not in topic.called_by(own[test]):
            problems.append(f"{entry.name} loses {test}, though {own[test]} does not call {entry.function}.")
    if trial.recognised != entry.name:
        taken = f"is taken for {trial.recognised}" if trial.recognised else "is not recognised"
        problems.append(f"{entry.name} {taken}; add a visible test or a probe that tells it apart.")
    return problems


def _right_problems(trial: Trial) -> list[str]:
    problems = [f"{trial.entry.name} is right but fails {test}." for test in trial.failed]
    if trial.recognised:
        problems.append(f"{trial.entry.name} is right but is taken for {trial.recognised}.")
    return problems
