"""The built-in base of every theme: what a theme leaves out comes from here. Grey, of one face, in the geometry of a plain 16:9 page.

One section a kind of slide: its roles, its surfaces, its layout.
"""

from __future__ import annotations

from deckgen.geometry import Box, px
from deckgen.scene import FontPair, Item, ShapeBox
from deckgen.style import Color, Fill, Gradient, Stroke
from deckgen.theme import LayoutSpec, Place, Sheet, Surface, Theme, type_role

# What the slots of a palette are for.
INK = Color("dk1")  # text
WHITE = Color("lt1")  # cards, text on dark grounds
DEEP = Color("dk2")  # the deep end of gradients
PAPER = Color("lt2")
MAIN = Color("accent1")
LINE = Color("accent2")  # lines and frames only
FINE = Color("accent3")  # small words beside the main colour
PALE = Color("accent4")  # words on dark grounds
PANEL = Color("accent5")
MUTED = Color("accent6")  # words of less weight
HAIRLINE = Stroke(Color("accent5", -8), px(1))
DARK = Gradient(((0, Color("accent1", 6)), (50, MAIN), (100, DEEP)), 35)

PALETTE = {
    "dk1": "262A2E", "lt1": "FFFFFF", "dk2": "1D2B38", "lt2": "FAFAF8", "accent1": "2F4A60", "accent2": "8796A3", "accent3": "55636F",
    "accent4": "D5DEE5", "accent5": "EDF0F2", "accent6": "5E6972", "hlink": "2F4A60", "folHlink": "5E6972",
}  # fmt: skip
PLAIN_FACE = FontPair("微软雅黑", "微软雅黑")


def drawn(x: float, y: float, width: float, height: float) -> Box:
    """A box in design pixels."""
    return Box(px(x), px(y), px(width), px(height))


SHEET = Sheet(
    width=px(1280), height=px(720), left=px(64), right=px(64), top=px(40), bottom=px(80), gutter=px(24),
    progress=drawn(64, 666, 1152, 3), dots=drawn(696, 37, 520, 26), bar=drawn(64, 18, 1152, 22),
)  # fmt: skip
CONTENT = drawn(64, 176, 1152, 464)
KICKER = Place(drawn(64, 42, 1152, 34), "kicker", anchor="ctr")
TITLE = Place(drawn(64, 76, 1152, 60), "title", anchor="ctr")
FOOTER = Place(drawn(64, 678, 900, 24), "footer", anchor="ctr")
NUMBER = Place(drawn(1096, 678, 120, 24), "footer", "r", "ctr")


def layout(
    name: str,
    label: str,
    background: Fill,
    places: dict[str, Place],
    ornaments: tuple[Item, ...] = (),
    content: Box = CONTENT,
    options: dict[str, str] | None = None,
    hides_master: bool = False,
) -> LayoutSpec:
    return LayoutSpec(name, label, background, ornaments, places, content, options or {}, hides_master)


def colored(name: str, box: Box, fill: Fill) -> Item:
    """An ornament: a rectangle of a colour."""
    return ShapeBox(name=name, box=box, fill=fill)


# ---- master: what every kind shares

MASTER_ROLES = (
    type_role("title", (3000, 2800, 2600, 2400, 2200, 2000), INK, MAIN, "heading", bold=True, leading=125),
    type_role("kicker", (1600, 1500, 1400), MUTED, MAIN),
    type_role("motto", (1600, 1500, 1400), FINE, MAIN, tracking=100, leading=135),
    type_role("footer", (1100,), MUTED, MAIN),
)
MASTER_SURFACES = {
    "progress": Surface(fill=MAIN),
}
MASTER = layout(
    "master",
    "母版",
    PAPER,
    ornaments=(colored("页脚线", drawn(64, 667, 1152, 1), Color("accent5", -8)),),
    places={
        "title": Place(drawn(64, 80, 1152, 56), "title", anchor="ctr"),
        "body": Place(drawn(64, 176, 1152, 464), "detail"),
        "footer": FOOTER,
        "number": NUMBER,
    },
)

# ---- cover

