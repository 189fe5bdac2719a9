"""Who is in the sample class, and what each will write into which answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import cycle, islice

from course.reading import Catalogue, Topic

_NAMES = """
ada alan alonzo amalie augustin blaise carl daniel david dorothy emmy euclid evariste florence george
gottfried grace henri hypatia isaac jakob johannes joseph julia karen katherine kurt leonhard maryam mary
niels paul pierre rene sofia sophie srinivasa thomas william yang
""".split()  # noqa: SIM905  (easier to read and to extend than forty quoted strings)
_FEWEST_CARRIERS = 14


class Damage(StrEnum):
    """How a file arrived."""

    NONE = "none"
    EMPTY = "empty"
    CUT_OFF = "cut off"


@dataclass(frozen=True)
class Student:
    """One student: the source of each answer, topic by topic. An answer left out is left blank."""

    name: str
    answers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    writes: bool = False
    damage: Mapping[str, Damage] = field(default_factory=dict)


def enrol(topics: Sequence[Topic], catalogues: Mapping[str, Catalogue]) -> tuple[Student, ...]:
    """Return the class: solved, blank, half done, damaged, and every misconception somewhere."""
    names = iter([*_NAMES, *(f"student{number:02}" for number in range(1, 100))])
    return (
        *_solved(names, topics, catalogues),
        *_half_done(names, topics),
        *_blank(names, topics),
        *_damaged(names, topics),
        *_carriers(names, topics, catalogues),
    )


def model_answers(topic: Topic) -> dict[str, str]:
    """Return the source of every model answer."""
    return {function: topic.model_answer(function) for function in topic.functions}


def _solved(
    names: Iterator[str], topics: Sequence[Topic], catalogues: Mapping[str, Catalogue]
) -> Iterator[Student]:
    yield Student(next(names), {topic.name: model_answers(topic) for topic in topics}, writes=True)
    for number in range(3):
        answers = {topic.name: _variants(topic, catalogues[topic.name], number) for topic in topics}
        yield Student(next(names), answers, writes=True)


def _variants(topic: Topic, catalogue: Catalogue, number: int) -> dict[str, str]:
    right = {function: catalogue.right(function) for function in topic.functions}
    return {function: entries[number % len(entries)].source for function, entries in right.items()}


def _half_done(names: Iterator[str], topics: Sequence[Topic]) -> Iterator[Student]:
    for share, handed_in in ((0.5, len(topics)), (0.5, len(topics) - 1), (0.8, len(topics)), (0.3, 1)):
        answers = {}
        for topic in topics[:handed_in]:
            kept = topic.functions[: max(1, int(share * len(topic.functions)))]
            answers[topic.name] = {function: topic.model_answer(function) for function in kept}
        yield Student(next(names), answers)


def _blank(names: Iterator[str], topics: Sequence[Topic]) -> Iterator[Student]:
    for _ in range(2):
        yield Student(next(names), {topic.name: {} for topic in topics})


def _damaged(names: Iterator[str], topics: Sequence[Topic]) -> Iterator[Student]:
    for damage in (Damage.EMPTY, Damage.CUT_OFF):
        answers = {topic.name: model_answers(topic) for topic in topics}
        yield Student(next(names), answers, damage={topics[-1].name: damage})


def _carriers(
    names: Iterator[str], topics: Sequence[Topic], catalogues: Mapping[str, Catalogue]
) -> Iterator[Student]:
    wrong = {t.name: {f: catalogues[t.name].wrong(f) for f in t.functions} for t in topics}
    needed = {name: max(map(len, entries.values())) for name, entries in wrong.items()}
    answers: list[dict[str, dict[str, str]]] = [{} for _ in range(max(_FEWEST_CARRIERS, *needed.values()))]
    for topic in topics:
        count = max(_FEWEST_CARRIERS, needed[topic.name])
        for each in answers[:count]:  # the others did not hand it in
            each[topic.name] = model_answers(topic)
        places = cycle(range(count))
        for function, entries in wrong[topic.name].items():
            for place, entry in zip(islice(places, len(entries)), entries, strict=True):
                answers[place][topic.name][function] = entry.source
    for each in answers:
        yield Student(next(names), each, writes=True)
