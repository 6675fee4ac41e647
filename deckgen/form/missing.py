"""What is still X, by department, as a message to send round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.form.rows import Row, change_text, departments_of, phrase
from deckgen.form.uses import Use
from deckgen.form.words import NO_DEPARTMENT, UNUSED, said

# By what a slide has of a figure: on the slide, in its notes, both.
IN_CHINESE = {(False,): "", (True,): "备注", (False, True): "及备注"}
IN_ENGLISH = {(False,): "", (True,): ", notes", (False, True): " and notes"}


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
    """地区生产总值：预计X亿元，同比 +X%（第 5 页及备注）[gdp]."""
    figure = row.figure
    asked = [phrase(figure)] if figure.value is None else [figure.phrase]
    asked += [change_text(figure.change)] if figure.change else []
    where = places(row.uses, lang) or said(UNUSED, lang)
    if lang == "zh":
        return f"{figure.label}：{'，'.join(asked)}（{where}）[{figure.name}]"
    return f"{figure.label}: {', '.join(asked)} ({where}) [{figure.name}]"


def places(uses: Iterable[Use], lang: str) -> str:
    """第 5 页及备注、第 7 页备注: each slide once, with what it is that the figure stands in."""
    slides: dict[int, list[bool]] = {}
    for use in uses:
        slides.setdefault(use.slide, []).append(use.notes)
    if lang == "zh":
        return "、".join(f"第 {number} 页{IN_CHINESE[tuple(notes)]}" for number, notes in slides.items())
    return ", ".join(f"slide {number}{IN_ENGLISH[tuple(notes)]}" for number, notes in slides.items())


def total(count: int, departments: int, lang: str) -> str:
    if not count:
        return "没有待填的指标。" if lang == "zh" else "No figure is missing."
    return f"共 {departments} 个单位，待填 {count} 项" if lang == "zh" else f"{count} to fill, {departments} departments"
