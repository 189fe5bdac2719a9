"""Whose a file is: by the system's number, an id, or a name that only one student has; never by likeness."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from course.collecting.labels import Label, System, read_label
from course.collecting.names import key, orders, printable, unfit
from course.collecting.roster import Student

_LIKE = 70.0


@dataclass(frozen=True)
class Match:
    """Whose a file is, or a sentence that says why that cannot be told."""

    student: str = ""
    problem: str = ""
    label: Label | None = None
    doubled: bool = False


class _Index:
    """Students by the keys of one kind."""

    def __init__(self) -> None:
        self._found: dict[str, list[Student]] = {}

    def add(self, student: Student, keys: Iterable[str]) -> None:
        for each in set(keys) - {""}:
            self._found.setdefault(each, []).append(student)

    def __getitem__(self, wanted: str) -> list[Student]:
        return self._found.get(wanted, [])


class Roster:
    """The students, ready to be found; an empty one lets every name be a student's."""

    def __init__(self, students: Sequence[Student] = ()) -> None:
        self.students = students
        self._ids, self._numbers, self._sortable, self._shown, self._turned = (_Index() for _ in range(5))
        for each in students:
            first, last = each.first_name, each.last_name
            self._ids.add(each, map(_id, (each.id, each.login, each.email)))
            self._numbers.add(each, [each.number])
            self._sortable.add(each, [key(last + first)])
            self._shown.add(each, [key(first + last), key(last + first), key(each.name)])
            self._turned.add(each, [*orders(f"{first} {last}"), *orders(each.name)])

    def by_label(self, label: Label) -> Match:
        """Say whose a file is that a system has labelled."""
        if not self.students:
            return _by_itself(label)
        named = self._ids[_id(label.name)] or (
            [] if label.system is System.EXCHANGE else self._named(label.name, label.system)
        )
        numbered = self._numbers[label.number]
        if numbered:
            (student,) = numbered
            if named and student not in named:
                said = f"its number {label.number} is of {student}, its name of {_list(named)}"
                return Match(problem=said, label=label)
            return Match(student.id, label=label)
        if len(named) == 1 and label.system is System.CANVAS and named[0].number:
            said = f"its number {label.number} is not that of {named[0]}, {named[0].number}"
            return Match(problem=said, label=label)
        return self._one_of(named, label.name, label)

    def by_text(self, text: str) -> Match | None:
        """Say whose a folder or file is by its name alone; None where it names nobody."""
        named = self._ids[_id(text)] or self._named(text, None)
        return self._one_of(named, text, None) if named else None

    def nobody(self, texts: Iterable[str]) -> Match:
        """Return a match with nobody, and who may be meant."""
        for text in texts:
            if text:
                return self._one_of([], text, None)
        return Match(problem="its name does not say whose it is")

    def _named(self, name: str, system: System | None) -> list[Student]:
        wanted = key(name)
        exact = self._sortable if system is System.CANVAS else self._shown
        return exact[wanted] or self._turned[wanted]

    def _one_of(self, named: Sequence[Student], text: str, label: Label | None) -> Match:
        if len(named) == 1:
            return Match(named[0].id, label=label)
        if named:
            return Match(problem=f"could be of {_list(named)}", label=label, doubled=True)
        if not text:
            said = "was handed in without a name: end anonymous grading, or give a roster with its numbers"
            return Match(problem=said, label=label)
        return Match(problem=f"{printable(text)} is not on the roster{self._meant(text)}", label=label)

    def _meant(self, text: str) -> str:
        keys = {each: key(each.first_name + each.last_name) or key(each.name) for each in self.students}
        sortable = {each: key(each.last_name + each.first_name) for each in self.students}
        likely = [
            best
            for choices in (keys, sortable)
            if (best := process.extractOne(key(text), choices, scorer=fuzz.ratio, score_cutoff=_LIKE))
        ]
        return f": did you mean {max(likely, key=lambda each: each[1])[2]}?" if likely else ""


def label_of(parts: Sequence[str], topics: frozenset[str]) -> tuple[Label | None, int]:
    """Return the outermost label of a path and its place: what is inside was named by the student.

    `topics`: keys of names that are no student's, though Canvas' form would fit.
    """
    for place, part in enumerate(parts):
        label = read_label(part)
        if label and not (label.system is System.CANVAS and key(label.name) in topics):
            return label, place
    return None, -1


def _by_itself(label: Label) -> Match:
    """Return the id that a label gives without a roster."""
    name = unicodedata.normalize("NFC", label.name)
    if not name or (label.system is System.MOODLE and name == "Participant"):
        name = f"{name}_{label.number}".strip("_")
    problem = f"{printable(name)!r} {unfit(name)}, so no folder can be named so" if unfit(name) else ""
    return Match("" if problem else name, problem, label)


def _id(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip().casefold()


def _list(students: Sequence[Student]) -> str:
    return " or ".join(map(str, students))
