"""What a template is used as: which of its layouts serve us, settled by its file, by evidence, or by falling back.

Where no layout can hold content, or none has a place for the title of a cover, one of ours is made beside them (`grow`): the art of the
template with the places that it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, structs

from deckgen.diagnostics import listed, near
from deckgen.geometry import Box, px
from deckgen.template.area import area, is_ground, largest_empty
from deckgen.template.facts import Facts, LayoutFact, TemplateError
from deckgen.template.grow import NewLayout, NewPlace, fresh_parts, grown
from deckgen.template.read import parsed
from deckgen.template.roles import Candidate, Role, chosen_master, chosen_roles
from deckgen.template.settings import NO_SETTINGS, ROLES, LayoutSetting, Settings

SIDE = px(64)


class Chosen(Struct, frozen=True):
    """Layouts by role; a role without a layout of its own falls back to another's."""

    master: int
    roles: Mapping[str, Role]
    content: LayoutFact
    cover: LayoutFact
    closing: LayoutFact
    divider: LayoutFact | None = None
    area: Box | None = None
    strong: str = ""
    panel: str = ""
    made: tuple[str, ...] = ()  # roles whose layout is one of ours
    without: frozenset[str] = frozenset()  # footer, number, date that are not filled
    metrics: Mapping[str, str] = {}  # tables of widths that the file names for heading and body
    kinds: Mapping[str, tuple[LayoutFact, Box | None]] = {}  # kinds of slide on a layout of their own
    places: Mapping[str, Mapping[str, str]] = {}  # by role: which placeholder takes which text

    def opening(self, role: str) -> LayoutFact:
        return self.cover if role == "cover" else self.closing


def choose(facts: Facts, settings: Settings = NO_SETTINGS) -> tuple[Facts, Chosen]:
    """The roles as the file settles them, else by evidence, with their fallbacks; the facts with the layouts that had to be made."""
    if not facts.layouts:
        raise TemplateError("theme/no-layouts")
    master = master_of(facts, settings)
    roles = chosen_roles(facts, master)
    layouts = [layout for layout in facts.layouts if layout.master == master] or list(facts.layouts)
    for name, setting in settings.layouts.items():
        if setting.layout in ROLES:  # closing: cover
            roles[name] = Role(name, "given", roles[setting.layout].chosen)
        else:
            roles[name] = Role(name, "given", Candidate(with_title(named(setting, layouts, facts), setting), ()))
    plans = []
    content = roles["content"].layout
    if content is None or content.title is None:
        content = None
        plans.append(content_plan(facts, master))
    cover = roles["cover"].layout
    if cover is None or cover.title is None:
        plans.append(cover_plan(facts, cover or richest(layouts)))
        cover = None
    parts = fresh_parts(facts.package, len(plans))
    if plans:
        facts = grown(facts, plans)
    by_part = {layout.part: layout for layout in facts.layouts}
    added = {plan.role: by_part[part] for plan, part in zip(plans, parts, strict=True)}
    content, cover = content or added["content"], cover or added["cover"]
    closing, divider = roles["closing"].layout, roles["divider"]
    return facts, Chosen(
        master=master,
        roles=roles,
        content=content,
        cover=cover,
        closing=closing if closing and closing.title else cover,
        divider=divider.layout if divider.band in ("sure", "given") and divider.layout and divider.layout.title else None,
        made=tuple(plan.role for plan in plans),
        area=settings.layouts["content"].area if "content" in settings.layouts else None,
        strong=settings.strong,
        panel=settings.panel,
        without=settings.without,
        metrics=settings.metrics,
        kinds={kind: (titled(setting, layouts, facts), setting.area) for kind, setting in settings.kinds.items()},
        places={name: setting.places for name, setting in settings.layouts.items()},
    )


def master_of(facts: Facts, settings: Settings) -> int:
    """The master that the file names, by its number from 1 or by its name, which PowerPoint takes from its theme; else the one with the brand."""
    if not settings.master:
        return chosen_master(facts)
    if settings.master.isdigit() and 1 <= int(settings.master) <= len(facts.masters):
        return int(settings.master) - 1
    names = master_names(facts)
    if settings.master in names:
        return names.index(settings.master)
    raise TemplateError(
        "theme/unknown-master",
        settings.master_source,
        name=settings.master,
        near=near(settings.master, names),
        count=len(facts.masters),
        known=listed(list(dict.fromkeys(name for name in names if name))),
    )


