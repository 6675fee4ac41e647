"""What a `theme.yaml` with `template:` settles: which layouts serve us, where content stands, which accent is the main colour."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from yaml.nodes import MappingNode, Node, ScalarNode

from deckgen.diagnostics import NOWHERE, Span, term
from deckgen.geometry import Box
from deckgen.kinds.registry import KINDS
from deckgen.load.nodes import Document, Fields, entry_fields, fields, root_fields, scalar_text
from deckgen.load.theme_fields import METRICS, Field
from deckgen.load.theme_values import REFUSED, box
from deckgen.template.colors import ACCENTS, PANELS

FIELDS = ("name", "label", "template", "sha256", "master", "layouts", "footer", "faces", "colors")
ROLES = ("cover", "content", "closing", "divider")
LAYOUTS = (*ROLES, "kinds")
PLACES = ("title", "kicker", "subtitle", "foot")  # which placeholder takes which text
LAYOUT = ("layout", *PLACES, "area")
FOOTER = ("text", "number", "date")
FACES, FACE = ("heading", "body"), ("metrics",)
COLORS = ("strong", "panel")
NONE = "none"
OWN_KINDS = (*KINDS, "agenda")
AREA = Field("box", "", least=16)


class LayoutSetting(Struct, frozen=True):
    """A layout by its name; `places` says which of its placeholders takes which text: `body#13`, a name, or `none`."""

    layout: str
    source: Span
    places: Mapping[str, str] = {}
    sources: Mapping[str, Span] = {}  # where each of these is written
    area: Box | None = None

    def named_places(self) -> list[tuple[str, Span]]:
        """(reference, where it is written) of every place that is not `none`."""
        return [(reference, self.sources[name]) for name, reference in self.places.items() if reference != NONE]


class Settings(Struct, frozen=True):
    """ "" and nothing where the file says nothing: evidence decides."""

    name: str = ""
    template: str = ""
    template_source: Span = NOWHERE
    sha256: str = ""
    sha256_source: Span = NOWHERE
    master: str = ""
    master_source: Span = NOWHERE
    layouts: Mapping[str, LayoutSetting] = {}
    kinds: Mapping[str, LayoutSetting] = {}
    without: frozenset[str] = frozenset()  # footer, number, date that are not filled
    metrics: Mapping[str, str] = {}
    strong: str = ""
    panel: str = ""  # the slot that panels and cards of emphasis are filled with


NO_SETTINGS = Settings()


def read_settings(document: Document) -> Settings | None:
    """The settings of a file that has been composed; None with the faults noted."""
    head = None if document.root is None else root_fields(document, document.root, FIELDS, term("load/theme"))
    if head is None:
        return None
    head.require("template")
    layouts = inner(head, "layouts", LAYOUTS)
    footer, colors = inner(head, "footer", FOOTER), inner(head, "colors", COLORS)
    named = {name: setting for name in ROLES if (setting := layout_setting(layouts, name))} if layouts else {}
    kinds = inner(layouts, "kinds", OWN_KINDS) if layouts else None
    return Settings(
        name=head.text("label") or head.text("name"),
        template=head.text("template"),
        template_source=head.span_of("template"),
        sha256=head.text("sha256"),
        sha256_source=head.span_of("sha256"),
        master=head.text("master"),
        master_source=head.span_of("master"),
        layouts=named,
        kinds={name: setting for name in kinds.nodes if (setting := layout_setting(kinds, name))} if kinds else {},
        without=frozenset(OURS[name] for name in FOOTER if footer and footer.text(name) == NONE),
        metrics=metrics(head),
        strong=colors.choice("strong", ACCENTS) if colors and "strong" in colors else "",
        panel=colors.choice("panel", PANELS) if colors and "panel" in colors else "",
    )


OURS = {"text": "footer", "number": "number", "date": "date"}


def inner(at: Fields, name: str, known: tuple[str, ...]) -> Fields | None:
    return fields(at.document, at.nodes[name], known, name) if name in at else None


def metrics(head: Fields) -> dict[str, str]:
    faces = inner(head, "faces", FACES)
    found = {}
    for name in FACES:
        face = inner(faces, name, FACE) if faces else None
        if face and "metrics" in face:
            found[name] = face.choice("metrics", METRICS)
    return {name: table for name, table in found.items() if table}


def layout_setting(at: Fields, name: str) -> LayoutSetting | None:
    """`封面`, or `{layout: 封面, subtitle: body#13, area: [64, 150, 1152, 480]}`."""
    node: Node | None = at.nodes.get(name)
    if node is None or name not in at:
        return None
    if isinstance(node, ScalarNode):
        return LayoutSetting(scalar_text(at.document, node, name), at.span_of(name))
    if not isinstance(node, MappingNode):
        at.text(name)  # which notes that it is no text
        return None
    own = entry_fields(at.document, node, LAYOUT, name)
    if own is None:
        return None
    own.require("layout")
    room = box(own, "area", AREA, None) if "area" in own else None
    places = {place: own.text(place) for place in PLACES if place in own}
    return LayoutSetting(
        own.text("layout"),
        own.span_of("layout"),
        places,
        {place: own.span_of(place) for place in places},
        None if room is REFUSED else room,
    )
