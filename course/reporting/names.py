"""What students are called on the page: by their names, or by numbers that tell nobody who they are."""

import hashlib
import hmac
from collections.abc import Sequence


class Names:
    """Says each student's name, or a number in an order that only this gradebook's owner can find again."""

    def __init__(self, students: Sequence[str], secret: bytes, *, hidden: bool) -> None:
        self.hidden = hidden
        mixed = sorted(
            students,
            key=lambda name: hmac.digest(secret, name.encode(errors="surrogateescape"), hashlib.sha256),
        )
        self._numbers = {student: number for number, student in enumerate(mixed, 1)}

    def of(self, student: str) -> str:
        """Return what to call a student."""
        return f"student {self._numbers[student]}" if self.hidden else student

    def order(self, student: str) -> tuple[int, str]:
        """Return a key to sort by that reveals no more than the name does."""
        return (self._numbers[student], "") if self.hidden else (0, student)

    def folder(self, topic: str, released: Sequence[str]) -> str:
        """Return a topic's name; where names are hidden, not one that a student gave a folder."""
        return topic if topic in released or not self.hidden else "another folder"

    def quoted(self, text: str) -> str:
        """Return what a student or a file's name may have put into a text; nothing where names are hidden."""
        return "" if self.hidden else text
