"""English words that tell what is counted, and where that ends."""

from __future__ import annotations

PLURALS = frozenset(["people", "children", "women", "men", "staff", "feet", "personnel", "police", "youth", "cattle", "alumni", "faculty"])
MEASURES = frozenset(
    [
        "days",
        "day",
        "hours",
        "hour",
        "minutes",
        "minute",
        "seconds",
        "weeks",
        "week",
        "months",
        "month",
        "years",
        "year",
        "miles",
        "mile",
        "feet",
        "gallons",
        "dollars",
        "points",
        "degrees",
    ]
)
# With these a counted thing is over, though no plural was found.
FUNCTION = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "in",
        "on",
        "for",
        "and",
        "or",
        "by",
        "with",
        "from",
        "at",
        "that",
        "which",
        "who",
        "whose",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "may",
        "must",
        "last",
        "this",
        "next",
        "now",
        "each",
        "per",
        "more",
        "than",
        "less",
        "remain",
        "remains",
        "remained",
        "including",
        "across",
        "over",
        "under",
        "after",
        "before",
        "since",
        "during",
        "within",
        "into",
        "through",
        "out",
        "up",
        "down",
        "as",
        "not",
        "also",
        "still",
        "already",
        "we",
        "our",
        "they",
        "their",
        "it",
        "its",
        "us",
        "all",
        "both",
        "when",
        "where",
        "while",
    ]
)
# What may stand behind a number in place of a thing: a share, a scale.
SHARE = r"percentage points?|percent|per cent|%"
SCALE = r"(?:hundred |thousand )?(?:thousand|million|billion|trillion)"


def is_plural(word: str) -> bool:
    return (
        word in PLURALS or word in MEASURES or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")))
    )
