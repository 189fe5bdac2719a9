"""Which submissions are written alike: a hint for a person who then reads both, never a verdict.

Method: k-grams of normalised tokens (Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003; all of them
are kept, for a notebook has few). A run of tokens weighs the less the more submissions have it (Spärck Jones
1972); a pair is measured by what both have, by weight, over what either has (Ružička 1958).

What it sees through: other names, other constants, comments, layout, functions in another order. What it
cannot see: the same idea in other words, statements moved about or rewritten one by one, answers too short
to be told from other people's, a single answer that was taken over. What it cannot know: who wrote first,
whether two people learnt from the same page, worked together as they were allowed to, or had the same idea.
"""

from course.likeness.comparing import FEWEST, SHARE, UNUSUAL, Pair, alike
from course.likeness.tokens import LENGTH

__all__ = ["FEWEST", "LENGTH", "SHARE", "UNUSUAL", "Pair", "alike"]
