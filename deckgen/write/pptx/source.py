"""What the deck remembers of how it was built (`snapshot`), as a custom XML part: PowerPoint and LibreOffice keep it when they save."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import assert_never

import msgspec

from deckgen.diagnostics import Span
from deckgen.geometry import Box
from deckgen.scene import ChartBox, Group, Item, Paragraph, PictureBox, PlacedSlide, Scene, ShapeBox, StyledRun, TableBox, TextBox
from deckgen.snapshot import (
    EMU_PER_HUNDREDTH,
    MEMBER,
    NAMESPACE,
    Look,
    Origin,
    Piece,
    ShapeRecord,
    SlideRecord,
    Snapshot,
    Words,
    beginning,
    motion_name,
    words_print,
)  # fmt: skip
from deckgen.style import Color, Fill, Stroke, TextStyle
from deckgen.write.pptx.package import Package
from deckgen.write.pptx.xml import DECLARATION, relationships

PROPERTIES = "customXml/itemProps1.xml"
PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
RELATION = ("customXml", f"../{MEMBER}")
# The id that other programs may ask for the part by (ECMA-376 Part 1, 22.5.2.1); the same in every deck.
ITEM_ID = "{7C1D0A3E-5B62-4F0C-9D27-DECDE0000001}"


def add_source(package: Package, scene: Scene, origin: Origin) -> None:
    """The last members: what they say of the others is true then."""
    package.add_pieces(MEMBER, source_pieces(Recorder(origin), scene, package.members()))
    package.add("customXml/_rels/item1.xml.rels", relationships([("rId1", "customXmlProps", "itemProps1.xml")]))
    package.add(
        PROPERTIES,
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{ITEM_ID}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>',
    )


def source_pieces(recorder: Recorder, scene: Scene, members: str) -> Iterator[bytes]:
    """The part, slide by slide; as bytes, since text of hanzi takes twice the room: the records of a thousand slides are 5 MB."""
    yield DECLARATION.encode() + beginning(members)
    for piece in recorder.encoded(scene):
        yield piece.replace(b"&", b"&amp;").replace(b"<", b"&lt;").replace(b">", b"&gt;")
    yield b"</source>"


class Rest(msgspec.Struct, frozen=True):
    """What of a snapshot stands behind its slides, among it the looks that these use."""

    looks: tuple[Look, ...]
    theme: str
    palette: Mapping[str, str]
    sections: tuple[str, ...]


class Recorder:
    """Makes records of slides; the looks of all of them are counted up as they come."""

    def __init__(self, origin: Origin) -> None:
        self.origin = origin
        self.looks: dict[tuple[TextStyle, bool], int] = {}
        self.within = "/"

    def snapshot(self, scene: Scene, members: str) -> Snapshot:
        slides = tuple([self.slide(slide) for slide in scene.slides])
        return Snapshot(
            theme=self.origin.theme, palette=scene.design.palette, looks=self.used_looks(), slides=slides, sections=section_names(scene),
            members=members,
        )  # fmt: skip

    def encoded(self, scene: Scene) -> Iterator[bytes]:
        """The same as JSON behind its members, slide by slide."""
        yield b'"slides":['
        for number, slide in enumerate(scene.slides):
            record = msgspec.json.encode(self.slide(slide))
            yield b"," + record if number else record
        yield b"]," + msgspec.json.encode(Rest(self.used_looks(), self.origin.theme, scene.design.palette, section_names(scene)))[1:]

    def used_looks(self) -> tuple[Look, ...]:
        return tuple(Look(style.size, color_name(style.color), style.bold, style.face, strong) for style, strong in self.looks)

    def slide(self, slide: PlacedSlide) -> SlideRecord:
        at = self.origin.field_at(slide.source.line, slide.source.column)
        self.within = f"{at}/"
        shapes: list[ShapeRecord] = []
        for item in slide.items:
            self.add(item, slide.source, shapes)
        notes = tuple([words_print(line) for line in slide.notes.split("\n") if line.strip()])
        ground = slide.background.digest if slide.background else ""
        return SlideRecord(
            at, slide.layout, slide.title, tuple(shapes), notes, self.field(slide.notes_source), slide.hidden, ground, motion(slide)
        )

    def field(self, source: Span) -> str:
        """The field of the outline at a place, from its slide on, or with / before it from the root; the cell of a data file; or ""."""
        if source.path == self.origin.path:
            name = self.origin.field_at(source.line, source.column)
            if name.startswith(self.within):
                return name[len(self.within) :]
            return f"/{name}" if name and f"{name}/" != self.within else ""  # what stands for the slide as a whole are words of ours
        return f"{source.path}!{source.cell}" if source.cell else ""

    def add(self, item: Item, slide: Span, shapes: list[ShapeRecord]) -> None:
        box = hundredths(item.box)
        match item:
            case TextBox():
                place = f"{item.placeholder.type} {item.placeholder.idx}" if item.placeholder else ""
                words = self.words(item.paragraphs, item.source, slide)
                shapes.append(ShapeRecord(item.name, box, "", fill_name(item.fill), stroke_name(item.stroke), place, words))
            case ShapeBox():
                shapes.append(ShapeRecord(item.name, box, "", fill_name(item.fill), stroke_name(item.stroke)))
            case Group():
                shapes.append(ShapeRecord(item.name, box, "group"))
                for child in item.items:
                    self.add(child, slide, shapes)
            case TableBox():
                cells = tuple([tuple([self.words(cell.paragraphs, cell.source, slide) for cell in row]) for row in item.cells])
                shapes.append(ShapeRecord(item.name, box, "table", cells=cells))
            case ChartBox():
                shapes.append(ShapeRecord(item.name, box, "chart", data=chart_data(item)))
            case PictureBox():
                shapes.append(ShapeRecord(item.name, box, "picture", data=item.picture.digest))
            case _:
                assert_never(item)

    def words(self, paragraphs: tuple[Paragraph, ...], source: Span, slide: Span) -> Words:
        own = "" if source is slide else self.field(source)
        return tuple([self.pieces(paragraph, own) for paragraph in paragraphs])

    def pieces(self, paragraph: Paragraph, own: str) -> tuple[Piece, ...]:
        """The words of a paragraph, those of one place and one look together; what has no place of its own is of the shape's."""
        lines = paragraph.lines
        if len(lines) == 1 and len(lines[0]) == 1:  # most paragraphs are one run
            run = lines[0][0]
            return () if run.field or not run.text else (self.piece(run, run.text, own),)
        pieces: list[Piece] = []
        for number, line in enumerate(lines):
            broken = bool(number and paragraph.hard)
            for run in line:
                text = f"\n{run.text}" if broken else run.text
                broken = False
                if text and not run.field:
                    add_piece(pieces, self.piece(run, text, own))
        return tuple(pieces)

    def piece(self, run: StyledRun, text: str, own: str) -> Piece:
        look = self.looks.setdefault((run.style, run.strong), len(self.looks))
        return Piece(text, self.field(run.source) if run.source.path else own, run.figure, look)


