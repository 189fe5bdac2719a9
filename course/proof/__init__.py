"""Prove that the tests tell right from wrong, and show what each catalogued answer earns."""

from course.proof.judging import FunctionProof, TopicProof, Trial, prove_topic, score
from course.proof.proving import prove_topics
from course.proof.table import Row, proof_table, rows_of, summary
from course.proof.workbench import Workbench

__all__ = [
    "FunctionProof",
    "Row",
    "TopicProof",
    "Trial",
    "Workbench",
    "proof_table",
    "prove_topic",
    "prove_topics",
    "rows_of",
    "score",
    "summary",
]
