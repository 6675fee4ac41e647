"""Read an outline: head, parts, slides; every fault is noted and the good rest is kept."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection
from typing import TypedDict

from msgspec import Struct, structs
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.diagnostics import Findings, Span, near
from deckgen.figures import Ledger
from deckgen.files import Files
from deckgen.load.fields import CLOSING, HEAD, ITEM, KINDS, PAIR, PART, POINT, slide_fields
from deckgen.load.figures import read_ledger
from deckgen.load.inline import InlineReader
from deckgen.load.nodes import A_MAPPING, Document, Fields, compose, entry_fields, fields, is_empty, kind_of, scalar_text
from deckgen.numerals import to_number
from deckgen.outline import (
    NO_TEXT,
    CheckSetting,
    Claim,
    Closing,
    FigureUse,
    Objectives,
    Outline,
    Pair,
    Pairs,
    Part,
    Point,
    Points,
    Principles,
    Problems,
    Section,
    Slide,
    Statement,
    Text,
)

CLAIM = re.compile(r"[“\"「『]?\s*(?P<count>[0-9０-９.．,，]+|[零〇一二两三四五六七八九十百千万亿]+)[”\"」』]?\s*(?P<rest>.+)")
MEASURE_WORDS = re.compile(r"^(?:个方面|方面|个|项|条|大|种|点|者|组)?\s*")
PAIR_TEXT = re.compile(r"[“\"「]?\s*([^/／与和、\s“”\"]{1,4})\s*[/／与和、]\s*([^/／与和、\s“”\"]{1,4})\s*[”\"」]?")
YEAR_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?")
LEAD_BREAK = re.compile(r"[：:](?!//)")


class Limits(Struct, frozen=True):
    """How many of each a slide can hold and still be read across a room."""

    points: int = 8
    figures: int = 8
    problems: int = 6
    pairs: int = 6
    tags: int = 12


LIMITS = Limits()
OVERFLOWS = ("error", "continue")
LEVELS = ("off", "warning", "error")


class SlideHead(TypedDict):
    """What every slide has."""

    title: Text
    kicker: Text
    claim: Claim | None
    notes: Text
    source: Span


class Report(Struct, frozen=True):
    """The outline with its ledger, the names of the figures that it uses in the ledger's order, and its file as it was read."""

    outline: Outline
    ledger: Ledger
    used: tuple[str, ...]
    source: str


def load_outline(path: str, ledger_path: str | None, files: Files, findings: Findings) -> Report | None:
    """The outline with its ledger (`ledger_path` instead of its own, if given); None when it cannot be read as one."""
    document = compose(path, files, findings)
    if document.root is None:
        return None
    if not isinstance(document.root, MappingNode):
        document.error(document.root, "load/not-an-outline", got=kind_of(document.root))
        return None
    head = Fields(document, document.root, HEAD)
    ledger = find_ledger(head, path, ledger_path, files, findings)
    inline = InlineReader(ledger, document)
    outline = OutlineReader(document, inline).outline(head, path)
    return Report(outline, ledger, tuple(name for name in ledger.figures if name in inline.uses), document.text)


def find_ledger(head: Fields, path: str, given: str | None, files: Files, findings: Findings) -> Ledger:
    if given is not None:
        return read_ledger(given, files, findings)
    name = head.text("figures")
    if not name:
        return Ledger("", {})
    target = os.path.join(os.path.dirname(path), name)
    if not files.exists(target):
        findings.error(head.span_of("figures"), "load/missing-reference", file=name)
        return Ledger(target, {}, whole=False)
    return read_ledger(target, files, findings)


