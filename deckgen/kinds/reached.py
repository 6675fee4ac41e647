"""What was reached before a target: what the ledger says of the same thing at an earlier time."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from msgspec import Struct

from deckgen.blocks.page import Page
from deckgen.figures import Change, Figure
from deckgen.names import Name
from deckgen.trends import direction_of
from deckgen.values import Amount

LAST, AIM = Name("上年", "Last year"), Name("目标", "Target")
LAST_OF, AIM_OF = Name("{}年", "{}"), Name("{}年目标", "{} target")
YEAR = re.compile(r"((?:19|20)[0-9]{2})年?")


class Reached(Struct, frozen=True):
    """What was reached: an amount in the unit of the target, or of `figure` where the target has none, as `text` says it."""

    amount: Amount
    text: str  # 预计412.6亿元, 增长9.1%
    figure: Figure  # who says it; the target itself where that has a base


def before(aim: Figure, ledger: Mapping[str, Figure], aims: Collection[str]) -> Reached | None:
    """The `base` of the target; else the one other figure with its label, unit and prefix; else how the figure of its label
    changed, where the target is a growth of that; else what that amounts to, where the target has no unit yet.

    None of the `aims` and none of a later period is asked; None where nothing is known, or several figures say it.
    """
    if aim.base is not None:
        return Reached(aim.base, aim.worded(aim.base), aim)
    others = [figure for figure in ledger.values() if figure.name not in aims and figure.label == aim.label and earlier(figure, aim)]
    alike = [figure for figure in others if subject(figure) == subject(aim)]
    if alike:
        return amount_of(alike[0]) if len(alike) == 1 else None
    if len(others) != 1:
        return None
    change = others[0].change
    if change is not None and is_growth(change) and change.measure == aim.unit and direction_of(aim.prefix):
        return Reached(Amount(change.value, change.unknown), growth_text(aim, change), others[0])
    return amount_of(others[0]) if aim.unit in ("", others[0].unit) and not direction_of(aim.prefix) else None


def amount_of(figure: Figure) -> Reached | None:
    """A number or X; words are no amount to compare with."""
    if not isinstance(figure.value, Decimal | None):
        return None
    return Reached(Amount(figure.value, figure.unknown, figure.suffix), figure.phrase, figure)


def is_growth(change: Change) -> bool:
    """Whether a change says how much something grew or fell, and not what share it is: 同比 +9.1%, 增长9.1%."""
    return change.signed or change.falling or bool(change.direction)


def growth_text(aim: Figure, change: Change) -> str:
    """The change in the words of the target: 增长9.1%; with its own where the two went different ways."""
    number = change.unknown if change.value is None else ""
    same = change.direction in ("", direction_of(aim.prefix))
    return f"{aim.prefix}{number or aim.worded(Amount(change.value))}{aim.unit if number else ''}" if same else change.text


def subject(figure: Figure) -> tuple[str, ...]:
    """What a figure speaks of, and how it is written."""
    return figure.label, figure.unit, figure.prefix, figure.currency, figure.scale


def earlier(figure: Figure, aim: Figure) -> bool:
    """Whether a figure may be of a time before the target: a period says so, or nothing contradicts it."""
    return not (figure.period and aim.period) or figure.period < aim.period


def year_names(page: Page, year: str) -> tuple[str, str]:
    """2019年 and 2020年目标; 上年 and 目标 where the slide names no year."""
    match = YEAR.fullmatch(year.strip())
    if match is None:
        return page.name(LAST), page.name(AIM)
    return page.name(LAST_OF).format(int(match[1]) - 1), page.name(AIM_OF).format(match[1])
