"""The edits of a deck carried back to its outline and ledger: gathered, written into their texts, and read once more."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from os.path import splitext
from typing import Any

from msgspec import Struct, structs
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.form.filled import Amendment
from deckgen.inspect.values import Shape
from deckgen.pull.changes import (
    Change,
    Teller,
    is_number,
    moved_slides,
    note_changes,
    section_changes,
    shape_changes,
    slide_changes,
    table_now,
)
from deckgen.pull.emphasis import Strength, set_lines, strengths
from deckgen.pull.fields import Fields
from deckgen.pull.fresh import entry_of
from deckgen.pull.ledger import Doubt, Reading, amendments
from deckgen.pull.matching import ShapePair, matched_shapes, matched_slides, texts_of
from deckgen.pull.notes import carry_notes
from deckgen.pull.scalars import requoted
from deckgen.pull.segments import aligned, groups
from deckgen.pull.sequences import Entry, rearranged, without_pair
from deckgen.pull.slides import SLIDE, PartSlides, SlideLists
from deckgen.pull.theirs import TheirDeck, TheirSlide, lines_of
from deckgen.pull.values import Wanted, escaped, located
from deckgen.snapshot import Piece, ShapeRecord, SlideRecord, Snapshot, Words

PICTURES = "图片"  # the folder beside the outline for pictures of a deck
SLIDES = ("slide-moved", "slide-gone", "slide-new")


class Outcome(Struct, frozen=True):
    """An edit, and why it is not in the files; "" for one that is."""

    change: Change
    why: str = ""
    first: str = ""
    second: str = ""
    at: str = ""  # of a remark, the slide that it is about, as the outline named it


class PullOptions(Struct, frozen=True):
    """What a person asks for."""

    figures: bool = False  # numbers go to the ledger
    keep_deleted: bool = False  # deleted slides stay in the outline as comments
    recorded: bool = True  # the deck has a record of what it was built from; without one it is held against the outline of now


class Carried(Struct, frozen=True):
    """What the files should say, and what became of every edit."""

    values: dict[str, str]  # of each text that changes
    entries: dict[str, list[Entry]]  # of each list whose entries are others now
    fields: list[str]  # that are taken out of their mappings
    strong: dict[str, list[Strength]]  # of each text that becomes strong or plain somewhere
    notes: dict[str, list[str]]  # paragraphs, of slides that had none
    hidden: list[str]  # slides that are hidden now
    slides: dict[int, PartSlides]  # of each part whose slides are others now
    files: dict[str, str]  # pictures to be saved beside the outline, by the path that it names: their parts in the deck
    amendments: list[Amendment]
    outcomes: list[Outcome]


class Carrier:
    """Goes through the slides of one deck and gathers what the files should say."""

    def __init__(
        self, snapshot: Snapshot, deck: TheirDeck, fields: Fields, options: PullOptions, refused: frozenset[Change] = frozenset()
    ) -> None:
        self.snapshot = snapshot
        self.deck = deck
        self.fields = fields
        self.options = options
        self.wanted = Wanted(fields)
        self.readings: list[tuple[Reading, Change]] = []
        self.outcomes: list[Outcome] = []
        self.refused = refused  # edits that an outline does not say, as was found out when they were written
        self.fresh: dict[str, list[tuple[int, str]]] = {}  # of each list, entries that are new, behind which
        self.orders: dict[str, list[int]] = {}  # of each list, its entries in another order
        self.emptied: dict[str, Change] = {}  # fields whose words are gone
        self.entries: dict[str, list[int]] = {}
        self.without: list[str] = []
        self.strong: dict[str, list[Strength]] = {}
        self.files: dict[str, str] = {}
        self.hidden: list[str] = []
        self.notes: dict[str, list[str]] = {}

    def carried(self) -> Carried:
        pairs = matched_slides(self.snapshot, self.deck)
        moved = moved_slides(pairs)
        lists = SlideLists(self.fields, self.options.keep_deleted, lambda slide: entry_of(slide, self.saved))
        for pair in pairs:
            if pair.record is not None and pair.slide is not None:
                self.slide(pair.record, pair.slide, Teller(pair.slide.number, pair.was, pair.slide.title or pair.record.title))
        for pair in pairs:
            for change in slide_changes(pair, self.snapshot, moved, with_shapes=False):
                if change.kind in SLIDES and self.why_not(change):
                    self.outcomes.append(Outcome(change, self.why_not(change)))
                elif change.kind in SLIDES:
                    self.outcomes.append(Outcome(change, lists.take(pair, change.kind, pairs)))
                elif change.kind == "remark":
                    self.outcomes.append(Outcome(change, "remark", at=pair.record.at if pair.record else ""))
                elif change.kind in ("hidden", "shown") and pair.record is not None:
                    self.outcomes.append(Outcome(change, self.why_not(change) or self.hide(pair.record, change.kind == "hidden")))
                elif change.kind in ("moving", "order", "ground"):
                    self.outcomes.append(Outcome(change, "look"))
        self.outcomes += [Outcome(change, "look") for change in section_changes(self.snapshot, self.deck)]
        self.take_out()
        readings = [reading for reading, _ in self.readings] if self.options.figures else []
        found, doubts = amendments(readings, self.fields.report.ledger, self.options.recorded)
        self.settle_figures(doubts)
        gone = [*lists.gone, *self.without, *(f"{name}/{place}" for name, places in self.entries.items() for place in places)]
        entries = self.lists_now()
        values = {name: value for name, value in self.wanted.values().items() if not any(within(name, one) for one in gone)}
        outcomes = sorted(self.outcomes, key=lambda one: (one.change.slide or 10**6, one.change.was))
        return Carried(values, entries, self.without, self.strong, self.notes, self.hidden, lists.changed(), self.files, found, outcomes)

    # ---- one slide

    def slide(self, record: SlideRecord, slide: TheirSlide, about: Teller) -> None:
        for pair in matched_shapes(record, slide):
            if is_number(pair):
                continue
            found = list(shape_changes(pair, slide, self.snapshot, about))
            if pair.shape is not None and pair.shape.is_footer:
                self.outcomes += [Outcome(change, "furniture" if change.kind == "words" else "look") for change in found]
                continue
            for change in found:
                self.shape(change, pair, record)
        note = next((change for change in note_changes(record, slide, about)), None)
        if note is not None and self.why_not(note):
            self.outcomes.append(Outcome(note, self.why_not(note)))
        elif note is not None:
            self.outcomes.append(Outcome(note, carry_notes(record, slide, self.fields, self.wanted, self.notes)))

    def shape(self, change: Change, pair: ShapePair, record: SlideRecord) -> None:
        old = pair.record
        if self.why_not(change):
            self.outcomes.append(Outcome(change, self.why_not(change)))
        elif change.kind == "words" and old is not None and pair.shape is not None:
            self.outcomes.append(Outcome(change, self.words(old.words, lines_of(pair.shape.text), record, change)))
        elif change.kind == "gone" and old is not None:
            self.outcomes.append(Outcome(change, self.empty(old.words, record, change)))
        elif change.kind == "cell" and old is not None and pair.shape is not None:
            self.outcomes.append(Outcome(change, self.cell(old, pair, record, change)))
        elif change.kind == "rows" and old is not None and pair.shape is not None:
            self.outcomes.append(Outcome(change, self.rows(old, pair, record, change)))
        elif change.kind == "emphasis" and old is not None and pair.shape is not None:
            self.outcomes.append(Outcome(change, self.emphasis(old, pair.shape, record)))
        elif change.kind == "new":
            self.outcomes.append(Outcome(change, "shape"))
        else:
            self.outcomes.append(Outcome(change, "look"))

    def why_not(self, change: Change) -> str:
        """Why an edit is not even tried; "" when it is."""
        if change in self.refused:
            return "unsaid"
        if self.options.recorded or change.kind not in (*SLIDES, "gone", "rows"):
            return ""
        return "unrecorded"

    def hide(self, record: SlideRecord, hidden: bool) -> str:
        """Why a slide is not hidden, or shown again, in the outline; "" when it is."""
        node = self.fields.at(record.at) if SLIDE.fullmatch(record.at) else None
        if not isinstance(node, MappingNode) or node.flow_style:
            return "opening" if node is None else "look"
        flag = self.fields.at(f"{record.at}/hidden")
        if hidden and flag is None:
            self.hidden.append(record.at)
        elif not hidden and flag is not None and without_pair(self.fields.document.text, node, "hidden"):
            self.without.append(f"{record.at}/hidden")
        else:
            return "look"
        return ""

    def saved(self, slide: TheirSlide, index: int) -> str:
        """The path of a picture that is to stand beside the outline; "" for one that cannot be read."""
        part = slide.media.get(index, "")
        if not part:
            return ""
        path = f"{PICTURES}/{slide.data[index]}{splitext(part)[1].lower()}"
        self.files[path] = part
        return path

    def words(self, words: Words, now: tuple[str, ...], record: SlideRecord, change: Change) -> str:
        """Why the words of a shape are not carried, or not all of them; "" when they are."""
        why = ""
        paragraphs = [pieces for pieces in words if "".join(piece.text for piece in pieces).strip()]
        lines = [line for line in now if line.strip()]
        texts = ["".join(piece.text for piece in pieces) for pieces in paragraphs]
        if not self.options.recorded and len(texts) != len(lines):
            return "unrecorded"
        if self.reordered(paragraphs, texts, lines, record):
            return ""
        behind = self.behind(paragraphs, texts, lines, record)
        for was, at in paired(texts, lines):
            if was < 0:
                why = self.put_in(lines[at], behind[at]) or why
            elif at < 0:
                why = self.empty((paragraphs[was],), record, change) or why
            else:
                why = self.paragraph(paragraphs[was], lines[at], record, change) or why
        return why

    def paragraph(self, pieces: tuple[Piece, ...], now: str, record: SlideRecord, change: Change) -> str:
        found, lost = groups(pieces, now)
        why = "furniture" if lost else ""
        for group in found:
            self.readings += [(Reading(reference, was, reads), change) for reference, was, reads in group.figures]
            if not group.at or group.was == group.now:
                continue
            if "!" in group.at:
                why = why or "data"
                continue
            place = located(group, field_of(group.at, record), record.at, self.fields)
            if place is None:
                why = why or "elsewhere"
            elif not group.now.strip():
                if is_own(group.at, record):
                    self.emptied[place.field] = change
                else:
                    why = why or "furniture"
            elif not self.wanted.add(place):
                why = why or "twice"
        return why

    def emphasis(self, old: ShapeRecord, shape: Shape, record: SlideRecord) -> str:
        """Why the words that became strong or plain are not so in the outline; "" when they are."""
        paragraphs = [pieces for pieces in old.words if "".join(piece.text for piece in pieces).strip()]
        lines = set_lines(shape.text)
        if len(paragraphs) != len(lines):
            return "look"
        found = [one for pieces, line in zip(paragraphs, lines, strict=True) for one in strengths(pieces, line, self.snapshot)]
        if not found or any(not is_own(at, record) or self.fields.shown(field_of(at, record)) is None for at, _ in found):
            return "look"
        for at, strength in found:
            self.strong.setdefault(field_of(at, record), []).append(strength)
        return ""

    def empty(self, words: Words, record: SlideRecord, change: Change) -> str:
        """Note the fields whose words were taken off the slide."""
        fields = {field_of(piece.at, record) for pieces in words for piece in pieces if is_own(piece.at, record) and piece.text.strip()}
        if not fields:
            return "furniture" if any(piece.text.strip() for pieces in words for piece in pieces) else "look"
        self.emptied.update(dict.fromkeys(fields, change))
        return ""

    # ---- tables

    def cell(self, old: ShapeRecord, pair: ShapePair, record: SlideRecord, change: Change) -> str:
        """The one cell that the change is about; those beside it have changes of their own."""
        rows = table_now(pair.shape) if pair.shape else []
        lines = row_texts([["\n".join(texts_of(words)) for words in row] for row in old.cells])
        if self.reordered([joined(row) for row in old.cells], lines, row_texts(rows), record):
            return ""
        for was, now in zip(old.cells, rows, strict=True):
            for words, after in zip(was, now, strict=True):
                if ("\n".join(texts_of(words)), after) == (change.old, change.new):
                    return self.words(words, tuple(after.split("\n")), record, change)
        return "elsewhere"

    def rows(self, old: ShapeRecord, pair: ShapePair, record: SlideRecord, change: Change) -> str:
        """Rows that came or went; another number of columns is not carried."""
        now = table_now(pair.shape) if pair.shape else []
        if not now or len(now[0]) != len(old.cells[0]):
            return "columns"
        why = ""
        was = row_texts([["\n".join(texts_of(words)) for words in row] for row in old.cells])
        lines = row_texts(now)
        behind = self.behind([joined(row) for row in old.cells], was, lines, record)
        for before, after in paired(was, lines):
            if before < 0:
                why = self.put_row(now[after], behind[after]) or why
            elif after < 0:
                why = self.empty(tuple(pieces for words in old.cells[before] for pieces in words), record, change) or why
            elif was[before] != "\t".join(now[after]):
                for words, text in zip(old.cells[before], now[after], strict=True):
                    if "\n".join(texts_of(words)) != text:
                        why = self.words(words, tuple(text.split("\n")), record, change) or why
        return why

    # ---- what is new, or in another order

    def reordered(self, entries: Sequence[tuple[Piece, ...]], was: Sequence[str], now: Sequence[str], record: SlideRecord) -> bool:
        """Whether nothing but the order is another; then the entries of the list are put in that order."""
        if list(was) == list(now) or sorted(was) != sorted(now) or len(set(was)) != len(was):
            return False
        places = [self.place_in(pieces, record) for pieces in entries]
        names = {place[0] for place in places if place}
        first = next((n for n, place in enumerate(places) if place), 0)
        if len(names) != 1 or any(place is None for place in places[first:]) or list(was[:first]) != list(now[:first]):
            return False
        name = names.pop()
        numbers = [place[1] for place in places if place]
        node = self.fields.at(name)
        if not isinstance(node, SequenceNode) or sorted(numbers) != list(range(len(node.value))):
            return False
        self.orders[name] = [numbers[was.index(text) - first] for text in now[first:]]
        return True

    def place_in(self, pieces: Sequence[Piece], record: SlideRecord) -> tuple[str, int] | None:
        """(list, place) of the entry that all these words are of."""
        found = {self.entry_in(field_of(piece.at, record)) for piece in pieces if is_own(piece.at, record) and piece.text.strip()}
        return found.pop() if len(found) == 1 else None

    def entry_in(self, name: str) -> tuple[str, int] | None:
        """The outermost list below its slide that a field is in, and the place there."""
        steps = name.split("/")
        for at, step in enumerate(steps):
            if step.isdecimal() and at and steps[at - 1] not in ("parts", "slides"):
                return "/".join(steps[:at]), int(step)
        return None

    def behind(
        self, pieces: Sequence[tuple[Piece, ...]], texts: Sequence[str], lines: Sequence[str], record: SlideRecord
    ) -> list[tuple[str, int] | None]:
        """For each of `lines`, and for one more, the place of the nearest entry of ours that stands before it."""
        places: dict[str, tuple[str, int]] = {}
        for text, own in zip(texts, pieces, strict=True):
            if text not in places and (place := self.place_in(own, record)):
                places[text] = place
        found: list[tuple[str, int] | None] = [None]
        for line in lines:
            found.append(places.get(line, found[-1]))
        return found

    def put_in(self, line: str, before: tuple[str, int] | None) -> str:
        """A new paragraph becomes an entry behind that of the paragraph before it."""
        if before is None:
            return "paragraph"
        node = self.fields.at(before[0])
        sibling = node.value[before[1]] if isinstance(node, SequenceNode) and before[1] < len(node.value) else None
        words = requoted(escaped(" ".join(line.split())))
        if isinstance(sibling, ScalarNode):
            entry = words
        elif isinstance(sibling, MappingNode) and any(key.value == "text" for key, _ in sibling.value):
            entry = f"{{text: {words}}}" if sibling.flow_style else f"text: {words}"
        else:
            return "paragraph"
        self.fresh.setdefault(before[0], []).append((before[1], entry))
        return ""

    def put_row(self, now: Sequence[str], before: tuple[str, int] | None) -> str:
        """A new row becomes an entry behind that of the row before it."""
        node = self.fields.at(before[0]) if before else None
        if before is None or not isinstance(node, SequenceNode) or not all(isinstance(row, SequenceNode) for row in node.value):
            return "row"
        words = ", ".join(requoted(escaped(" ".join(cell.split()))) for cell in now)
        self.fresh.setdefault(before[0], []).append((before[1], f"[{words}]"))
        return ""

    def lists_now(self) -> dict[str, list[Entry]]:
        """Every list that is another now: without what is gone, with what is new behind its neighbour, in the order of the deck."""
        found: dict[str, list[Entry]] = {}
        for name in dict.fromkeys([*self.entries, *self.fresh, *self.orders]):
            node = self.fields.at(name)
            count = len(node.value) if isinstance(node, SequenceNode) else 0
            fresh: dict[int, list[str]] = {}
            for after, entry in self.fresh.get(name, []):
                fresh.setdefault(after, []).append(entry)
            order: list[Entry] = []
            for number in self.orders.get(name, list(range(count))):
                if number not in self.entries.get(name, []):
                    order.append(number)
                order += fresh.get(number, [])
            found[name] = order
        return found

    # ---- what is gone

    def take_out(self) -> None:
        """Take out of the outline what lost all its words: an entry of a list, else the field itself."""
        for name in sorted(self.emptied):
            entry = self.entry_of(name)
            if entry is None:
                if self.can_go(name):
                    self.without.append(name)
                else:
                    self.refuse(self.emptied[name], "required")
            elif entry[1] not in self.entries.setdefault(entry[0], []):
                self.entries[entry[0]].append(entry[1])
        for name, gone in list(self.entries.items()):
            if not can_lose(self.fields, name, gone):
                del self.entries[name]
                for field, change in self.emptied.items():
                    if any(within(field, f"{name}/{place}") for place in gone):
                        self.refuse(change, "required")

    def entry_of(self, name: str) -> tuple[str, int] | None:
        """(list, place) of the outermost entry below its slide all of whose texts are gone."""
        steps = name.split("/")
        for at, step in enumerate(steps):
            if step.isdecimal() and at and steps[at - 1] not in ("parts", "slides"):
                entry = "/".join(steps[: at + 1])
                if all(field in self.emptied for field, _ in self.fields.texts(entry)):
                    return "/".join(steps[:at]), int(step)
        return None

    def can_go(self, name: str) -> bool:
        holder, _, key = name.rpartition("/")
        node = self.fields.at(holder)
        return key != "title" and isinstance(node, MappingNode) and without_pair(self.fields.document.text, node, key) is not None

    def refuse(self, change: Change, why: str) -> None:
        self.outcomes = [structs.replace(one, why=one.why or why) if one.change == change else one for one in self.outcomes]

    def settle_figures(self, doubts: list[Doubt]) -> None:
        """Say of every number why it stays; without --figures that of all of them."""
        by_reference = {doubt.reference: doubt for doubt in doubts}
        for reading, change in self.readings:
            doubt = by_reference.get(reading.reference)
            if doubt is not None:
                self.outcomes = [
                    Outcome(one.change, one.why or doubt.why, doubt.first, doubt.second) if one.change == change else one
                    for one in self.outcomes
                ]
            elif not self.options.figures:
                self.refuse(change, "figures")


def can_lose(fields: Fields, name: str, gone: list[int]) -> bool:
    """Whether these entries can be taken out of a list and some are left."""
    node = fields.at(name)
    if not isinstance(node, SequenceNode):
        return False
    return rearranged(fields.document.text, node, [n for n in range(len(node.value)) if n not in gone]) is not None


def paired(was: Sequence[str], now: Sequence[str]) -> list[tuple[int, int]]:
    """Which line is which, first of all those that are equal: one that is new in the middle is new there."""
    if len(was) == len(now):
        return aligned(was, now)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    for match in SequenceMatcher(None, list(was), list(now), autojunk=False).get_matching_blocks():
        both = min(match.a - i, match.b - j)
        pairs += [(i + k, j + k) for k in range(both)]
        pairs += [(k, -1) for k in range(i + both, match.a)] + [(-1, k) for k in range(j + both, match.b)]
        pairs += [(match.a + k, match.b + k) for k in range(match.size)]
        i, j = match.a + match.size, match.b + match.size
    return pairs


def row_texts(rows: Sequence[Sequence[str]]) -> list[str]:
    return ["\t".join(row) for row in rows]


def joined(row: Sequence[Words]) -> tuple[Piece, ...]:
    """The pieces of all cells of a row."""
    return tuple(piece for words in row for pieces in words for piece in pieces)


def field_of(at: str, record: SlideRecord) -> str:
    """The name of a field as the snapshot has it, from the root of the outline."""
    return at[1:] if at.startswith("/") else f"{record.at}/{at}"


def is_own(at: str, record: SlideRecord) -> bool:
    """Whether a field is of the slide that shows it, not the title of another, or a claim that several count."""
    return bool(at) and "!" not in at and (not at.startswith("/") or record.layout == "cover")


def within(name: str, holder: str) -> bool:
    return name == holder or name.startswith(f"{holder}/")


def plain_tree(node: Node | None) -> Any:
    """What the nodes say, without where and how it is written."""
    if isinstance(node, MappingNode):
        return {key.value: plain_tree(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [plain_tree(entry) for entry in node.value]
    return node.value if isinstance(node, ScalarNode) else None
