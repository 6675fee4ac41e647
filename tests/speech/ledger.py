"""The figures of a ledger held against the quantities of a speech: found, rightly named, in excess, no figures at all."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from pathlib import Path

from msgspec import Struct

from deckgen.figures import Figure, Ledger
from deckgen.load.outline import Report
from deckgen.numerals import to_number
from deckgen.trends import FALLS, RISES
from deckgen.values import Range, Value, format_value

from .alignment import Aligned, squeezed
from .expected import INNER, Expected, Quantity


class Matched(Struct, frozen=True):
    """Which figure a quantity has become; "" when none."""

    quantity: Quantity
    name: str
    placed: bool = False  # whether the notes refer to it at the very place of the quantity
    seen: str = ""  # what stands there instead


def match_figures(expected: Expected, ledger: Ledger, aligned: Aligned) -> list[Matched]:
    """Every quantity with its figure: the one that the notes name at its place, else any other of value, unit and label."""
    found = [match_at(quantity, ledger, aligned) for quantity in expected.quantities]
    free = set(ledger.figures) - {match.name for match in found}
    placed = set(aligned.figures.values())
    taken: set[tuple[str, str]] = set()
    return [match if match.name else match_anywhere(match, ledger, free, placed, taken) for match in found]


def match_at(quantity: Quantity, ledger: Ledger, aligned: Aligned) -> Matched:
    span = range(quantity.column, quantity.column + len(quantity.phrase))
    names = dict.fromkeys(name for column in span if (name := aligned.figures.get((quantity.line, column))))
    for name in names:
        if sides(quantity, ledger.figures[name]):
            return Matched(quantity, name, placed=True)
    return Matched(quantity, "", seen="、".join(f"{{{name}}} {ledger.figures[name].text}" for name in names))


def match_anywhere(match: Matched, ledger: Ledger, free: set[str], placed: set[str], taken: set[tuple[str, str]]) -> Matched:
    """A figure that the notes do not name there; its label must fit, and each side of it (value, change, base) serves once.

    A change or a base may stand in words that the ledger prints otherwise (分别增长17%和25%): its value is what must be placed.
    """
    quantity = match.quantity
    for name, figure in ledger.figures.items():
        for side in sides(quantity, figure):
            if (name in free or side != "value") and (name, side) not in taken and label_fits(quantity, figure):
                taken.add((name, side))
                return Matched(quantity, name, placed=side != "value" and name in placed, seen=match.seen)
    return match


BY = (*RISES, *FALLS, "增产", "up", "down")  # 提高3个百分点: by how much, where 提高到 would be how far
MOVES = (*BY, "增速", "增幅", "涨幅", "growth", "increase", "reduction", "低于", "高于", "高出", "低", "高", "水平")


def worded(quantity: Quantity, figure: Figure) -> bool:
    """Whether the figure says of the quantity what the speech does: what was reached, by how much it moved, what it was."""
    found = sides(quantity, figure)
    moved = any(figure.prefix.endswith(word) for word in MOVES) or any(word in figure.label for word in MOVES)
    match quantity.mark:
        case "base":
            return "base" in found
        case "reached":
            return "value" in found and not any(figure.prefix.endswith(word) for word in BY)
        case "moved":
            return "change" in found or ("value" in found and moved)
    return True


def sides(quantity: Quantity, figure: Figure) -> list[str]:
    """Which of its sides say what the quantity says: its value, its change, what it was before."""
    found = []
    written = squeezed(quantity.phrase).replace(",", "")
    if (same_value(quantity.value, figure.value) and same_unit(quantity, figure.unit)) or (
        figure.text.replace(",", "").replace(" ", "") == written and any(quantity.units)
    ):
        found.append("value")
    change = figure.change
    if change and same_value(quantity.value, change.value) and same_unit(quantity, change.unit):
        found.append("change")
    found += [
        f"in {year}"
        for year, amount in figure.history.items()
        if same_value(quantity.value, amount.value) and same_unit(quantity, figure.unit)
    ]
    if figure.base is not None and same_value(quantity.value, figure.base.value) and same_unit(quantity, figure.unit):
        found.append("base")
    return found


def cards(report: Report, matches: list[Matched]) -> list[tuple[str, bool]]:
    """Every figure that stands on a card with whether value, label and wording are the speech's."""
    slides = [slide for part in report.outline.parts for slide in part.slides]
    shown = dict.fromkeys(use.name for slide in slides for use in getattr(slide, "figures", ()))
    return [right(name, report.ledger, matches) for name in shown]