COVER_ROLES = (
    type_role("cover-title", (5800, 5400, 5000, 4600, 4200, 3800), WHITE, PALE, "heading", bold=True, tracking=60),
    type_role("cover-subtitle", (2100, 2000, 1800, 1600), WHITE, PALE, tracking=60, leading=150),
    type_role("cover-kicker", (1600, 1500, 1400), PALE, WHITE, tracking=180, leading=140),
    type_role("cover-foot", (1500, 1400), PALE, WHITE, tracking=20, leading=140),
)
COVER = layout(
    "cover",
    "封面",
    DARK,
    ornaments=(colored("细线", drawn(96, 316, 120, 4), PALE),),
    places={
        "title": Place(drawn(96, 150, 1088, 150), "cover-title", anchor="b"),
        "subtitle": Place(drawn(96, 340, 1088, 90), "cover-subtitle"),
        "kicker": Place(drawn(96, 92, 1000, 40), "cover-kicker", anchor="ctr"),
        "foot": Place(drawn(96, 626, 1088, 36), "cover-foot", anchor="ctr"),
    },
    hides_master=True,
)

# ---- agenda

AGENDA_ROLES = (
    type_role("agenda-numeral", (3300, 3000, 2700, 2400), MAIN, MAIN, "heading", bold=True, leading=120),
    type_role("agenda-title", (1900, 1800, 1700, 1600, 1500, 1400), INK, MAIN, "heading", bold=True, tracking=60, leading=150),
    type_role("agenda-motto", (1500, 1400), FINE, MAIN, tracking=80, leading=190),
)
AGENDA_SURFACES = {
    "banner": Surface(fill=WHITE, stroke=HAIRLINE, edge="top", edge_fill=MAIN, edge_width=px(6)),
    "banner-rule": Surface(fill=LINE),
}
AGENDA = layout(
    "agenda",
    "总览",
    PAPER,
    places={
        "title": Place(drawn(64, 52, 1152, 56), "title", anchor="ctr"),
        "motto": Place(drawn(64, 112, 1152, 36), "kicker", anchor="ctr"),
        "footer": FOOTER,
        "number": NUMBER,
    },
    content=drawn(64, 176, 1152, 460),
    options={"arrangement": "banners"},
)

# ---- section

SECTION_ROLES = (
    type_role("section-title", (2800, 2600, 2400, 2200, 2000), INK, MAIN, "heading", bold=True, leading=120),
    type_role("numeral", (4000, 3600, 3200, 2800, 2400), WHITE, MAIN, "heading", bold=True, leading=120),
    type_role("navigation", (1050,), MUTED, WHITE, "heading", leading=120),
)
SECTION_SURFACES = {
    "dot": Surface(fill=WHITE, stroke=HAIRLINE, shape="ellipse"),
    "dot-current": Surface(fill=MAIN, shape="ellipse"),
    "figure-panel": Surface(fill=PANEL),
}
SECTION = layout(
    "section",
    "章节",
    PAPER,
    ornaments=(colored("序号印章", drawn(64, 64, 84, 84), MAIN),),
    places={
        "title": Place(drawn(174, 44, 790, 67), "section-title", anchor="b"),
        "motto": Place(drawn(174, 114, 790, 36), "motto", anchor="ctr"),
        "numeral": Place(drawn(64, 64, 84, 84), "numeral", "ctr", "ctr"),
        "footer": FOOTER,
        "number": NUMBER,
    },
    options={"navigation": "dots", "figures": "right", "rules": "yes"},
)

# ---- points

POINTS_ROLES = (
    type_role("ordinal", (2700, 2500, 2300, 2100, 1900, 1800), PALE, MAIN, "heading", bold=True, leading=120),
    type_role("lead", (2100, 2000, 1900, 1800, 1700, 1600), MAIN, MAIN, bold=True),
    type_role("detail", (1700, 1600, 1500, 1400), INK, MAIN, leading=140),
)
POINTS_SURFACES = {
    "card": Surface(fill=WHITE, stroke=HAIRLINE, edge="left", edge_fill=MAIN, edge_width=px(6)),
    "card-rule": Surface(fill=LINE),
    "point-rule": Surface(fill=PALE),
}
POINTS = layout(
    "points",
    "要点",
    PAPER,
    places={
        "title": TITLE,
        "kicker": KICKER,
        "motto": Place(drawn(64, 137, 1152, 32), "motto", anchor="ctr"),
        "footer": FOOTER,
        "number": NUMBER,
    },
    options={"figures": "right", "rules": "yes"},
)

# ---- cards of figures, wherever they stand

FIGURES_ROLES = (
    type_role("figure-label", (1600, 1500, 1400), MUTED, MAIN, leading=125),
    type_role("figure-value", (4800, 4200, 3800, 3400, 3000, 2700, 2400), MAIN, FINE, bold=True, leading=115),
    type_role("figure-unit", (1500, 1400), MAIN, FINE, leading=115),
    type_role("figure-change", (1500, 1400), INK, MAIN, leading=125),
    type_role("pending", (1100,), FINE, MAIN, leading=120),
)
FIGURES_SURFACES = {
    "figure": Surface(fill=WHITE, stroke=HAIRLINE),
    "pending": Surface(fill=WHITE, stroke=Stroke(LINE, px(1.25), "dash")),
    "pending-mark": Surface(stroke=Stroke(LINE, px(0.75))),
}

