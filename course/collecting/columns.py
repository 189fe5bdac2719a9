"""Which column of a roster is which, in the spellings of the systems that export one."""

from collections.abc import Mapping, Sequence

# In each line the first that has any value is taken.
_SPELLINGS = {
    "id": ("studentid", "studentidnumber", "idnumber", "sisuserid", "username", "sisloginid", "id"),
    "login": ("username", "sisloginid", "loginid", "idnumber"),
    "name": ("fullname", "name", "studentname", "student"),
    "first": ("firstname", "givenname", "forename", "first"),
    "last": ("lastname", "surname", "familyname", "last"),
    "email": ("emailaddress", "email", "mail"),
    "number": ("identifier", "canvasid", "canvasuserid", "lmsuserid", "lmsid", "moodleid", "id"),
}
WANTED = (
    'one of "Student ID", "ID number", "SIS User ID", "Username", "SIS Login ID" or "ID", '
    'and "Name" or "First name" and "Last name"'
)


def recognised(header: Sequence[str]) -> int:
    """Return how many of a header's columns are known."""
    known = {spelling for spellings in _SPELLINGS.values() for spelling in spellings}
    return sum(_plain(title) in known for title in header)


def columns_of(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """Return the place of each kind of column that is there and not empty."""
    titles = [_plain(title) for title in header]
    filled = {place for row in rows for place, cell in enumerate(row) if cell.strip()}
    found: dict[str, int] = {}
    for kind, spellings in _SPELLINGS.items():
        for spelling in spellings:
            place = titles.index(spelling) if spelling in titles else -1
            if place in filled and place not in found.values():
                found[kind] = place
                break
    return found


def _plain(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())
