"""What differs between a deck and the snapshot of what was written, slide by slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from typing import Literal, TypeVar

from msgspec import Struct

from deckgen.inspect.values import FinishedRun, FinishedText, Shape
from deckgen.pull.matching import ShapePair, SlidePair, matched_shapes, matched_slides, same_box, texts_of
from deckgen.pull.theirs import TheirDeck, TheirSlide, lines_of
from deckgen.snapshot import Look, Piece, ShapeRecord, SlideRecord, Snapshot, Words, words_print
from deckgen.style import shaded

Kind = Literal[
    "words", "breaks", "emphasis", "cell", "rows", "notes", "box", "look", "fill", "line", "picture", "chart", "gone", "new", "moving", "hidden",
    "shown", "slide-gone", "slide-new", "slide-moved", "remark", "section", "order", "ground",
]  # fmt: skip
S = TypeVar("S")
COLOR_STEPS = 4  # of 255 that a color may be rounded by
MANY = 20_000  # characters of two texts together that are compared one by one
SIZE_PERCENT = 3  # LibreOffice shrinks a text that it takes for too high by so little


class Change(Struct, frozen=True):
    """One thing that a person did. `slide` is its number in the deck as it is, `was` in the deck as it was written; 0 for none."""

    kind: Kind
    slide: int
    was: int
    title: str
    shape: str = ""
    old: str = ""
    new: str = ""


def changes(snapshot: Snapshot, deck: TheirDeck) -> list[Change]:
    """Everything that was changed since the deck was written, in the order of its slides; what a program does when it saves is nothing."""
    pairs = matched_slides(snapshot, deck)
    moved = moved_slides(pairs)
    found: list[Change] = []
    for pair in pairs:
        found += slide_changes(pair, snapshot, moved)
    return [*found, *section_changes(snapshot, deck)]


def section_changes(snapshot: Snapshot, deck: TheirDeck) -> Iterator[Change]:
    """Sections that have another name; of those that came or went their slides tell."""
    if len(snapshot.sections) == len(deck.sections):
        for was, now in zip(snapshot.sections, deck.sections, strict=True):
            if was != now and now not in snapshot.sections:
                yield Change("section", 0, 0, was, old=was, new=now)


def slide_changes(pair: SlidePair, snapshot: Snapshot, moved: set[int], with_shapes: bool = True) -> Iterator[Change]:
    """What was done to a slide, and to its shapes and notes unless those are asked for elsewhere."""
    record, slide = pair.record, pair.slide
    if slide is None:
        yield Change("slide-gone", 0, pair.was, record.title if record else "")
        return
    if record is None:
        yield Change("slide-new", slide.number, 0, slide.title)
        return
    about = Teller(slide.number, pair.was, slide.title or record.title)
    if pair.was in moved:
        yield about.change("slide-moved", old=str(pair.was), new=str(slide.number))
    yield from setting_changes(record, slide, about)
    matched = [pair for pair in matched_shapes(record, slide) if not is_number(pair)]
    for shapes in matched if with_shapes else ():
        yield from shape_changes(shapes, slide, snapshot, about)
    if reordered(matched):
        yield about.change("order")
    if with_shapes:
        yield from note_changes(record, slide, about)
    for remark in slide.remarks:
        yield about.change("remark", old=remark.author, new=remark.text)


def setting_changes(record: SlideRecord, slide: TheirSlide, about: Teller) -> Iterator[Change]:
    """Of the slide as a whole: whether it is shown, what is behind it, what moves."""
    if slide.hidden != record.hidden:
        yield about.change("hidden" if slide.hidden else "shown")
    if slide.ground != record.ground:
        yield about.change("ground")
    if slide.motion != record.motion:
        yield about.change("moving")


def reordered(matched: Sequence[ShapePair]) -> bool:
    """Whether shapes that stood behind others stand before them now."""
    places = [pair.index for pair in matched if pair.record is not None and pair.shape is not None]
    return places != sorted(places)


class Teller(Struct, frozen=True):
    """Makes the changes of one slide."""

    slide: int
    was: int
    title: str

    def change(self, kind: Kind, shape: str = "", old: str = "", new: str = "") -> Change:
        return Change(kind, self.slide, self.was, self.title, shape, old, new)


def moved_slides(pairs: list[SlidePair]) -> set[int]:
    """The fewest slides that must have been moved, by their number in the snapshot."""
    order = [pair.was for pair in pairs if pair.record and pair.slide]
    kept: list[list[int]] = []  # the longest run of growing numbers that ends at each
    for at, number in enumerate(order):
        runs = [kept[before] for before in range(at) if order[before] < number]
        kept.append([*longest(runs), number])
    return set(order) - set(longest(kept))


def longest(runs: list[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run), default=[])


def shape_changes(pair: ShapePair, slide: TheirSlide, snapshot: Snapshot, about: Teller) -> Iterator[Change]:
    record, shape = pair.record, pair.shape
    if shape is None:
        if record is not None and record.kind != "group":  # what stood in it is told
            yield about.change("gone", record.name, " ".join(texts_of(record.words)))
        return
    if record is None:
        if shape.kind != "group":
            yield about.change("new", shape.name, new=" ".join(lines_of(shape.text)))
        return
    name = record.name
    yield from word_changes(record, shape, about)
    if record.cells or shape.table:
        yield from cell_changes(record, shape, about)
    yield from data_changes(record, slide.data.get(pair.index, ""), about)
    if not same_box(record, shape, record.kind == "table"):
        yield about.change("box", name)
    if not same_fill(record, shape, snapshot):
        yield about.change("fill", name)
    if not same_line(record, shape, snapshot):
        yield about.change("line", name)
    if shape.is_footer:  # LibreOffice takes the look of footers and dates from elsewhere
        return
    yield from look_changes(record.words, shape.text, snapshot, name, about)


def data_changes(record: ShapeRecord, now: str, about: Teller) -> Iterator[Change]:
    """Of a chart its numbers, of a picture that it is another."""
    if record.kind == "chart" and now and not same_chart(record.data, now):
        yield about.change("chart", record.name, record.data, now)
    if record.kind == "picture" and now and now != record.data:
        yield about.change("picture", record.name)


def word_changes(record: ShapeRecord, shape: Shape, about: Teller) -> Iterator[Change]:
    was, now = texts_of(record.words), lines_of(shape.text)
    if [one_line(line) for line in was] != [one_line(line) for line in now]:
        yield about.change("words", record.name, "\n".join(was), "\n".join(now))
    elif was != now:
        yield about.change("breaks", record.name, "\n".join(was), "\n".join(now))


def one_line(text: str) -> str:
    """The words without breaks; a space beside one is as good as none."""
    lines = [line.strip(" ") for line in text.split("\n")]
    whole = lines[0]
    for line in lines[1:]:
        both = whole[-1:].isascii() and line[:1].isascii() and whole and line
        whole += (" " if both else "") + line
    return whole.strip()


def is_number(pair: ShapePair) -> bool:
    """Whether it is the number of the slide, which every program counts by itself."""
    place = pair.shape.placeholder if pair.shape else None
    return (pair.record is not None and pair.record.place.startswith("sldNum")) or (place is not None and place.type == "sldNum")


def cell_changes(record: ShapeRecord, shape: Shape, about: Teller) -> Iterator[Change]:
    """Of a table: rows or columns that came or went, or the words of single cells."""
    was, now = table_was(record), table_now(shape)
    if [len(row) for row in was] != [len(row) for row in now]:
        yield about.change("rows", record.name, str(len(was)), str(len(now)))
        return
    for number, (old, new) in enumerate(zip(was, now, strict=True), 1):
        for letter, (before, after) in enumerate(zip(old, new, strict=True)):
            if one_line(before) != one_line(after):
                yield about.change("cell", f"{record.name} {chr(65 + letter % 26)}{number}", before, after)


def table_was(record: ShapeRecord) -> list[list[str]]:
    return [["\n".join(texts_of(words)) for words in row] for row in record.cells]


def table_now(shape: Shape) -> list[list[str]]:
    """Row by row; the names of cells count columns with letters."""
    rows: dict[int, list[str]] = {}
    for cell in shape.table.cells if shape.table else ():
        number = int("".join(char for char in cell.name if char.isdigit()) or 0)
        rows.setdefault(number, []).append("\n".join(lines_of(cell.text)))
    return [rows[number] for number in sorted(rows)]


def same_chart(was: str, now: str) -> bool:
    """Whether names and numbers are the same, however a program writes the numbers."""

    def parts(text: str) -> list[object]:
        return [number_of(word) for line in text.split("|") for half in line.split("=") for word in half.split(",")]

    return parts(was) == parts(now)


def number_of(word: str) -> object:
    try:
        return Decimal(word).normalize()
    except InvalidOperation:
        return word.strip()


def same_fill(record: ShapeRecord, shape: Shape, snapshot: Snapshot) -> bool:
    """Whether a shape of one colour still has it; of gradients and of what cannot be told nothing is said."""
    stops = shape.fill.stops
    if shape.fill.unknown or record.kind or record.place or record.fill == "gradient":
        return True
    if not record.fill:
        return not stops
    return len(stops) == 1 and near(rgb_of(record.fill, snapshot), stops[0].rgb)


def same_line(record: ShapeRecord, shape: Shape, snapshot: Snapshot) -> bool:
    """The same of the line around it."""
    stops = shape.line.stops
    if shape.line.unknown or record.kind or record.place:
        return True
    if not record.stroke:
        return not stops
    return len(stops) == 1 and near(rgb_of(record.stroke, snapshot), stops[0].rgb)


def rgb_of(color: str, snapshot: Snapshot) -> str:
    """RRGGBB of a colour as the snapshot names it."""
    slot, _, _ = color.partition("/")
    at = max(slot.find("+"), slot.find("-"))
    name, shade = (slot[:at], int(slot[at:])) if at > 0 else (slot, 0)
    rgb = snapshot.palette.get(name, "")
    return shaded(rgb, shade) if rgb and shade else rgb


def near(one: str, other: str) -> bool:
    if len(one) != 6 or len(other) != 6:
        return one == other
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) <= COLOR_STEPS for at in (0, 2, 4))


def look_changes(words: Words, text: FinishedText | None, snapshot: Snapshot, name: str, about: Teller) -> Iterator[Change]:
    """Of words that stayed: those that became strong or plain, and whether size or colour were changed."""
    was = styled_chars(
        [(piece.text, own) for paragraph in words for piece, own in zip(paragraph, settings(paragraph, snapshot), strict=True)]
    )
    now = styled_chars([(run.text, run_look(run)) for paragraph in (text.paragraphs if text else ()) for run in paragraph])
    pairs = stayed(was, now)
    weights = [(char, weight_of(old, new)) for char, old, new in pairs]
    bolder = "".join(char for char, weight in weights if weight)
    plainer = "".join(char for char, weight in weights if weight is False)
    if bolder or plainer:
        yield about.change("emphasis", name, plainer, bolder)
    elif any(
        abs(old.look.size - new.size) * 100 > SIZE_PERCENT * old.look.size
        or (new.color and not near(old.rgb, new.color) and "/" not in old.look.color)
        for _, old, new in pairs
    ):
        yield about.change("look", name)


class Setting(Struct, frozen=True):
    """How words were set."""

    look: Look
    rgb: str  # RRGGBB
    plain: str  # RRGGBB of the words beside them that are not strong; "" where all are


def settings(pieces: Sequence[Piece], snapshot: Snapshot) -> list[Setting]:
    """Of each piece of a paragraph."""
    looks = [look_of(piece, snapshot) for piece in pieces]
    plain = next((rgb_of(look.color, snapshot) for look in looks if not look.strong), "")
    return [Setting(look, rgb_of(look.color, snapshot), plain) for look in looks]


def run_look(run: FinishedRun) -> Look:
    """As it is now; its colour as RRGGBB, "" for what cannot be told."""
    return Look(run.size, run.fill.stops[0].rgb if run.fill.stops and not run.fill.unknown else "", run.bold)


def weight_of(old: Setting, new: Look) -> bool | None:
    """Whether words were made strong (True) or plain (False); None for neither."""
    if not old.look.strong:
        return True if new.bold and not old.look.bold else False if old.look.bold and not new.bold else None
    if new.bold or not new.color:
        return None
    return False if (near(new.color, old.plain) if old.plain else not near(new.color, old.rgb)) else None


def stayed(was: list[tuple[str, Setting]], now: list[tuple[str, Look]]) -> list[tuple[str, Setting, Look]]:
    """The characters that are there still, as they were set and as they are."""
    first, second = "".join(char for char, _ in was), "".join(char for char, _ in now)
    if first == second:
        return [(char, old, new) for (char, old), (_, new) in zip(was, now, strict=True)]
    if len(first) + len(second) > MANY:
        return []
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return [(first[i + k], was[i + k][1], now[j + k][1]) for i, j, size in blocks for k in range(size)]


def look_of(piece: Piece, snapshot: Snapshot) -> Look:
    return snapshot.looks[piece.look] if 0 <= piece.look < len(snapshot.looks) else Look(0, "")


def styled_chars(runs: list[tuple[str, S]]) -> list[tuple[str, S]]:
    return [(char, look) for text, look in runs for char in text if not char.isspace()]


def note_changes(record: SlideRecord, slide: TheirSlide, about: Teller) -> Iterator[Change]:
    """Paragraph by paragraph; of one that is gone only its print is left."""
    now = [words_print(line) for line in slide.notes]
    if list(record.notes) != now:
        fresh = [line for line, mark in zip(slide.notes, now, strict=True) if mark not in record.notes]
        gone = len([mark for mark in record.notes if mark not in now])
        yield about.change("notes", old=str(gone), new="\n".join(fresh))