def section_names(scene: Scene) -> tuple[str, ...]:
    return tuple([mark.title for mark in scene.sections])


def motion(slide: PlacedSlide) -> str:
    if not slide.clicks and not slide.transition:
        return ""
    return motion_name(slide.transition, ["entr1"] * sum(item.step > 0 for item in slide.items))


def add_piece(pieces: list[Piece], piece: Piece) -> None:
    last = pieces[-1] if pieces else None
    if last is not None and (last.at, last.figure, last.look) == (piece.at, piece.figure, piece.look):
        pieces[-1] = Piece(last.text + piece.text, last.at, last.figure, last.look)
    else:
        pieces.append(piece)


@lru_cache(maxsize=512)  # places recur from slide to slide
def hundredths(box: Box) -> tuple[int, int, int, int]:
    """Of a millimetre."""
    half = EMU_PER_HUNDREDTH // 2
    return (
        (box.x + half) // EMU_PER_HUNDREDTH, (box.y + half) // EMU_PER_HUNDREDTH,
        (box.width + half) // EMU_PER_HUNDREDTH, (box.height + half) // EMU_PER_HUNDREDTH,
    )  # fmt: skip


def chart_data(chart: ChartBox) -> str:
    """Names and numbers, as they stand in the part: category,category|name=number,number."""
    return "|".join([",".join(chart.categories), *(f"{series.name}={','.join(series.values)}" for series in chart.series)])


@cache
def fill_name(fill: Fill | None) -> str:
    return "" if fill is None else color_name(fill) if isinstance(fill, Color) else "gradient"


@cache
def stroke_name(stroke: Stroke | None) -> str:
    return color_name(stroke.color) if stroke else ""


def color_name(color: Color) -> str:
    """The slot, and by how many percent it is lighter or darker and how opaque: accent1, accent1+40, dk1-20/60."""
    shade = f"{color.shade:+d}" if color.shade else ""
    return f"{color.slot}{shade}/{color.alpha}" if color.alpha != 100 else f"{color.slot}{shade}"
