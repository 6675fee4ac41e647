"""Small pieces of DrawingML that every part is made of; strings in, strings out."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final, assert_never

from deckgen.geometry import Box
from deckgen.style import Color, Fill, Gradient, Stroke

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Marks a shape that means nothing; PowerPoint ignores the flag under any other uri.
DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
EMPTY_TREE_HEAD: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
# The slots as a slide calls them through the colour map (dk1 is tx1, lt1 is bg1).
MAPPED: Final = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


def escape(text: str) -> str:
    """For element text. (`xml.sax.saxutils` would import urllib and ssl: 39 ms.)"""
    if "&" in text or "<" in text or ">" in text:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


@lru_cache(maxsize=1024)  # names and places recur from slide to slide
def attribute(text: str) -> str:
    """For an attribute between double quotes."""
    text = escape(text)
    if '"' in text:
        text = text.replace('"', "&quot;")
    return text.replace("\n", "&#10;") if "\n" in text else text


@cache
def color(tint: Color) -> str:
    slot = MAPPED.get(tint.slot, tint.slot)
    tag, value = ("srgbClr", slot[1:]) if slot[0] == "#" else ("schemeClr", slot)
    changes = ""
    if tint.shade < 0:
        changes += f'<a:lumMod val="{(100 + tint.shade) * 1000}"/>'
    elif tint.shade > 0:
        changes += f'<a:lumMod val="{(100 - tint.shade) * 1000}"/><a:lumOff val="{tint.shade * 1000}"/>'
    if tint.alpha != 100:
        changes += f'<a:alpha val="{tint.alpha * 1000}"/>'
    return f'<a:{tag} val="{value}">{changes}</a:{tag}>' if changes else f'<a:{tag} val="{value}"/>'


@cache
def fill(paint: Fill | None) -> str:
    match paint:
        case None:
            return "<a:noFill/>"
        case Color():
            return f"<a:solidFill>{color(paint)}</a:solidFill>"
        case Gradient(stops, angle):
            marks = "".join(f'<a:gs pos="{at * 1000}">{color(stop)}</a:gs>' for at, stop in stops)
            return f'<a:gradFill rotWithShape="1"><a:gsLst>{marks}</a:gsLst><a:lin ang="{angle * 60000}" scaled="0"/></a:gradFill>'
        case _:
            assert_never(paint)


@cache
def stroke(line: Stroke | None) -> str:
    if line is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{line.dash}"/>' if line.dash else ""
    cap, join = (' cap="rnd"', "<a:round/>") if line.rounded else ("", "")
    return f'<a:ln w="{line.width}"{cap}>{fill(line.color)}{dash}{join}</a:ln>'


@lru_cache(maxsize=1024)
def transform(box: Box, tag: str = "a:xfrm") -> str:
    return f'<{tag}><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/></{tag}>'


EXTERNAL: Final = ' TargetMode="External"'


def relationships(entries: list[tuple[str, str, str]]) -> str:
    """A .rels part from (id, type, target); a bare type is one of the office document's."""
    items = "".join(
        f'<Relationship Id="{rid}" Type="{kind if ":" in kind else f"{REL}/{kind}"}" Target="{attribute(target)}"{EXTERNAL if kind == "hyperlink" else ""}/>'
        for rid, kind, target in entries
    )
    return f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
