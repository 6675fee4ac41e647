"""Masters and layouts, read once for all slides that follow them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from deckgen.inspect.package.parts import OpenedPackage
from deckgen.inspect.package.xml import A, Element, P, flag, inner, parse
from deckgen.inspect.resolve.colors import Colors
from deckgen.inspect.resolve.fills import UNKNOWN, Fill, fill_element, styled_fill
from deckgen.inspect.resolve.levels import Levels
from deckgen.inspect.resolve.scope import Base, Scope, color_map, first_map, master_bases, read_bases
from deckgen.inspect.resolve.theme import DeckTheme, read_theme
from deckgen.inspect.shapes.shapes import read_shapes
from deckgen.inspect.values import Shape

Roots = Callable[[str], Element | None]
Mapped = dict[str, str]  # the names of slots on a slide, to those of the scheme
OPENING = "title"  # the type of a layout for covers (ST_SlideLayoutType)
EMPTY_MASTER = parse(f'<p:sldMaster xmlns:p="{P[1:-1]}"/>'.encode())


class SlideDesign(Struct, frozen=True):
    """A master, or a layout on top of its master."""

    part: str
    theme: DeckTheme
    mapped: Mapped
    by_idx: dict[str, Base]
    by_type: dict[str, Base]
    plain: Base
    table_styles: dict[str, Element]
    shapes: tuple[Shape, ...] = ()  # what it paints on its slides, the master's first
    background: Fill | None = None
    opening: bool = False

    def scope(self, root: Element, package: OpenedPackage, part: str, mapped: Mapped | None = None) -> Scope:
        """What a slide (or the layout itself) that follows the design inherits; `mapped` overrules every colour map."""
        colors = Colors(self.theme.scheme, mapped or color_map(root, self.mapped))
        return Scope(self.theme, colors, package.of(part), self.plain, self.table_styles, self.by_idx, self.by_type)


class Designs:
    """Every layout and master by its part, read when the first slide asks."""

    def __init__(self, package: OpenedPackage, roots: Roots, defaults: Levels, table_styles: dict[str, Element]) -> None:
        self.package = package
        self.roots = roots
        self.defaults = defaults
        self.table_styles = table_styles
        self.known: dict[tuple[str, frozenset[tuple[str, str]]], SlideDesign] = {}

    def layout(self, part: str, mapped: Mapped | None = None) -> SlideDesign:
        """A layout, seen through the colour map of a slide that has its own; one that is missing looks like its master."""
        key = (part, mapped_key(mapped))
        if key not in self.known:
            root = self.roots(part)
            above = self.master(self.package.of(part).target("slideMaster"), mapped)
            self.known[key] = above if root is None else self.on_top(root, part, above, mapped)
        return self.known[key]

    def for_slide(self, root: Element, part: str) -> SlideDesign:
        """PowerPoint paints what a slide inherits in the slide's own colours."""
        design = self.layout(part)
        mapped = color_map(root, design.mapped)
        return design if mapped == design.mapped else self.layout(part, mapped)

    def master(self, part: str, mapped: Mapped | None) -> SlideDesign:
        key = (f"master {part}", mapped_key(mapped))
        if key not in self.known:
            root = self.roots(part)
            self.known[key] = self.read_master(EMPTY_MASTER if root is None else root, part, mapped)
        return self.known[key]

    def read_master(self, root: Element, part: str, mapped: Mapped | None) -> SlideDesign:
        bare = SlideDesign(
            part=part,
            theme=read_theme(self.roots(self.package.of(part).target("theme"))),
            mapped=first_map(root),
            by_idx={},
            by_type=master_bases(root, self.defaults),
            plain=Base(self.defaults),
            table_styles=self.table_styles,
        )
        return self.on_top(root, part, bare, mapped)

    def on_top(self, root: Element, part: str, above: SlideDesign, mapped: Mapped | None) -> SlideDesign:
        """A design that says what `root` says and else what `above` does."""
        scope = above.scope(root, self.package, part, mapped)
        by_idx, by_type = read_bases(root, above.by_type, above.plain)
        own = read_background(root, scope)
        painted = read_shapes(root, scope, with_placeholders=False)
        return SlideDesign(
            part=part,
            theme=above.theme,
            mapped=scope.colors.mapped,
            by_idx=by_idx,
            by_type=by_type,
            plain=above.plain,
            table_styles=above.table_styles,
            shapes=(above.shapes if flag(root, "showMasterSp", True) else ()) + painted,
            background=above.background if own is None else own,
            opening=root.get("type") == OPENING,
        )


def read_background(root: Element, scope: Scope) -> Fill | None:
    """The fill behind everything, None where the part does not say."""
    background = inner(root, P + "cSld", P + "bg")
    if background is None:
        return None
    own = fill_element(background.find(P + "bgPr"))
    if own is not None:
        return scope.fill(own)
    return styled_fill(background.find(P + "bgRef"), scope.theme.styles, scope.colors) or UNKNOWN


def read_table_styles(root: Element | None) -> dict[str, Element]:
    return {style.get("styleId", "").upper(): style for style in (() if root is None else root.iterfind(A + "tblStyle"))}


def mapped_key(mapped: Mapped | None) -> frozenset[tuple[str, str]]:
    return frozenset(mapped.items()) if mapped else frozenset()
