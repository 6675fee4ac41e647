"""The values of a theme: colours, fills, strokes, sizes, boxes and paths, each within what a page can show."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.diagnostics import listed, near, term
from deckgen.geometry import EMU_PER_PX, Box, px
from deckgen.load.nodes import A_LIST, Document, Fields, fields, kind_of, scalar_text
from deckgen.load.page import page_width
from deckgen.load.theme_fields import GRADIENT, MOST_SIZES, MOST_STOPS, STROKE, Field
from deckgen.scene import Path
from deckgen.style import SLOTS, Color, Gradient, Stroke

COLOR = re.compile(r"(?P<slot>[A-Za-z0-9]+)(?:\s+(?P<shade>[+-]?[0-9]{1,3}))?(?:\s+(?P<alpha>[0-9]{1,3})%)?")
COMMAND = re.compile(r"(?:^\s*+)?([MLCZ])([^MLCZ]*+)")
NUMBER = re.compile(r"-?[0-9]{1,5}(\.[0-9]{1,3})?")
ARGUMENTS = {"M": 2, "L": 2, "C": 6, "Z": 0}
FARTHEST = 6_000  # design pixels from the corner of a page; the widest page has 2 880

A_NUMBER = term("load/a-number")


class Refused:
    """What a reader gives back for a value that it has found fault with."""


REFUSED = Refused()


def given(at: Fields, table: Mapping[str, Field], base: object = None) -> dict[str, Any]:
    """The values of the fields of `table` that stand there and are sound; `base` is what they will replace."""
    values: dict[str, Any] = {}
    for name in at.nodes:
        field = table[name]
        if name in at and field.type in READERS:
            value = READERS[field.type](at, name, field, getattr(base, name, None))
            if value is not REFUSED:
                values[name] = value
    return values


def text(at: Fields, name: str, field: Field, base: Any) -> Any:
    return at.text(name) or empty(at, name)


def flag(at: Fields, name: str, field: Field, base: Any) -> Any:
    return at.flag(name)


def choice(at: Fields, name: str, field: Field, base: Any) -> Any:
    return at.choice(name, field.choices) or empty(at, name)


def whole(at: Fields, name: str, field: Field, base: Any) -> Any:
    number = at.whole_number(name, round(field.least), round(field.most))
    return empty(at, name) if number is None else number


def empty(at: Fields, name: str) -> Refused:
    """Note it when the value was refused for holding nothing."""
    at.require(name)
    return REFUSED


def length(at: Fields, name: str, field: Field, base: Any) -> Any:
    """Design pixels, as EMU."""
    value = number(at.document, at.nodes[name], name, field.least, field.most)
    return REFUSED if value is None else px(value)


def page(at: Fields, name: str, field: Field, base: Any) -> Any:
    return page_width(at.document, at.nodes[name]) or REFUSED


def rgb(at: Fields, name: str, field: Field, base: Any) -> Any:
    value = at.text(name).removeprefix("#").upper()
    if re.fullmatch(r"[0-9A-F]{6}", value):
        return value
    at.document.findings.error(at.span_of(name), "theme/color", got=at.text(name)[:20])
    return REFUSED


def sizes(at: Fields, name: str, field: Field, base: Any) -> Any:
    """Hundredths of a point, falling."""
    values = numbers(at.document, at.nodes[name], name, field, MOST_SIZES)
    if values is None:
        return REFUSED
    if not values or any(one <= other for one, other in pairwise(values)):
        at.document.findings.error(at.span_of(name), "theme/sizes")
        return REFUSED
    return tuple(round(value * 100) for value in values)


def box(at: Fields, name: str, field: Field, base: Any) -> Any:
    """[x, y, width, height] in design pixels."""
    node = at.nodes[name]
    if not isinstance(node, SequenceNode) or len(node.value) != 4:
        at.document.error(node, "theme/box", key=name)
        return REFUSED
    x, y = (number(at.document, child, name, -FARTHEST, FARTHEST) for child in node.value[:2])
    width, height = (number(at.document, child, name, 1, FARTHEST) for child in node.value[2:])
    if x is None or y is None or width is None or height is None:
        return REFUSED
    return Box(px(x), px(y), px(width), px(height))


def color(at: Fields, name: str, field: Field, base: Any) -> Any:
    return parsed_color(at.document, at.nodes[name], name) or REFUSED


def fill(at: Fields, name: str, field: Field, base: Any) -> Any:
    """A colour, a gradient, or None for `none`."""
    node = at.nodes[name]
    if isinstance(node, MappingNode):
        return gradient(at.document, node, name) or REFUSED
    return None if is_none(node) else parsed_color(at.document, node, name) or REFUSED


def gradient(document: Document, node: MappingNode, name: str) -> Gradient | None:
    inner = Fields(document, node, GRADIENT)
    colors = inner.list_of("gradient", lambda child: parsed_color(document, child, name))
    if not 2 <= len(colors) <= MOST_STOPS:
        document.error(node, "theme/gradient", most=MOST_STOPS)
        return None
    angle = inner.whole_number("angle", round(GRADIENT["angle"].least), round(GRADIENT["angle"].most)) or 0
    return Gradient(tuple((100 * i // (len(colors) - 1), color) for i, color in enumerate(colors)), angle)


def stroke(at: Fields, name: str, field: Field, base: Stroke | None) -> Any:
    """A colour (a line of one pixel), None for `none`, or what differs from the line of the base."""
    node = at.nodes[name]
    if isinstance(node, ScalarNode):
        line = None if is_none(node) else parsed_color(at.document, node, name)
        return Stroke(line, px(1)) if line else None if is_none(node) else REFUSED
    inner = fields(at.document, node, STROKE, name)
    if inner is None:
        return REFUSED
    if base is None:
        inner.require("color")
    values = given(inner, STROKE)
    line = values.get("color", base and base.color)
    dash = values.get("dash", base.dash if base else "")
    return Stroke(line, values.get("width", base.width if base else px(1)), "" if dash == "solid" else dash) if line else REFUSED


READERS: dict[str, Callable[[Fields, str, Field, Any], Any]] = {
    "text": text, "flag": flag, "choice": choice, "whole": whole, "length": length, "page": page, "rgb": rgb, "sizes": sizes, "box": box,
    "color": color, "fill": fill, "stroke": stroke,
}  # fmt: skip


def parsed_color(document: Document, node: Node, name: str) -> Color | None:
    """`slot`, `slot -20` (a fifth darker), `slot 40 30%` (lighter, see-through)."""
    written = scalar_text(document, node, name)
    if not isinstance(node, ScalarNode):
        return None  # which has been noted
    match = COLOR.fullmatch(written)
    if match is None or match["slot"] not in SLOTS:
        document.error(node, "load/unknown-value", key=name, got=written[:40], near=near(written, SLOTS), known=listed(SLOTS))
        return None
    shade, alpha = int(match["shade"] or 0), int(match["alpha"] or 100)
    if not -100 <= shade <= 100 or alpha > 100:
        document.error(node, "theme/shade", got=written)
        return None
    return Color(match["slot"], shade, alpha)


def parsed_path(at: Fields, box: Box) -> Path | None:
    """SVG-like `M x y L x y C x y x y x y Z` in design pixels, moved into the box's own grid (1/10 px)."""
    written = at.text("path")
    left, top = box.x / EMU_PER_PX, box.y / EMU_PER_PX
    commands = []
    end = 0
    for match in COMMAND.finditer(written):
        values = match[2].replace(",", " ").split()
        if match.start() != end or len(values) != ARGUMENTS[match[1]] or not all(sound(value) for value in values):
            break
        commands.append((match[1], tuple(round((float(v) - (top if i % 2 else left)) * 10) for i, v in enumerate(values))))
        end = match.end()
    if end < len(written) or not commands or commands[0][0] != "M":
        at.document.findings.error(at.span_of("path"), "theme/path", got=written[end:][:40])
        return None
    return Path(box.width * 10 // EMU_PER_PX, box.height * 10 // EMU_PER_PX, tuple(commands))


def sound(coordinate: str) -> bool:
    return bool(NUMBER.fullmatch(coordinate)) and abs(float(coordinate)) <= FARTHEST


def is_none(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.value.strip() == "none"


def numbers(document: Document, node: Node, name: str, field: Field, most: int) -> list[float] | None:
    """The numbers of a list, or of one that stands alone."""
    children: Sequence[Node] = node.value if isinstance(node, SequenceNode) else [node]
    if isinstance(node, MappingNode):
        document.error(node, "load/wrong-type", key=name, wanted=A_LIST, got=kind_of(node))
        return None
    if len(children) > most:
        document.error(children[most], "theme/too-many", key=name, count=len(children), most=most)
        return None
    values = [number(document, child, name, field.least, field.most) for child in children]
    sound_ones = [value for value in values if value is not None]
    return sound_ones if len(sound_ones) == len(values) else None


def number(document: Document, node: Node, name: str, least: float, most: float) -> float | None:
    written = node.value.strip() if isinstance(node, ScalarNode) else ""
    if not NUMBER.fullmatch(written):
        document.error(node, "load/wrong-type", key=name, wanted=A_NUMBER, got=kind_of(node))
    elif not least <= float(written) <= most:
        document.error(node, "theme/range", key=name, got=written, least=f"{least:g}", most=f"{most:g}")
    else:
        return float(written)
    return None
