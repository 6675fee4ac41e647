"""Masters and layouts, read once for all slides that follow them."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from deckgen.check.deck.colors import Colors
from deckgen.check.deck.fills import UNKNOWN, Fill, fill_element, styled_fill
from deckgen.check.deck.levels import Levels
from deckgen.check.deck.package import Package
from deckgen.check.deck.scope import Base, Scope, color_map, first_map, master_bases, read_bases
from deckgen.check.deck.shapes import read_shapes
from deckgen.check.deck.theme import Theme, read_theme
from deckgen.check.deck.values import Shape
from deckgen.check.deck.xml import A, Element, P, flag, inner, parse

Roots = Callable[[str], Element | None]
WHITE = Fill()
OPENING = "title"  # the type of a layout for covers (ST_SlideLayoutType)
EMPTY_MASTER = parse(f'<p:sldMaster xmlns:p="{P[1:-1]}"/>'.encode())


class Design(Struct, frozen=True):
    """A master, or a layout on top of its master."""

    part: str
    theme_part: str
    theme: Theme
    mapped: dict[str, str]
    by_idx: dict[str, Base]
    by_type: dict[str, Base]
    plain: Base
    table_styles: dict[str, Element]
    shapes: tuple[Shape, ...] = ()  # what it paints on its slides, the master's first
    background: Fill | None = None
    opening: bool = False

    def scope(self, root: Element, package: Package, part: str) -> Scope:
        """What a slide (or the layout itself) that follows the design inherits."""
        colors = Colors(self.theme.scheme, color_map(root, self.mapped))
        return Scope(self.theme, colors, package.of(part), self.plain, self.table_styles, self.by_idx, self.by_type)


class Designs:
    """Every layout and master by its part, read when the first slide asks."""

    def __init__(self, package: Package, roots: Roots, defaults: Levels, table_styles: dict[str, Element]) -> None:
        self.package = package
        self.roots = roots
        self.defaults = defaults
        self.table_styles = table_styles
        self.known: dict[str, Design] = {}

    def layout(self, part: str) -> Design:
        """A layout that is missing looks like an empty one of an empty master."""
        if part not in self.known:
            root = self.roots(part)
            above = self.master(self.package.of(part).target("slideMaster"))
            self.known[part] = above if root is None else self.on_top(root, part, above)
        return self.known[part]

    def master(self, part: str) -> Design:
        key = f"master {part}"
        if key not in self.known:
            root = self.roots(part)
            theme_part = self.package.of(part).target("theme")
            self.known[key] = self.read_master(EMPTY_MASTER if root is None else root, part, theme_part)
        return self.known[key]

    def read_master(self, root: Element, part: str, theme_part: str) -> Design:
        plain = Base(self.defaults)
        bare = Design(
            part, theme_part, read_theme(self.roots(theme_part)), first_map(root), {}, master_bases(root, self.defaults), plain,
            self.table_styles,
        )  # fmt: skip
        return self.on_top(root, part, bare)

    def on_top(self, root: Element, part: str, above: Design) -> Design:
        """A design that says what `root` says and else what `above` does."""
        scope = above.scope(root, self.package, part)
        by_idx, by_type = read_bases(root, above.by_type, above.plain)
        own = read_background(root, scope)
        painted = read_shapes(root, scope, with_placeholders=False)
        return Design(
            part=part,
            theme_part=above.theme_part,
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
    found = inner(root, P + "cSld", P + "bg")
    if found is None:
        return None
    own = fill_element(found.find(P + "bgPr"))
    if own is not None:
        return scope.fill(own)
    return styled_fill(found.find(P + "bgRef"), scope.theme.styles, scope.colors) or UNKNOWN


def read_table_styles(root: Element | None) -> dict[str, Element]:
    return {style.get("styleId", "").upper(): style for style in (() if root is None else root.iterfind(A + "tblStyle"))}
