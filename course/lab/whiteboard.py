"""whiteboard("..."): a place to draw; the picture goes into the written answer, where a person grades it."""

from course.lab.home import nobody_works
from course.lab.live import live, show

_WITHOUT_KERNEL = "A whiteboard: it opens when this cell runs. The drawing is in the written answer."


def whiteboard(answer: str) -> None:
    """Open a whiteboard whose drawing is kept in the written answer of this name, as a picture."""
    if nobody_works():
        return
    names = ("keys", "buttons", "marks", "board", "whiteboard")
    show(live(*names, answer=lambda _: {"answer": answer}), _WITHOUT_KERNEL)
