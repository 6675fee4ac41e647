"""What a template holds, as values: masters and layouts with their places and art, in EMU of a page as high as every page of ours."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.diagnostics import Span
from deckgen.geometry import PAGE_HEIGHT, Box, Emu
from deckgen.inspect.designs import Designs
from deckgen.inspect.package.parts import OpenedPackage
from deckgen.inspect.package.xml import Element
from deckgen.inspect.values import Presentation

TITLES = ("title", "ctrTitle")
FOOTERS = ("dt", "ftr", "sldNum")
BODIES = ("body", "subTitle", "obj")  # they take text; pictures, tables and charts have places of their own
WHOLE_PAGE = 80  # percent of a page from which art is its ground, and text may stand on it


class PlaceFact(Struct, frozen=True, gc=False):
    """A placeholder of a layout, its box resolved from layout to master; None where neither says where it stands."""

    type: str  # ST_PlaceholderType, `obj` where the file says none
    idx: str
    name: str
    box: Box | None
    vertical: bool = False

    def meant(self, reference: str) -> bool:
        """Whether `body#13`, `subTitle` or the name of the placeholder means this one."""
        return bool(reference) and reference in (f"{self.type}#{self.idx}", self.type, self.name)

    @property
    def is_title(self) -> bool:
        return self.type in TITLES

    @property
    def is_body(self) -> bool:
        return self.type in BODIES

    @property
    def is_footer(self) -> bool:
        return self.type in FOOTERS


class ArtFact(Struct, frozen=True, gc=False):
    """A shape that a layout or master draws on every slide."""

    kind: str  # shape, picture, connector, object
    name: str
    box: Box
    text: str = ""
    media: str = ""  # the part of a picture


class LayoutFact(Struct, frozen=True):
    """A layout, or a master seen as one: what a slide on it can fill, and what already stands there."""

    part: str
    name: str
    type: str  # ST_SlideLayoutType, "" where the file says none
    master: int  # counted from 0
    places: tuple[PlaceFact, ...]
    own_art: tuple[ArtFact, ...]
    master_art: tuple[ArtFact, ...]  # none where the layout hides it
    own_ground: bool  # whether it has a background of its own
    picture_ground: bool  # whether that is a picture
    slides: int = 0  # sample slides that use it
    ground_media: str = ""  # the part of the picture behind it, its master's where it has no background of its own
    titled: str = ""  # the name of the place that a `theme.yaml` says is the title; "" where the file itself has one

    @property
    def art(self) -> tuple[ArtFact, ...]:
        return self.master_art + self.own_art

    def of_type(self, *types: str) -> PlaceFact | None:
        """The first place of one of these types that stands anywhere."""
        return next((place for place in self.places if place.type in types and place.box), None)

    @property
    def title(self) -> PlaceFact | None:
        if self.titled:
            return next((place for place in self.places if place.name == self.titled and place.box), None)
        return self.of_type(*TITLES)

    @property
    def bodies(self) -> list[PlaceFact]:
        return [place for place in self.places if place.is_body and place.box and place.name != (self.titled or None)]


class Facts(Struct, frozen=True):
    """Everything that was read of a template. `scale` takes its own EMU to ours: a page is always 720 design pixels high."""

    package: OpenedPackage
    main: str  # the presentation part
    show: Presentation
    masters: tuple[LayoutFact, ...]
    layouts: tuple[LayoutFact, ...]
    designs: Designs
    roots: Mapping[str, Element]
    slides: tuple[str, ...]  # the parts of its sample slides, in order
    macros: bool

    @property
    def scale(self) -> float:
        return PAGE_HEIGHT / self.show.height

    @property
    def page(self) -> Box:
        return Box(0, 0, round(self.show.width * self.scale), PAGE_HEIGHT)

    @property
    def area(self) -> Emu:
        return self.page.width * self.page.height


class TemplateError(Exception):
    """Why a file cannot be a template: `rule` of the catalogs, with its facts; `span` is the place in the `theme.yaml` that is at fault."""

    def __init__(self, rule: str, span: Span | None = None, **facts: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.span = span
        self.facts = facts
