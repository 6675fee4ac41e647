"""Pictures on their slides: the picture, or the frame of one that is still to come, its caption, and what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.blocks.page import SLACK, Page
from deckgen.blocks.passage import Passage, one_line
from deckgen.blocks.stack import stacked
from deckgen.figures import Figure
from deckgen.geometry import Box, Emu, px
from deckgen.kinds.facts import place_facts
from deckgen.kinds.picture_sides import band_height
from deckgen.names import Name
from deckgen.outline import Image, Run, Text
from deckgen.pictures import fitted, whole_box
from deckgen.scene import Group, Path, PictureBox, ShapeBox

if TYPE_CHECKING:
    from deckgen.kinds.picture import PictureSlide
    from deckgen.kinds.pictures import Pictures

PICTURE, SET, FRAME, CAPTION, LABEL, COMING, HATCH, GROUND, TEXT = (
    Name("图片", "Picture"), Name("图片组", "Picture with words"), Name("图片框", "Picture frame"), Name("图片说明", "Caption"), Name("图上文字", "Words on picture"),
    Name("待配图", "Picture to come"), Name("斜线", "Hatching"), Name("图片底", "Ground of picture"), Name("说明", "Text"),
)  # fmt: skip
LEAST_SHARE = 5  # of the page: a title nearer to its edge leaves no room beside it
GAP = px(56)  # between picture and title
CENTER = (0.5, 0.5)
HATCH_PITCH = 28  # design pixels
CAPTION_PADDING = px(24)
FACT_MOST = px(150)


def place_picture(page: Page, slide: PictureSlide) -> str:
    """The picture over half the slide or as a band at its top; facts, points or the caption beside it or below."""
    box = picture_box(page) if page.spec.hides_master else picture_in_content(page)
    place_image(page, slide.as_image, box, 1)
    facts = [fact_of(page.figure(use)) for use in slide.figures] + list(slide.points)
    beside = bool(facts)
    caption = slide.caption.plain if beside else ""
    words = "　".join(part for part in (caption, slide.credit.plain) if part)
    if words:
        place_caption(page, words, box, slide)
    if beside:
        band = page.layout == "top"
        content = page.content if band else page.content.at_most(FACT_MOST * len(facts))
        place_facts(page, facts, content, [not page.figure(use).known for use in slide.figures], across=band)
        return "facts"
    if slide.caption:
        passage = stacked(Passage(text=slide.caption, role="picture-text", breaks="running", what="caption"))
        stack = page.fit([passage], [page.content.width], page.content.height).stacks[0]
        page.stack(
            page.name(TEXT),
            Box(page.content.x, page.content.y, page.content.width, stack.height + SLACK),
            stack,
            source=slide.caption.source,
        )
    return "picture"


def picture_box(page: Page) -> Box:
    """From the left edge to the title over the whole height; as wide at the right edge; or a band at the top."""
    sheet = page.sheet
    if page.layout == "top":
        return Box(0, 0, sheet.width, band_height(sheet))
    beside_title = page.deck.theme.layouts[page.spec.name].places["title"].box.x - GAP
    width = beside_title if beside_title >= sheet.width // LEAST_SHARE else sheet.width * 2 // 5
    return Box(sheet.width - width if page.layout == "right" else 0, 0, width, sheet.height)


def picture_in_content(page: Page) -> Box:
    """On a template, whose art is not covered: a part of the content, which is left with the other."""
    gap = GAP // 2
    if page.layout == "top":
        box, page.content = page.content.cut_top(page.content.height // 2, gap)
    elif page.layout == "right":
        page.content, box = page.content.cut_left(page.content.width * 11 // 20 - gap, gap)
    else:
        box, page.content = page.content.cut_left(page.content.width * 9 // 20, gap)
    return box


def fact_of(figure: Figure) -> Text:
    """The value large, its name below: 18.6公里 沿河步道."""
    return Text(
        (Run(f"{figure.prefix}{figure.text}", True, figure.name), Run(figure.label, figure=figure.name, part="label")), figure.source
    )


def place_caption(page: Page, words: str, box: Box, slide: PictureSlide) -> None:
    """On a dark strip at the foot of the picture."""
    setting = page.setting("caption")
    left = page.sheet.left if box.x <= 0 else CAPTION_PADDING
    right = page.sheet.right if box.right >= page.sheet.width else CAPTION_PADDING
    room = box.width - left - right
    if setting.width(words) > room:
        text = max(slide.caption, slide.credit, key=lambda text: len(text.plain))
        page.overflow(Passage(text=text, role="caption", breaks="none", what="caption").set_in(setting, room), 1)
    strip = Box(box.x, box.bottom - px(56), box.width, px(56))
    page.text(
        page.name(CAPTION), strip, (one_line(words, setting),), page.surface("caption"), anchor="ctr",
        margins=(left, 0, right, 0), wraps=False, source=slide.caption.source if slide.caption else slide.source,
    )  # fmt: skip


def place_pictures(page: Page, slide: Pictures) -> str:
    """Two side by side, three as one and two, four as a square; each with its words on a strip."""
    if not slide.images:
        return "empty"
    content = foot = page.content
    caption = None
    if slide.caption:
        caption = Passage(text=slide.caption, role="chart-note", breaks="none", what="caption").at(page.typesetter, 0, content.width)
        if caption.setting.width(slide.caption.plain) > content.width:
            page.overflow(caption, 1)
        content, foot = content.cut_top(content.height - caption.height - px(10), px(8))
    for number, (image, box) in enumerate(zip(slide.images, places(page, content, len(slide.images)), strict=False), 1):
        before = len(page.items)
        place_image(page, image, box, number)
        if image.label:
            place_label(page, image.label, box, number)
        together(page, before, image, box, number)
    if caption:
        page.text(page.name(TEXT), foot, (caption.paragraph(),), source=slide.caption.source)
    return "row" if page.layout == "row" else f"mosaic-{len(slide.images)}"


def together(page: Page, first: int, image: Image, box: Box, number: int) -> None:
    """What stands on one picture is one group, and is read with it."""
    items = tuple(page.items[first:])
    del page.items[first:]
    alt = page.language.phrase(image.label.plain, image.alt) or page.name(PICTURE, number)
    page.add(Group(name=page.name(SET, number), box=box, items=items, alt=alt, source=image.source))


def places(page: Page, box: Box, count: int) -> list[Box]:
    """Where so many pictures stand: beside one another where the author wants a row."""
    gap = page.gap(16)
    return box.columns(count, gap) if page.layout == "row" else mosaic(box, count, gap)


def mosaic(box: Box, count: int, gap: Emu) -> list[Box]:
    match count:
        case 1:
            return [box]
        case 2:
            return box.columns(2, gap)
        case 3:
            left, right = box.cut_left((box.width - gap) * 3 // 5, gap)
            return [left, *right.rows(2, gap)]
        case _:
            return [cell for row in box.rows(2, gap) for cell in row.columns(2, gap)]


def place_label(page: Page, label: Text, box: Box, number: int) -> None:
    height = px(44)
    step = page.typesetter.largest("picture-label", lambda setting: setting.width(label.plain) + 2 * px(20) <= box.width)
    setting = page.setting("picture-label", step)
    width = setting.width(label.plain) + 2 * px(20)
    if width > box.width:
        page.overflow(Passage(text=label, role="picture-label", breaks="none", what="label").set_in(setting, box.width - 2 * px(20)), 1)
    strip = Box(box.x, box.bottom - height, min(width, box.width), height)
    page.text(
        page.name(LABEL, number), strip, (one_line(label.plain, setting, "ctr"),), page.surface("caption"), anchor="ctr", wraps=False, source=label.source
    )  # fmt: skip


# ---- one picture


def place_image(page: Page, image: Image, box: Box, number: int) -> None:
    """The picture in its box; one that is not there as a hatched frame that says so."""
    file = image.image
    if file is None or not file.data:
        place_frame(page, box, number, image)
        return
    place = box
    if image.fit == "contain":
        place = whole_box(file.data, box)
        page.add(ShapeBox(name=page.name(GROUND, number), box=box, fill=page.surface("picture-ground").fill))
    alt = "" if image.decorative else image.alt
    picture = fitted(file.data, Box(0, 0, place.width, place.height), image.focus or CENTER)
    page.add(PictureBox(name=page.name(PICTURE, number), box=place, picture=picture, alt=alt, source=file.source))


def place_frame(page: Page, box: Box, number: int, image: Image) -> None:
    """A hatched frame with 待配图, and what the picture is to show."""
    surface = page.surface("picture-frame")
    words = page.language.choose(COMING)
    inner = box.inset(px(1), px(1))
    page.add(
        ShapeBox(
            name=page.name(FRAME, number),
            box=inner,
            fill=surface.fill,
            stroke=surface.stroke,
            alt=page.language.titled(words, image.alt) if image.alt else words,
            source=image.source,
        )
    )
    page.add(ShapeBox(name=page.name(HATCH, number), box=inner, path=hatching(inner), stroke=surface.stroke))
    setting = page.setting("picture-pending")
    width, height = setting.width(words) + px(48), setting.line_height + px(20)
    middle = Box(box.x + (box.width - width) // 2, box.y + (box.height - height) // 2, width, height)
    page.text(words, middle, (one_line(words, setting, "ctr"),), page.surface("pending"), anchor="ctr", wraps=False, source=image.source)


def hatching(box: Box) -> Path:
    """Lines from the left and the top edge down to the right, cut at the edges of the box."""
    width, height = max(1, box.width // 9525), max(1, box.height // 9525)
    commands: list[tuple[str, tuple[int, ...]]] = []
    for start in range(HATCH_PITCH - height // HATCH_PITCH * HATCH_PITCH, width, HATCH_PITCH):
        x, y = max(0, start), max(0, -start)
        length = min(width - x, height - y)
        if length > 0:
            commands += [("M", (x, y)), ("L", (x + length, y + length))]
    return Path(width, height, tuple(commands))
