"""What the shapes of one part inherit: colours, faces, and the placeholders of layout and master."""

from __future__ import annotations

from xml.etree import ElementTree

from msgspec import Struct, structs

from deckgen.inspect.package.parts import Relations
from deckgen.inspect.package.xml import A, Element, P, attributes, children, inner
from deckgen.inspect.resolve.colors import USUAL_MAP, Colors, Rgba
from deckgen.inspect.resolve.fills import UNKNOWN, Fill, fill_element, read_fill
from deckgen.inspect.resolve.levels import LEVELS, NO_LEVELS, Level, Levels, read_levels, stacked
from deckgen.inspect.resolve.matrix import Transform, read_frame
from deckgen.inspect.resolve.theme import DeckTheme
from deckgen.inspect.values import FOOTERS, TITLES, PlaceholderKey

# Which style of the master a placeholder follows, by its type; all others follow the body's.
MASTER_STYLES = dict.fromkeys(TITLES, "titleStyle") | dict.fromkeys(FOOTERS, "otherStyle")


class Base(Struct, frozen=True):
    """What a shape starts from before it says anything itself."""

    levels: Levels = NO_LEVELS
    bodies: tuple[Element, ...] = ()  # bodyPr, the nearest first
    frame: Transform | None = None
    fill: Element | None = None

    def colored(self, color: Element | None, bold: bool | None = None) -> Base:
        """The base with the text colour and weight of a style (a `fontRef`, a table's `tcTxStyle`)."""
        if color is None and bold is None:
            return self
        fill = None
        if color is not None:
            fill = ElementTree.Element(A + "solidFill")
            fill.append(color)
        return structs.replace(self, levels=stacked((Level(fill=fill, bold=bold),) * LEVELS, self.levels))


class Scope(Struct, frozen=True):
    """What holds on one slide, layout or master."""

    theme: DeckTheme
    colors: Colors
    relations: Relations
    plain: Base  # for shapes that fill no placeholder
    table_styles: dict[str, Element]
    by_idx: dict[str, Base] = {}
    by_type: dict[str, Base] = {}
    fills: dict[Element, Fill] = {}

    def base(self, place: PlaceholderKey | None) -> Base:
        """By the index in the layout, else by the type in layout or master."""
        if place is None:
            return self.plain
        kind = kind_of(place.type)
        if place.idx in self.by_idx and kind not in ("title", *FOOTERS):
            return self.by_idx[place.idx]
        return self.by_type.get(kind) or self.by_idx.get(place.idx) or self.by_type.get("body") or self.plain

    def fill(self, element: Element) -> Fill:
        """The fill of an element, remembered: runs of a layout's style share it."""
        if element not in self.fills:
            self.fills[element] = read_fill(element, self.colors)
        return self.fills[element]

    @property
    def text_fill(self) -> Fill:
        """What text without any colour shows."""
        return self.slot_fill("tx1")

    def slot_fill(self, slot: str) -> Fill:
        rgb = self.colors.slot(slot)
        return Fill((Rgba(rgb),)) if rgb else UNKNOWN


def kind_of(placeholder: str) -> str:
    """The type a master knows: a centred title is a title, whatever holds content is a body."""
    if placeholder in TITLES:
        return "title"
    return placeholder if placeholder in FOOTERS else "body"


def placeholder_of(shape: Element) -> PlaceholderKey | None:
    mark = shape.find(f"*/{P}nvPr/{P}ph")
    return None if mark is None else PlaceholderKey(mark.get("type", "obj"), mark.get("idx", "0"))


def read_bases(root: Element, above: dict[str, Base], other: Base) -> tuple[dict[str, Base], dict[str, Base]]:
    """The placeholders of a layout or master, by index and by type, on top of what stands above them."""
    by_idx: dict[str, Base] = {}
    by_type = dict(above)
    first: set[str] = set()
    for shape in children(root, P + "cSld", P + "spTree"):
        place = placeholder_of(shape)
        if place is None:
            continue
        kind = kind_of(place.type)
        inherited = read_base(shape, above.get(kind, other))
        by_idx.setdefault(place.idx, inherited)
        if kind not in first:
            by_type[kind] = inherited
        first.add(kind)
    return by_idx, by_type


def read_base(shape: Element, above: Base) -> Base:
    properties = shape.find(P + "spPr")
    body = shape.find(P + "txBody")
    own = inner(body, A + "bodyPr")
    fill = fill_element(properties)
    return Base(
        levels=stacked(read_levels(inner(body, A + "lstStyle")), above.levels),
        bodies=above.bodies if own is None else (own, *above.bodies),
        frame=read_frame(inner(properties, A + "xfrm")) or above.frame,
        fill=above.fill if fill is None else fill,
    )


def master_bases(root: Element, defaults: Levels) -> dict[str, Base]:
    """What the text styles of a master give each type of placeholder."""
    styles = root.find(P + "txStyles")
    kinds = ("title", "body", *FOOTERS)
    return {kind: Base(stacked(read_levels(inner(styles, P + MASTER_STYLES.get(kind, "bodyStyle"))), defaults)) for kind in kinds}


def color_map(root: Element, above: dict[str, str]) -> dict[str, str]:
    """The map of a master, or what a slide or layout puts in its place."""
    own = attributes(root.find(P + "clrMap")) or attributes(inner(root, P + "clrMapOvr", A + "overrideClrMapping"))
    return {**above, **own} if own else above


def first_map(root: Element) -> dict[str, str]:
    return color_map(root, USUAL_MAP)