# ---- statement

STATEMENT_ROLES = (
    type_role("statement", (3200, 3000, 2800, 2600, 2400, 2200), INK, MAIN, "heading", bold=True, leading=155),
    type_role("tag", (1600, 1500, 1400), FINE, MAIN),
)
STATEMENT_SURFACES = {
    "statement-bar": Surface(fill=MAIN),
    "tag": Surface(fill=WHITE, stroke=Stroke(LINE, px(1))),
}
STATEMENT = layout(
    "statement",
    "论断",
    PAPER,
    places={
        "title": TITLE,
        "kicker": KICKER,
        "footer": FOOTER,
        "number": NUMBER,
    },
    options={"arrangement": "bar"},
)

# ---- objectives

OBJECTIVES_ROLES = (
    type_role("panel-year", (8000, 7200, 6000, 5200), WHITE, PALE, "heading", bold=True, leading=110),
    type_role("panel-heading", (3000, 2800, 2600, 2400, 2200), WHITE, PALE, "heading", bold=True),
    type_role("panel-text", (1600, 1500, 1400), PALE, WHITE, leading=170),
    type_role("panel-label", (1600, 1500, 1400), PALE, WHITE, leading=140),
    type_role("panel-value", (4800, 4400, 4000, 3600, 3200, 2800), WHITE, PALE, bold=True, leading=115),
    type_role("panel-unit", (1800,), WHITE, PALE, bold=True, leading=115),
    type_role("objective-label", (1700, 1600, 1500, 1400), INK, MAIN, bold=True),
    type_role("objective-prefix", (1500, 1400), MUTED, MAIN, leading=140),
    type_role("objective-value", (4600, 4200, 3800, 3400, 3000, 2600), MAIN, FINE, bold=True, leading=110),
    type_role("chart-title", (1600,), MUTED, MAIN),
    type_role("chart-label", (1600, 1500, 1400), INK, MAIN),
    type_role("chart-value", (2000,), MAIN, MAIN, bold=True, leading=120),
)
OBJECTIVES_SURFACES = {
    "objective": Surface(fill=WHITE, stroke=HAIRLINE, edge="left", edge_fill=MAIN, edge_width=px(5)),
    "objective-pending": Surface(fill=WHITE, stroke=Stroke(LINE, px(1.25), "dash")),
    "chart": Surface(fill=MAIN),
}
OBJECTIVES = layout(
    "objectives",
    "目标",
    PAPER,
    ornaments=(
        colored("色块", drawn(0, 0, 400, 720), Gradient(((0, MAIN), (100, DEEP)), 90)),
        colored("细线", drawn(64, 332, 72, 3), PALE),
    ),
    places={
        "title": Place(drawn(448, 98, 768, 70), "title", anchor="ctr"),
        "kicker": Place(drawn(448, 62, 768, 34), "kicker", anchor="ctr"),
        "year": Place(drawn(64, 136, 304, 122), "panel-year", anchor="b"),
        "heading": Place(drawn(64, 262, 304, 60), "panel-heading", anchor="ctr"),
        "text": Place(drawn(64, 352, 304, 280), "panel-text"),
        "footer": Place(drawn(448, 678, 640, 24), "footer", anchor="ctr"),
        "number": NUMBER,
    },
    content=drawn(448, 176, 768, 464),
    options={"cards": "side"},
    hides_master=True,
)

# ---- principles

PRINCIPLES_ROLES = (
    type_role("principle-numeral", (6600, 5800, 5000, 4400), PANEL, Color("lt1", 0, 24), "heading", bold=True, leading=110),
    type_role("principle-key", (2400, 2300, 2200, 2100, 2000), MAIN, WHITE, "heading", bold=True, leading=125),
    type_role("principle-lead", (1800, 1700, 1600, 1500, 1400), INK, WHITE, bold=True, leading=135),
    type_role("principle-text", (1600, 1500, 1400), MUTED, PALE, leading=140),
)
PRINCIPLES_SURFACES = {
    "principle": Surface(fill=WHITE, stroke=HAIRLINE),
    "principle-inverse": Surface(fill=MAIN),
    "principle-badge": Surface(fill=MAIN, shape="ellipse"),
}
PRINCIPLES = layout(
    "principles",
    "原则",
    PAPER,
    places={
        "title": TITLE,
        "kicker": KICKER,
        "footer": FOOTER,
        "number": NUMBER,
    },
    options={"numeral": "pale", "first": "inverse"},
)

