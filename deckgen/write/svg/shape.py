"""Shapes of a slide: text boxes, freeforms, groups, in the order they lie on one another."""

from __future__ import annotations

from typing import assert_never

from deckgen.geometry import Box
from deckgen.scene import ChartBox, Group, Item, Path, PictureBox, Preset, ShapeBox, TableBox, TableLook, TextBox
from deckgen.style import Fill, Stroke
from deckgen.write.pptx.xml import attribute, escape
from deckgen.write.svg.chart import chart_parts
from deckgen.write.svg.look import Gradients, SlideLook, px
from deckgen.write.svg.text import text_lines

ROUND = 0.16667  # of the shorter side: the corner that PowerPoint gives a roundRect without being told


class ShapeWriter:
    """Draws the items of one slide; gradients are noted in `gradients`."""

    __slots__ = ("gradients", "look", "table")

    def __init__(self, look: SlideLook, gradients: Gradients, table: TableLook) -> None:
        self.look = look
        self.gradients = gradients
        self.table = table

    def items(self, placed: tuple[Item, ...]) -> str:
        return "".join([self.item(item) for item in placed])

    def item(self, placed: Item) -> str:
        match placed:
            case TextBox():
                return self.text_box(placed)
            case ShapeBox():
                return self.shape_box(placed)
            case Group():
                return self.group(placed)
            case ChartBox():
                return self.chart_box(placed)
            case TableBox():
                return self.table_box(placed)
            case PictureBox():
                return picture(placed)
            case _:
                assert_never(placed)

    def text_box(self, box: TextBox) -> str:
        frame = ""
        if box.fill is not None or box.stroke is not None:
            frame = self.outline(box.box, box.shape, box.fill, box.stroke)
        content = f"{frame}{text_lines(box, self.look)}"
        if box.decorative:
            return f'<g aria-hidden="true">{content}</g>'
        return linked(box, content) if box.link else f"<g{line_of(box)}>{content}</g>"

    def shape_box(self, box: ShapeBox) -> str:
        if box.path is None:
            drawn = self.outline(box.box, box.shape, box.fill, box.stroke)
        else:
            drawn = f'<path d="{freeform(box.path, box.box)}"{self.surface(box.box, box.fill, box.stroke)}/>'
        if box.alt:
            return f'<g role="img" aria-label="{attribute(box.alt)}"{line_of(box)}>{drawn}</g>'
        return f'<g aria-hidden="true">{drawn}</g>'

    def group(self, group: Group) -> str:
        return f'<g role="group" aria-label="{attribute(group.alt)}"{line_of(group)}>{self.items(group.items)}</g>'

    def chart_box(self, chart: ChartBox) -> str:
        return f'<g role="img" aria-label="{attribute(chart.alt)}"{line_of(chart)}>{chart_parts(chart, self.look)}</g>'

    def table_box(self, table: TableBox) -> str:
        """The grounds of its rows, the rules under them, and every cell as a text box."""
        look, box, drawn, y = self.table, table.box, [], table.box.y
        for number, height in enumerate(table.rows):
            last = table.total and number == len(table.rows) - 1
            paint = look.row if last else look.head if not number else (look.band, look.row)[number % 2]
            line = look.total if table.total and number == len(table.rows) - 2 else look.rule
            drawn.append(self.outline(Box(box.x, y, box.width, height), "rect", paint, None))
            y += height
            drawn.append(self.outline(Box(box.x, y, box.width, 0), "line", None, line) if number else "")
        cells = "".join(self.text_box(cell) for cell in table.boxes)
        return f'<g role="img" aria-label="{attribute(table.alt)}"{line_of(table)}>{"".join(drawn)}{cells}</g>'

    def surface(self, box: Box, fill: Fill | None, stroke: Stroke | None) -> str:
        return f"{self.gradients.fill(fill, box)}{self.look.stroke(stroke)}"

    def outline(self, box: Box, shape: Preset, fill: Fill | None, stroke: Stroke | None) -> str:
        """A preset shape."""
        look = self.surface(box, fill, stroke)
        match shape:
            case "ellipse":
                rx, ry = box.width / 2, box.height / 2
                return f'<ellipse cx="{px(box.x + rx)}" cy="{px(box.y + ry)}" rx="{px(rx)}" ry="{px(ry)}"{look}/>'
            case "line":
                return f'<line x1="{px(box.x)}" y1="{px(box.y)}" x2="{px(box.right)}" y2="{px(box.bottom)}"{look}/>'
            case "rect" | "roundRect":
                corner = f' rx="{px(min(box.width, box.height) * ROUND)}"' if shape == "roundRect" else ""
                return f'<rect x="{px(box.x)}" y="{px(box.y)}" width="{px(box.width)}" height="{px(box.height)}"{corner}{look}/>'
            case _:
                assert_never(shape)


def picture(placed: PictureBox) -> str:
    """The picture within the drawing, so that a page needs no other file."""
    # binascii is built in; base64 would have to be loaded.
    from binascii import b2a_base64

    data = b2a_base64(placed.picture.data, newline=False).decode("ascii")
    box = placed.box
    place = f'x="{px(box.x)}" y="{px(box.y)}" width="{px(box.width)}" height="{px(box.height)}"'
    spoken = f'role="img" aria-label="{attribute(placed.alt)}"' if placed.alt else 'aria-hidden="true"'
    return f'<g {spoken}{line_of(placed)}><image {place} preserveAspectRatio="none" href="data:image/{placed.picture.format};base64,{data}"/></g>'


def freeform(path: Path, box: Box) -> str:
    """The path's grid scaled to the shape."""
    wide, high = box.width / path.width, box.height / path.height
    parts = []
    for command, values in path.commands:
        points = " ".join(f"{px(box.x + x * wide)} {px(box.y + y * high)}" for x, y in zip(values[::2], values[1::2], strict=True))
        parts.append(f"{command}{points}")
    return "".join(parts)


def linked(box: TextBox, content: str) -> str:
    """A link to a slide of the same page; the whole shape can be clicked, as in PowerPoint."""
    place = box.box
    area = f'<rect x="{px(place.x)}" y="{px(place.y)}" width="{px(place.width)}" height="{px(place.height)}" fill="none" pointer-events="all"/>'
    tip = f"<title>{escape(box.link_tip)}</title>" if box.link_tip else ""
    return f'<a href="#slide-{box.link}" data-slide="{box.link}"{line_of(box)}>{tip}{area}{content}</a>'


def line_of(item: Item) -> str:
    """The line of the source that the item came from."""
    return f' data-line="{item.source.line}"' if item.source.line else ""
