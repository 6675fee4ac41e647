"""One picture over half the slide, facts or points beside it."""

from __future__ import annotations

from deckgen.blocks.page import Page
from deckgen.diagnostics import Findings
from deckgen.drawing import DASHED, FINE, INK, MAIN, MUTED, PANEL, WHITE, Drawing, drawn
from deckgen.fields import Choice, Field, Flag, Focus, ListOf, PictureFile, Plain, figure_names, text
from deckgen.figures import Ledger
from deckgen.kinds.kind import Kind
from deckgen.outline import NO_TEXT, FigureUse, Image, ImageFile, Slide, Text
from deckgen.style import Color
from deckgen.theme import LayoutSpec, Place, Sheet, Surface, type_role

POINTS_MOST = 4

IMAGE = {
    "image": Field(PictureFile(), "图片文件，相对于大纲所在的文件夹：JPEG、PNG、WebP、TIFF、BMP、GIF", "the file of the picture, relative to the folder of the outline: JPEG, PNG, WebP, TIFF, BMP, GIF", required=True),
    "alt": Field(Plain(), "图片上有什么，说给看不见的人；没有意思的图片写 `decorative: true`", "what it shows, for those who cannot see it; `decorative: true` for one that means nothing"),
    "decorative": Field(Flag(), "`true`：只是装饰", "`true`: mere decoration"),
    "fit": Field(Choice(("cover", "contain")), "`cover` 裁切铺满（默认），`contain` 完整放下", "`cover` (cropped, the default) or `contain` (whole)"),
    "focus": Field(Focus(), "裁切时保住哪里：`[0.5, 0.3]` 是从左上角起的比例", "what a crop keeps: `[0.5, 0.3]`, shares from the top left corner"),
}  # fmt: skip


class PictureSlide(Slide, frozen=True, gc=False, kw_only=True):
    image: ImageFile | None = None
    alt: str = ""
    decorative: bool = False
    fit: str = ""
    focus: tuple[float, float] | None = None
    caption: Text = NO_TEXT
    credit: Text = NO_TEXT
    points: tuple[Text, ...] = ()
    figures: tuple[FigureUse, ...] = ()

    @property
    def as_image(self) -> Image:
        return Image(image=self.image, alt=self.alt, decorative=self.decorative, fit=self.fit, focus=self.focus, source=self.source)


def settle(slide: PictureSlide, ledger: Ledger, findings: Findings) -> PictureSlide:
    hold_alt(slide, findings)
    return slide


def hold_alt(image: PictureSlide | Image, findings: Findings) -> None:
    """A picture says what it shows, or that it means nothing."""
    if not image.alt and not image.decorative:
        findings.error(image.source, "load/no-alt")


def compose(page: Page, slide: PictureSlide) -> str:
    # A deck without a picture does not read how one is set.
    from deckgen.kinds.picture_set import place_picture

    return place_picture(page, slide)


RIGHT, WIDTH = 696, 520
LAYOUTS = ("left", "right", "top")  # where the picture stands


def redrawn(spec: LayoutSpec, layout: str, sheet: Sheet) -> LayoutSpec:
    """The layout for a picture at the right or at the top; on a template titles stay where they are."""
    if not spec.hides_master:
        return spec
    from deckgen.kinds.picture_sides import mirrored, under_band

    return mirrored(spec, sheet) if layout == "right" else under_band(spec, sheet) if layout == "top" else spec


KIND = Kind(
    name="picture",
    value=PictureSlide,
    doc_zh="一张图片，旁边是要点或数据",
    doc_en="a picture with points or figures beside it",
    fields=IMAGE
    | {
        "points": Field(ListOf(text(2, 20), POINTS_MOST), "旁边的要点，`**18.6公里**` 这样的数用大字", "points beside it; a number such as `**18.6 km**` is set large"),
        "figures": Field(figure_names(POINTS_MOST), "或者台账里的指标", "or figures of the ledger"),
        "caption": Field(text(0, 20), "图片说明", "a caption"),
        "credit": Field(text(0, 12), "谁拍的", "who took it"),
    },
    drawing=Drawing(
        label="图片",
        hides_master=True,
        content=drawn(RIGHT, 208, WIDTH, 432),
        places={
            "title": Place(drawn(RIGHT, 96, WIDTH, 92), "picture-title", anchor="ctr"),
            "kicker": Place(drawn(RIGHT, 58, WIDTH, 34), "kicker", anchor="ctr"),
            "footer": Place(drawn(RIGHT, 678, 400, 24), "footer", anchor="ctr"),
            "number": Place(drawn(1096, 678, 120, 24), "footer", "r", "ctr"),
        },
        roles=(
            type_role("picture-title", (3400, 3200, 3000, 2800, 2600, 2400), INK, MAIN, "heading", bold=True, leading=120),
            type_role("caption", (1600,), WHITE, WHITE),
            type_role("picture-label", (2000, 1900, 1800), WHITE, WHITE, bold=True, leading=125),
            type_role("picture-pending", (2400, 2000), FINE, MAIN, leading=130),
            type_role("picture-text", (2400, 2200, 2000, 1800), MUTED, MAIN, leading=140),
        ),
        surfaces={
            "caption": Surface(fill=Color("dk1", alpha=72)),
            "picture-frame": Surface(fill=PANEL, stroke=DASHED),
            "picture-ground": Surface(fill=PANEL),
        },
    ),
    layouts=LAYOUTS,
    redraw=redrawn,
    settle=settle,
    compose=compose,
)  # fmt: skip
