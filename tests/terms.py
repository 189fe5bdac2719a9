"""The term in which late work is late: in Berlin, where the clocks go back between its two due dates."""

from datetime import datetime

_LOCAL = {
    "start_here": "2026-10-24 23:59",
    "affine_prediction": "2026-10-24 23:59",
    "softmax": "2026-11-02 23:59",
}
DUE = {  # the same in UTC
    "start_here": datetime(2026, 10, 24, 21, 59),
    "affine_prediction": datetime(2026, 10, 24, 21, 59),
    "softmax": datetime(2026, 11, 2, 22, 59),
}


def deadlines(*topics: str, penalty: str) -> str:
    """Return a deadlines.toml for these topics, 10 % for each day; what comes behind it is the last one's."""
    head = f'time_zone = "Europe/Berlin"\n[penalty]\nper = "day"\npercent = 10\n{penalty}\n'
    return head + "".join(f'[topics.{topic}]\ndue = "{_LOCAL[topic]}"\n' for topic in topics)
