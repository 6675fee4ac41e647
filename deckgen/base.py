"""The built-in base of every theme: what a theme leaves out comes from here. Grey, of one face, in the geometry of a plain 16:9 page.

Each kind of slide is drawn in its own declaration (`kinds`), each block says what its roles and surfaces are (`blocks`); here is the rest.
"""

from __future__ import annotations

from deckgen.blocks import frame, points, values
from deckgen.drawing import (
    CONTENT_BELOW_MOTTO,
    DARK,
    FINE,
    FOOTER,
    HAIRLINE,
    INK,
    LINE,
    MAIN,
    MOTTO,
    NUMBER,
    PALE,
    SHEET,
    TITLE,
    WHITE,
    Drawing,
    colored,
    drawn,
)  # fmt: skip
from deckgen.geometry import px
from deckgen.kinds.registry import KINDS
from deckgen.scene import FontPair
from deckgen.style import Color
from deckgen.theme import Place, Surface, Theme, type_role

PALETTE = {
    "dk1": "262A2E", "lt1": "FFFFFF", "dk2": "1D2B38", "lt2": "FAFAF8", "accent1": "2F4A60", "accent2": "8796A3", "accent3": "55636F",
    "accent4": "D5DEE5", "accent5": "EDF0F2", "accent6": "5E6972", "hlink": "2F4A60", "folHlink": "5E6972",
}  # fmt: skip
PLAIN_FACE = FontPair("微软雅黑", "微软雅黑")

MASTER = Drawing(
    label="母版",
    ornaments=(colored("页脚线", drawn(64, 667, 1152, 1), Color("accent5", -8)),),
    places={
        "title": TITLE,
        "body": Place(drawn(64, 176, 1152, 464), "detail"),
        "footer": FOOTER,
        "number": NUMBER,
    },
)

COVER = Drawing(
    label="封面",
    background=DARK,
    ornaments=(colored("细线", drawn(96, 338, 120, 4), PALE),),
    places={
        "title": Place(drawn(96, 148, 1120, 174), "cover-title", anchor="b"),
        "subtitle": Place(drawn(96, 362, 1088, 90), "cover-subtitle"),
        "kicker": Place(drawn(96, 92, 1000, 40), "cover-kicker", anchor="ctr"),
        "foot": Place(drawn(96, 626, 1088, 36), "cover-foot", anchor="ctr"),
    },
    hides_master=True,
    roles=(
        type_role("cover-title", (5800, 5400, 5000, 4800), WHITE, PALE, "heading", bold=True, tracking=40, leading=125),
        type_role("cover-subtitle", (2400, 2200, 2000), WHITE, PALE, tracking=60, leading=150),
        type_role("cover-kicker", (2000, 1800, 1600), PALE, WHITE, tracking=180, leading=140),
        type_role("cover-foot", (2000, 1800, 1600), PALE, WHITE, tracking=20, leading=140),
    ),
)

AGENDA = Drawing(
    label="总览",
    places={
        "title": TITLE,
        "motto": MOTTO,
        "footer": FOOTER,
        "number": NUMBER,
    },
    content=CONTENT_BELOW_MOTTO,
    options={"arrangement": ("banners", "rows")},
    roles=(
        type_role("agenda-numeral", (3200, 2800, 2600, 2400), MAIN, MAIN, "heading", bold=True, leading=120),
        type_role("agenda-title", (3200, 2800, 2600, 2400, 2200, 2000, 1800), INK, MAIN, "heading", bold=True, tracking=40, leading=125),
        type_role("agenda-line", (3200, 2800, 2600, 2400), INK, MAIN, "heading", bold=True, leading=120),
        type_role("agenda-motto", (2000, 2000, 2000, 2000, 2000, 2000, 1800), FINE, MAIN, leading=135),
        type_role("agenda-row-motto", (2000, 1800), FINE, MAIN),
    ),
    surfaces={
        "banner": Surface(fill=WHITE, stroke=HAIRLINE, edge="top", edge_fill=MAIN, edge_width=px(6)),
        "banner-rule": Surface(fill=LINE),
    },
)

