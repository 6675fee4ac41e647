"""What a fill did, said line by line."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from deckgen.figures import Figure, with_currency
from deckgen.form.filled import Amendment
from deckgen.form.rows import Row, change_text, totals_of, value_text
from deckgen.form.words import FURTHER, HEADERS, further_cells, joined, totals_text
from deckgen.messages import say_in

MOST_NAMED = 5


def told(amendment: Amendment, lang: str) -> str:
    """`gdp 地区生产总值：X → 412.6 亿元；同比 +X% → 同比 +7.8%`."""
    figure, wanted = amendment.figure, amendment.wanted
    parts = []
    if (figure.value, figure.unit) != (wanted.value, wanted.unit):
        old = amount(figure) if figure.unit != wanted.unit else value_text(figure.value)
        parts.append(f"{old} → {amount(wanted)}")
    if figure.change != wanted.change:
        parts.append(f"{change_text(figure.change) or '—'} → {change_text(wanted.change)}")
    for name in FURTHER:
        old, new = (further_cells(one)[name] for one in (figure, wanted))
        if old != new:
            parts.append(f"{say_in(lang, HEADERS[name])} {old or '—'} → {new}")
    return say_in(lang, "form/changed", name=figure.name, label=figure.label, changes=joined(lang, "word/semicolon", parts))


def amount(figure: Figure) -> str:
    gap = "" if figure.unit in ("", "%", "‰") else " "
    return f"{with_currency(value_text(figure.value), figure.currency)}{gap}{figure.unit}"


def after(rows: Sequence[Row], amendments: Sequence[Amendment]) -> list[Row]:
    """The rows as they are once the amendments are written."""
    wanted = {one.figure.name: one.wanted for one in amendments}
    return [structs.replace(row, figure=wanted.get(row.figure.name, row.figure)) for row in rows]


def left(rows: Sequence[Row], lang: str) -> str:
    """The totals, and which figures have a value whose change is still X."""
    lines = [totals_text(totals_of(rows), lang)]
    half = [row.figure.label for row in rows if row.state == "unknown" and row.figure.value is not None]
    if half:
        names = joined(lang, "word/comma", half[:MOST_NAMED])
        names = say_in(lang, "form/and-more", names=names) if len(half) > MOST_NAMED else names
        lines.append(say_in(lang, "form/change-still-unknown", count=len(half), names=names))
    return "\n".join(lines)
