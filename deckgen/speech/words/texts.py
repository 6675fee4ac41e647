"""The words of every slide: leads, texts, cards, as many and as long as the slide bears at its tightness."""

from __future__ import annotations

import re
from itertools import groupby

from msgspec import Struct, structs

from deckgen.speech.draft import Draft, DraftItem, DraftSlide
from deckgen.speech.figures.cards import MOST, cards_of
from deckgen.speech.figures.entry import DraftLedger, LedgerEntry
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.source import Piece, Speech
from deckgen.speech.text.phrases import NOTHING, Phrase, balanced, hangs
from deckgen.speech.text.sentences import is_english
from deckgen.speech.words.condense import Numbers, text_of
from deckgen.speech.words.leads import CIRCUMSTANCE, FRAGMENT, META, lead_of

# Characters that the text of one entry may have, by kind and by how many entries there are; the last serves all greater numbers.
ROOMS = {
    "panel": (60, 52, 38, 31, 27, 25),
    "cards": (80, 64, 54, 44, 36, 34, 26),
    "principles": (60, 56, 46, 40, 28, 26, 22),
    "problems": (60, 56, 48, 40, 36, 34),
    "pairs": (60, 50, 36, 30, 26, 24),
    "timeline": (30, 30, 30, 28, 24, 22, 20),
}
LEAD = 16  # characters of a lead
LEADS = {"principles": 22, "problems": 14, "timeline": 12}  # where it is not as long as elsewhere
SHRINK = (1.0, 0.8, 0.62, 0.48, 0.0)  # of the room, step by step as a slide is found too full
CARDS = (6, 6, 4, 2, 0)  # figures that a slide shows, likewise
MANY_POINTS = 6  # so many points leave room for fewer cards; more leave none
CARDS_BESIDE_MANY = 4
ENGLISH = 2.4  # letters for one hanzi
TARGETS = (8, 6, 5, 4, 3)  # figures of a slide of targets, step by step: fewer leave room for longer names
FIGURES = (8, 6, 5, 4, 3)  # of a slide that shows nothing else
TIGHTEST = len(SHRINK) - 1

DEALS = re.compile("(?<=.{4})(?:分别|(?:由|从)(?=.{0,8}[0-9]))")
LONG_LEAD = 24  # characters: a shortcoming said in one clause leads, however long it is


class ShownItem(Struct, frozen=True):
    """One entry of a slide as it is shown."""

    lead: Phrase = NOTHING
    text: Phrase = NOTHING
    key: str = ""
    pair: tuple[str, str] = ("", "")
    when: str = ""


class ShownSlide(Struct, frozen=True):
    """A slide with its words chosen."""

    slide: DraftSlide
    said: tuple[ShownItem, ...]
    cards: tuple[str, ...]


