"""Steps: a row of arrows with what each does below, or a closed loop."""

from __future__ import annotations

from deckgen.blocks.page import Page
from deckgen.drawing import HAIRLINE, INK, MAIN, MUTED, PALE, WHITE, Drawing
from deckgen.fields import Entry, Field, Flag, ListOf
from deckgen.geometry import px
from deckgen.kinds.entries import POINT
from deckgen.kinds.kind import Bodies, Kind
from deckgen.names import Name
from deckgen.outline import Point, Slide
from deckgen.theme import Surface, type_role

STEP, TEXT = Name("步骤", "Step"), Name("步骤说明", "Step detail")
STEPS_MOST = 6


class Steps(Slide, frozen=True, gc=False, kw_only=True):
    steps: tuple[Point, ...] = ()
    cycle: bool = False


def compose(page: Page, slide: Steps) -> str:
    # A deck without steps does not read how they are set.
    from deckgen.kinds.steps_set import place_steps

    return place_steps(page, slide)


STEP_ENTRY = Entry(Point, {name: field for name, field in POINT.fields.items() if name != "icon"}, short=POINT.short)

KIND = Kind(
    name="steps",
    value=Steps,
    doc_zh="步骤、流程、闭环",
    doc_en="steps of a process, or a closed loop",
    fields={
        "steps": Field(
            ListOf(STEP_ENTRY, STEPS_MOST, "步"),
            "各个步骤，最好 3 步以上",
            "the steps, three or more at best",
            required=True,
        ),
        "cycle": Field(Flag(), "`true`：首尾相接的闭环，3 步以上", "`true`: a closed loop, of three steps or more"),
    },
    counts="steps",
    drawing=Drawing(
        label="步骤",
        roles=(
            type_role("step-lead", (3600, 3200, 3000, 2800, 2600, 2400, 2200, 2000), WHITE, WHITE, bold=True, leading=120),
            type_role("step-text", (2800, 2400, 2200, 2000, 1900, 1800), INK, MAIN, leading=140),
            type_role("step-number", (6000, 5400, 4800), PALE, PALE, "heading", bold=True, leading=110),
            type_role("loop-lead", (3200, 3000, 2800, 2600, 2400, 2200), INK, MAIN, bold=True, leading=125),
            type_role("loop-text", (2800, 2400, 2200, 2000, 1900, 1800), MUTED, MAIN, leading=140),
            type_role("loop-number", (2400, 2200, 2000), WHITE, WHITE, "heading", bold=True, leading=110),
        ),
        surfaces={
            "step": Surface(fill=MAIN),
            "step-card": Surface(fill=WHITE, stroke=HAIRLINE, edge="top", edge_fill=PALE, edge_width=px(5)),
            "loop-card": Surface(fill=WHITE, stroke=HAIRLINE, edge="left", edge_fill=MAIN, edge_width=px(6)),
            "loop-badge": Surface(fill=MAIN, shape="ellipse"),
            "loop-arrow": Surface(fill=MAIN),
        },
    ),
    bodies=(
        Bodies(name=STEP, count=STEPS_MOST, roles=("step-lead",)),
        Bodies(name=TEXT, stem="detail", first=51, count=STEPS_MOST, roles=("step-text",)),
    ),
    compose=compose,
)
