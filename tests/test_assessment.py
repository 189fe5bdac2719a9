"""The self-assessment cell."""

from typing import Any

import pytest

from course.lab import self_assessment


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Nothing filled in yet"),
        ({"confidence": 4, "hardest": "softmax", "difficulty": 2, "minutes": 50}, "Thank you"),
        ({"confidence": 4, "difficulty": 2}, "Left out: hardest, minutes"),
        ({"confidence": 9}, "confidence is a whole number from 1 to 5, not 9"),
        ({"difficulty": "hard"}, "difficulty is a whole number from 1 to 5, not 'hard'"),
        ({"confidence": True}, "not True"),
        ({"minutes": -1}, "minutes is a whole number, not -1"),
        ({"hardest": 3}, "hardest is a name in quotes, not 3"),
    ],
)
def test_it_says_what_it_kept_or_what_to_change(
    values: dict[str, Any], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    self_assessment(**values)
    assert said in capsys.readouterr().out
