"""What the text of the course says of a topic, where it is one of this course's."""

from dataclasses import dataclass

from course.reading import TOPICS, read_topic, read_variants


@dataclass(frozen=True)
class TopicText:
    """A topic's title, how long it should take, and right answers that anybody may write.

    Wrong ones are left out: a mistake that two people share tells more than a right answer does.
    """

    title: str = ""
    minutes: int | None = None
    right_answers: tuple[str, ...] = ()


def topic_text(name: str) -> TopicText:
    """Return what the text says; nothing of an assignment that another course brought along."""
    if name not in TOPICS:
        return TopicText()
    topic = read_topic(name)
    models = (topic.model_answer(function) for function in topic.functions)
    variants = (entry.source for entry in read_variants(name, topic.functions))
    return TopicText(topic.title, topic.minutes, (*models, *variants))
