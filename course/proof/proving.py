"""The proofs of many topics at once, on all processors."""

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from course.proof.judging import TopicProof, prove_topic
from course.reading import Catalogue, Kind, Topic


def prove_topics(
    topics: Sequence[tuple[Topic, Catalogue]], done: Callable[[str], None], workers: int = 2
) -> list[TopicProof]:
    """Return the proofs in the order of the topics; `done` is called with the name of each."""
    longest_first = sorted(topics, key=_runs, reverse=True)
    with ProcessPoolExecutor(min(workers, len(topics)), mp_context=get_context("spawn")) as pool:
        running = {
            pool.submit(prove_topic, topic, catalogue): topic.name for topic, catalogue in longest_first
        }
        for future in as_completed(running):
            future.result()
            done(running[future])
    proofs = {name: future.result() for future, name in running.items()}
    return [proofs[topic.name] for topic, _ in topics]


def _runs(entry: tuple[Topic, Catalogue]) -> int:
    """Return how often a hidden test is run for a catalogue."""
    topic, catalogue = entry
    answers = len(catalogue.misconceptions) + len(catalogue.variants)
    return answers * len([*topic.of_kind(Kind.HIDDEN)])
