"""Which slide of a deck is which of the snapshot, and which shape which: by what survives the program that saved it.

PowerPoint keeps ids and names; LibreOffice counts slide ids anew and renames placeholders, but keeps order, texts and places.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from deckgen.inspect.values import FOOTERS, TITLES, PlaceholderKey, Shape
from deckgen.pull.theirs import TheirDeck, TheirSlide, lines_of
from deckgen.snapshot import EMU_PER_HUNDREDTH, ShapeRecord, SlideRecord, Snapshot, Words

FIRST_ID = 257  # of the first slide as we count them
TITLE, TEXT, ID, NAMES = 80, 100, 60, 40  # what each kind of likeness is worth
ENOUGH, IN_PLACE = 100, 60  # for two slides anywhere; for two that stand between the same neighbours
SHAPE_TEXT, SHAPE_BOX, SHAPE_NAME, SHAPE_ENOUGH = 100, 70, 90, 60
TOLERANCE = 4  # hundredths of a millimetre that a program may round by, twice


class SlidePair(Struct, frozen=True):
    """A slide as it was written and as it is; None where it is gone, or new. `was` is its number in the snapshot."""

    was: int
    record: SlideRecord | None
    slide: TheirSlide | None


def matched_slides(snapshot: Snapshot, deck: TheirDeck) -> list[SlidePair]:
    """Pairs in the order of the deck, then what is gone in the order of the snapshot."""
    records, slides = snapshot.slides, deck.slides
    texts = [Counter(bigrams(" ".join(own_words(record)))) for record in records]
    theirs = [Counter(bigrams(" ".join(" ".join(shape_words(shape)) for shape in slide.shapes))) for slide in slides]
    scores = [[likeness(n, record, texts[n], slide, theirs[m]) for m, slide in enumerate(slides)] for n, record in enumerate(records)]
    found = assigned(scores, ENOUGH)
    found |= in_place(found, scores, len(slides))
    which = {m: n for n, m in found.items()}
    pairs = [
        SlidePair(which[m] + 1, records[which[m]], slide) if m in which else SlidePair(0, None, slide) for m, slide in enumerate(slides)
    ]
    return pairs + [SlidePair(n + 1, record, None) for n, record in enumerate(records) if n not in found]


def likeness(n: int, record: SlideRecord, words: Counter[str], slide: TheirSlide, theirs: Counter[str]) -> float:
    names = {shape.name for shape in record.shapes}
    same = sum(shape.name in names for shape in slide.shapes)
    score = NAMES * same / max(len(names), len(slide.shapes), 1) + ID * (slide.id == str(FIRST_ID + n))
    if squeezed(record.title) == squeezed(slide.title):
        score += TITLE
    total = words.total()
    if total:
        score += TEXT * (words & theirs).total() / total
    return score - abs(n + 1 - slide.number) / 1000  # of equals the nearer


def assigned(scores: Sequence[Sequence[float]], enough: float) -> dict[int, int]:
    """Rows to columns, the best pairs first."""
    ranked = sorted(
        ((score, n, m) for n, row in enumerate(scores) for m, score in enumerate(row) if score >= enough - 1),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for score, n, m in ranked:
        if n not in found and m not in taken and score >= enough - 0.5:
            found[n] = m
            taken.add(m)
    return found


def in_place(found: dict[int, int], scores: Sequence[Sequence[float]], count: int) -> dict[int, int]:
    """Slides that were written anew where they stood: as many left over between the same neighbours."""
    more: dict[int, int] = {}
    taken = set(found.values())
    for n in range(len(scores)):
        before = found.get(n - 1, more.get(n - 1, -1 if n == 0 else None))
        if n in found or before is None:
            continue
        m = before + 1
        after = found.get(n + 1, count if n + 1 == len(scores) else None)
        if m < count and m not in taken and after == m + 1 and scores[n][m] >= IN_PLACE:
            more[n] = m
            taken.add(m)
    return more


class ShapePair(Struct, frozen=True):
    """The same of shapes, with their places in the record and on the slide (-1 for none)."""

    was: int
    record: ShapeRecord | None
    index: int
    shape: Shape | None


def matched_shapes(record: SlideRecord, slide: TheirSlide) -> list[ShapePair]:
    """Pairs in the order of the snapshot, then what is new in the order of the slide."""
    now = [squeezed("".join(shape_words(new))) for new in slide.shapes]
    was = [squeezed("".join(texts_of(old.words))) for old in record.shapes]
    scores = [[shape_likeness(n, old, was[n], m, new, now[m]) for m, new in enumerate(slide.shapes)] for n, old in enumerate(record.shapes)]
    found = assigned(scores, SHAPE_ENOUGH)
    pairs = [
        ShapePair(n, old, found[n], slide.shapes[found[n]]) if n in found else ShapePair(n, old, -1, None)
        for n, old in enumerate(record.shapes)
    ]
    taken = set(found.values())
    return pairs + [ShapePair(-1, None, m, new) for m, new in enumerate(slide.shapes) if m not in taken]


def shape_likeness(n: int, old: ShapeRecord, was: str, m: int, new: Shape, now: str) -> float:
    """How sure it is that two shapes are one; `was` and `now` are their words without spaces."""
    if (old.kind or "shape") != (new.kind if new.kind not in ("connector", "media") else "shape"):
        return -1
    score: float = SHAPE_NAME * (old.name == new.name) + SHAPE_BOX * same_box(old, new)
    if old.place and new.placeholder and same_place(old.place, new.placeholder):
        score += SHAPE_NAME
    if was or now:
        score += SHAPE_TEXT * (2 * similarity(was, now) - 1) if was and now else -SHAPE_TEXT / 4
    return score - abs(n - m) / 1000


def same_place(old: str, new: PlaceholderKey) -> bool:
    """Whether both fill one placeholder; of titles, footers, dates and numbers a slide has one, whatever a program counts it as."""
    kind = old.partition(" ")[0]
    if kind in (*TITLES, *FOOTERS):
        return new.type == kind or (kind in TITLES and new.type in TITLES)
    return old == f"{new.type} {new.idx}"


def same_box(old: ShapeRecord, new: Shape, table: bool = False) -> bool:
    """Whether it stands where it stood; a table is as high as the program makes its rows."""
    if new.box is None:
        return True
    now = (new.box.x, new.box.y, new.box.width, new.box.height)[: 3 if table else 4]
    return all(abs(was - value / EMU_PER_HUNDREDTH) <= TOLERANCE for was, value in zip(old.box, now, strict=False))


def similarity(one: str, other: str) -> float:
    """Of two texts, 0 to 1, by their pairs of neighbours."""
    if one == other:
        return 1.0
    first, second = Counter(bigrams(one)), Counter(bigrams(other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def bigrams(text: str) -> list[str]:
    words = squeezed(text)
    return [words[at : at + 2] for at in range(len(words) - 1)] or [words]


def squeezed(text: str) -> str:
    """The text without anything that only parts it."""
    return "".join(text.split())


def texts_of(words: Words) -> tuple[str, ...]:
    """The paragraphs as they were written, breaks as \\n."""
    lines = ["".join(piece.text for piece in paragraph) for paragraph in words]
    while lines and not lines[-1].strip():
        lines.pop()
    return tuple(lines)


def own_words(record: SlideRecord) -> list[str]:
    """What an outline or a ledger says on the slide, without our furniture; all of it where nobody noted which is which."""
    pieces = [
        piece
        for shape in record.shapes
        for words in (shape.words, *(cell for row in shape.cells for cell in row))
        for paragraph in words
        for piece in paragraph
    ]
    named = [piece.text for piece in pieces if piece.at or piece.figure]
    return named if any(piece.at for piece in pieces) else [piece.text for piece in pieces]


def shape_words(shape: Shape) -> tuple[str, ...]:
    """All words of a shape, those of its cells too."""
    if shape.table is None:
        return lines_of(shape.text)
    return tuple(line for cell in shape.table.cells for line in lines_of(cell.text))
