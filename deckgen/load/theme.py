"""Read a theme folder: `theme.yaml` as the designer wrote it, checked against what layouts need."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from deckgen.diagnostics import Findings, Span, Words, listed, near
from deckgen.files import Files
from deckgen.geometry import EMU_PER_PX, Box, px
from deckgen.load.nodes import Document, Fields, compose, fields, kind_of, scalar_text
from deckgen.scene import FontPair, Item, Path, ShapeBox
from deckgen.style import SLOTS, Color, Face, Fill, Gradient, Stroke, TextStyle
from deckgen.theme import LAYOUTS, OPTIONS, ROLES, SURFACES, LayoutSpec, Place, Surface, Theme, TypeRole

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
# In a wheel the themes lie inside the package, in a checkout beside it.
THEME_FOLDERS = (os.path.join(PACKAGE, "themes"), os.path.join(os.path.dirname(PACKAGE), "themes"))
METRICS = ("sans", "serif", "times", "song")

COLOR = re.compile(r"(?P<slot>[A-Za-z0-9]+)(?:\s+(?P<shade>[+-]?\d{1,3}))?(?:\s+(?P<alpha>\d{1,3})%)?")
COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")
ALIGNS = {"left": "l", "center": "ctr", "right": "r"}
ANCHORS = {"top": "t", "middle": "ctr", "bottom": "b"}


def theme_names() -> list[str]:
    """The shipped themes."""
    found: set[str] = set()
    for folder in THEME_FOLDERS:
        if os.path.isdir(folder):
            found.update(name for name in os.listdir(folder) if os.path.isfile(os.path.join(folder, name, "theme.yaml")))
    return sorted(found)


def find_theme(name: str, beside: str, span: Span, files: Files, findings: Findings) -> str | None:
    """The path of a theme's file: a shipped name, or a folder (also relative to the folder `beside`)."""
    folders = [os.path.join(folder, name) for folder in THEME_FOLDERS] if re.fullmatch(r"[\w-]+", name) else []
    folder = os.path.dirname(name) or "." if os.path.basename(name) == "theme.yaml" else name  # its file is as good
    folders += [os.path.join(beside, folder), folder]
    for folder in folders:
        path = os.path.join(folder, "theme.yaml")
        if files.exists(path):
            return path
    known = theme_names()
    findings.error(span, "load/unknown-theme", name=name, near=near(name, known), known=listed(known))
    return None


def load_theme(path: str, files: Files, findings: Findings) -> Theme | None:
    """The theme, or None with its faults in `findings`."""
    document = compose(path, files, findings)
    if document.root is None:
        return None
    own = Findings()
    document.findings = own
    head = fields(document, document.root, ("name", "label", "palette", "faces", "type", "surfaces", "layouts"), "theme")
    theme = ThemeReader(document).theme(head) if head else None
    findings.all.extend(own.all)
    return None if own.failed else theme