# ---- problems

PROBLEMS_ROLES = (
    type_role("problem-key", (2400, 2200, 2000, 1800), MAIN, MAIN, "heading", bold=True, leading=120),
    type_role("problem-lead", (2000, 1900, 1800, 1700, 1600), INK, MAIN, bold=True),
    type_role("problem-text", (1700, 1600, 1500, 1400), INK, MAIN, leading=140),
)
PROBLEMS_SURFACES = {
    "problem": Surface(fill=WHITE, stroke=HAIRLINE),
    "problem-key": Surface(fill=PANEL),
}
PROBLEMS = layout(
    "problems",
    "问题",
    PAPER,
    places={
        "title": TITLE,
        "kicker": KICKER,
        "footer": FOOTER,
        "number": NUMBER,
    },
    options={"arrangement": "rows"},
)

# ---- pairs

PAIRS_ROLES = (
    type_role("pair-first", (3600, 3000, 2600, 2200, 1800), WHITE, PALE, "heading", bold=True, leading=110),
    type_role("pair-second", (3600, 3000, 2600, 2200, 1800), FINE, MAIN, "heading", bold=True, leading=110),
    type_role("pair-kicker", (1400,), MUTED, MAIN),
    type_role("pair-lead", (2300, 2200, 2100, 2000, 1800), MAIN, MAIN, "heading", bold=True, leading=125),
    type_role("pair-text", (1600, 1500, 1400), INK, MAIN, leading=150),
)
PAIRS_SURFACES = {
    "pair": Surface(fill=WHITE, stroke=HAIRLINE),
    "pair-first": Surface(fill=MAIN, shape="ellipse"),
    "pair-second": Surface(fill=WHITE, stroke=Stroke(FINE, px(2.5)), shape="ellipse"),
    "pair-rule": Surface(fill=LINE),
}
PAIRS = layout(
    "pairs",
    "统筹",
    PAPER,
    places={
        "title": TITLE,
        "kicker": KICKER,
        "footer": FOOTER,
        "number": NUMBER,
    },
    content=drawn(64, 180, 1152, 456),
    options={"arrangement": "columns"},
)

# ---- closing

CLOSING_ROLES = (
    type_role("closing-title", (5400, 5000, 4600, 4200, 3800, 3400), WHITE, PALE, "heading", bold=True, tracking=120, leading=140),
    type_role("closing-text", (1800, 1700, 1600, 1500), PALE, WHITE, tracking=40, leading=160),
)
CLOSING = layout(
    "closing",
    "封底",
    DARK,
    ornaments=(colored("细线", drawn(580, 372, 120, 4), PALE),),
    places={
        "title": Place(drawn(96, 190, 1088, 164), "closing-title", "ctr", "b"),
        "text": Place(drawn(96, 396, 1088, 70), "closing-text", "ctr"),
        "foot": Place(drawn(96, 470, 1088, 40), "cover-foot", "ctr", "ctr"),
    },
    hides_master=True,
)

# ---- the whole

LAYOUTS = (MASTER, COVER, AGENDA, SECTION, POINTS, STATEMENT, OBJECTIVES, PRINCIPLES, PROBLEMS, PAIRS, CLOSING)
ROLES = (
    *MASTER_ROLES, *COVER_ROLES, *AGENDA_ROLES, *SECTION_ROLES, *POINTS_ROLES, *FIGURES_ROLES, *STATEMENT_ROLES, *OBJECTIVES_ROLES,
    *PRINCIPLES_ROLES, *PROBLEMS_ROLES, *PAIRS_ROLES, *CLOSING_ROLES,
)  # fmt: skip

BASE = Theme(
    name="base",
    label="素白",
    sheet=SHEET,
    palette=PALETTE,
    fonts={"heading": PLAIN_FACE, "body": PLAIN_FACE},
    metrics={"heading": "sans", "body": "sans"},
    roles={role.name: role for role in ROLES},
    surfaces={
        **MASTER_SURFACES, **AGENDA_SURFACES, **SECTION_SURFACES, **POINTS_SURFACES, **FIGURES_SURFACES, **STATEMENT_SURFACES,
        **OBJECTIVES_SURFACES, **PRINCIPLES_SURFACES, **PROBLEMS_SURFACES, **PAIRS_SURFACES,
    },
    layouts={spec.name: spec for spec in LAYOUTS},
)  # fmt: skip