def entries(report: Report, matches: list[Matched], marked: bool | None = None) -> list[tuple[str, bool]]:
    """The same of the ledger, or of those of its figures that are (not) marked to be checked."""
    names = list(report.ledger.figures)
    if marked is not None:
        doubted = doubted_names(report)
        names = [name for name in names if (name in doubted) is marked]
    return [right(name, report.ledger, matches) for name in names]


def doubted_names(report: Report) -> set[str]:
    """The figures above which the importer wrote that they are to be checked."""
    found: set[str] = set()
    if not report.ledger.figures:
        return found
    path = next(iter(report.ledger.figures.values())).source.path
    lines, mark = Path(path).read_text(encoding="utf-8").split("\n"), False
    for line in lines:
        if line.startswith("  #"):
            mark = mark or "请核对" in line or "please check" in line.lower()
        elif opened := re.match(r"  (\w+):$", line):
            found |= {opened[1]} if mark else set()
            mark = False
        elif not line.strip():
            mark = False
    return found


def right(name: str, ledger: Ledger, matches: list[Matched]) -> tuple[str, bool]:
    """A figure is right when a quantity of the speech is its value and every quantity it holds has its label and wording."""
    figure = ledger.figures[name]
    own = [match.quantity for match in matches if match.name == name]
    valued = any("value" in sides(quantity, figure) for quantity in own)
    fits = all(label_fits(quantity, figure) and worded(quantity, figure) for quantity in own if not quantity.doubtful)
    doubtful = bool(own) and all(quantity.doubtful for quantity in own)
    return f"{{{name}}} {figure.label} {figure.prefix}{figure.text}", doubtful or (valued and fits)


def same_value(written: str, value: Value) -> bool:
    if value is None:
        return set(written) <= set("XxＸ×")
    return as_number(written) == as_number(value) or written == value


def as_number(value: Decimal | Range | str) -> Decimal | str:
    """第一, 第1, 一 and 1 are one number; a fall may be written with a minus or without."""
    if isinstance(value, Range):
        return format_value(value, grouped=False)
    if isinstance(value, str):
        text = value.replace(",", "").removeprefix("第")
        number = to_number(text)
        try:
            value = Decimal(number if number is not None else text)
        except InvalidOperation:
            return text
    return abs(value)


def same_unit(quantity: Quantity, unit: str) -> bool:
    return plain_unit(unit) in {plain_unit(known) for known in quantity.units}


def plain_unit(unit: str) -> str:
    return re.sub(rf"[{INNER}\s]", "", unit).replace("％", "%").lower()


def label_fits(quantity: Quantity, figure: Figure) -> bool:
    label = figure.label.lower()
    return any(word.lower() in label for word in quantity.keywords)


def intruders(expected: Expected, ledger: Ledger, aligned: Aligned) -> tuple[str, ...]:
    """What the ledger counts as a figure and the speech does not: at the place of a name, or the very words of one."""
    names = {}
    for place in expected.not_figures:
        for column in range(place.column, place.column + len(place.text)):
            if name := aligned.figures.get((place.line, column)):
                names[name] = f"{place.line}: {place.text} → {{{name}}}"
    placed = set(aligned.figures.values())
    words = {squeezed(place.text): place for place in expected.not_figures}
    for name, figure in ledger.figures.items():
        text = squeezed(figure.text)
        same = words.get(text) if name not in placed and figure.value is not None else None
        if same:
            names[name] = f"{same.line}: {same.text} → {{{name}}}"
    return tuple(names.values())


def surplus(ledger: Ledger, matches: list[Matched]) -> tuple[str, ...]:
    """The figures of the ledger that no quantity of the speech has become."""
    used = {match.name for match in matches}
    return tuple(f"{{{name}}} {figure.label} {figure.text}" for name, figure in ledger.figures.items() if name not in used)
