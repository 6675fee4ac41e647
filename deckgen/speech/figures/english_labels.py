"""What an English quantity counts, as a noun phrase: Business permits issued, Average response time."""

from __future__ import annotations

import re

from msgspec import structs

from deckgen.speech.figures.english_words import FUNCTION, MEASURES, SCALE, SHARE
from deckgen.speech.figures.entry import LedgerEntry
from deckgen.speech.figures.labels import Label
from deckgen.speech.figures.quantity import Quantity
from deckgen.trends import direction_of

MOVES = (
    r"fell|fallen|rose|risen|grew|grown|climbed|dropped|declined|increased|decreased|reached|stands?|stood|remains?|remained|cut|reduced|improved|jumped|"
    r"slipped|shrank|gained|averaged|exceeded|totaled|hit|shortened|lowered|raised|expanded|slowed|reached|passed|surpassed|came"
)
VERDICT = re.compile(
    rf"(?:,? ?(?:(?:and|but) )?\b(?:is|are|was|were|has|have|had|been|now|also|still|again|nearly|almost|about|over|only|just|another|at least|more than|by|to|from|at|of|"
    rf"up|down|with|an?|as|{MOVES})\b){{1,8}}$"
)
LEADS = re.compile(
    r"^(?:\([a-z0-9]{1,3}\)|\d{1,2}[.)]|and|but|while|where|so|then|also|this year|last year|in \d{4}|we|our|the|they|it|its|an?|to|will|have|has|must|permit|repave|reduce|cut|raise|lower|"
    r"increase|improve|expand|bring|keep|hold|deliver|achieve|reach|make|shorten) ",
    re.I,
)
PREPOSITION = re.compile(r" (?:along|across|in|on|at|for|of|with|to|from|by|through|over|under|among|between|per|since|during) ")
PRONOUNS = ("them", "these", "those", "us", "which", "whom", "it")
DOWNWARDS = ("dropped", "declined", "slipped", "shrank", "shortened", "lowered", "slowed", "cut", "reduced", "fallen")
CURRENCIES = ("$", "£", "€")
SHARED = re.compile(
    r" of (?:all |our |the |its |their |those |these )*(?P<noun>[A-Za-z-]+(?: [a-z-]+){0,1}?)(?: (?:are|were|is|was|have been|would|had|have|can) (?P<said>[a-z-]+(?: [a-z-]+){0,5}))?(?=[.,;]|$| )"
)
# 412 homes, an increase of 18 per cent; 1.82 billion yuan, up 5.3 percent.
MOVED = re.compile(
    r"(?: [a-z]+){0,3}[,(]? ?(?:which (?:is|was) )?(?:an? (?P<verb>increase|rise|decrease|fall|reduction|drop) of |(?P<way>up|down)(?: by)? )"
)
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
    subject = amount_of(left) or subject_of(plain) or share_of(text, quantity) or clause_further(text, quantity.start)
    prefix = prefix or by_how_much(left, quantity)
    if measure and not subject and re.search(r"\bfrom \S+(?: \w+)? to$", plain):
        return Label(capital(short(previous.removesuffix(" (before)"))), prefix, sure=bool(previous))
    if measure and not subject:
        return Label(capital(with_verb(plain, quantity.unit)), prefix)
    if not subject:
        subject = previous.removesuffix(" (before)")
        return Label(capital(short(subject)) if subject else "Figure", prefix, sure=bool(subject))
    return Label(capital(short(subject)), prefix)


def share_of(text: str, quantity: Quantity) -> str:
    """94 per cent of our schools are rated good: Schools rated good; "" for a share that is said of what stands before it."""
    match = SHARED.match(text, quantity.end)
    if match is None or not re.fullmatch(SHARE, quantity.unit):
        return ""
    noun, said = match["noun"], match["said"] or ""
    if noun.split(" ")[0].lower() in PRONOUNS:
        return ""
    whole = f"{noun} {said}".strip()
    while len(whole) > LONGEST and " " in whole:
        whole = whole[: whole.rindex(" ")]
    while whole.rpartition(" ")[2].lower() in FUNCTION:
        whole = whole[: whole.rindex(" ")]
    return whole


def amount_of(left: str) -> str:
    """savings of £11.5 million: the savings; "" where no amount of anything is told."""
    match = re.search(r"\b(?P<noun>[a-z]+(?:ings|ment|ments|ures?|s)) of [$£€]$", left)
    return match["noun"] if match else ""


def clause_further(text: str, at: int) -> str:
    """Reduce the backlog of maintenance, now £88 million: what the clause before speaks of, where it holds no number itself."""
    own = clause_before(text, at)
    before = text[: at - len(own)].rstrip(" ,;")
    clause = clause_before(before, len(before))
    return subject_of(clause) if not VERDICT.sub("", own.rstrip("$£€ ")).strip() and not any(char.isdigit() for char in clause) else ""


def by_how_much(left: str, quantity: Quantity) -> str:
    """up or down where the number says by how much something moved: fell by 15 per cent."""
    moved = re.search(rf"\b(?P<verb>{MOVES})\b[^.;]{{0,60}}\bby [$£€]?$", left, re.I)
    if moved is None:
        return ""
    return "down" if moved["verb"].lower() in DOWNWARDS else direction_of(moved["verb"].lower())


def is_reached(text: str, before: Quantity, quantity: Quantity) -> bool:
    """Whether `before` is what it was, or by how much it moved, and `quantity` where it came to: from 19 weeks to 14 weeks."""
    if not re.fullmatch(r" to [$£€]?(?:about |nearly |over |almost )?", text[before.end : quantity.start]):
        return False
    return re.search(r"\b(?:from|by) [$£€]?$", text[max(0, before.start - 8) : before.start]) is not None


def reached(text: str, entry: LedgerEntry, quantity: Quantity) -> LedgerEntry:
    """The entry of what it was, or of how it moved, as one of what was reached."""
    before = entry.quantity
    if re.search(r"\bfrom [$£€]?$", text[max(0, before.start - 8) : before.start]):
        base = before.value if before.unit in (quantity.unit, "") else ""
        return structs.replace(entry, quantity=quantity, base=base, prefix=entry.prefix if entry.prefix in CURRENCIES else "")
    wording = entry.prefix if entry.prefix in ("up", "down") else ""
    return structs.replace(entry, quantity=quantity, prefix="", change=before, wording=wording, change_start=before.start)


def moved_before(text: str, entry: LedgerEntry, quantity: Quantity) -> LedgerEntry | None:
    """412 homes, an increase of 18 per cent: the entry with its change; None where the quantity says something else."""
    between = text[entry.quantity.end : quantity.start]
    match = MOVED.fullmatch(between)
    if match is None or entry.change is not None or not re.fullmatch(SHARE, quantity.unit):
        return None
    wording = match["way"] or ("up" if match["verb"] in ("increase", "rise") else "down")
    return structs.replace(entry, change=quantity, wording=wording, change_start=quantity.start)


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
