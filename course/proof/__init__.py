"""Prove that the tests tell right from wrong, and show what each catalogued answer earns."""

from course.proof.judging import FunctionProof, TopicProof, Trial, prove_topic, score
from course.proof.table import proof_table, summary
from course.proof.workbench import Workbench

__all__ = [
    "FunctionProof",
    "TopicProof",
    "Trial",
    "Workbench",
    "proof_table",
    "prove_topic",
    "score",
    "summary",
]
