"""What a run of grading says at its end."""

from collections.abc import Callable, Sequence

from rich.console import Console

from course.folder import CourseError, CourseFolder
from course.grading.autograde import Graded
from course.grading.gradebook import read_scores, write_grades
from course.grading.summary import summary_table


def report(folder: CourseFolder, graded: Sequence[Graded], console: Console, order: Sequence[str]) -> None:
    """Write grades.csv and show the class at a glance, the assignments in `order` first.

    Raises `CourseError` where nothing could be graded.
    """
    refused = [result for result in graded if result.problem]
    count = len(graded) - len(refused)
    if count:
        write_grades(folder)
        found = dict.fromkeys(result.submission.topic for result in graded)
        names = [*(name for name in order if name in found), *(name for name in found if name not in order)]
        scores = read_scores(folder)
        console.print(summary_table(scores, graded, names))
        console.print(f"Graded {count} of {len(graded)} submissions; all points are in grades.csv.")
        late = [score.penalty for score in scores if score.penalty]
        if late:
            console.print(
                f"{len(late)} came late and lost {sum(late):g} points: `course deadlines` shows who."
            )
        unchanged = sum(result.unchanged for result in graded)
        if unchanged:
            console.print(f"{unchanged} had not changed since the last run; --force grades them again.")
    _list("Repaired:", graded, lambda result: "; ".join(result.repairs), console)
    _list("To look at by hand:", graded, lambda result: result.problem, console)
    if not count:
        raise CourseError("No submission could be graded.")


def _list(title: str, graded: Sequence[Graded], say: Callable[[Graded], str], console: Console) -> None:
    lines = [
        f"  {result.submission.student}, {result.submission.topic}: {say(result)}"
        for result in graded
        if say(result)
    ]
    if lines:
        console.print("\n".join([title, *lines]), soft_wrap=True, markup=False)
