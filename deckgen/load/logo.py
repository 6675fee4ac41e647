"""The logo of a theme: a picture of its folder, drawn on the covers and beside the number of every slide."""

from __future__ import annotations

import hashlib
import os

from msgspec import structs

from deckgen.files import Files, read_bytes
from deckgen.geometry import Box
from deckgen.load.nodes import Fields
from deckgen.scene import Item, Picture, PictureBox
from deckgen.theme import LayoutSpec

LARGEST = 8 << 20
FORMATS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8", "jpeg"))
COVERS = ("cover", "closing")


def read_logo(at: Fields, files: Files) -> Picture | None:
    """The picture that is named; None with the reason noted."""
    name = at.text("picture")
    if not name:
        at.require("picture")
        return None
    path = os.path.join(os.path.dirname(at.document.path), name)
    if not files.exists(path):
        at.document.findings.error(at.span_of("picture"), "theme/no-logo", name=name)
        return None
    data = read_bytes(path, files, LARGEST, at.document.findings)
    if data is None:
        return None
    for head, kind in FORMATS:
        if data.startswith(head):
            return Picture(data, "png" if kind == "png" else "jpeg", hashlib.sha256(data).hexdigest()[:24])
    at.document.findings.error(at.span_of("picture"), "theme/logo-format", name=name)
    return None


def with_logo(layouts: dict[str, LayoutSpec], picture: Picture, cover: Box | None, footer: Box | None) -> dict[str, LayoutSpec]:
    """The layouts with the logo on top of their ornaments."""
    places = dict.fromkeys(COVERS, cover) | {"master": footer}
    drawn = {name: PictureBox(name="徽标", box=box, picture=picture) for name, box in places.items() if box}
    return {name: with_ornament(spec, drawn[name]) if name in drawn else spec for name, spec in layouts.items()}


def with_ornament(spec: LayoutSpec, item: Item) -> LayoutSpec:
    return structs.replace(spec, ornaments=(*spec.ornaments, item))
