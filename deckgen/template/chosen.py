"""What a template is used as: which of its layouts serve us, settled by its file, by evidence, or by falling back.

Where no layout can hold content, or none has a place for the title of a cover, one of ours is made beside them (`grow`): the art of the
template with the places that it lacks.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from deckgen.geometry import Box, px
from deckgen.template.area import area, is_ground, largest_empty
from deckgen.template.facts import Facts, LayoutFact, TemplateError
from deckgen.template.grow import NewLayout, NewPlace, grown
from deckgen.template.roles import Role, chosen_master, chosen_roles

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
    made: tuple[str, ...] = ()  # roles whose layout is one of ours

    def opening(self, role: str) -> LayoutFact:
        return self.cover if role == "cover" else self.closing


def choose(facts: Facts, master: int = -1) -> tuple[Facts, Chosen]:
    """The roles by evidence, with their fallbacks; the facts with the layouts that had to be made."""
    if not facts.layouts:
        raise TemplateError("theme/no-layouts")
    master = chosen_master(facts) if master < 0 else master
    roles = chosen_roles(facts, master)
    layouts = [layout for layout in facts.layouts if layout.master == master] or list(facts.layouts)
    plans = []
    content = roles["content"].layout
    if content is None or content.title is None:
        content = None
        plans.append(content_plan(facts, master))
    cover = roles["cover"].layout
    if cover is None or cover.title is None:
        plans.append(cover_plan(facts, cover or richest(layouts)))
        cover = None
    if plans:
        facts = grown(facts, plans)
    added = {plan.role: facts.layouts[index] for plan, index in zip(plans, made_at(facts, len(plans)), strict=True)}
    content, cover = content or added["content"], cover or added["cover"]
    closing, divider = roles["closing"].layout, roles["divider"]
    return facts, Chosen(
        master=master,
        roles=roles,
        content=content,
        cover=cover,
        closing=closing if closing and closing.title else cover,
        divider=divider.layout if divider.band == "sure" and divider.layout and divider.layout.title else None,
        made=tuple(plan.role for plan in plans),
    )


def made_at(facts: Facts, count: int) -> list[int]:
    """Where the layouts that were made stand among all."""
    places = {layout.part: index for index, layout in enumerate(facts.layouts)}
    return [places[f"ppt/slideLayouts/slideLayoutOfDeck{number}.xml"] for number in range(1, count + 1)]


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
