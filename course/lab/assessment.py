"""How it went, in the student's own judgement: it lives in the cell's source and is handed in with it."""

_SCALE = range(1, 6)


def self_assessment(
    *,
    confidence: int | None = None,
    hardest: str = "",
    difficulty: int | None = None,
    minutes: int | None = None,
) -> None:
    """Keep your judgement in this notebook. It carries no points, and every part may be left out.

    confidence: 1 (guessing) to 5 (I could explain it). hardest: the name of an exercise.
    difficulty: 1 (easy) to 5 (hard). minutes: how long it took you.
    """
    for name, value in (("confidence", confidence), ("difficulty", difficulty)):
        if value is not None and (type(value) is not int or value not in _SCALE):
            print(f"{name} is a whole number from 1 to 5, not {value!r}: change it and run the cell again.")
            return
    if minutes is not None and (type(minutes) is not int or minutes < 0):
        print(f"minutes is a whole number, not {minutes!r}: change it and run the cell again.")
        return
    if not isinstance(hardest, str):
        print(f"hardest is a name in quotes, not {hardest!r}: change it and run the cell again.")
        return
    answers = {
        "confidence": confidence,
        "hardest": hardest or None,
        "difficulty": difficulty,
        "minutes": minutes,
    }
    missing = [name for name, value in answers.items() if value is None]
    if len(missing) == len(answers):
        print("Nothing filled in yet. Edit the values above, run the cell, and save the notebook.")
    elif missing:
        print(f"Kept in this notebook. Left out: {', '.join(missing)}.")
    else:
        print("Kept in this notebook. Thank you.")
