"""Two versions of a report held against one another, each an outline or a deck: what changed in words, slide by slide."""

from __future__ import annotations

from io import BytesIO

from msgspec import Struct

from deckgen.diagnostics import Findings, OutlineError
from deckgen.files import PACKAGES, read_bytes
from deckgen.inspect.values import Shape
from deckgen.pipeline import Request, compile_deck
from deckgen.pull.changes import Change, changes, table_now
from deckgen.pull.rebuilt import SAID, alike, snapshot_of
from deckgen.pull.theirs import TheirDeck, TheirSlide, lines_of, read_theirs
from deckgen.scene import Scene
from deckgen.snapshot import EMU_PER_HUNDREDTH, Look, Piece, ShapeRecord, SlideRecord, Snapshot, Words, words_print
from deckgen.write.pptx.presentation import write_pptx

MOST_BYTES = 1024 * 1024 * 1024
TOLD = (*(kind for kind in SAID if kind != "emphasis"), "picture", "chart", "remark")


class UnreadableDeckError(Exception):
    """A file that is no deck, or cannot be read as a whole."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class Version(Struct, frozen=True):
    """One side: the deck, and the scene where the outline was at hand."""

    path: str
    deck: TheirDeck
    scene: Scene | None = None


def version_of(request: Request) -> Version:
    """The deck, or the outline built in memory; raise `OutlineError` or `UnreadableDeckError`."""
    if not request.outline.lower().endswith(PACKAGES):
        scene = compile_deck(request).scene
        buffer = BytesIO()
        write_pptx(scene, buffer)
        return Version(request.outline, read_theirs(buffer.getvalue()), scene)
    findings = Findings()
    data = read_bytes(request.outline, request.files, MOST_BYTES, findings)
    if data is None:
        raise OutlineError(findings.all)
    deck = read_theirs(data)
    if not deck.readable:
        raise UnreadableDeckError(request.outline)
    return Version(request.outline, deck)


def compared(old: Version, new: Version) -> list[Change]:
    """What the new version says otherwise, in its order; how things look is not told."""
    snapshot = snapshot_of(old.scene) if old.scene else record_of(old.deck)
    ours = {(number, name) for number, slide in enumerate(snapshot.slides, 1) for name in furniture(slide)} if old.scene else set()
    return [change for change in changes(snapshot, new.deck) if is_told(change) and (change.was, change.shape) not in ours]


def is_told(change: Change) -> bool:
    """Whether a reader wants to know it: shapes without words come and go with the arrangement."""
    if change.kind in ("gone", "new") and not (change.old or change.new):
        return False
    return change.kind in TOLD and not alike(change)


def furniture(slide: SlideRecord) -> list[str]:
    """The shapes whose words are all ours: numerals, navigation, footers."""
    return [
        shape.name
        for shape in slide.shapes
        if shape.words and not any(piece.at or piece.figure for paragraph in shape.words for piece in paragraph)
    ]


def record_of(deck: TheirDeck) -> Snapshot:
    """A deck as if it had just been written: what another one is compared with."""
    slides = tuple(slide_record(slide) for slide in deck.slides)
    return Snapshot(theme="", palette={}, looks=(Look(0, ""),), slides=slides, members="")


def slide_record(slide: TheirSlide) -> SlideRecord:
    shapes = tuple(shape_record(shape, slide.data.get(index, "")) for index, shape in enumerate(slide.shapes))
    return SlideRecord(
        "",
        "",
        slide.title,
        shapes,
        tuple(words_print(line) for line in slide.notes),
        hidden=slide.hidden,
        ground=slide.ground,
        motion=slide.motion,
    )


def shape_record(shape: Shape, data: str) -> ShapeRecord:
    box = shape.box
    place = f"{shape.placeholder.type} {shape.placeholder.idx}" if shape.placeholder else ""
    cells = tuple(tuple(words_of(cell.split("\n")) for cell in row) for row in table_now(shape))
    return ShapeRecord(
        shape.name,
        (0, 0, 0, 0) if box is None else tuple(round(value / EMU_PER_HUNDREDTH) for value in (box.x, box.y, box.width, box.height)),  # type: ignore[arg-type]
        "" if shape.kind in ("shape", "connector", "media") else shape.kind,
        place=place,
        words=() if shape.table else words_of(lines_of(shape.text)),
        cells=cells,
        data=data,
    )


def words_of(lines: tuple[str, ...] | list[str]) -> Words:
    return tuple((Piece(line),) if line else () for line in lines)
