"""What is still X, by department, as a message to send round."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.form.rows import Row, change_text, departments_of, phrase
from deckgen.form.words import NO_DEPARTMENT, UNUSED, said, uses_text


def missing(rows: Sequence[Row], lang: str) -> str:
    """A paragraph for each department: what it should give, as the slides write it, and where it is used."""
    unknown = [row for row in rows if row.state == "unknown"]
    groups = [paragraph(name, [row for row in unknown if row.figure.department == name], lang) for name in departments_of(unknown)]
    return "\n\n".join([*groups, total(len(unknown), len(groups), lang)])


def paragraph(department: str, rows: Sequence[Row], lang: str) -> str:
    name = department or said(NO_DEPARTMENT, lang)
    head = f"{name}（{len(rows)} 项）" if lang == "zh" else f"{name} ({len(rows)})"
    return "\n".join([head, *(f"  {number}. {entry(row, lang)}" for number, row in enumerate(rows, 1))])


def entry(row: Row, lang: str) -> str:
    """地区生产总值：预计X亿元，同比 +X%（第 5 页、第 5 页备注）[gdp]."""
    figure = row.figure
    asked = [phrase(figure)] if figure.value is None else [figure.prefix + figure.text]
    asked += [change_text(figure.change)] if figure.change else []
    if lang == "zh":
        where = f"第 {uses_text(row.uses, lang)} 页".replace(" 备注 页", " 页备注") if row.uses else said(UNUSED, lang)
        return f"{figure.label}：{'，'.join(asked)}（{where}）[{figure.name}]"
    where = f"slide {uses_text(row.uses, lang)}" if row.uses else said(UNUSED, lang)
    return f"{figure.label}: {', '.join(asked)} ({where}) [{figure.name}]"


def total(count: int, departments: int, lang: str) -> str:
    if not count:
        return "没有待填的指标。" if lang == "zh" else "No figure is missing."
    return f"共 {departments} 个单位，待填 {count} 项" if lang == "zh" else f"{count} to fill, {departments} departments"
