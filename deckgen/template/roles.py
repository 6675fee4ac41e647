"""Which layout is for what: evidence with its points, a sure answer, a guess, or none.

Geometry speaks before types, and types before names: of the layouts of 150 templates that were read every third has no type, and names
come in seven languages or say nothing. What a sum is worth was settled on twenty templates by hand: see docs/templates.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from deckgen.template.facts import Facts, LayoutFact, PlaceFact
from deckgen.template.names import ROLES, named_for

SURE, AHEAD, GUESS = 50, 10, 25  # points
ALONE = 50  # so far ahead of every other, and what would be a guess is sure: a closing has little to show but its name
TYPES = {
    "title": "cover", "obj": "content", "tx": "content", "titleOnly": "content", "secHead": "divider",
}  # fmt: skip
# Types of layouts that hold something else than a title over free room.
OTHERS = frozenset(
    (
        "twoObj",
        "twoTxTwoObj",
        "blank",
        "objTx",
        "picTx",
        "vertTx",
        "vertTitleAndTx",
        "twoColTx",
        "fourObj",
        "twoObjOverTx",
        "objOnly",
        "twoObjAndObj",
    )
)
LARGE = 20  # percent of the page from which a body is one


class Evidence(Struct, frozen=True):
    """One reason for or against: `what` is a word of the catalogs."""

    what: str
    points: int


class Candidate(Struct, frozen=True):
    """A layout as one role sees it."""

    layout: LayoutFact
    evidence: tuple[Evidence, ...]

    @property
    def points(self) -> int:
        return sum(each.points for each in self.evidence)


class Role(Struct, frozen=True):
    """What was chosen for a role: `band` is sure, guess, none, or given (in a mapping file)."""

    name: str
    band: str
    chosen: Candidate | None
    runner_up: Candidate | None = None

    @property
    def layout(self) -> LayoutFact | None:
        return self.chosen.layout if self.chosen else None

    @property
    def points_told(self) -> int:
        return self.chosen.points if self.chosen else 0


def chosen_master(facts: Facts) -> int:
    """The master that carries the brand: three times its sample slides, and what it draws itself; of equals the first."""

    def worth(master: int) -> int:
        layouts = [layout for layout in facts.layouts if layout.master == master]
        art = len(facts.masters[master].own_art) + sum(len(layout.own_art) for layout in layouts)
        ground = facts.masters[master].picture_ground
        return 3 * sum(layout.slides for layout in layouts) + min(art, 40) + 5 * ground

    return max(range(len(facts.masters)), key=lambda master: (worth(master), -master))


def chosen_roles(facts: Facts, master: int) -> dict[str, Role]:
    """Every role with the layout that speaks most for it."""
    layouts = [layout for layout in facts.layouts if layout.master == master]
    return {role: banded(role, candidates(role, layouts, facts)) for role in ROLES}


def banded(role: str, ranked: Sequence[Candidate]) -> Role:
    if not ranked or ranked[0].points < GUESS:
        return Role(role, "none", None, ranked[0] if ranked else None)
    first = ranked[0]
    second = next((each for each in ranked[1:] if not alike(first.layout, each.layout)), None)
    ahead = first.points - (second.points if second else 0)
    sure = (first.points >= SURE and ahead >= AHEAD) or (second is not None and ahead >= ALONE)
    return Role(role, "sure" if sure else "guess", first, second)


def alike(one: LayoutFact, other: LayoutFact) -> bool:
    """Whether it makes no difference to a slide with boxes of its own: the same title over the same art (标题和内容, 仅标题)."""
    same_title = one.title is not None and other.title is not None and one.title.box == other.title.box
    return same_title and [art.box for art in one.art] == [art.box for art in other.art]


def candidates(role: str, layouts: Sequence[LayoutFact], facts: Facts) -> list[Candidate]:
    """The layouts, best first; of equals the one that comes first in the file."""
    found = [Candidate(layout, tuple(each for each in EVIDENCE[role](layout, facts) if each.points)) for layout in layouts]
    return sorted(found, key=lambda candidate: -candidate.points)


def type_and_name(role: str, layout: LayoutFact) -> list[Evidence]:
    """What the file itself says that the layout is for."""
    found = []
    typed = TYPES.get(layout.type, "other" if layout.type in OTHERS else "")
    if typed == role:
        found.append(Evidence("theme/because-type", 30))
    elif typed:
        found.append(Evidence("theme/because-other-type", -20))
    named = named_for(layout.name)
    if named == role:
        found.append(Evidence("theme/because-name", 25))
    elif named:
        found.append(Evidence("theme/because-other-name", -25))
    if layout.slides:
        found.append(Evidence("theme/because-slides", min(5, layout.slides)))
    if any(place.vertical and not place.is_footer for place in layout.places):
        found.append(Evidence("theme/because-vertical", -60))
    return found


def cover_evidence(layout: LayoutFact, facts: Facts) -> list[Evidence]:
    found = type_and_name("cover", layout)
    title, page = layout.title, facts.page
    if title and title.box:
        if title.type == "ctrTitle":
            found.append(Evidence("theme/because-centred-title", 15))
        if title.box.height * 100 > 12 * page.height and title.box.y * 100 > 10 * page.height:
            found.append(Evidence("theme/because-tall-title", 10))
    if len(large_bodies(layout, facts)) > 1:
        found.append(Evidence("theme/because-bodies", -20))
    return found + art_evidence(layout, 6, 5)


def content_evidence(layout: LayoutFact, facts: Facts) -> list[Evidence]:
    found = type_and_name("content", layout)
    title, page = layout.title, facts.page
    if title and title.box:
        box = title.box
        on_top = box.y * 100 < 30 * page.height and box.height * 100 < 30 * page.height and box.width * 100 > 35 * page.width
        found.append(Evidence("theme/because-title-on-top", 20) if on_top else Evidence("theme/because-title-elsewhere", -25))
    bodies = large_bodies(layout, facts)
    if len(bodies) == 1:
        found.append(Evidence("theme/because-one-body", 15))
    elif bodies:
        found.append(Evidence("theme/because-bodies", -12 * (len(bodies) - 1)))
    elif layout.type == "titleOnly" and title:
        found.append(Evidence("theme/because-title-alone", 20))
    if any(place.type == "pic" for place in layout.places):
        found.append(Evidence("theme/because-picture-place", -15))
    if not title:
        found.append(Evidence("theme/because-no-title", -25))
    return found


def closing_evidence(layout: LayoutFact, facts: Facts) -> list[Evidence]:
    found = type_and_name("closing", layout)
    title = layout.title
    if title and title.box and title.box.height * 100 > 12 * facts.page.height:
        found.append(Evidence("theme/because-tall-title", 8))
    if large_bodies(layout, facts):
        found.append(Evidence("theme/because-bodies", -10))
    return found + art_evidence(layout, 6, 0)


def divider_evidence(layout: LayoutFact, facts: Facts) -> list[Evidence]:
    found = type_and_name("divider", layout)
    title = layout.title
    if title and title.box and title.box.y * 100 > 20 * facts.page.height:
        found.append(Evidence("theme/because-low-title", 10))
    if len(large_bodies(layout, facts)) > 1:
        found.append(Evidence("theme/because-bodies", -10))
    return found


EVIDENCE = {"cover": cover_evidence, "content": content_evidence, "closing": closing_evidence, "divider": divider_evidence}


def art_evidence(layout: LayoutFact, own: int, bare: int) -> list[Evidence]:
    """Art of its own, or a picture behind it, and more where there is nothing else."""
    if not (layout.own_art or layout.picture_ground):
        return []
    found = [Evidence("theme/because-art", own)]
    if bare and not any(place.box and not place.is_footer for place in layout.places):
        found.append(Evidence("theme/because-art-alone", bare))
    return found


def large_bodies(layout: LayoutFact, facts: Facts) -> list[PlaceFact]:
    """The places for text that take more than a fifth of the page; pictures, tables and charts count with them."""
    places = [place for place in layout.places if place.box and not place.is_title and not place.is_footer and place.type != "pic"]
    return [place for place in places if place.box and place.box.width * place.box.height * 100 > LARGE * facts.area]
