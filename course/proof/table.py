"""The proof as a table to read, and in one line."""

from collections.abc import Iterable

from rich.table import Table

from course.proof.judging import TopicProof


def proof_table(proofs: Iterable[TopicProof]) -> Table:
    """Return one row for each function and a closing row of sums."""
    table = Table(title="What the tests tell apart", show_footer=True)
    rows = [(proof.topic, function) for proof in proofs for function in proof.functions]
    wrong = [trial for _, function in rows for trial in function.wrong]
    right = [trial for _, function in rows for trial in function.right]
    points = sum(function.points for _, function in rows)
    killed = sum(bool(trial.failed) for trial in wrong)
    known = sum(trial.recognised == trial.entry.name for trial in wrong)
    accepted = sum(not trial.failed for trial in right)
    for header, footer in (
        ("topic", "all"),
        ("function", str(len(rows))),
        ("points", str(points)),
        ("wrong killed", f"{killed} of {len(wrong)}"),
        ("recognised", f"{known} of {len(wrong)}"),
        ("right accepted", f"{accepted} of {len(right)}"),
        ("problems", str(sum(len(function.problems) for _, function in rows))),
    ):
        table.add_column(
            header,
            footer=footer,
            justify="left" if header in ("topic", "function") else "right",
            no_wrap=True,
        )
    for topic, function in rows:
        table.add_row(
            topic,
            function.function,
            str(function.points),
            f"{sum(bool(t.failed) for t in function.wrong)} of {len(function.wrong)}",
            f"{sum(t.recognised == t.entry.name for t in function.wrong)} of {len(function.wrong)}",
            f"{sum(not t.failed for t in function.right)} of {len(function.right)}",
            str(len(function.problems)),
        )
    return table


def summary(proofs: Iterable[TopicProof]) -> str:
    """Say in one line what the table comes to."""
    functions = [function for proof in proofs for function in proof.functions]
    wrong = [trial for function in functions for trial in function.wrong]
    right = [trial for function in functions for trial in function.right]
    killed = sum(bool(trial.failed) for trial in wrong)
    known = sum(trial.recognised == trial.entry.name for trial in wrong)
    confused = sum(trial.recognised not in ("", trial.entry.name) for trial in wrong)
    rejected = sum(bool(trial.failed) for trial in right)
    return (
        f"{len(wrong)} wrong answers: {killed} killed, {known} recognised, {confused} confused. "
        f"{len(right)} right answers: {rejected} wrongly rejected."
    )
