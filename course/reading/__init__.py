"""Plain text to topics: the one place that knows how a topic file is written.

`read_topic` refuses a file with an error in it, naming file, line and what to do.
"""

from course.reading.catalogue import Catalogue, Entry, read_catalogue, read_variants
from course.reading.errors import TopicError
from course.reading.shelf import TOPICS, TOPICS_FOLDER, UnknownTopicError, find_topic
from course.reading.topic import Cell, Kind, Topic, read_topic

__all__ = [
    "TOPICS",
    "TOPICS_FOLDER",
    "Catalogue",
    "Cell",
    "Entry",
    "Kind",
    "Topic",
    "TopicError",
    "UnknownTopicError",
    "find_topic",
    "read_catalogue",
    "read_topic",
    "read_variants",
]
