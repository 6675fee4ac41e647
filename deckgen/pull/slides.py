"""Slides that were moved, deleted or added, as the lists of slides of the outline's parts."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct
from yaml.nodes import SequenceNode

from deckgen.pull.fields import Fields
from deckgen.pull.matching import SlidePair
from deckgen.pull.sequences import Entry, Gone
from deckgen.pull.theirs import TheirSlide

SLIDE = re.compile(r"parts/(\d+)/slides/(\d+)")


class Moved(Struct, frozen=True):
    """A slide that comes from another part."""

    part: int
    entry: int


SlideEntry = Entry | Moved


class PartSlides(Struct, frozen=True):
    """The slides of a part as they shall be; what becomes of those that it loses."""

    entries: list[SlideEntry]
    gone: Gone


class SlideLists:
    """The slides of each part as they stand in the outline, and as they shall."""

    def __init__(self, fields: Fields, keep_deleted: bool = False, made: Callable[[TheirSlide], str] | None = None) -> None:
        self.fields = fields
        self.keep_deleted = keep_deleted  # deleted slides stay in the outline as comments
        self.made = made or (lambda slide: "")  # a new slide as an entry of the outline; "" for one that it cannot say
        self.entries: dict[int, list[SlideEntry]] = {}
        self.gone: list[str] = []
        self.moved: dict[tuple[int, int], int] = {}  # (part, place) -> the part that a slide stands in now
        self.aside: set[tuple[int, int]] = set()

    def of(self, part: int) -> list[SlideEntry] | None:
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
            if self.keep_deleted:
                self.aside.add(place)
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
        entries, others = self.of(part), self.of(before[0])
        if entries is None or others is None:
            return "elsewhere"
        if before[0] != part and len(entries) == 1:
            return "last-slide"
        entries.remove(entry)
        if before[0] != part:
            self.moved[part, entry] = before[0]
        insert(others, before[1], entry if before[0] == part else Moved(part, entry))
        return ""

    def put(self, pair: SlidePair, pairs: list[SlidePair]) -> str:
        """A new slide becomes one of points, a table or a picture; what else stands on it is not of the outline's world."""
        words = self.made(pair.slide) if pair.slide else ""
        before = self.before(pair, pairs)
        entries = self.of(before[0]) if before else None
        if not words or before is None or entries is None:
            return "slide"
        insert(entries, before[1], words)
        return ""

    def before(self, pair: SlidePair, pairs: list[SlidePair]) -> tuple[int, SlideEntry] | None:
        """(part, entry) of the slide before it in the deck; entry -1 for the first of a part."""
        found: tuple[int, SlideEntry] | None = None
        for number, other in enumerate(pairs):
            if other is pair:
                ahead = {one.record.layout for one in pairs[number + 1 :] if one.record is not None and one.slide is not None}
                return found or (None if "cover" in ahead else self.first_behind(pairs[number + 1 :]))
            if other.slide is not None and other.record is not None:
                opening = re.fullmatch(r"parts/(\d+)", other.record.at)
                found = (int(opening[1]), -1) if opening else self.stands(other) or found
        return found

    def stands(self, pair: SlidePair) -> tuple[int, SlideEntry] | None:
        """Where a slide of ours stands by now."""
        place = place_of(pair)
        return (self.moved[place], Moved(*place)) if place in self.moved else place

    def first_behind(self, pairs: list[SlidePair]) -> tuple[int, SlideEntry] | None:
        """The start of the part of the next slide: what stands right behind the cover is its first."""
        place = next((place for pair in pairs if pair.slide is not None and (place := place_of(pair))), None)
        return (place[0], -1) if place else None

    def changed(self) -> dict[int, PartSlides]:
        """The parts whose slides are others, or in another order."""
        return {
            part: PartSlides(
                entries,
                Gone(frozenset(at for own, at in self.moved if own == part), frozenset(at for own, at in self.aside if own == part)),
            )
            for part, entries in self.entries.items()
            if entries != list(range(self.count(part)))
        }

    def count(self, part: int) -> int:
        node = self.fields.at(f"parts/{part}/slides")
        return len(node.value) if isinstance(node, SequenceNode) else 0


def insert(entries: list[SlideEntry], before: SlideEntry, entry: SlideEntry) -> None:
    entries.insert(entries.index(before) + 1 if before in entries else 0, entry)


def place_of(pair: SlidePair) -> tuple[int, int] | None:
    match = SLIDE.fullmatch(pair.record.at) if pair.record else None
    return (int(match[1]), int(match[2])) if match else None


def same(one: str, other: str) -> bool:
    return "".join(one.split()) in "".join(other.split())
