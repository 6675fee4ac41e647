"""Slides whose figures ask for a kind of their own, known when the ledger is made: years as a chart, 从…到… as a comparison, headline figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import structs

from deckgen.diagnostics import term
from deckgen.speech.draft import Draft, DraftPart, DraftSlide, notes_of
from deckgen.speech.figures.cards import certain, worth
from deckgen.speech.figures.entry import DraftLedger, LedgerEntry
from deckgen.speech.source import Piece, Speech

COMPARED_LEAST, COMPARED_MOST = 3, 6
HEADLINES_LEAST, HEADLINES_MOST = 3, 7
BESIDE_CHART = 3  # other figures of a section that is shown as the years of one
CHOSEN = term("speech/kind-chosen")


def with_data_kinds(speech: Speech, draft: Draft, ledger: DraftLedger) -> tuple[Draft, DraftLedger]:
    """The draft with charts, comparisons and dashboards where the figures of a slide are that and hardly anything else.

    What is compared needs no 增加到 before its value: the ledger goes without.
    """
    notes, _ = notes_of(speech, draft)
    parts = []
    entries_in: dict[int, list[LedgerEntry]] = {}
    for entry in ledger.entries:
        entries_in.setdefault(entry.quantity.paragraph, []).append(entry)
    for part in draft.parts:
        slides = tuple(data_slide(part, slide, entries_of(entries_in, notes.get(slide.at, ()))) for slide in part.slides)
        parts.append(structs.replace(part, slides=slides))
    compared = {name for part in parts for slide in part.slides if slide.kind == "compare" for name in slide.figures}
    entries = tuple(structs.replace(entry, prefix="") if entry.name in compared else entry for entry in ledger.entries)
    return structs.replace(draft, parts=tuple(parts)), structs.replace(ledger, entries=entries)


def entries_of(entries_in: Mapping[int, Sequence[LedgerEntry]], pieces: Sequence[Piece]) -> list[LedgerEntry]:
    """The entries of a slide in the order of the speech, from those of every paragraph."""
    paragraphs = sorted({piece.paragraph for piece in pieces})
    return [
        entry
        for paragraph in paragraphs
        for entry in entries_in.get(paragraph, ())
        if any(entry.quantity.within(piece) for piece in pieces if piece.paragraph == paragraph)
    ]


def data_slide(part: DraftPart, slide: DraftSlide, entries: list[LedgerEntry]) -> DraftSlide:
    """The slide as it is, or of the kind that its figures ask for."""
    if slide.kind not in ("section", "points") or (slide.kind == "section" and (part.agenda or part.claim)):
        return slide  # a section is counted and listed
    if slide.headline:
        return headline(slide, entries)
    series = [entry for entry in entries if entry.history and certain(entry)]
    if len(series) == 1 and len(entries) <= 1 + BESIDE_CHART:
        return chosen(slide, "chart", series, len(entries) > 1)
    moved = [entry for entry in entries if entry.base and not entry.history and certain(entry)]
    if len(moved) >= COMPARED_LEAST and len(moved) * 3 >= len(entries) * 2:
        return chosen(slide, "compare", moved[:COMPARED_MOST], len(moved) < len(entries))
    return slide


def headline(slide: DraftSlide, entries: list[LedgerEntry]) -> DraftSlide:
    """The year's figures, the most telling of them, in the order of the speech; as points where too few are certain."""
    sure = [entry for entry in entries if certain(entry)]
    best = {entry.name for entry in sorted(sure, key=worth, reverse=True)[:HEADLINES_MOST]}
    shown = [entry for entry in sure if entry.name in best]
    return chosen(slide, "figures", shown, False) if len(shown) >= HEADLINES_LEAST else slide


def chosen(slide: DraftSlide, kind: str, entries: Sequence[LedgerEntry], doubtful: bool) -> DraftSlide:
    """The slide as that kind; `doubtful`: what it leaves to the notes a person must see."""
    doubts = (*slide.doubts, CHOSEN) if doubtful else slide.doubts
    return structs.replace(slide, kind=kind, motto="", figures=tuple(entry.name for entry in entries), doubts=doubts)
