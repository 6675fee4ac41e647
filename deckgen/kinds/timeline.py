"""A timeline: milestones along an axis, dates above, what happens on cards below; what has passed is filled."""

from __future__ import annotations

from msgspec import Struct

from deckgen.blocks.page import Page
from deckgen.diagnostics import NOWHERE, Findings, Span
from deckgen.drawing import FINE, HAIRLINE, INK, LINE, MAIN, PALE, WHITE, Drawing
from deckgen.fields import Entry, Field, Flag, ListOf, text
from deckgen.figures import Ledger
from deckgen.geometry import px
from deckgen.kinds.kind import Bodies, Kind
from deckgen.names import Name
from deckgen.outline import NO_TEXT, Slide, Text
from deckgen.style import Stroke
from deckgen.theme import Surface, type_role

EVENT, WHEN = Name("节点", "Milestone"), Name("时间", "Date")
EVENTS_MOST = 10


class Event(Struct, frozen=True, gc=False):
    """One milestone."""

    when: Text = NO_TEXT
    lead: Text = NO_TEXT
    text: Text = NO_TEXT
    done: bool = False
    source: Span = NOWHERE


class Timeline(Slide, frozen=True, gc=False, kw_only=True):
    events: tuple[Event, ...] = ()
    now: Text = NO_TEXT


def settle(slide: Timeline, ledger: Ledger, findings: Findings) -> Timeline:
    """A short form says both: 3月底前：方案印发."""
    for event in slide.events:
        for name in ("when", "lead"):
            if not getattr(event, name):
                findings.error(event.source, "load/missing-key", key=name)
    return slide


def compose(page: Page, slide: Timeline) -> str:
    # A deck without a timeline does not read how one is set.
    from deckgen.kinds.timeline_set import place_timeline

    return place_timeline(page, slide)


EVENTS = Entry(
    Event,
    {
        "when": Field(text(2, 10), "什么时候，如 `3月底前`", "when, such as `By March`"),
        "lead": Field(text(2, 10, lines=True), "做什么", "what happens"),
        "text": Field(text(0, 30), "一句话说明", "a sentence about it"),
        "done": Field(Flag(), "`true`：已经完成", "`true`: it is done"),
    },
    short=("when", "lead"),
)

KIND = Kind(
    name="timeline",
    value=Timeline,
    doc_zh="时间轴",
    doc_en="milestones along a time axis",
    fields={
        "events": Field(
            ListOf(EVENTS, EVENTS_MOST, "个"),
            "各个节点，可以简写成 `3月底前：方案印发`；最好 3 到 6 个，更多的排成两行",
            "the milestones, `By March: plan agreed` for short; three to six at best, more stand in two rows",
            required=True,
        ),
        "now": Field(
            text(2, 8),
            "现在到了什么时候，写法同 `when`；轴填到这里。不写时填到最后一个 `done`",
            "where we are, written as `when` is; the axis is filled up to there, without it up to the last one `done`",
        ),
    },
    counts="events",
    divides=("events",),
    drawing=Drawing(
        label="时间轴",
        roles=(
            type_role("timeline-when", (2800, 2600, 2400, 2200, 2000), FINE, MAIN, "heading", bold=True, leading=120),
            type_role("timeline-lead", (2800, 2600, 2400, 2400, 2200), INK, MAIN, bold=True, leading=130),
            type_role("timeline-text", (2400, 2200, 2000, 1900, 1800), INK, MAIN, leading=140),
            type_role("timeline-now", (1800,), WHITE, WHITE, bold=True, leading=120),
        ),
        surfaces={
            "timeline-axis": Surface(fill=PALE),
            "timeline-past": Surface(fill=MAIN),
            "timeline-stem": Surface(fill=LINE),
            "timeline-now": Surface(fill=MAIN, shape="roundRect"),
            "timeline-dot": Surface(fill=WHITE, stroke=Stroke(LINE, px(3)), shape="ellipse"),
            "timeline-dot-done": Surface(fill=MAIN, shape="ellipse"),
            "timeline-card": Surface(fill=WHITE, stroke=HAIRLINE, edge="top", edge_fill=LINE, edge_width=px(5)),
            "timeline-card-done": Surface(fill=WHITE, stroke=HAIRLINE, edge="top", edge_fill=MAIN, edge_width=px(5)),
        },
    ),
    bodies=(
        Bodies(name=WHEN, stem="when", first=41, count=EVENTS_MOST, roles=("timeline-when",)),
        Bodies(name=EVENT, count=EVENTS_MOST, roles=("timeline-lead", "timeline-text")),
    ),
    settle=settle,
    compose=compose,
)
