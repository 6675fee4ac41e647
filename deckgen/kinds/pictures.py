"""Two to four pictures, each with its words on it."""

from __future__ import annotations

from deckgen.blocks.page import Page
from deckgen.diagnostics import Findings
from deckgen.drawing import Drawing
from deckgen.fields import Entry, Field, ListOf, text
from deckgen.figures import Ledger
from deckgen.kinds.kind import Kind
from deckgen.kinds.picture import IMAGE, hold_alt
from deckgen.outline import NO_TEXT, Image, Slide, Text

PICTURES_MOST = 4


class Pictures(Slide, frozen=True, gc=False, kw_only=True):
    images: tuple[Image, ...] = ()
    caption: Text = NO_TEXT


def settle(slide: Pictures, ledger: Ledger, findings: Findings) -> Pictures:
    for image in slide.images:
        hold_alt(image, findings)
    return slide


def compose(page: Page, slide: Pictures) -> str:
    from deckgen.kinds.picture_set import place_pictures

    return place_pictures(page, slide)


PICTURE = Entry(Image, IMAGE | {"label": Field(text(1, 8), "图上的字，如 `治理前`", "words on it, such as `Before`")})

KIND = Kind(
    name="pictures",
    value=Pictures,
    doc_zh="两到四张图片",
    doc_en="two to four pictures",
    fields={
        "images": Field(ListOf(PICTURE, PICTURES_MOST, "张"), "图片", "the pictures", required=True),
        "caption": Field(text(0, 30), "图下面的说明", "a line below"),
    },
    counts="images",
    drawing=Drawing(label="图片组"),
    layouts=("mosaic", "row"),
    settle=settle,
    compose=compose,
)
