"""Slides that were moved, deleted or added, as the lists of slides of the outline's parts."""

from __future__ import annotations

import re

from yaml.nodes import SequenceNode

from deckgen.pull.fields import Fields
from deckgen.pull.matching import SlidePair
from deckgen.pull.scalars import requoted
from deckgen.pull.sequences import Entry
from deckgen.pull.theirs import TheirSlide, lines_of
from deckgen.pull.values import escaped

SLIDE = re.compile(r"parts/(\d+)/slides/(\d+)")
SHORTEST = 2  # characters of a line that is worth a point


class SlideLists:
    """The slides of each part as they stand in the outline, and as they shall."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.entries: dict[int, list[Entry]] = {}
        self.gone: list[str] = []

    def of(self, part: int) -> list[Entry] | None:
        if part not in self.entries:
            node = self.fields.at(f"parts/{part}/slides")
            if not isinstance(node, SequenceNode):
                return None
            self.entries[part] = list(range(len(node.value)))
        return self.entries[part]

    def take(self, pair: SlidePair, kind: str, pairs: list[SlidePair]) -> str:
        """Why a slide that was moved, deleted or added is not so in the outline; "" when it is."""
        if kind == "slide-new":
            return self.put(pair, pairs) if pair.slide else "slide"
        place = place_of(pair)
        if place is None:
            return "opening"
        if sum(place_of(other) == place for other in pairs) > 1:
            return "divided"
        part, entry = place
        entries = self.of(part)
        if entries is None or entry not in entries or not self.is_there(pair):
            return "elsewhere"
        if kind == "slide-gone":
            if len(entries) == 1:
                return "last-slide"
            entries.remove(entry)
            self.gone.append(f"parts/{part}/slides/{entry}")
            return ""
        return self.move(pair, part, entry, pairs)

    def is_there(self, pair: SlidePair) -> bool:
        """Whether the outline has the slide still at its place."""
        shown = self.fields.shown(f"{pair.record.at}/title") if pair.record else None
        return shown is not None and pair.record is not None and same(shown.text, pair.record.title)

    def move(self, pair: SlidePair, part: int, entry: int, pairs: list[SlidePair]) -> str:
        before = self.before(pair, pairs)
        if before is None:
            return "unsaid"
        if before[0] != part:
            return "another-part"
        entries = self.of(part) or []
        entries.remove(entry)
        entries.insert(entries.index(before[1]) + 1 if before[1] in entries else 0, entry)
        return ""

    def put(self, pair: SlidePair, pairs: list[SlidePair]) -> str:
        """A new slide of a title and lines becomes one of points; what else stands on it is not of the outline's world."""
        slide = pair.slide
        words = as_points(slide) if slide else ""
        before = self.before(pair, pairs)
        entries = self.of(before[0]) if before else None
        if not words or before is None or entries is None:
            return "slide"
        entries.insert(entries.index(before[1]) + 1 if before[1] in entries else 0, words)
        return ""

    def before(self, pair: SlidePair, pairs: list[SlidePair]) -> tuple[int, int] | None:
        """(part, place) of the slide before it in the deck; place -1 for the first of a part."""
        found: tuple[int, int] | None = None
        for number, other in enumerate(pairs):
            if other is pair:
                ahead = {one.record.layout for one in pairs[number + 1 :] if one.record is not None and one.slide is not None}
                return found or (None if "cover" in ahead else self.first_behind(pairs[number + 1 :]))
            if other.slide is not None and other.record is not None:
                opening = re.fullmatch(r"parts/(\d+)", other.record.at)
                found = (int(opening[1]), -1) if opening else place_of(other) or found
        return found

    def first_behind(self, pairs: list[SlidePair]) -> tuple[int, int] | None:
        """The start of the part of the next slide: what stands right behind the cover is its first."""
        place = next((place for pair in pairs if pair.slide is not None and (place := place_of(pair))), None)
        return (place[0], -1) if place else None

    def changed(self) -> dict[int, list[Entry]]:
        """The parts whose slides are others, or in another order."""
        return {part: entries for part, entries in self.entries.items() if entries != list(range(self.count(part)))}

    def count(self, part: int) -> int:
        node = self.fields.at(f"parts/{part}/slides")
        return len(node.value) if isinstance(node, SequenceNode) else 0


def place_of(pair: SlidePair) -> tuple[int, int] | None:
    match = SLIDE.fullmatch(pair.record.at) if pair.record else None
    return (int(match[1]), int(match[2])) if match else None


def same(one: str, other: str) -> bool:
    return "".join(one.split()) in "".join(other.split())


def as_points(slide: TheirSlide) -> str:
    """The slide as an entry of the outline; "" where it has no title or no lines."""
    lines = [
        line
        for shape in slide.shapes
        if not shape.is_title and not shape.is_footer and shape.kind == "shape"
        for line in lines_of(shape.text)
        if len(line.strip()) >= SHORTEST
    ]
    if not slide.title or not lines or any(shape.kind not in ("shape", "connector") for shape in slide.shapes):
        return ""
    points = "\n".join(f"  - {field('text', line)}" for line in lines)
    notes = "".join(f"\n  {escaped(line)}" for line in slide.notes)
    return f"kind: points\n{field('title', slide.title)}\npoints:\n{points}" + (f"\nnotes: |{notes}" if notes else "")


def field(name: str, words: str) -> str:
    return f"{name}: {requoted(escaped(' '.join(words.split())))}"
