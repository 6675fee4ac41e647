"""Paragraphs whose form asks for a kind of slide: pairs, targets, principles, a statement, shortcomings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec import structs

from deckgen.diagnostics import term
from deckgen.speech.draft import DraftItem, DraftSlide, Start
from deckgen.speech.figures.quantity import Quantity
from deckgen.speech.slides.aims import aims_of, reasons
from deckgen.speech.slides.chunks import MOST_POINTS, shared_out, start_of
from deckgen.speech.slides.dated import dated_items
from deckgen.speech.slides.items import items_of, items_of_paragraphs
from deckgen.speech.slides.pairs import pairs_of
from deckgen.speech.slides.principles import principles_of
from deckgen.speech.slides.problems import paragraph_problems
from deckgen.speech.slides.statement import GENERAL, statement_of
from deckgen.speech.source import Piece, Speech
from deckgen.speech.structure.claims import common_head, counted
from deckgen.speech.structure.roles import role_of
from deckgen.speech.structure.tree import Node

MOST_PAIRS = 6
NUMBERED_LEAST = 3
AIMS_CALLED = re.compile("(?:主要预期|主要奋斗|预期|奋斗|主要发展|主要工作|发展|主要)目标")
HEADLINES_LEAST, HEADLINE_POINTS = 3, 3
TELLING = ("元", "%", "百分点", "倍", "percent", "million", "billion")
MADE, CHOSEN = term("speech/title-made"), term("speech/kind-chosen")
MOST_EVENTS = 8
# A title that promises targets; 目标完成情况 tells results.
AIMED = re.compile("^(?!.*(?:完成|执行|情况|回顾|成效|进展)).*(?:目标|指标)")


class Forms:
    """Knows the forms; each method gives the slides of one, [] where paragraphs have another."""

    def __init__(self, speech: Speech, quantities: Sequence[Quantity]) -> None:
        self.speech = speech
        self.quantities = quantities
        self.by_paragraph = {line: tuple(row) for line, row in groupby(quantities, key=lambda quantity: quantity.paragraph)}

    def of_piece(self, piece: Piece) -> list[DraftSlide]:
        """The slides of one paragraph by itself."""
        return self.of_body([piece], "", start_of(self.speech, piece))

    def of_body(self, body: Sequence[Piece], title: str, at: Start) -> list[DraftSlide]:
        """The slides of these paragraphs together, by the first form that they have."""
        if not body:
            return []
        forms = (self.timeline, self.pairs, self.objectives, self.principles, self.statement, self.problems)
        return next((slides for form in forms if (slides := form(body, title, at))), [])

    def of_children(self, node: Node, title: str) -> list[DraftSlide]:
        """Pairs and principles that are numbered."""
        heads = [child.heading.title for child in node.children if child.heading]
        if len(heads) != len(node.children) or len(heads) < NUMBERED_LEAST:
            return []
        body = [Piece(head.paragraph, head.start, len(self.speech.paragraphs[head.paragraph].text)) for head in heads]
        timeline = self.timeline(body, title, (node.paragraph, 0)) or self.listed_aims(body, title, (node.paragraph, 0))
        if timeline:
            return timeline
        pairs = pairs_of(self.speech, body)
        if len(pairs) == len(heads):
            return [self.pair_slide(pairs, body, title, (node.paragraph, 0))]
        if common_head([head.text(self.speech) for head in heads]) in ("必须", "坚持") and re.search("原则|必须|遵循|把握", title):
            items, _ = items_of(self.speech, node)
            slide = DraftSlide(kind="principles", title=title, at=(node.paragraph, 0), items=tuple(items))
            return shared_out(self.speech, slide, MOST_POINTS)
        return []

    def timeline(self, body: Sequence[Piece], title: str, at: Start) -> list[DraftSlide]:
        """Tasks that begin with their dates."""
        items, all_of_it = dated_items(self.speech, body)
        if not items or not title:
            return []
        doubts = () if all_of_it else (CHOSEN,)
        slide = DraftSlide(kind="timeline", title=title, at=at, items=tuple(items), doubts=doubts)
        return shared_out(self.speech, slide, MOST_EVENTS)

    def pairs(self, body: Sequence[Piece], title: str, at: Start) -> list[DraftSlide]:
        pairs = pairs_of(self.speech, body)
        return [self.pair_slide(pairs, body, title or "统筹兼顾", at)] if pairs else []

    def pair_slide(self, items: list[DraftItem], body: Sequence[Piece], title: str, at: Start) -> DraftSlide:
        """The first six; the claim 六个统筹 where each is said with that word and none is left out."""
        word = "统筹" if self.said_together(body).count("统筹") >= len(items) else ""
        claim = counted(len(items), word, quoted=False) if word and len(items) <= MOST_PAIRS else ""
        return DraftSlide(kind="pairs", title=title, at=at, items=tuple(items[:MOST_PAIRS]), claim=claim)

    def objectives(self, body: Sequence[Piece], title: str, at: Start) -> list[DraftSlide]:
        aims = aims_of(self.speech, body, self.by_paragraph, AIMED.search(title) is not None)
        if not aims or len(body) > 2:
            return []
        said = reasons(self.speech, body, aims)
        items = (DraftItem(said, (said,)),) if said else ()
        return [DraftSlide(kind="objectives", title=title or self.aims_title(aims[0]), at=at, aims=tuple(aims), items=items)]

    def listed_aims(self, body: Sequence[Piece], title: str, at: Start) -> list[DraftSlide]:
        """Targets that are numbered, a line each: every line holds a quantity."""
        held = [sum(quantity.within(piece) for quantity in self.by_paragraph.get(piece.paragraph, ())) for piece in body]
        if not AIMED.search(title) or len(body) < NUMBERED_LEAST or not all(held):
            return []
        return [DraftSlide(kind="objectives", title=title, at=at, aims=tuple(body))]

    def aims_title(self, piece: Piece) -> str:
        """What the speech calls its targets."""
        if self.speech.english:
            return "Targets"
        called = AIMS_CALLED.search(self.speech.paragraphs[piece.paragraph].text[: piece.end])
        return called[0] if called else "主要预期目标"

    def headline(self, piece: Piece) -> list[DraftSlide]:
        """The year's headline figures, where a paragraph before the sections tells at least three of an economy."""
        telling = [q for q in self.by_paragraph.get(piece.paragraph, ()) if q.within(piece) and (q.rank or q.unit.endswith(TELLING))]
        if len(telling) < HEADLINES_LEAST:
            return []
        text = piece.text(self.speech)
        years = re.findall(r"(?:19|20)\d\d(?=年)", text[:40])
        title = headline_title(years[0] if years else "", self.speech.english)
        items, _ = items_of_paragraphs(self.speech, [piece])
        return [
            DraftSlide(
                kind="points", title=title, at=(piece.paragraph, 0), items=tuple(items[:HEADLINE_POINTS]), headline=True, doubts=(MADE,)
            )
        ]

    def principles(self, body: Sequence[Piece], title: str, at: Start) -> list[DraftSlide]:
        named = len(body) == 1 and bool(re.search("原则|必须|遵循", title + body[0].text(self.speech)[:60]))
        items = principles_of(self.speech, body, named)
        quoted = self.said_together(body).count("必须") >= len(items)
        title = title or ("必须坚持的原则" if quoted else "")
        if not items or not mostly(items, body) or not title:
            return []
        slides = shared_out(self.speech, DraftSlide(kind="principles", title=title, at=at, items=tuple(items)), MOST_POINTS)
        return [self.claimed(slides[0], body)] if quoted and len(slides) == 1 else slides

    def claimed(self, slide: DraftSlide, body: Sequence[Piece]) -> DraftSlide:
        """The slide with 六个“必须”; a doubt where the speech says so in words that cannot be read (六个5)."""
        count = len(slide.items)
        doubt = term("speech/musts-listed", count=count)
        unclear = re.search(r"[一二三四五六七八九十]个\d", self.said_together(body))
        return structs.replace(slide, claim=counted(count, "必须", quoted=True), doubts=(doubt,) if unclear else ())

    def statement(self, body: Sequence[Piece], title: str, at: Start) -> list[DraftSlide]:
        general = GENERAL.search(body[0].text(self.speech)[:50])
        if len(body) > 1 or not (general or GENERAL.search(title)):
            return []
        said = statement_of(self.speech, body)
        named = title or (general[0] if general else "总体要求")
        return [DraftSlide(kind="statement", title=named, at=at, text=said[0], tags=said[1])] if said else []

    def problems(self, body: Sequence[Piece], title: str, at: Start) -> list[DraftSlide]:
        if title or role_of(body[0].text(self.speech), near_end=False) != "problems":
            return []
        return paragraph_problems(self.speech, body, at)

    def said_together(self, body: Sequence[Piece]) -> str:
        return " ".join(piece.text(self.speech) for piece in body)


def headline_title(year: str, english: bool) -> str:
    if english:
        return f"{year} in Figures".strip()
    return f"{year}年主要指标" if year else "主要指标"


def mostly(items: Sequence[DraftItem], body: Sequence[Piece]) -> bool:
    """Whether the entries are most of what these paragraphs say."""
    said = sum(piece.end - piece.start for item in items for piece in (item.head, *item.body))
    return said * 2 > sum(piece.end - piece.start for piece in body)
