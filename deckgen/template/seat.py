"""A finished scene on an organisation's template: texts take the places of its layouts, colours its slots, lengths its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from msgspec import Struct, structs

from deckgen.geometry import Box, Emu
from deckgen.scene import (
    ChartBox,
    Design,
    Foundation,
    Group,
    Item,
    Layout,
    Paragraph,
    PictureBox,
    PlacedSlide,
    Placeholder,
    Scene,
    Series,
    ShapeBox,
    StyledRun,
    TableBox,
    TableCell,
    TextBox,
)  # fmt: skip
from deckgen.style import Color, Fill, Gradient, Stroke, TextStyle
from deckgen.template.colors import Coloring
from deckgen.template.facts import Facts
from deckgen.template.places import PlaceStyle
from deckgen.template.shown import shown_layouts

SURROUNDED = Color("")  # the style of the table says the colour of its text


class Seats(Struct, frozen=True):
    """What a template does to a scene. `places` by layout of ours and name of the place; `scale` takes our page to its own."""

    foundation: Foundation
    coloring: Coloring
    places: Mapping[str, Mapping[str, PlaceStyle]]
    ornaments: Mapping[str, tuple[Item, ...]]  # what a kind draws under its content, which no layout of the template has
    width: Emu
    height: Emu
    scale: float
    facts: Facts


def seated(scene: Scene, seats: Seats) -> Scene:
    """The scene as it is written into the template."""
    usher = Usher(seats)
    return structs.replace(
        scene,
        design=usher.design(scene.design),
        slides=tuple(usher.slide(slide) for slide in scene.slides),
    )


class Usher:
    """Walks over a scene once; equal styles stay one object, by which writers put runs together again."""

    def __init__(self, seats: Seats) -> None:
        self.seats = seats
        self.style = cache(self.styled)
        self.same_size = seats.scale == 1

    def design(self, design: Design) -> Design:
        seats = self.seats
        look = design.table
        table = structs.replace(
            look, head=self.painted(look.head), head_text=seats.coloring.written(look.head_text), row=self.painted(look.row),
            band=self.painted(look.band), text=seats.coloring.written(look.text), rule=self.line(look.rule), total=self.line(look.total),
        )  # fmt: skip
        layouts = shown_layouts(seats.facts, seats.foundation, design.layouts)
        return structs.replace(
            design,
            width=seats.width,
            height=seats.height,
            palette=self.palette(layouts),
            table=table,
            layouts=layouts,
            foundation=seats.foundation,
        )

    def palette(self, layouts: tuple[Layout, ...]) -> dict[str, str]:
        """Slot → RRGGBB, and every colour that no slot has, for writers that look colours up."""
        used = {
            item.fill.slot for layout in layouts for item in layout.ornaments if isinstance(item, ShapeBox) and isinstance(item.fill, Color)
        }
        used |= {layout.background.slot for layout in layouts if isinstance(layout.background, Color)}
        return {**self.seats.coloring.scheme, **literal(self.seats), **{slot: slot[1:] for slot in sorted(used) if slot[:1] == "#"}}

    def painted(self, paint: Fill) -> Fill:
        return self.fill(paint) or paint

    def line(self, stroke: Stroke) -> Stroke:
        return self.stroke(stroke) or stroke

    def slide(self, slide: PlacedSlide) -> PlacedSlide:
        places = self.seats.places.get(slide.layout, {})
        ornaments = self.seats.ornaments.get(slide.layout, ())
        return structs.replace(slide, items=tuple(self.item(item, places) for item in (*ornaments, *slide.items)))

    def item(self, item: Item, places: Mapping[str, PlaceStyle]) -> Item:
        match item:
            case TextBox():
                return self.text_box(item, places)
            case ShapeBox():
                return structs.replace(item, box=self.box(item.box), fill=self.fill(item.fill), stroke=self.stroke(item.stroke))
            case Group():
                return structs.replace(item, box=self.box(item.box), items=tuple(self.item(each, places) for each in item.items))
            case PictureBox():
                return structs.replace(item, box=self.box(item.box))
            case TableBox():
                return self.table(item)
            case ChartBox():
                return self.chart(item)

    def text_box(self, box: TextBox, places: Mapping[str, PlaceStyle]) -> TextBox:
        """In its place of the layout where there is one, else a text box of its own."""
        own = places.get(box.placeholder.role) if box.placeholder else None
        placed = box.box
        placeholder = None
        if own and box.placeholder:
            left, top, right, bottom = own.insets
            placed = Box(placed.x - left, placed.y - top, placed.width + left + right, placed.height + top + bottom)
            placeholder = self.placeholder(box.placeholder, own)
        return structs.replace(
            box,
            box=self.box(placed),
            paragraphs=tuple(map(self.paragraph, box.paragraphs)),
            margins=self.margins(box.margins),
            fill=self.fill(box.fill),
            stroke=self.stroke(box.stroke),
            placeholder=placeholder,
        )

    def placeholder(self, ours: Placeholder, own: PlaceStyle) -> Placeholder:
        """The place of the template. Our lines keep their distance; what else the layout says of its text is not said again."""
        style = self.style(TextStyle(own.size, Color(f"#{own.rgb}" if own.rgb else ""), own.face, own.bold, own.tracking))
        return structs.replace(
            ours, type=own.place.type, idx=int(own.place.idx) if own.place.idx.isdigit() else 0, box=self.box(own.box), styles=(style,),
            leadings=(0,), align=own.align, anchor=own.anchor, indented=own.indented, inherits=True,
        )  # fmt: skip

    def table(self, box: TableBox) -> TableBox:
        cells = tuple(
            tuple(
                TableCell(
                    paragraphs=tuple(map(self.surrounded, cell.paragraphs)), margins=self.margins(cell.margins),
                    stroke=self.stroke(cell.stroke), source=cell.source,
                )
                for cell in row
            )
            for row in box.cells
        )  # fmt: skip
        columns, rows = self.lengths(box.columns, box.box.x), self.lengths(box.rows, box.box.y)
        return structs.replace(box, box=self.box(box.box), columns=columns, rows=rows, cells=cells)

    def chart(self, box: ChartBox) -> ChartBox:
        return structs.replace(
            box, box=self.box(box.box), plot=self.box(box.plot), axis_style=self.style(box.axis_style), axis=self.stroke(box.axis),
            series=tuple(map(self.series, box.series)),
        )  # fmt: skip

    def series(self, series: Series) -> Series:
        fills = tuple(map(self.seats.coloring.written, series.fills))
        return structs.replace(series, fills=fills, styles=tuple(map(self.style, series.styles)))

    # ---- text

    def surrounded(self, paragraph: Paragraph) -> Paragraph:
        """Text of a cell: in the colour that the style of the table gives it."""
        plain = self.paragraph(paragraph)
        return structs.replace(plain, lines=tuple(tuple(run_in(run, SURROUNDED) for run in line) for line in plain.lines))

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        lines = tuple(tuple(structs.replace(run, style=self.style(run.style)) for run in line) for line in paragraph.lines)
        return structs.replace(
            paragraph, lines=lines, leading=self.points(paragraph.leading), space_before=self.points(paragraph.space_before)
        )

    def styled(self, style: TextStyle) -> TextStyle:
        color = self.seats.coloring.written(style.color) if style.color.slot else style.color
        return structs.replace(style, color=color, size=self.points(style.size), spacing=self.points(style.spacing))

    # ---- colours and lengths

    def fill(self, paint: Fill | None) -> Fill | None:
        written = self.seats.coloring.written
        if isinstance(paint, Gradient):
            return Gradient(tuple((at, written(color)) for at, color in paint.stops), paint.angle)
        return None if paint is None else written(paint)

    def stroke(self, line: Stroke | None) -> Stroke | None:
        return None if line is None else Stroke(self.seats.coloring.written(line.color), self.length(line.width), line.dash)

    def length(self, emu: Emu) -> Emu:
        return emu if self.same_size else round(emu / self.seats.scale)

    def points(self, hundredths: int) -> int:
        """Sizes and distances of type in whole tenths of a point, which every client shows as they are."""
        return hundredths if self.same_size else round(hundredths / self.seats.scale / 10) * 10

    def margins(self, margins: tuple[Emu, Emu, Emu, Emu]) -> tuple[Emu, Emu, Emu, Emu]:
        left, top, right, bottom = map(self.length, margins)
        return left, top, right, bottom

    def box(self, box: Box) -> Box:
        if self.same_size:
            return box
        x, y = self.length(box.x), self.length(box.y)
        return Box(x, y, self.length(box.right) - x, self.length(box.bottom) - y)

    def lengths(self, sizes: tuple[Emu, ...], start: Emu) -> tuple[Emu, ...]:
        """Sizes side by side, which fill the same stretch together."""
        if self.same_size:
            return sizes
        found = []
        for size in sizes:
            found.append(self.length(start + size) - self.length(start))
            start += size
        return tuple(found)


@cache
def plain_style(style: TextStyle, color: Color) -> TextStyle:
    return style.with_color(color)


def run_in(run: StyledRun, color: Color) -> StyledRun:
    return structs.replace(run, style=plain_style(run.style, color))


def literal(seats: Seats) -> dict[str, str]:
    """Colours that no slot has, for writers that look every colour up."""
    rgbs = {style.rgb for places in seats.places.values() for style in places.values() if style.rgb}
    rgbs |= {color.slot[1:] for color in seats.coloring.slots.values() if color.slot[0] == "#"}
    return {f"#{rgb}": rgb for rgb in sorted(rgbs)} | {"": seats.coloring.palette["dk1"]}


Finish = Callable[[Scene], Scene]
