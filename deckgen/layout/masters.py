"""The theme's layouts as the scene holds them: ornaments, and every placeholder that slides may fill."""

from __future__ import annotations

from msgspec import structs

from deckgen import scene
from deckgen.blocks.page import PlaceholderSet
from deckgen.blocks.setting import Typesetter
from deckgen.drawing import HAIRLINE
from deckgen.kinds.kind import Bodies
from deckgen.kinds.registry import KINDS
from deckgen.language import Language
from deckgen.names import Name
from deckgen.scene import Item, Placeholder
from deckgen.theme import LayoutSpec, Place, Theme

# `type` and `idx` of the places a theme draws (ST_PlaceholderType; idx 0 is left out in the file), and their name among
# those of the language.
PLACES: dict[str, tuple[str, int, str]] = {
    "title": ("title", 0, "title"),
    "subtitle": ("subTitle", 1, "subtitle"),
    "kicker": ("body", 10, "kicker"),
    "motto": ("body", 11, "motto"),
    "numeral": ("body", 12, "numeral"),
    "foot": ("body", 13, "foot"),
    "year": ("body", 14, "year"),
    "heading": ("body", 15, "heading"),
    "text": ("body", 16, "text"),
    "body": ("body", 1, "body"),
    "footer": ("ftr", 90, "footer"),
    "number": ("sldNum", 91, "page_number"),
    "date": ("dt", 92, "date"),
    "note": ("body", 17, "note"),
}
CENTERED = {"cover", "closing"}  # their title is a `ctrTitle`
FOOTING = ("ftr", "sldNum", "dt")  # they have no prompt

# The bodies that an overview fills; those of the kinds of slide are in their declarations.
AGENDA_BODIES = Bodies(name=Name("条目", "Entry"), count=12, roles=("agenda-title", "agenda-motto"))


def placeholder_sets(theme: Theme, typesetter: Typesetter, language: Language) -> dict[str, PlaceholderSet]:
    """For each layout its placeholders by name."""
    return {name: placeholders(spec, typesetter, language) for name, spec in theme.layouts.items()}


def placeholders(spec: LayoutSpec, typesetter: Typesetter, language: Language) -> PlaceholderSet:
    places = {name: placed(spec, name, place, typesetter, language) for name, place in spec.places.items()}
    for bodies in bodies_of(spec.name):
        boxes = bodies.boxes(spec.content, bodies.count)
        for n, box in enumerate(boxes, 1):
            name = f"{bodies.stem}{n}"
            body = Placeholder(
                role=name, type="body", idx=bodies.first + n - 1, box=box, styles=(), leadings=(),
                label=language.numbered(language.choose(bodies.name), n), prompt=language.prompts.other,
                vertical=spec.options.get("arrangement") == "banners" and language.upright,
            )  # fmt: skip
            places[name] = leveled(body, bodies.roles, typesetter)
    return places


def bodies_of(layout: str) -> tuple[Bodies, ...]:
    """The bodies that slides of a layout fill."""
    if layout in KINDS:
        return KINDS[layout].bodies
    return (AGENDA_BODIES,) if layout == "agenda" else ()


def placed(spec: LayoutSpec, name: str, place: Place, typesetter: Typesetter, language: Language) -> Placeholder:
    kind, idx, label = PLACES[name]
    if name == "title" and spec.name in CENTERED:
        kind = "ctrTitle"
    placeholder = Placeholder(
        role=name, type=kind, idx=idx, box=place.box, styles=(), leadings=(), label=getattr(language.names, label),
        prompt="" if kind in FOOTING else getattr(language.prompts, name), align=place.align, anchor=place.anchor,
        # LibreOffice sets footers and numbers in a style of its own unless the slide says otherwise.
        inherits=kind not in FOOTING,
    )  # fmt: skip
    return leveled(placeholder, (place.role,), typesetter)


def leveled(placeholder: Placeholder, roles: tuple[str, ...], typesetter: Typesetter) -> Placeholder:
    """The placeholder with a style a level."""
    settings = [typesetter.setting(role) for role in roles]
    return structs.replace(placeholder, styles=tuple(s.style for s in settings), leadings=tuple(s.leading for s in settings))


def design(theme: Theme, sets: dict[str, PlaceholderSet], language: Language) -> scene.Design:
    """The theme as the writers need it."""
    layouts = {name: layout(spec, sets[name], language) for name, spec in theme.layouts.items()}
    return scene.Design(
        name=language.theme_label(theme.name, theme.label),
        width=theme.sheet.width,
        height=theme.sheet.height,
        palette=theme.palette,
        fonts={role: structs.replace(pair, latin=language.latin_face(pair.latin)) for role, pair in theme.fonts.items()},
        table=table_look(theme),
        master=layouts.pop("master"),
        layouts=tuple(layouts.values()),
    )


def table_look(theme: Theme) -> scene.TableLook:
    """The surfaces of tables, and the colours of their text; a theme that fills none of them has its paper there."""
    paper = theme.layouts["table"].background
    head, row, band, total = (theme.surfaces[name] for name in ("table-head", "table-row", "table-band", "table-total"))
    roles = theme.roles
    return scene.TableLook(
        head=head.fill or paper, head_text=roles["table-head"].style.color, row=row.fill or paper, band=band.fill or paper,
        text=roles["table-cell"].style.color, rule=row.stroke or HAIRLINE, total=total.stroke or HAIRLINE,
    )  # fmt: skip


def layout(spec: LayoutSpec, places: PlaceholderSet, language: Language) -> scene.Layout:
    return scene.Layout(
        name=spec.name, label=language.layout_label(spec.name, spec.label), background=spec.background,
        ornaments=tuple(named_ornament(item, n, language) for n, item in enumerate(spec.ornaments, 1)),
        placeholders=tuple(places.values()), hides_master=spec.hides_master,
    )  # fmt: skip


def named_ornament(item: Item, number: int, language: Language) -> Item:
    name = language.ornament(item.name, number)
    return item if name == item.name else structs.replace(item, name=name)
