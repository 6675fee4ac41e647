"""What an English quantity counts, as a noun phrase: Business permits issued, Average response time."""

from __future__ import annotations

import re

from msgspec import structs

from deckgen.speech.figures.english_words import FUNCTION, MEASURES, SCALE, SHARE
from deckgen.speech.figures.labels import Label
from deckgen.speech.figures.quantity import Quantity

MOVES = (
    r"fell|fallen|rose|risen|grew|grown|climbed|dropped|declined|increased|decreased|reached|stands?|stood|remains?|remained|cut|reduced|improved|jumped|"
    r"slipped|shrank|gained|averaged|exceeded|totaled|hit|shortened|lowered|raised|expanded|slowed|reached|passed|surpassed|came"
)
VERDICT = re.compile(
    rf"(?:,? ?(?:(?:and|but) )?\b(?:is|are|was|were|has|have|had|been|now|also|still|again|nearly|almost|about|over|only|just|another|at least|more than|by|to|from|at|of|"
    rf"up|down|with|an?|as|{MOVES})\b){{1,8}}$"
)
LEADS = re.compile(
    r"^(?:and|but|while|where|so|then|also|this year|last year|in \d{4}|we|our|the|they|it|its|an?|to|will|have|has|must|permit|repave|reduce|cut|raise|lower|"
    r"increase|improve|expand|bring|keep|hold|deliver|achieve|reach|make|shorten) ",
    re.I,
)
PREPOSITION = re.compile(r" (?:along|across|in|on|at|for|of|with|to|from|by|through|over|under|among|between|per|since|during) ")
LONGEST = 26
AROUND = 160  # characters before and behind a quantity in which its clause is looked for
PARTICIPLE = re.compile(r"\b(?P<verb>[a-z]+(?:ed|uilt|old|ade|ent|un|ut|on|ired|ought|aught|eld|id|oke|ewn|ave|erved))$")


def english_label(text: str, quantity: Quantity, previous: str) -> Label:
    """What a quantity counts, as a noun phrase: Business permits issued, Average response time, Unemployment (before)."""
    text, quantity = nearby(text, quantity)
    left = clause_before(text, quantity.start)
    prefix = (re.search(r"[$£€]\s?$", text[: quantity.start]) or [""])[0].strip()
    plain = left.rstrip("$£€ ")
    share = not quantity.unit or bool(re.fullmatch(rf"{SHARE}|{SCALE}", quantity.unit))
    measure = quantity.unit.split(" ")[-1] in MEASURES
    if not share and not measure:
        return Label(capital(with_verb(plain, quantity.unit)), prefix)
    subject = subject_of(plain)
    if measure and not subject and re.search(r"\bfrom \S+(?: \w+)? to$", plain):
        return Label(capital(short(previous.removesuffix(" (before)"))), prefix, sure=bool(previous))
    if measure and not subject:
        return Label(capital(with_verb(plain, quantity.unit)), prefix)
    if not subject:
        subject = previous.removesuffix(" (before)")
        return Label(capital(short(subject)) if subject else "Figure", prefix, sure=bool(subject))
    if re.search(r"\bfrom $", text[: quantity.start].rstrip("$£€")) and re.match(r" to \W?\d", text[quantity.end :]):
        subject = f"{short(subject)} (before)"
    return Label(capital(short(subject)), prefix)


def nearby(text: str, quantity: Quantity) -> tuple[str, Quantity]:
    """The text around the quantity, and the quantity as it stands there."""
    first = max(0, quantity.start - AROUND)
    moved = structs.replace(quantity, start=quantity.start - first, end=quantity.end - first)
    return text[first : quantity.end + AROUND], moved


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
    return unit


def short(text: str) -> str:
    """Without what hangs on by a preposition, where the label is too long for a card."""
    while len(text) > LONGEST and (prepositions := list(PREPOSITION.finditer(text))):
        text = text[: prepositions[-1].start()]
    if len(text) > LONGEST:
        words = text.split(" ")
        while len(" ".join(words)) > LONGEST and len(words) > 1:
            words.pop(0)
        text = " ".join(words)
    return text


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]
