"""The words of table and form in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.diagnostics import Words
from deckgen.form.rows import Row, Totals, change_text, phrase, value_text
from deckgen.form.uses import Use

# The columns by key; the words of a header without what stands in its brackets are how a form read back knows its columns.
HEADERS = {
    "number": Words("序号", "No."),
    "label": Words("指标", "Figure"),
    "value": Words("数值", "Value"),
    "unit": Words("单位", "Unit"),
    "change": Words("变化", "Change"),
    "state": Words("状态", "State"),
    "department": Words("责任单位", "Source"),
    "where": Words("用在第几页", "Used on"),
    "remark": Words("说明", "Remark"),
    "name": Words("名称（勿改）", "Name (do not change)"),
    # What the two cells held when the form was written: a cell that still holds it says nothing.
    "old_value": Words("导出时的数值", "Value as exported"),
    "old_change": Words("导出时的变化", "Change as exported"),
}
# What people call these columns in tables of their own.
SYNONYMS = {
    "label": ("指标名称", "指标名", "项目", "label"),
    "value": ("数据", "值", "本期", "填报数"),
    "change": ("增减", "同比", "变化情况", "增幅"),
    "unit": ("计量单位",),
    "department": ("来源", "部门", "责任部门", "填报单位", "数据来源", "department"),
    "name": ("代码", "标识", "id"),
}
STATES = {"unknown": Words("X", "X"), "sample": Words("示例", "sample"), "known": Words("已填", "known")}
TO_FILL = Words("待填", "to fill")
UNUSED = Words("未用到", "unused")
NO_DEPARTMENT = Words("未写责任单位", "no department")


def said(words: Words, lang: str) -> str:
    return words.zh if lang == "zh" else words.en


def uses_text(uses: Iterable[Use], lang: str) -> str:
    """5、5 备注、7; in English 5, 5 notes, 7."""
    notes = " 备注" if lang == "zh" else " notes"
    return ("、" if lang == "zh" else ", ").join(f"{use.slide}{notes if use.notes else ''}" for use in uses)


def where_text(row: Row, lang: str) -> str:
    """Where the figure is used, or that it is not."""
    if not row.used:
        return said(UNUSED, lang)
    return uses_text(row.uses, lang) or "—"  # only a part of it that is empty is used


def remark_text(row: Row, lang: str) -> str:
    """What somebody who fills it should know: how slides write it, how many decimals they show, its period."""
    figure, parts = row.figure, []
    if figure.prefix or figure.currency or figure.suffix or figure.scale:
        parts.append(f"写作“{phrase(figure)}”" if lang == "zh" else f"written “{phrase(figure)}”")
    if figure.decimals is not None:
        places = figure.decimals
        parts.append((f"保留 {places} 位小数" if places else "取整数") if lang == "zh" else f"{places} decimal{'s' * (places != 1)}")
    if figure.period:
        parts.append(figure.period)
    if row.state == "sample":
        parts.append("现为示例数据" if lang == "zh" else "a sample value so far")
    return ("；" if lang == "zh" else "; ").join(parts)


def cells_of(row: Row, lang: str) -> dict[str, str]:
    """The row as texts by column."""
    figure = row.figure
    return {
        "number": str(row.number),
        "label": figure.label,
        "value": value_text(figure.value),
        "unit": figure.unit,
        "change": change_text(figure.change),
        "state": said(STATES[row.state], lang),
        "department": figure.department,
        "where": where_text(row, lang),
        "remark": remark_text(row, lang),
        "name": figure.name,
        "old_value": value_text(figure.value),
        "old_change": change_text(figure.change),
    }


def totals_text(totals: Totals, lang: str) -> str:
    if lang == "zh":
        unused = f"；未用到 {totals.unused} 个" if totals.unused else ""
        return f"共 {totals.all} 个指标：X {totals.unknown} 个，示例 {totals.sample} 个，已填 {totals.known} 个{unused}"
    unused = f"; {totals.unused} unused" if totals.unused else ""
    return f"{totals.all} figures: {totals.unknown} X, {totals.sample} sample, {totals.known} known{unused}"
