"""A slide's SVG as a picture, without LibreOffice; faces come from the system."""

from __future__ import annotations

import io
import re

import resvg_py
from PIL import Image

from deckgen.measure import with_quotes
from deckgen.measure.widths import EM, ink
from deckgen.render.failure import RenderError

# Each stops at the next tag of its kind: what is never closed is looked through once.
UPRIGHT = re.compile('(<text(?:(?! writing-mode=)[^<>])*+ writing-mode="tb"[^<>]*+>)((?:(?!</?text).)*+)(</text>)')
UPRIGHT_DROP = 0.1  # em
# resvg sets upright text without the upright forms of marks; Unicode has them as characters of their own.
UPRIGHT_MARKS = str.maketrans("，、。：；！？…—“”（）《》〈〉【】「」『』", "︐︑︒︓︔︕︖︙︱﹁﹂︵︶︽︾︿﹀︻︼﹁﹂﹃﹄")
TEXT = re.compile("<text([^<>]*)>((?:<tspan[^<>]*>[^<]*</tspan>)+)</text>")
PLAIN = re.compile("<text(?:(?!letter-spacing)[^<>])*+letter-spacing[^<>]*>")
SHARES = {"middle": 0.5, "end": 1.0}
DY = re.compile(' dy="[^"]*"')
SPAN = re.compile("<tspan([^<>]*)>([^<]*)</tspan>")
HANZI = re.compile("[\u3400-\u9fff]")


def picture(svg: str, width: int) -> Image.Image:
    """The slide, `width` pixels wide."""
    data = resvg_py.svg_to_bytes(svg_string=for_resvg(svg), width=width)
    return Image.open(io.BytesIO(data)).convert("RGB")


def for_resvg(svg: str) -> str:
    """The same slide for a renderer that knows less of type than a browser."""
    return PLAIN.sub(without_overhang, TEXT.sub(one_face_each, UPRIGHT.sub(upright, svg)))


def without_overhang(match: re.Match[str]) -> str:
    """A centred or right-aligned line with letter-spacing: other than browsers, resvg forgets the last of it by itself."""
    head = match[0]
    share = SHARES.get(value_of("text-anchor", head), 0.0)
    along = "y" if " writing-mode=" in head else "x"
    overhang = share * float(value_of("letter-spacing", head) or 0)
    if not overhang:
        return head
    old = value_of(along, head)
    return head.replace(f' {along}="{old}"', f' {along}="{float(old) - overhang:.2f}"')


def upright(match: re.Match[str]) -> str:
    """A column with upright marks, where a browser has it: resvg sets it a little lower."""
    head, body, tail = match.groups()
    y, size = float(value_of("y", head)), float(value_of("font-size", head + body))
    head = head.replace(f' y="{value_of("y", head)}"', f' y="{y - size * UPRIGHT_DROP:.2f}"')
    return head + re.sub("(^|>)[^<]+", lambda text: text[0].translate(UPRIGHT_MARKS), body) + tail


def one_face_each(match: re.Match[str]) -> str:
    """A line of two families as texts of one each: where they meet in one text, resvg takes any face at all for the first."""
    head, body = match[1], match[2]
    spans = [(attributes, content) for attributes, content in SPAN.findall(body)]
    families = [value_of("font-family", attributes) for attributes, _ in spans]
    if len(set(families)) < 2:
        return match[0]
    widths = [width(attributes, content) for attributes, content in spans]
    share = SHARES.get(value_of("text-anchor", head), 0.0)
    x = float(value_of("x", head)) - share * sum(widths)
    y = float(value_of("y", head))
    pieces = []
    for (attributes, content), wide in zip(spans, widths, strict=True):
        y += float(value_of("dy", attributes) or 0)
        pieces.append(f'<text x="{x:.2f}" y="{y:g}"{DY.sub("", attributes)}>{content}</text>')
        x += wide
    return "".join(pieces)


def width(attributes: str, content: str) -> float:
    """How wide a span is set, what it is pushed on by included."""
    content = unescape(content)
    size = float(value_of("font-size", attributes))
    latin = "times" if "serif" in value_of("font-family", attributes).replace("sans-serif", "") else "sans"
    metrics = with_quotes(latin, "bold" in attributes)
    spacing = float(value_of("letter-spacing", attributes) or 0)
    return ink(content, metrics) * size / EM + spacing * len(content) + float(value_of("dx", attributes) or 0)


def value_of(name: str, attributes: str) -> str:
    match = re.search(f' {name}="([^"]*)"', attributes)
    return match[1] if match else ""


def unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def require_chinese(svgs: list[str]) -> None:
    """Raise `RenderError` when there are hanzi to set and the system has no face for them."""
    if not any(HANZI.search(svg) for svg in svgs):
        return
    probe = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><text y="16" font-size="16" font-family="{0}">{1}</text></svg>'
    family = "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
    if not resvg_ink(probe.format(family, "中")):
        raise RenderError("render/no-chinese-face")


def resvg_ink(svg: str) -> bool:
    image = Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=20)))
    return image.getbbox() is not None