class WordChooser:
    """Chooses words against one speech and its ledger."""

    def __init__(self, speech: Speech, quantities: tuple[Quantity, ...], ledger: DraftLedger) -> None:
        self.speech = speech
        self.by_paragraph = {line: tuple(row) for line, row in groupby(quantities, key=lambda quantity: quantity.paragraph)}
        self.ledger = ledger
        self.entries = {line: tuple(row) for line, row in groupby(ledger.entries, key=lambda entry: entry.quantity.paragraph)}
        self.english = speech.english

    def shown(self, slide: DraftSlide, notes: tuple[Piece, ...]) -> ShownSlide:
        """The slide with its words; what its figures are is looked for in its `notes`."""
        entries = self.entries_in(slide.aims or notes)
        cards = self.cards_of(slide, entries)
        carded = (entry for entry in entries if entry.name in cards)
        numbers = Numbers(self.by_paragraph, frozenset(q for entry in carded for q in (entry.quantity, entry.change) if q is not None))
        place = "panel" if cards else slide.kind if slide.kind in ROOMS else "cards"
        room = self.room(place, len(slide.items), slide.tightness)
        said = tuple(self.said(slide, item, numbers, room) for item in slide.items)
        return ShownSlide(slide, without_repeats(self.speech, said), cards)

    def entries_in(self, pieces: tuple[Piece, ...]) -> list[LedgerEntry]:
        near = (entry for piece in pieces for entry in self.entries.get(piece.paragraph, ()) if entry.quantity.within(piece))
        return list({entry.name: entry for entry in near}.values())

    def cards_of(self, slide: DraftSlide, entries: list[LedgerEntry]) -> tuple[str, ...]:
        """The figures that the slide shows: all of targets, the most telling of a section."""
        if slide.figures:
            return slide.figures[: FIGURES[slide.tightness]]
        if slide.kind == "objectives":
            return tuple(entry.name for entry in entries[: TARGETS[slide.tightness]])
        return cards_of(entries, most_cards(slide)) if slide.kind in ("section", "points") else ()

    def room(self, place: str, count: int, tightness: int) -> int:
        rooms = ROOMS[place]
        return int(rooms[min(count, len(rooms)) - 1 if count else 0] * SHRINK[tightness] * (ENGLISH if self.english else 1))

    def said(self, slide: DraftSlide, item: DraftItem, numbers: Numbers, room: int) -> ShownItem:
        """One entry: its lead, and what is said besides; one of both is never missing."""
        lead = item.lead or (lead_of(self.speech, item.head, LEADS.get(slide.kind, LEAD)) if item.head.end > item.head.start else NOTHING)
        text = self.text_of(item, lead, numbers, room)
        if lead and CIRCUMSTANCE.fullmatch(text.plain(self.speech)):  # 过去一年 alone
            text = NOTHING
        if not lead and slide.kind == "problems" and len(text.plain(self.speech)) <= LONG_LEAD:
            lead, text = text, NOTHING
        if not lead and FRAGMENT.match(text.plain(self.speech)):  # 增长48.1% of what?
            text = cut_short(self.speech, item.head, max(room, 24))
        if not lead and not text:
            lead = cut_short(self.speech, item.head, max(room, 60 if is_english(item.head.text(self.speech)) else 24))
        if slide.kind == "timeline" and not lead:  # a milestone without a lead is none
            lead = cut_short(self.speech, item.head, LEADS["timeline"] * (4 if self.english else 1))
        return ShownItem(lead, text, item.key, item.pair, item.when)

    def text_of(self, item: DraftItem, lead: Phrase, numbers: Numbers, room: int) -> Phrase:
        """What tells most behind the lead; NOTHING where that would say the same again."""
        body = [piece for piece in item.body if piece.end > piece.start]
        if not lead and item.head not in body:
            body = [item.head, *body]
        said = lead.plain(self.speech)
        text = text_of(self.speech, body, numbers, room, said) if body and room else NOTHING
        words = text.plain(self.speech)
        repeats = words == said or (self.english and said and said in words)
        return NOTHING if repeats or not balanced(words) else text


def most_cards(slide: DraftSlide) -> int:
    count = len(slide.items)
    if count > MANY_POINTS:
        return 0
    return min(CARDS[slide.tightness], CARDS_BESIDE_MANY if count == MANY_POINTS else MOST)


def without_repeats(speech: Speech, said: tuple[ShownItem, ...]) -> tuple[ShownItem, ...]:
    """No text twice on one slide, and no entry that says again what one before it said."""
    seen: set[str] = set()
    leads: set[str] = set()
    kept = []
    for entry in said:
        text, lead = entry.text.plain(speech), entry.lead.plain(speech)
        shown = structs.replace(entry, text=NOTHING) if text in seen and lead else entry
        seen.add(text)
        if META.fullmatch(lead or text) and len(said) > 1:
            continue
        if shown.text or lead not in leads or shown.key or shown.when or any(shown.pair):
            kept.append(shown)
        leads.add(lead)
    return tuple(kept)


def cut_short(speech: Speech, piece: Piece, room: int) -> Phrase:
    """As many whole words as fit: only for a clause that has no mark to end at."""
    from deckgen.measure.lexicon import cut

    text = piece.text(speech)
    if len(text) <= room:
        return Phrase((piece,))
    if (deals := DEALS.search(text[: room + 1])) is not None:  # 群众安全感、满意度 of …分别从上年的……提高到……
        return Phrase((piece.part(0, deals.start()),))
    words = text.split(" ") if is_english(text) else cut(text)
    gap = 1 if is_english(text) else 0
    end = 0
    for word in words:
        if end + len(word) > room:
            break
        end += len(word) + gap
    kept = text[: end or room].rstrip(" ，、；：,;:")  # a word that is longer than the room is cut itself
    while len(kept) > 4 and hangs(kept):
        kept = kept[:-1]
    return Phrase((Piece(piece.paragraph, piece.start, piece.start + len(kept)),))


def tightened(slide: DraftSlide) -> DraftSlide | None:
    """The slide one step shorter; None when it cannot be."""
    if slide.tightness >= TIGHTEST:
        return None
    return structs.replace(slide, tightness=slide.tightness + 1)


def all_shown(chooser: WordChooser, draft: Draft, notes: dict[tuple[int, int], tuple[Piece, ...]]) -> dict[int, ShownSlide]:
    """Every slide of the draft with its words, by its number in the draft."""
    return {index: chooser.shown(slide, notes.get(slide.at, ())) for index, slide in enumerate(draft.slides())}
