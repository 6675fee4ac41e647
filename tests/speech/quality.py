"""Whether what an importer wrote reads well: leads, texts, titles; reasons a person would give, each in a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from deckgen.outline import Outline, Pair, Point, Slide

from .alignment import squeezed

PAIRED = ("“”", "‘’", "（）", "《》", "【】", "()", "「」")
DANGLING = ("的", "了", "和", "与", "及", "在", "对", "把", "以", "将", "等", "是", "为")


def entries(slide: Slide) -> tuple[Point | Pair, ...]:
    """The points, items or pairs of a slide."""
    for name in ("points", "items", "pairs"):
        if found := getattr(slide, name, ()):
            return tuple(found)
    return ()


def all_entries(outline: Outline) -> Iterator[Point | Pair]:
    for part in outline.parts:
        for slide in part.slides:
            yield from entries(slide)


def bad_leads(outline: Outline, lines: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Every lead that nobody would have written, with the reason."""
    found = []
    for entry in all_entries(outline):
        lead = entry.lead.plain
        reason = fault_of_lead(lead, language) or (cut_word(lead, lines) if language == "zh" else "")
        if lead and reason:
            found.append(f"{lead}（{reason}）")
    return tuple(found)


def fault_of_lead(lead: str, language: str) -> str:
    longest = 18 if language == "zh" else 70
    if not 2 <= len(lead) <= longest:
        return f"{len(lead)} characters"
    if lead[-1] in "，。、；：,;:.!！？?—":
        return "ends with a mark"
    if lead[0] in "，。、；：,;:.!！？?）)”":
        return "begins with a mark"
    if language == "zh" and lead.endswith(DANGLING):
        return "ends in the middle of a phrase"
    return unpaired(lead)


def unpaired(text: str) -> str:
    """The pair of marks of which a text holds one without the other; "" when all are paired."""
    for pair in PAIRED:
        opening, closing = pair[0], pair[1]
        depth = 0
        for char in text:
            depth += (char == opening) - (char == closing)
            if depth < 0:
                return f"unpaired {closing}"
        if depth:
            return f"unpaired {opening}"
    return "unpaired quote" if text.count('"') % 2 else ""


def cut_word(lead: str, lines: tuple[str, ...]) -> str:
    """The piece of a lead that the speech has only with an edge inside a word; "" when there is none."""
    for piece in re.split(r"[，、；：\s]+", lead):
        places = [(line, start) for line in lines for start in starts(squeezed(line), piece)] if len(piece) > 1 else []
        if places and not any(clean(line, start, start + len(piece)) for line, start in places):
            return f"cut inside a word: {piece}"
    return ""


def starts(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


def clean(line: str, start: int, end: int) -> bool:
    edges = word_edges(squeezed(line))
    return start in edges and end in edges


@cache
def word_edges(text: str) -> frozenset[int]:
    """The offsets at which a word of the text begins or ends; a word of four characters (高度重视) is two of two."""
    import rjieba

    edges, at = {0}, 0
    for word in rjieba.cut(text):
        edges |= {at + 2} if len(word) == 4 else set()
        at += len(word)
        edges.add(at)
    return frozenset(edges)


def bad_texts(outline: Outline, language: str) -> tuple[str, ...]:
    """Every text under a lead that is cut short, unpaired or too long to be read across a room."""
    longest = 60 if language == "zh" else 140
    found = []
    for entry in all_entries(outline):
        text = entry.text.plain
        reason = fault_of_text(text, longest) if text else ("" if entry.lead.plain else "an entry without any words")
        if reason:
            found.append(f"{text[:30]}（{reason}）")
    return tuple(found)


def fault_of_text(text: str, longest: int) -> str:
    if len(text) > longest:
        return f"{len(text)} characters"
    if text[0] in "，。、；：,;:）)”":
        return "begins with a mark"
    if text[-1] in "，、；：,;:（(“":
        return "breaks off"
    if re.search(r"\*\*|^#|⟦|\t", text):
        return "marks of the source"
    return unpaired(text)


def titles_twice(outline: Outline) -> tuple[str, ...]:
    """Titles that more than one slide carries."""
    counts = Counter(slide.title.plain for part in outline.parts for slide in part.slides)
    return tuple(title for title, count in counts.items() if count > 1)
