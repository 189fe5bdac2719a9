"""What `make demo` walks through."""

from course.folder import CourseFolder
from course.speaking import console, one_sentence
from course.verbs.grading import feedback, grade
from course.verbs.making import build, release
from course.verbs.report import report
from course.verbs.topics import all_or_one


@one_sentence
def demo() -> None:
    """The whole path with a sample class: build, release, hand in, grade, feedback, report."""
    from course.reading import read_catalogue
    from course.sample_class import enrol, hand_in, make_room

    folder, topics = CourseFolder.find(), all_or_one(None)
    students = enrol(topics, {each.name: read_catalogue(each.name) for each in topics})
    make_room(folder)
    build()
    release()
    count = hand_in(folder, students)
    console.print(f"{len(students)} invented students handed in {count} notebooks in submitted/.")
    grade()
    feedback()
    report()
    console.print(_what_next(students[-1].name, topics[-1].name))


def _what_next(student: str, topic: str) -> str:
    return (
        "\nOpen next:\n"
        f"  feedback/{student}/{topic}/{topic}.html   what a student gets back\n"
        "  report.html                            the class on one page\n"
        "  grades.csv                             all points in one table\n"
        f"  source/{topic}/{topic}.ipynb          a notebook with its hidden tests\n"
        "  make lab                               JupyterLab; Nbgrader > Formgrader shows every submission"
    )