DIVIDER = Drawing(
    label="分隔",
    background=DARK,
    ornaments=(colored("细线", drawn(96, 202, 72, 4), PALE),),
    places={
        "kicker": Place(drawn(96, 151, 512, 36), "divider-kicker", anchor="ctr"),
        "title": Place(drawn(96, 222, 512, 204), "divider-title"),
        "motto": Place(drawn(96, 440, 512, 92), "divider-claim"),
    },
    content=drawn(678, 112, 538, 505),
    hides_master=True,
    options={"head": ("flowing", "places")},  # claim below the title as it falls, with number and bars; or each in its own place, without
    roles=(
        type_role("divider-kicker", (2000,), PALE, WHITE, tracking=280, leading=130),
        type_role("divider-title", (5400, 4800, 4400, 4000), WHITE, PALE, "heading", bold=True, leading=125),
        type_role("divider-claim", (2800, 2400, 2000), PALE, WHITE, "heading", bold=True, leading=130),
        type_role("divider-numeral", (3200, 2800, 2600, 2400, 2200, 2000), PALE, WHITE, "heading", leading=115),
        type_role("divider-entry", (3200, 2800, 2600, 2400, 2200, 2000), WHITE, PALE, bold=True, leading=115),
        type_role("divider-mark", (18000,), Color("lt1", 0, 30), WHITE, "heading", bold=True, leading=100),
        type_role("divider-page", (1600,), PALE, WHITE, leading=115),
    ),
    surfaces={
        "divider-line": Surface(fill=Color("lt1", 0, 35)),
        "divider-bar": Surface(fill=Color("lt1", 0, 35)),
        "divider-bar-current": Surface(fill=PALE),
    },
)

CLOSING = Drawing(
    label="封底",
    background=DARK,
    ornaments=(colored("细线", drawn(580, 372, 120, 4), PALE),),
    places={
        "title": Place(drawn(96, 190, 1088, 164), "closing-title", "ctr", "b"),
        "text": Place(drawn(96, 388, 1088, 84), "closing-text", "ctr"),
        "foot": Place(drawn(96, 474, 1088, 40), "cover-foot", "ctr", "ctr"),
    },
    hides_master=True,
    roles=(
        type_role("closing-title", (5800, 5400, 5000, 4800), WHITE, PALE, "heading", bold=True, tracking=120, leading=125),
        type_role("closing-text", (2400, 2200, 2000), PALE, WHITE, tracking=40, leading=150),
    ),
)

DRAWINGS: dict[str, Drawing] = {
    "master": MASTER,
    "cover": COVER,
    "agenda": AGENDA,
    "divider": DIVIDER,
    **{name: kind.drawing for name, kind in KINDS.items()},
    "closing": CLOSING,
}
ROLES = (frame.ROLES, points.ROLES, values.ROLES, *(drawing.roles for drawing in DRAWINGS.values()))
SURFACES = (frame.SURFACES, points.SURFACES, values.SURFACES, *(drawing.surfaces for drawing in DRAWINGS.values()))

BASE = Theme(
    name="base",
    label="素白",
    sheet=SHEET,
    palette=PALETTE,
    fonts={"heading": PLAIN_FACE, "body": PLAIN_FACE},
    metrics={"heading": "sans", "body": "sans"},
    roles={role.name: role for roles in ROLES for role in roles},
    surfaces={name: surface for surfaces in SURFACES for name, surface in surfaces.items()},
    layouts={name: drawing.layout(name) for name, drawing in DRAWINGS.items()},
)

# What a theme may draw: its layouts with the places of each, and the options that each may choose.
LAYOUTS = {name: tuple(drawing.places) for name, drawing in DRAWINGS.items()}
OPTIONS = {name: drawing.options for name, drawing in DRAWINGS.items() if drawing.options}
