"""Whose each notebook is: the outermost part of its path that names somebody says so."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from course.collecting.file_names import read_file_name, without
from course.collecting.matching import Match, Roster
from course.collecting.names import key, printable, unfit
from course.collecting.pieces import Notebook
from course.collecting.topics import Topics

NOBODY = Match(
    problem="does not say whose it is: put it into a folder with the student's name, or give a roster"
)


def whose(notebooks: Sequence[Notebook], roster: Roster, topics: Topics) -> Mapping[Notebook, Match]:
    """Return a match for each notebook. Without a roster, names that systems or folders give are the ids."""
    if roster.students:
        return {each: _on_roster(each, roster, topics) for each in notebooks}
    found: dict[Notebook, Match] = {}
    unlabelled: dict[str, list[Notebook]] = defaultdict(list)
    for each in notebooks:
        if each.label:
            found[each] = roster.by_label(each.label)
        else:
            unlabelled[each.parts[0]].append(each)
    for group in unlabelled.values():
        found |= {each: _as_id(text) for each, text in _by_place(group, topics)}
    return found


def _on_roster(notebook: Notebook, roster: Roster, topics: Topics) -> Match:
    texts: list[str] = []
    for place, part in enumerate(notebook.parts):
        if notebook.label and place == notebook.place:
            return roster.by_label(notebook.label)
        said = list(_said(part, notebook.topic, topics))
        for text in said:
            if match := roster.by_text(text):
                return match
        texts = said or texts
    return roster.nobody(texts[-1:])


def _said(part: str, topic: str, topics: Topics) -> Iterator[str]:
    """Yield what a folder's or file's name may say about a person, as it is and without the topic."""
    name = read_file_name(part)
    if name and without(name.stem, topic) == "":
        return
    for stem in dict.fromkeys((name.full, name.stem) if name else (_plain(part),)):
        for text in (stem, without(stem, topic)):
            if text and key(text) not in topics.keys:
                yield text


def _by_place(notebooks: Sequence[Notebook], topics: Topics) -> Iterator[tuple[Notebook, str]]:
    """Yield who hands each notebook in where folders or files are named after students; "" if neither is."""
    groups: dict[tuple[str, ...], list[Notebook]] = defaultdict(list)
    for each in notebooks:
        plain = map(_plain, each.parts[:-1])
        groups[tuple(name for name in plain if key(name) not in topics.keys)].append(each)
    common = [names[0] for names in takewhile(lambda names: len(set(names)) == 1, zip(*groups, strict=False))]
    for folders, together in groups.items():
        files = {each: next(reversed(list(_said(each.own, each.topic, topics))), "") for each in together}
        one_each = len({each.topic for each in together}) == len(together)
        for each in together:
            if len(folders) > len(common):
                yield each, folders[len(common)]
            elif common and (one_each or not any(files.values())):
                yield each, common[-1]
            else:
                yield each, files[each]


def _plain(part: str) -> str:
    return re.sub(r"\.zip$", "", part, flags=re.IGNORECASE)


def _as_id(text: str) -> Match:
    student = unicodedata.normalize("NFC", text).strip()
    if not student:
        return NOBODY
    if unfit(student):
        return Match(problem=f"is in {printable(student)!r}, which {unfit(student)}: no id can be so")
    return Match(student)
