"""A slide's SVG as a picture, without LibreOffice; faces come from the system."""

from __future__ import annotations

import io
import re

import resvg_py
from PIL import Image

from deckgen.render.failure import RenderError

UPRIGHT = re.compile('<text[^>]* writing-mode="tb".*?</text>')
# resvg sets upright text without the upright forms of marks; Unicode has them as characters of their own.
UPRIGHT_MARKS = str.maketrans("，、。：；！？…—“”（）《》〈〉【】「」『』", "︐︑︒︓︔︕︖︙︱﹁﹂︵︶︽︾︿﹀︻︼﹁﹂﹃﹄")
TEXT = re.compile("<text.*?</text>")
FAMILY = re.compile(' font-family="[^"]*"')
LATIN_SPAN = re.compile('(<tspan[^>]*?)( font-family="[^"]*")>([\x21-\x7e\xa1-\u024f ]*)<')
HANZI = re.compile("[\u3400-\u9fff]")


def picture(svg: str, width: int) -> Image.Image:
    """The slide, `width` pixels wide."""
    data = resvg_py.svg_to_bytes(svg_string=for_resvg(svg), width=width)
    return Image.open(io.BytesIO(data)).convert("RGB")


def for_resvg(svg: str) -> str:
    """The same slide for a renderer that knows less of type than a browser."""
    svg = UPRIGHT.sub(lambda found: re.sub("(?<=>)[^<]+(?=<)", lambda text: text[0].translate(UPRIGHT_MARKS), found[0]), svg)
    return TEXT.sub(lambda found: one_face(found[0]), svg)


def one_face(text: str) -> str:
    """A line in one family: where resvg meets two, it takes any face at all for the first."""
    families = set(FAMILY.findall(text))
    if len(families) < 2 and not (families and text.count("<tspan") > text.count(" font-family=")):
        return text
    chinese = next((found[2] for found in re.finditer('(<tspan[^>]*?)( font-family="[^"]*")>[^<]*[\u2e80-\uffef]', text)), "")
    return LATIN_SPAN.sub(rf"\1{chinese}>\3<", text)


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
