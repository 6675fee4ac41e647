"""How text is set, as far as one place says it; what it leaves open is asked of the place it inherits from."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.inspect.package.xml import A, Element, flag, inner, number
from deckgen.inspect.resolve.fills import fill_element

LEVELS = 9
# A size may be 1 to 4000 points (ST_TextFontSize); anything else is no size.
SIZES = range(100, 400_001)
BULLETS = frozenset(A + tag for tag in ("buNone", "buAutoNum", "buChar", "buBlip"))


class Spacing(NamedTuple):
    """A distance in hundredths of a point, or in thousandths of a percent of a line."""

    value: int
    exact: bool


class Level(NamedTuple):
    """Paragraph and run properties; None is not said here."""

    size: int | None = None  # hundredths of a point
    bold: bool | None = None
    fill: Element | None = None
    latin: str | None = None
    ea: str | None = None
    tracking: int | None = None  # hundredths of a point
    lang: str | None = None
    alt_lang: str | None = None
    caps: str | None = None
    align: str | None = None
    leading: Spacing | None = None
    before: Spacing | None = None
    after: Spacing | None = None
    left: int | None = None
    first: int | None = None  # of the first line, beside the others
    bullet: bool | None = None
    raised: bool | None = None  # set above or below the line, smaller


EMPTY = Level()
Levels = tuple[Level, ...]


def over(top: Level, base: Level) -> Level:
    """What `top` says, else what `base` says."""
    if top is EMPTY:
        return base
    if base is EMPTY:
        return top
    return Level._make(t if t is not None else b for t, b in zip(top, base, strict=True))


def stacked(top: Levels, base: Levels) -> Levels:
    return tuple(over(t, b) for t, b in zip(top, base, strict=True))


NO_LEVELS: Levels = (EMPTY,) * LEVELS


def read_levels(styles: Element | None) -> Levels:
    """The nine levels of a list style; what it says for all of them goes into each."""
    if styles is None or not len(styles):
        return NO_LEVELS
    general = read_level(styles.find(A + "defPPr"))
    return tuple(over(read_level(styles.find(f"{A}lvl{n}pPr")), general) for n in range(1, LEVELS + 1))


def read_level(properties: Element | None) -> Level:
    if properties is None:
        return EMPTY
    return over(read_run(properties.find(A + "defRPr")), read_paragraph(properties))


def read_paragraph(properties: Element | None) -> Level:
    if properties is None or not (properties.attrib or len(properties)):
        return EMPTY
    left, first = properties.get("marL"), properties.get("indent")
    return Level(
        align=properties.get("algn"),
        leading=read_spacing(properties.find(A + "lnSpc")),
        before=read_spacing(properties.find(A + "spcBef")),
        after=read_spacing(properties.find(A + "spcAft")),
        left=None if left is None else number(left),
        first=None if first is None else number(first),
        bullet=next((mark.tag != A + "buNone" for mark in properties if mark.tag in BULLETS), None),
    )


def read_spacing(spacing: Element | None) -> Spacing | None:
    points, percent = inner(spacing, A + "spcPts"), inner(spacing, A + "spcPct")
    if points is not None:
        return Spacing(max(0, number(points.get("val"))), True)
    return None if percent is None else Spacing(max(0, number(percent.get("val"), 100_000)), False)


def read_run(properties: Element | None) -> Level:
    if properties is None:
        return EMPTY
    size, tracking = number(properties.get("sz")), properties.get("spc")
    return Level(
        size=size if size in SIZES else None,
        bold=flag(properties, "b") if "b" in properties.attrib else None,
        fill=fill_element(properties) if len(properties) else None,
        latin=face(properties, "latin"),
        ea=face(properties, "ea"),
        tracking=None if tracking is None else number(tracking),
        lang=properties.get("lang"),
        alt_lang=properties.get("altLang"),
        caps=properties.get("cap"),
        raised=number(properties.get("baseline")) != 0 if "baseline" in properties.attrib else None,
    )


def face(properties: Element, kind: str) -> str | None:
    font = properties.find(A + kind) if len(properties) else None
    return None if font is None else (font.get("typeface") or None)