class OutlineReader:
    def __init__(self, document: Document, inline: InlineReader) -> None:
        self.document = document
        self.inline = inline
        self.readers: dict[str, Callable[[Fields, SlideHead], Slide]] = {
            "section": self.section,
            "points": self.points,
            "statement": self.statement,
            "objectives": self.objectives,
            "principles": self.principles,
            "problems": self.problems,
            "pairs": self.pairs,
        }

    def outline(self, head: Fields, path: str) -> Outline:
        for name in ("title", "parts"):
            head.require(name)
        parts = head.list_of("parts", self.part)
        return Outline(
            path=path,
            title=self.text(head, "title"),
            kicker=self.text(head, "kicker"),
            subtitle=self.text(head, "subtitle"),
            organization=self.text(head, "organization"),
            presenter=self.text(head, "presenter"),
            date=self.date(head),
            theme=head.text("theme") or "zhengwu-red",
            theme_source=head.span_of("theme"),
            notes=self.notes(head),
            keep=head.list_of("keep", self.word),
            continues=head.choice("overflow", OVERFLOWS) == "continue",
            checks=self.checks(head),
            parts=parts,
            closing=self.closing(head),
        )

    def checks(self, head: Fields) -> tuple[CheckSetting, ...]:
        """What the author says of each rule, by its name; whether there is such a rule, `check` knows."""
        node = head.nodes.get("checks")
        if node is None or is_empty(node):
            return ()
        if not isinstance(node, MappingNode):
            self.document.error(node, "load/wrong-type", key="checks", wanted=A_MAPPING, got=kind_of(node))
            return ()
        names = [key.value for key, _ in node.value if isinstance(key, ScalarNode)]
        at = Fields(self.document, node, names)
        return tuple(CheckSetting(name, at.choice(name, LEVELS), self.document.span(at.keys[name])) for name in at.nodes)

    def text(self, at: Fields, name: str) -> Text:
        node = at.nodes.get(name)
        if node is None:
            return NO_TEXT
        return self.inline.read(scalar_text(self.document, node, name), node)

    def notes(self, at: Fields) -> Text:
        node = at.nodes.get("notes")
        if node is None:
            return NO_TEXT
        return self.inline.read(scalar_text(self.document, node, "notes"), node, keep_lines=True)

    def word(self, node: Node) -> str | None:
        return scalar_text(self.document, node, "keep") or None

    def texts(self, node: Node) -> Text | None:
        return self.inline.read(scalar_text(self.document, node, "tags"), node) or None

    def date(self, head: Fields) -> Text:
        """2020-01 as 2020年1月; anything else as it is written."""
        text = head.text("date")
        match = YEAR_MONTH.fullmatch(text)
        if match and 1 <= int(match[2]) <= 12:
            text = f"{match[1]}年{int(match[2])}月" + (f"{int(match[3])}日" if match[3] else "")
        return self.inline.read(text, head.nodes["date"]) if text else NO_TEXT

    def closing(self, head: Fields) -> Closing | None:
        node = head.nodes.get("closing")
        if node is None:
            return None
        span = self.document.span(node)
        if isinstance(node, ScalarNode):
            return Closing(title=self.text(head, "closing"), source=span)
        at = fields(self.document, node, CLOSING, "closing")
        if at is None:
            return None
        at.require("title")
        return Closing(title=self.text(at, "title"), text=self.text(at, "text"), notes=self.notes(at), source=span)

    def part(self, node: Node) -> Part | None:
        at = entry_fields(self.document, node, PART, "parts")
        if at is None:
            return None
        for name in ("title", "slides"):
            at.require(name)
        claim = self.claim(at)
        slides = at.list_of("slides", self.slide)
        if claim is not None:
            counted = [slide for slide in slides if isinstance(slide, Section)] or slides
            claim = self.counted(at, claim, "slides", len(slides), len(counted))
        return Part(
            title=self.text(at, "title"),
            claim=claim,
            agenda=at.flag("agenda"),
            motto=self.text(at, "motto"),
            notes=self.notes(at),
            slides=slides,
            source=at.span,
        )

    def claim(self, at: Fields) -> Claim | None:
        known_faults = len(self.document.findings.all)
        text = self.text(at, "claim").plain
        if not text or len(self.document.findings.all) > known_faults:
            return None
        match = CLAIM.fullmatch(text)
        count = to_number(match["count"]) if match else None
        if match is None or count is None:
            self.document.findings.error(at.span_of("claim"), "content/claim-without-number", claim=text)
            return None
        noun = MEASURE_WORDS.sub("", match["rest"]).strip('“”"「」『』 ')
        return Claim(text, count, noun, at.span_of("claim"))

    def counted(self, at: Fields, claim: Claim | None, name: str, read: int, found: int | None = None) -> Claim | None:
        """The claim with what the list `name` holds, of which `read` entries were good; with faults in the list a count means nothing."""
        node = at.nodes.get(name)
        if claim is None or not isinstance(node, SequenceNode) or len(node.value) != read:
            return claim
        return structs.replace(claim, found=read if found is None else found)

    def slide(self, node: Node) -> Slide | None:
        kind = self.kind(node)
        known = slide_fields(kind)
        at = entry_fields(self.document, node, known, "slides")
        if at is None:
            return None
        for name in ("title", "kind"):
            at.require(name)
        if kind not in KINDS:
            at.choice("kind", KINDS)
            return None
        for name, field in KINDS[kind].items():
            if field.required:
                at.require(name)
        return self.readers[kind](at, self.slide_head(at))

    def kind(self, node: Node) -> str:
        """What the mapping says, looked up before its fields are read, since it decides which there can be."""
        if isinstance(node, MappingNode):
            for key, value in node.value:
                if key.value == "kind" and isinstance(value, ScalarNode):
                    return str(value.value)
        return ""

    def slide_head(self, at: Fields) -> SlideHead:
        return {
            "title": self.text(at, "title"),
            "kicker": self.text(at, "kicker"),
            "claim": self.claim(at),
            "notes": self.notes(at),
            "source": at.span,
        }

    def section(self, at: Fields, head: SlideHead) -> Slide:
        points = self.point_list(at, head)
        return Section(**head, motto=self.text(at, "motto"), points=points, figures=self.figures(at))

    def points(self, at: Fields, head: SlideHead) -> Slide:
        points = self.point_list(at, head)
        return Points(**head, motto=self.text(at, "motto"), points=points, figures=self.figures(at))

    def statement(self, at: Fields, head: SlideHead) -> Slide:
        tags = at.list_of("tags", self.texts, LIMITS.tags)
        head["claim"] = self.counted(at, head["claim"], "tags", len(tags))
        return Statement(**head, text=self.text(at, "text"), tags=tags)

    def objectives(self, at: Fields, head: SlideHead) -> Slide:
        figures = self.figures(at)
        head["claim"] = self.counted(at, head["claim"], "figures", len(figures))
        return Objectives(
            **head, year=self.text(at, "year").plain, heading=self.text(at, "heading"), text=self.text(at, "text"), figures=figures
        )

    def principles(self, at: Fields, head: SlideHead) -> Slide:
        items = self.items(at, head, LIMITS.points)
        return Principles(**head, items=items)

    def problems(self, at: Fields, head: SlideHead) -> Slide:
        items = self.items(at, head, LIMITS.problems)
        return Problems(**head, items=items)

    def pairs(self, at: Fields, head: SlideHead) -> Slide:
        pairs = at.list_of("pairs", self.pair, LIMITS.pairs)
        head["claim"] = self.counted(at, head["claim"], "pairs", len(pairs))
        return Pairs(**head, pairs=pairs)

    def point_list(self, at: Fields, head: SlideHead) -> tuple[Point, ...]:
        points = at.list_of("points", lambda node: self.point(node, POINT, "points"), LIMITS.points)
        head["claim"] = self.counted(at, head["claim"], "points", len(points))
        return points

    def items(self, at: Fields, head: SlideHead, most: int) -> tuple[Point, ...]:
        items = at.list_of("items", lambda node: self.point(node, ITEM, "items"), most)
        head["claim"] = self.counted(at, head["claim"], "items", len(items))
        return items

    def point(self, node: Node, known: Collection[str], name: str) -> Point | None:
        """A mapping, or a plain string: `lead：text`, or one of both."""
        span = self.document.span(node)
        if is_empty(node):
            self.document.error(node, "load/empty-value", key=name)
            return None
        if isinstance(node, ScalarNode):
            lead, text = split_lead(scalar_text(self.document, node, name))
            return Point(lead=self.inline.read(lead, node), text=self.inline.read(text, node), source=span)
        at = entry_fields(self.document, node, known, name)
        if at is None:
            return None
        if not at.unknown and not any(name in at for name in known):
            self.document.error(node, "load/empty-value", key=name)
        return Point(lead=self.text(at, "lead"), text=self.text(at, "text"), key=self.text(at, "key"), source=span)

    def pair(self, node: Node) -> Pair | None:
        at = entry_fields(self.document, node, PAIR, "pairs")
        if at is None:
            return None
        at.require("pair")
        if "pair" not in at:
            return None
        sides = self.sides(at.nodes["pair"])
        if sides is None:
            return None
        return Pair(*sides, lead=self.text(at, "lead"), text=self.text(at, "text"), source=at.span)

    def sides(self, node: Node) -> tuple[str, str] | None:
        """稳/进, 稳与进 or [稳, 进]."""
        children = node.value if isinstance(node, SequenceNode) else []
        if len(children) == 2 and all(isinstance(child, ScalarNode) and not is_empty(child) for child in children):
            first, second = (scalar_text(self.document, child, "pair") for child in children)
            return first, second
        text = scalar_text(self.document, node, "pair") if isinstance(node, ScalarNode) else ""
        match = PAIR_TEXT.fullmatch(text)
        if match is None:
            self.document.error(node, "load/pair", got=kind_of(node))
            return None
        return match[1], match[2]

    def figures(self, at: Fields) -> tuple[FigureUse, ...]:
        return at.list_of("figures", self.figure_use, LIMITS.figures)

    def figure_use(self, node: Node) -> FigureUse | None:
        if is_empty(node):
            self.document.error(node, "load/empty-value", key="figures")
            return None
        name = scalar_text(self.document, node, "figures")
        ledger = self.inline.ledger
        span = self.document.span(node)
        if name not in ledger.figures:
            if name and not ledger.path:
                self.inline.note_no_ledger(node)
            elif "，" in name or "、" in name:
                self.document.error(node, "load/full-width-comma", text=name)
            elif name and ledger.whole:
                self.document.error(node, "load/unknown-figure", name=name, near=near(name, ledger.figures))
            return None
        self.inline.uses.setdefault(name, []).append(span)
        return FigureUse(name, span)


def split_lead(text: str) -> tuple[str, str]:
    """(lead, text) of a plain string: split at an early colon; a short phrase is a lead, a long one a text."""
    match = LEAD_BREAK.search(text)
    if match and 0 < match.start() <= 16:
        return text[: match.start()].strip(), text[match.end() :].strip()
    return (text, "") if len(text) <= 14 else ("", text)