def master_names(facts: Facts) -> list[str]:
    """What PowerPoint calls the masters: each as its theme is named."""
    roots = [parsed(facts.package, facts.package.of(master.part).target("theme")) for master in facts.masters]
    return [root.get("name", "").strip() if root is not None else "" for root in roots]


def named(setting: LayoutSetting, layouts: list[LayoutFact], facts: Facts) -> LayoutFact:
    """The layout of that name, of the chosen master first."""
    found = next((layout for layout in (*layouts, *facts.layouts) if layout.name == setting.layout), None)
    if found is None:
        names = list(dict.fromkeys(layout.name for layout in layouts))
        raise TemplateError(
            "theme/unknown-layout", setting.source, name=setting.layout, near=near(setting.layout, names), known=listed(names)
        )
    return found


def with_title(layout: LayoutFact, setting: LayoutSetting) -> LayoutFact:
    """The layout, its title in the place that the file names; every place that is named must be one that stands there."""
    for reference, source in setting.named_places():
        if not any(place.meant(reference) for place in layout.places if place.box):
            known = [f"{place.type}#{place.idx}" for place in layout.places if place.box]
            raise TemplateError(
                "theme/unknown-place", source, name=reference, layout=layout.name, near=near(reference, known), known=listed(known)
            )
    reference = setting.places.get("title", "")
    if not reference:
        return layout
    return structs.replace(layout, titled=next(place.name for place in layout.places if place.box and place.meant(reference)))


def titled(setting: LayoutSetting, layouts: list[LayoutFact], facts: Facts) -> LayoutFact:
    """The same for a kind of slide, which cannot do without a place for its title."""
    found = with_title(named(setting, layouts, facts), setting)
    if found.title is None:
        raise TemplateError("theme/no-title-place", setting.source, name=setting.layout)
    return found


def richest(layouts: list[LayoutFact]) -> LayoutFact:
    """The layout with most art of its own."""
    return max(layouts, key=lambda layout: (layout.picture_ground, len(layout.own_art)))


def content_plan(facts: Facts, master: int) -> NewLayout:
    """A content layout of the master alone: its title where the master has it, else at the top of what is free."""
    own, page = facts.masters[master], facts.page
    title = own.title.box if own.title else None
    obstacles = [art.box for art in own.art if not is_ground(art.box, page)]
    if title and title.bottom * 5 < page.height * 2 and title.height * 4 < page.height and title.width * 3 > page.width:
        box = title
    else:
        band = Box(SIDE, px(28), page.width - 2 * SIDE, px(80))
        box = largest_empty(band, obstacles)
        if box.width * 3 < page.width:
            box = band
    return NewLayout("content", "内容", own.part, (NewPlace("title", 0, "标题", box, 3200, "", True, "l", "ctr"),))


def cover_plan(facts: Facts, base: LayoutFact) -> NewLayout:
    """A cover from art alone: title, subtitle and foot in the largest room that it leaves free."""
    page = facts.page
    room = page.inset(page.width // 12, page.height // 8)
    obstacles = [art.box for art in base.art if not is_ground(art.box, page)]
    free = largest_empty(room, obstacles)
    if area(free) * 4 < area(room):
        free = room
    title, rest = free.cut_top(free.height * 11 // 20, px(8))
    subtitle, rest = rest.cut_top(rest.height // 2, px(8))
    places = (
        NewPlace("ctrTitle", 0, "标题", title, 4800, "", True, "ctr", "b"),
        NewPlace("subTitle", 1, "副标题", subtitle, 2400, "", False, "ctr", "t"),
        NewPlace("body", 101, "落款", Box(rest.x, rest.y, rest.width, min(rest.height, px(48))), 1800, "", False, "ctr", "ctr"),
    )
    return NewLayout("cover", "封面", base.part, places, type="title")
