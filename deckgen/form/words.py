"""The texts of table and form: columns, states, places, remarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.figures import Figure
from deckgen.form.rows import Row, Totals, amount_text, change_text, pairs_text, phrase, value_text
from deckgen.form.uses import Use
from deckgen.messages import say_in

# The columns by key, each with the id of its heading; the words of a heading without what stands in its brackets are how a form read back knows its columns.
HEADERS = {
    "number": "form/number-column",
    "label": "form/label",
    "value": "form/value",
    "unit": "form/unit",
    "change": "form/change-column",
    "state": "form/state",
    "department": "form/department",
    "where": "form/where",
    "remark": "form/remark",
    "name": "form/name",
    "target": "form/target",
    "base": "form/base",
    "rank": "form/rank-column",
    "compare": "form/compare",
    "history": "form/history",
    # What the cells held when the form was written: a cell that still holds it says nothing.
    "old_value": "form/old-value",
    "old_change": "form/old-change",
    "old_target": "form/old-target",
    "old_base": "form/old-base",
    "old_rank": "form/old-rank",
    "old_compare": "form/old-compare",
    "old_history": "form/old-history",
}
# Columns that a form has only where the ledger has something for them.
FURTHER = ("target", "base", "rank", "compare", "history")
# What people call these columns in tables of their own.
SYNONYMS = {
    "label": ("指标名称", "指标名", "项目", "label"),
    "value": ("数据", "值", "本期", "填报数"),
    "change": ("增减", "同比", "变化情况", "增幅"),
    "unit": ("计量单位",),
    "department": ("来源", "部门", "责任部门", "填报单位", "数据来源", "department"),
    "name": ("代码", "标识", "id"),
}
STATES = {"unknown": "form/unknown", "sample": "form/sample", "known": "form/known"}


def uses_text(uses: Iterable[Use], lang: str) -> str:
    """5、5 备注、7; in English 5, 5 notes, 7."""
    return joined(lang, "word/comma", (say_in(lang, "form/in-notes", slide=use.slide) if use.notes else str(use.slide) for use in uses))


def joined(lang: str, mark: str, texts: Iterable[str]) -> str:
    """The texts with the mark of this id between them."""
    return say_in(lang, mark).join(texts)


def where_text(row: Row, lang: str) -> str:
    """Where the figure is used, or that it is not."""
    if not row.used:
        return say_in(lang, "form/unused")
    return uses_text(row.uses, lang) or "—"  # only a part of it that is empty is used


def remark_text(row: Row, lang: str) -> str:
    """What somebody who fills it should know: how slides write it, how many decimals they show, its period."""
    figure, parts = row.figure, []
    if figure.prefix or figure.currency or figure.suffix or figure.scale:
        parts.append(say_in(lang, "form/written-as", text=phrase(figure)))
    if figure.decimals is not None:
        parts.append(say_in(lang, "form/decimals", count=figure.decimals) if figure.decimals else say_in(lang, "form/no-decimals"))
    if figure.period:
        parts.append(figure.period)
    if row.state == "sample":
        parts.append(say_in(lang, "form/sample-so-far"))
    return joined(lang, "word/semicolon", parts)


def cells_of(row: Row, lang: str) -> dict[str, str]:
    """The row as texts by column."""
    figure = row.figure
    return {
        "number": str(row.number),
        "label": figure.label,
        "value": value_text(figure.value),
        "unit": figure.unit,
        "change": change_text(figure.change),
        "state": say_in(lang, STATES[row.state]),
        "department": figure.department,
        "where": where_text(row, lang),
        "remark": remark_text(row, lang),
        "name": figure.name,
        "old_value": value_text(figure.value),
        "old_change": change_text(figure.change),
        **further_cells(figure),
    }


def further_cells(figure: Figure) -> dict[str, str]:
    """Target, base, rank, comparison and history as a form has them, and once more as what was exported."""
    texts = {
        "target": amount_text(figure.target),
        "base": amount_text(figure.base),
        "rank": figure.rank,
        "compare": pairs_text(figure.compare),
        "history": pairs_text(figure.history),
    }
    return texts | {f"old_{name}": text for name, text in texts.items()}


def further_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Which of these columns any of the figures has something for."""
    figures = [row.figure for row in rows]
    return tuple(name for name in FURTHER if any(getattr(figure, name) for figure in figures))


def with_further(columns: Sequence[str], rows: Iterable[Row]) -> tuple[str, ...]:
    """The columns of a form with those behind the change, and what was exported at the end."""
    further = further_of(rows)
    at = list(columns).index("change") + 1
    return (*columns[:at], *further, *columns[at:], *(f"old_{name}" for name in further))


def totals_text(totals: Totals, lang: str) -> str:
    facts = {"all": totals.all, "unknown": totals.unknown, "sample": totals.sample, "known": totals.known}
    return say_in(lang, "form/totals-with-unused", unused=totals.unused, **facts) if totals.unused else say_in(lang, "form/totals", **facts)
