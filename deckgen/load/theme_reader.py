"""One theme file over the base it extends: values that it gives take the place of the base's, field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from msgspec import structs
from yaml.nodes import Node, SequenceNode

from deckgen.base import LAYOUTS
from deckgen.diagnostics import Findings
from deckgen.files import Files
from deckgen.geometry import EMU_PER_PT, EMU_PER_PX, Box
from deckgen.load.nodes import A_LIST, Document, Fields, entry_fields, fields, kind_of
from deckgen.load.refit import refitted, resized
from deckgen.load.theme_fields import (
    ALIGNS,
    ANCHORS,
    CHOICES,
    ENTRIES,
    FACE,
    FACES,
    FRAME,
    LOGO,
    MARGINS,
    MOST_ORNAMENTS,
    ORNAMENT,
    PALETTE,
    PLACE,
    THEME,
    Field,
)  # fmt: skip
from deckgen.load.theme_values import given, parsed_path
from deckgen.scene import FontPair, Item, ShapeBox
from deckgen.style import Color, Face
from deckgen.theme import LayoutSpec, Place, Sheet, Surface, Theme, TypeRole, type_role

# Design pixels.
LEAST_PLACE = (16, 12)  # less holds no letter
LEAST_CONTENT = (240, 160)
LEAST_FRAME = (16, 1)
LEAST_ROOM = (400, 360)  # between the margins
# Points: what stands in a place of its own size, whatever is written in it, and cannot be set smaller where it would not fit.
LARGEST = {"ordinal": 28, "pending": 14}
ONE_LINE = ("footer", "numeral")  # roles whose first size must fit the height of their places


class ThemeReader:
    """What is faulty is noted and left as the base has it."""

    def __init__(self, document: Document, base: Theme, files: Files) -> None:
        self.document = document
        self.files = files
        self.findings: Findings = document.findings
        self.base = base
        self.sheet = base.sheet

    def theme(self, head: Fields) -> Theme:
        own = given(head, THEME)
        self.sheet = self.resized_sheet(head, own)
        self.base = refitted(self.base, self.sheet)
        self.sheet = structs.replace(self.sheet, **self.frame(head))
        fonts, metrics = self.faces(head)
        base = self.base
        theme = structs.replace(
            base,
            name=own.get("name", ""),
            label=own.get("label", own.get("name", "")),
            sheet=self.sheet,
            palette=base.palette | self.group(head, "palette", PALETTE),
            fonts=fonts,
            metrics=metrics,
            roles=base.roles | {name: self.role(at, base.roles[name]) for name, at in self.entries(head, "type")},
            surfaces=base.surfaces | {name: self.surface(at, base.surfaces[name]) for name, at in self.entries(head, "surfaces")},
            layouts=base.layouts | {name: self.layout(at, base.layouts[name]) for name, at in self.entries(head, "layouts")},
        )
        self.hold_in_places(head, theme)
        return self.with_logo(head, theme) if "logo" in head else theme

    def with_logo(self, head: Fields, theme: Theme) -> Theme:
        from deckgen.load.logo import read_logo, with_logo  # here, because hardly a theme has one

        at = self.inner(head, "logo", LOGO)
        picture = read_logo(at, self.files) if at else None
        if at is None or picture is None:
            return theme
        boxes: dict[str, Box] = given(at, LOGO)
        for name in boxes:
            if name != "picture":
                self.hold_on_page(at, name, boxes[name], LEAST_FRAME)
        return structs.replace(theme, layouts=with_logo(theme.layouts, picture, boxes.get("cover"), boxes.get("footer")))

    def hold_in_places(self, head: Fields, theme: Theme) -> None:
        """Note type that would stand out of the place where it is written in one line."""
        for spec in theme.layouts.values():
            for place in spec.places.values():
                role = theme.roles[place.role]
                most = place.box.height * 100 // role.leading
                if place.role in ONE_LINE and role.sizes[0] * EMU_PER_PT // 100 > most:
                    facts = {"key": place.role, "got": f"{role.sizes[0] / 100:g}", "least": "6", "most": f"{most / EMU_PER_PT:.0f}"}
                    self.findings.error(head.span_of("type"), "theme/range", **facts)
                    return

    # ---- mappings

    def inner(self, at: Fields, name: str, known: Collection[str]) -> Fields | None:
        """The mapping that a field holds; None where it is absent or none."""
        return fields(self.document, at.nodes[name], known, name) if name in at else None

    def group(self, at: Fields, name: str, table: Mapping[str, Field]) -> dict[str, Any]:
        """The sound values of a mapping of fields."""
        inner = self.inner(at, name, table)
        return given(inner, table) if inner else {}

    def entries(self, head: Fields, group: str) -> Iterator[tuple[str, Fields]]:
        """The entries of a group that the theme says something about."""
        known, table = ENTRIES[group]
        at = self.inner(head, group, known)
        if at:
            entries = ((name, self.inner(at, name, table)) for name in at.nodes)
            yield from ((name, entry) for name, entry in entries if entry)

    # ---- the page

    def resized_sheet(self, head: Fields, own: Mapping[str, Any]) -> Sheet:
        """The base's page in the size and with the margins of this theme."""
        base = self.base.sheet
        margins = {side: getattr(base, side) for side in MARGINS} | self.group(head, "margins", MARGINS)
        sheet = structs.replace(resized(base, own.get("page", base.width), **margins), gutter=own.get("gutter", base.gutter))
        if smaller(sheet.inner, LEAST_ROOM):
            self.findings.error(head.span_of("margins"), "theme/margins", width=LEAST_ROOM[0], height=LEAST_ROOM[1])
            return base
        return sheet

    def frame(self, head: Fields) -> dict[str, Box]:
        """Where progress and navigation stand, if the theme says so."""
        at = self.inner(head, "frame", FRAME)
        if at is None:
            return {}
        boxes: dict[str, Box] = given(at, FRAME)
        for name, box in boxes.items():
            self.hold_on_page(at, name, box, LEAST_FRAME)
        return boxes

    def hold_on_page(self, at: Fields, name: str, box: Box, least: tuple[int, int]) -> None:
        """Note a box that reaches over the page or is smaller than `least`."""
        page = self.sheet.box
        if box.x < 0 or box.y < 0 or box.right > page.right or box.bottom > page.bottom or smaller(box, least):
            facts = {"width": page.width // EMU_PER_PX, "height": page.height // EMU_PER_PX, "least": f"{least[0]}×{least[1]}"}
            self.findings.error(at.span_of(name), "theme/off-page", key=name, **facts)

    # ---- faces, type, surfaces

    def faces(self, head: Fields) -> tuple[dict[Face, FontPair], dict[Face, str]]:
        """Faces and the tables of their widths."""
        fonts, metrics = dict(self.base.fonts), dict(self.base.metrics)
        at = self.inner(head, "faces", FACES)
        names: tuple[Face, Face] = ("heading", "body")
        for name in names:
            face = self.group(at, name, FACE) if at else {}
            metrics[name] = face.pop("metrics", metrics[name])
            fonts[name] = structs.replace(fonts[name], **face)
        return fonts, metrics

    def role(self, at: Fields, base: TypeRole) -> TypeRole:
        style = base.style
        old: dict[str, Any] = {
            "sizes": base.sizes, "color": style.color, "strong": base.strong, "face": style.face, "bold": style.bold,
            "tracking": base.tracking, "leading": base.leading,
        }  # fmt: skip
        values = given(at, ENTRIES["type"][1])
        most = LARGEST.get(base.name, 0) * 100
        if most and max(values.get("sizes", base.sizes)) > most:
            facts = {"key": "sizes", "got": f"{max(values['sizes']) / 100:g}", "least": "6", "most": str(most // 100)}
            self.findings.error(at.span_of("sizes"), "theme/range", **facts)
            del values["sizes"]
        return type_role(base.name, **(old | values))

    def surface(self, at: Fields, base: Surface) -> Surface:
        values = given(at, ENTRIES["surfaces"][1], base)
        if values.get("edge") == "none":
            values |= {"edge": "", "edge_fill": None, "edge_width": 0}
        return structs.replace(base, **values)

    # ---- layouts

    def layout(self, at: Fields, base: LayoutSpec) -> LayoutSpec:
        values = given(at, ENTRIES["layouts"][1], base)
        if "background" in values:
            values["background"] = values["background"] or Color("lt2")
        if "content" in values:
            self.hold_on_page(at, "content", values["content"], LEAST_CONTENT)
        if "ornaments" in at:
            values["ornaments"] = self.ornaments(at)
        if "places" in at:
            values["places"] = self.places(at, base)
        if "options" in at:
            values["options"] = base.options | self.group(at, "options", CHOICES.get(base.name, {}))
        return structs.replace(base, **values)

    def places(self, at: Fields, base: LayoutSpec) -> dict[str, Place]:
        """The base's places, in its order, with what the theme says about them."""
        inner = self.inner(at, "places", LAYOUTS[base.name])
        own = {name: entry for name in inner.nodes if (entry := self.inner(inner, name, PLACE))} if inner else {}
        return {name: self.place(own[name], place) if name in own else place for name, place in base.places.items()}

    def place(self, at: Fields, base: Place) -> Place:
        values = given(at, PLACE)
        if "box" in values:
            self.hold_on_page(at, "box", values["box"], LEAST_PLACE)
        return Place(
            values.get("box", base.box),
            values.get("role", base.role),
            ALIGNS[values["align"]] if "align" in values else base.align,
            ANCHORS[values["anchor"]] if "anchor" in values else base.anchor,
        )

    def ornaments(self, at: Fields) -> tuple[Item, ...]:
        node = at.nodes["ornaments"]
        if not isinstance(node, SequenceNode):
            self.document.error(node, "load/wrong-type", key="ornaments", wanted=A_LIST, got=kind_of(node))
            return ()
        if len(node.value) > MOST_ORNAMENTS:
            facts = {"key": "ornaments", "count": len(node.value), "most": MOST_ORNAMENTS}
            self.document.error(node.value[MOST_ORNAMENTS], "theme/too-many", **facts)
            return ()
        return tuple(item for child in node.value if (item := self.ornament(child)) is not None)

    def ornament(self, node: Node) -> Item | None:
        at = entry_fields(self.document, node, ORNAMENT, "ornaments")
        if at is None:
            return None
        at.require("box")
        values = given(at, ORNAMENT)
        if "box" not in values:
            return None
        return ShapeBox(
            name=values.get("name", "装饰"),
            box=values["box"],
            shape=values.get("shape", "rect"),
            path=parsed_path(at, values["box"]) if "path" in values else None,
            fill=values.get("fill"),
            stroke=values.get("stroke"),
        )


def smaller(box: Box, least: tuple[int, int]) -> bool:
    """Whether a box is smaller than so many design pixels."""
    return box.width < least[0] * EMU_PER_PX or box.height < least[1] * EMU_PER_PX
