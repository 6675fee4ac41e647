"""Quantities of English speeches and what they count: 1,872 business permits, $412 million, fell to 4.1 percent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.speech.figures.labels import Label
from deckgen.speech.figures.quantity import Quantity

NUMBER = re.compile(
    r"(?<![\w.,/#:$£€-])(?P<money>[$£€]\s?)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d+)?|X{1,4})(?![\w/]|[.,:-]\d|st\b|nd\b|rd\b|th\b)"
)
SHARE = r"percentage points?|percent|per cent|%"
SCALE = r"(?:hundred |thousand )?(?:thousand|million|billion|trillion)"
BEHIND = re.compile(rf"(?P<gap> ?)(?P<share>{SHARE})(?!\w)|(?P<gap2> )(?P<scale>{SCALE})\b")
# What stands before a number that is a name or a date.
NAMED = re.compile(
    r"(?:\b(?:No|Nos|Route|Station|Section|Chapter|Part|Room|Highway|Interstate|Article|Grade|Level|Phase|Title|Ward|District|Unit|Line|Page|Version|Act)\.?"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?: \d{1,2},)?"
    r"|#|\bthe) $"
)
ORDINAL_THING = re.compile(r" (?:line|hotline|Act|plan|initiative|program|series|highway)\b")
YEAR = re.compile(r"(?:19|20)\d\d")
WORD = re.compile(r" (?P<word>[A-Za-z][A-Za-z'’-]*)")
MOST_WORDS = 4  # of a counted thing: low-income housing units
PLURALS = frozenset({"people", "children", "women", "men", "staff", "feet", "personnel", "police", "youth", "cattle", "alumni", "faculty"})
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
        "including",
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
MOVES = (
    r"fell|fallen|rose|risen|grew|grown|climbed|dropped|declined|increased|decreased|reached|stands?|stood|remains?|remained|cut|reduced|improved|jumped|"
    r"slipped|shrank|gained|averaged|exceeded|totaled|hit|shortened|lowered|raised|expanded|slowed|reached|passed|surpassed|came"
)
VERDICT = re.compile(
    rf"(?:,? ?(?:and|but)? ?\b(?:is|are|was|were|has|have|had|been|now|also|still|again|nearly|almost|about|over|only|just|another|at least|more than|by|to|from|at|of|"
    rf"up|down|with|an?|as|{MOVES})\b)+\s*$"
)
LEADS = re.compile(
    r"^(?:and|but|while|where|so|then|also|this year|last year|in \d{4}|we|our|the|they|it|its|an?|to|will|have|has|must|permit|repave|reduce|cut|raise|lower|"
    r"increase|improve|expand|bring|keep|hold|deliver|achieve|reach|make|shorten) ",
    re.I,
)
PREPOSITION = re.compile(r" (?:along|across|in|on|at|for|of|with|to|from|by|through|over|under|among|between|per|since|during) ")
LONGEST = 26
PARTICIPLE = re.compile(r"\b(?P<verb>[a-z]+(?:ed|uilt|old|ade|ent|un|ut|on|ired|ought|aught|eld|id|oke|ewn|ave|erved))$")


def english_quantities(text: str, index: int) -> Iterator[Quantity]:
    """The quantities of one paragraph, left to right."""
    for match in NUMBER.finditer(text):
        before, end = text[: match.start()], match.end()
        behind = BEHIND.match(text, end)
        if behind:
            unit = behind["share"] or behind["scale"]
            yield quantity(match, index, unit, behind["gap"] or behind["gap2"] or "", behind.end())
            continue
        if NAMED.search(before) or ORDINAL_THING.match(text, end):
            continue
        thing = counted_thing(text, end)
        if thing:
            yield quantity(match, index, thing, " ", end + 1 + len(thing))
        elif not YEAR.fullmatch(match["number"]) and (match["money"] or is_side(text, match.start(), end)):
            yield quantity(match, index, "", "", end)


def quantity(match: re.Match[str], index: int, unit: str, gap: str, end: int) -> Quantity:
    return Quantity(index, match.start("number"), end, match["number"], match["number"], unit, gap=gap if unit else "")


def counted_thing(text: str, at: int) -> str:
    """The words behind a number up to the first plural: business permits; "" where nothing is counted."""
    words: list[str] = []
    while len(words) < MOST_WORDS and (match := WORD.match(text, at)):
        word = match["word"]
        if word.lower() in FUNCTION or word[0].isupper():
            break
        words.append(word)
        at = match.end()
        if is_plural(word):
            return " ".join(words)
    return ""


def is_plural(word: str) -> bool:
    return (
        word in PLURALS or word in MEASURES or (len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "’s", "'s")))
    )


def is_side(text: str, start: int, end: int) -> bool:
    """Whether a bare number is one side of `from 14 to 9`."""
    return bool(re.search(r"\bfrom $", text[:start]) and re.match(r" to \d", text[end:])) or bool(
        re.search(r"\bfrom \d[\d.,]* to $", text[:start])
    )


# ---- labels


def english_label(text: str, found: Quantity, previous: str) -> Label:
    """What a quantity counts, as a noun phrase: Business permits issued, Average response time, Unemployment (before)."""
    left = clause_before(text, found.start)
    prefix = (re.search(r"[$£€]\s?$", text[: found.start]) or [""])[0].strip()
    plain = left.rstrip("$£€ ")
    share = not found.unit or bool(re.fullmatch(rf"{SHARE}|{SCALE}", found.unit))
    measure = found.unit.split(" ")[-1] in MEASURES
    if not share and not measure:
        return Label(capital(with_verb(plain, found.unit)), prefix)
    subject = subject_of(plain)
    if measure and not subject and re.search(r"\bfrom \S+(?: \w+)? to$", plain):
        return Label(capital(short(previous.removesuffix(" (before)"))), prefix, sure=bool(previous))
    if measure and not subject:
        return Label(capital(with_verb(plain, found.unit)), prefix)
    if not subject:
        subject = previous.removesuffix(" (before)")
        return Label(capital(short(subject)) if subject else "Figure", prefix, sure=bool(subject))
    if re.search(r"\bfrom $", text[: found.start].rstrip("$£€")) and re.match(r" to \W?\d", text[found.end :]):
        subject = f"{short(subject)} (before)"
    return Label(capital(short(subject)), prefix)


def clause_before(text: str, at: int) -> str:
    """What stands before a number in its clause."""
    start = max((text.rfind(mark, 0, at) for mark in (". ", ", ", "; ", ": ", " (", "! ", "? ", ", and ", " and cut ")), default=-1)
    return text[start + 1 : at].lstrip(" .,;:(!?") if start >= 0 else text[:at]


def subject_of(left: str) -> str:
    """The noun phrase that a share or a sum is said of."""
    left = re.sub(r"^.*\bfrom \S+ (?:\w+ )?to$", "", left.rstrip())
    plain = VERDICT.sub("", left).strip()
    before = None
    while before != plain:
        before = plain
        plain = LEADS.sub("", plain).strip()
    words = plain.split(" ")
    return plain if plain and words[-1].lower() not in FUNCTION and re.search(r"[A-Za-z]{3}", plain) else ""


def with_verb(left: str, unit: str) -> str:
    """business permits + issued, where a participle stands before the number."""
    words = re.sub(r"\b(?:and|another|about|nearly|almost|over|more than|at least|only)\b\s*", "", left).split()
    last = words[-1].lower() if words else ""
    if PARTICIPLE.search(last) and last not in FUNCTION and len(last) > 3:
        return f"{unit} {last}"
    if last in ("help", "helped", "with", "including") or not words:
        return unit
    return unit


def short(text: str) -> str:
    """Without what hangs on by a preposition, where the label is too long for a card."""
    while len(text) > LONGEST and (found := list(PREPOSITION.finditer(text))):
        text = text[: found[-1].start()]
    if len(text) > LONGEST:
        words = text.split(" ")
        while len(" ".join(words)) > LONGEST and len(words) > 1:
            words.pop(0)
        text = " ".join(words)
    return text


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
