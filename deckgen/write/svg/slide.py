"""One slide as an SVG document of its own, or as part of a page that shows several."""

from __future__ import annotations

from deckgen.geometry import Box
from deckgen.scene import Design, Item, Layout, Picture, PictureBox, PlacedSlide
from deckgen.write.pptx.xml import attribute, escape
from deckgen.write.svg.look import Gradients, body_family, look_of, px
from deckgen.write.svg.shape import ShapeWriter


def slide_svg(slide: PlacedSlide, design: Design, tag: str = "zh-CN") -> str:
    """The slide with everything its layout and master draw behind it; 720 units high.

    `tag` is the language of the deck; ids start with the number of the slide, so that many slides can stand in one page.
    """
    prefix = f"s{slide.number}-"
    look = look_of(design)
    gradients = Gradients(look, prefix)
    writer = ShapeWriter(look, gradients, design.table)
    layout = layout_of(slide, design)
    items = writer.items(slide.items) if not slide.clicks else "".join(stepped(item, writer) for item in slide.items)
    drawn = f"{behind(layout, design, writer, slide.background, slide.bare)}{items}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {px(design.width)} {px(design.height)}" xml:lang="{tag}" xml:space="preserve" '
        f'role="group" aria-labelledby="{prefix}title" text-rendering="geometricPrecision" font-family="{attribute(body_family(look))}">'
        f'<title id="{prefix}title">{escape(slide.title)}</title>{gradients.definitions()}{drawn}</svg>'
    )


def stepped(item: Item, writer: ShapeWriter) -> str:
    """The item, marked with the click that brings it: who shows the slide leaves it out until then."""
    drawn = writer.item(item)
    return f'<g data-step="{item.step}">{drawn}</g>' if item.step else drawn


def layout_of(slide: PlacedSlide, design: Design) -> Layout:
    return next(layout for layout in design.layouts if layout.name == slide.layout)


def behind(layout: Layout, design: Design, writer: ShapeWriter, picture: Picture | None = None, bare: bool = False) -> str:
    """Background (that of the slide instead of the layout's) and ornaments; the master's are left out where the layout hides them, all on a
    `bare` slide."""
    ornaments = () if bare else layout.ornaments if layout.hides_master else design.master.ornaments + layout.ornaments
    page = Box(0, 0, design.width, design.height)
    ground = writer.outline(page, "rect", layout.background, None)
    if picture is not None:
        ground = writer.item(PictureBox(name="", box=page, picture=picture))
    return f'<g aria-hidden="true">{ground}{writer.items(ornaments)}</g>'
