"""All that the gradebook knows, one row for each student and assignment.

The first columns are those of nbgrader's own exporter; times are in UTC.
"""

from course.csv_file import harmless, number
from course.exporting.book import Arrival, Book, Student, Topic
from course.exporting.template import Export
from course.grading import Score

COLUMNS = (
    "assignment",
    "duedate",
    "timestamp",
    "student_id",
    "last_name",
    "first_name",
    "email",
    "raw_score",
    "late_submission_penalty",
    "score",
    "max_score",
    "lms_user_id",
    "extension",
    "points_to_grade_by_hand",
)


def plain_file(book: Book) -> Export:
    """Return every field; where nothing was handed in the scores are empty, and not 0 as with nbgrader."""
    rows = [_row(book, student, topic) for topic in book.topics for student in book.students]
    return Export([COLUMNS, *rows], [*book.waiting()], mark=True)


def _row(book: Book, student: Student, topic: Topic) -> list[str]:
    place = (student.id, topic.name)
    score, arrival = book.scores.get(place), book.arrivals.get(place, Arrival(None, None))
    points = book.points(student, topic)
    earned, penalty, waiting = _numbers(score) if score and points else ("", "", "")
    return [
        harmless(topic.name),
        str(topic.due or ""),
        str(arrival.timestamp or ""),
        harmless(student.id),
        harmless(student.last_name),
        harmless(student.first_name),
        harmless(student.email),
        earned,
        penalty,
        points,
        number(topic.most),
        harmless(student.lms_user_id),
        str(arrival.extension or ""),
        waiting,
    ]


def _numbers(score: Score) -> tuple[str, str, str]:
    return number(score.earned), number(score.penalty), number(score.waiting)