class ThemeReader:
    def __init__(self, document: Document) -> None:
        self.document = document

    def theme(self, head: Fields) -> Theme | None:
        for name in ("name", "palette", "faces", "type", "surfaces", "layouts"):
            head.require(name)
        if self.document.findings.failed:
            return None
        fonts: dict[Face, FontPair] = {}
        metrics: dict[Face, str] = {}
        self.faces(head, fonts, metrics)
        roles = {
            name: self.role(name, at)
            for name, at in self.named(head, "type", ROLES, ("face", "sizes", "bold", "color", "strong", "tracking", "leading"))
        }
        surfaces = {
            name: self.surface(at)
            for name, at in self.named(head, "surfaces", SURFACES, ("fill", "stroke", "shape", "edge", "edge_fill", "edge_width"))
        }
        layouts = {
            name: self.layout(name, at)
            for name, at in self.named(
                head, "layouts", LAYOUTS, ("label", "background", "ornaments", "places", "content", "options", "hides_master")
            )
        }
        palette = self.palette(head)
        return Theme(head.text("name"), head.text("label") or head.text("name"), palette, fonts, metrics, roles, surfaces, layouts)

    def named(self, head: Fields, name: str, needed: Iterable[str], known: tuple[str, ...]) -> list[tuple[str, Fields]]:
        """The entries of a mapping of mappings; every needed one must be there."""
        at = fields(self.document, head.nodes[name], tuple(needed), name)
        if at is None:
            return []
        for entry in needed:
            at.require(entry)
        found = ((entry, fields(self.document, node, known, entry)) for entry, node in at.nodes.items())
        return [(entry, entry_fields) for entry, entry_fields in found if entry_fields is not None]

    def palette(self, head: Fields) -> dict[str, str]:
        at = fields(self.document, head.nodes["palette"], SLOTS, "palette")
        if at is None:
            return {}
        found = {}
        for slot in SLOTS:
            at.require(slot)
            found[slot] = at.text(slot).upper()
            if not re.fullmatch(r"[0-9A-F]{6}", found[slot]):
                self.document.findings.error(at.span_of(slot), "theme/color", got=found[slot][:20])
        return found

    def faces(self, head: Fields, fonts: dict[Face, FontPair], metrics: dict[Face, str]) -> None:
        at = fields(self.document, head.nodes["faces"], ("heading", "body"), "faces")
        if at is None:
            return
        names: tuple[Face, Face] = ("heading", "body")
        for name in names:
            at.require(name)
            face = fields(self.document, at.nodes[name], ("latin", "ea", "metrics", "fallback"), name) if name in at else None
            if face is None:
                continue
            for key in ("latin", "ea", "metrics"):
                face.require(key)
            fonts[name] = FontPair(face.text("latin"), face.text("ea"))
            metrics[name] = face.choice("metrics", METRICS)

    def role(self, name: str, at: Fields) -> TypeRole:
        sizes = tuple(round(value * 100) for value in self.numbers(at, "sizes")) or (1600,)
        if list(sizes) != sorted(sizes, reverse=True):
            self.document.findings.error(at.span_of("sizes"), "theme/sizes", role=name)
        face: Face = "heading" if at.choice("face", ("heading", "body")) == "heading" else "body"
        tracking = at.whole_number("tracking", 0, 1000) or 0
        color = self.color(at, "color") or Color("dk1")
        style = TextStyle(size=sizes[0], color=color, face=face, bold=at.flag("bold"), spacing=sizes[0] * tracking // 1000)
        return TypeRole(
            name, sizes, style, self.color(at, "strong") or Color("accent1"), tracking, at.whole_number("leading", 80, 300) or 130
        )

    def surface(self, at: Fields) -> Surface:
        return Surface(
            fill=self.fill(at, "fill"),
            stroke=self.stroke(at, "stroke"),
            shape=at.choice("shape", ("rect", "ellipse", "roundRect")) or "rect",
            edge=at.choice("edge", ("left", "top", "bottom")),
            edge_fill=self.fill(at, "edge_fill"),
            edge_width=px(at.whole_number("edge_width", 0, 100) or 0),
        )

    def layout(self, name: str, at: Fields) -> LayoutSpec:
        places: dict[str, Place] = {}
        node = at.nodes.get("places")
        inner = fields(self.document, node, LAYOUTS[name], "places") if node is not None else None
        if inner is None:
            at.require("places")
        else:
            for place in LAYOUTS[name]:
                inner.require(place)
                if place in inner:
                    places[place] = self.place(inner.nodes[place])
        return LayoutSpec(
            name=name,
            label=at.text("label") or name,
            background=self.fill(at, "background") or Color("lt2"),
            ornaments=at.list_of("ornaments", self.ornament),
            places=places,
            content=self.box(at, "content") or Box(px(64), px(176), px(1152), px(464)),
            options=self.options(name, at),
            hides_master=at.flag("hides_master"),
        )

    def options(self, name: str, at: Fields) -> dict[str, str]:
        """The chosen options; one not chosen is the first of its values."""
        known = OPTIONS.get(name, {})
        chosen = {option: values[0] for option, values in known.items()}
        node = at.nodes.get("options")
        inner = fields(self.document, node, known, "options") if node is not None else None
        if inner is not None:
            chosen.update({option: inner.choice(option, known[option]) for option in known if option in inner})
        return chosen

    def place(self, node: Node) -> Place:
        at = fields(self.document, node, ("box", "role", "align", "anchor"), "places")
        if at is None:
            return Place(Box(0, 0, 0, 0), "detail")
        at.require("box")
        at.require("role")
        return Place(
            self.box(at, "box") or Box(0, 0, 0, 0),
            at.choice("role", ROLES) or "detail",
            ALIGNS[at.choice("align", ALIGNS) or "left"],  # type: ignore[arg-type]
            ANCHORS[at.choice("anchor", ANCHORS) or "top"],  # type: ignore[arg-type]
        )

    def ornament(self, node: Node) -> Item | None:
        at = fields(self.document, node, ("name", "shape", "box", "path", "fill", "stroke"), "ornaments")
        if at is None:
            return None
        at.require("box")
        box = self.box(at, "box")
        if box is None:
            return None
        shape = at.choice("shape", ("rect", "ellipse", "roundRect")) or "rect"
        return ShapeBox(
            name=at.text("name") or "装饰",
            box=box,
            shape=shape,  # type: ignore[arg-type]
            path=self.path(at, box),
            fill=self.fill(at, "fill"),
            stroke=self.stroke(at, "stroke"),
        )

    def path(self, at: Fields, box: Box) -> Path | None:
        """SVG-like `M x y L x y C x y x y x y Z` in slide pixels, moved into the box's own grid (1/10 px)."""
        text = at.text("path")
        if not text:
            return None
        left, top = box.x / EMU_PER_PX, box.y / EMU_PER_PX
        commands = []
        for command, arguments in COMMAND.findall(text):
            values = [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", arguments)]
            if len(values) != {"M": 2, "L": 2, "C": 6, "Z": 0}[command]:
                self.document.findings.error(at.span_of("path"), "theme/path", got=f"{command}{arguments}"[:40])
                return None
            commands.append((command, tuple(round((v - (top if i % 2 else left)) * 10) for i, v in enumerate(values))))
        return Path(box.width * 10 // EMU_PER_PX, box.height * 10 // EMU_PER_PX, tuple(commands))

    def box(self, at: Fields, name: str) -> Box | None:
        """[x, y, width, height] in design pixels."""
        if name not in at.nodes:
            return None
        values = self.numbers(at, name)
        if len(values) != 4:
            self.document.findings.error(at.span_of(name), "theme/box", key=name)
            return None
        return Box(*(px(value) for value in values))

    def numbers(self, at: Fields, name: str) -> tuple[float, ...]:
        node = at.nodes.get(name)
        children = node.value if isinstance(node, SequenceNode) else [node] if isinstance(node, ScalarNode) else []
        found = []
        for child in children:
            text = scalar_text(self.document, child, name)
            if re.fullmatch(r"-?\d{1,5}(\.\d{1,3})?", text):
                found.append(float(text))
            else:
                self.document.error(child, "load/wrong-type", key=name, wanted=Words("数字", "a number"), got=kind_of(child))
        return tuple(found)

    def color(self, at: Fields, name: str) -> Color | None:
        node = at.nodes.get(name)
        return None if node is None else self.parsed_color(node, name)

    def parsed_color(self, node: Node, name: str) -> Color | None:
        """`slot`, `slot -20` (a fifth darker), `slot 40 30%` (lighter, see-through)."""
        text = scalar_text(self.document, node, name)
        match = COLOR.fullmatch(text)
        if match is None or match["slot"] not in SLOTS:
            self.document.error(node, "load/unknown-value", key=name, got=text, near=near(text, SLOTS), known=listed(SLOTS))
            return None
        return Color(match["slot"], int(match["shade"] or 0), int(match["alpha"] or 100))

    def fill(self, at: Fields, name: str) -> Fill | None:
        node = at.nodes.get(name)
        if not isinstance(node, MappingNode):
            return None if node is None or at.text(name) == "none" else self.parsed_color(node, name)
        inner = Fields(self.document, node, ("gradient", "angle"))
        colors = inner.list_of("gradient", lambda child: self.parsed_color(child, name))
        if len(colors) < 2:
            self.document.error(node, "theme/gradient", key=name)
            return None
        stops = tuple((100 * i // (len(colors) - 1), color) for i, color in enumerate(colors))
        return Gradient(stops, inner.whole_number("angle", 0, 360) or 0)

    def stroke(self, at: Fields, name: str) -> Stroke | None:
        node = at.nodes.get(name)
        if node is None:
            return None
        if isinstance(node, ScalarNode):
            color = self.parsed_color(node, name)
            return Stroke(color, px(1)) if color else None
        inner = fields(self.document, node, ("color", "width", "dash"), name)
        color = self.color(inner, "color") if inner else None
        if inner is None or color is None:
            return None
        width = self.numbers(inner, "width") or (1.0,)
        return Stroke(color, px(width[0]), inner.choice("dash", ("dash", "sysDash", "sysDot")))
