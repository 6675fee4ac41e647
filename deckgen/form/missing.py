"""What is still X, by department, as a message to send round."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.form.rows import Row, change_text, departments_of, phrase
from deckgen.form.uses import Use
from deckgen.form.words import joined
from deckgen.messages import say_in

# By what a slide has of a figure: on the slide, in its notes, both.
PLACES = {(False,): "form/on-slide", (True,): "form/in-notes-of-slide", (False, True): "form/on-slide-and-in-notes"}


def missing(rows: Sequence[Row], lang: str) -> str:
    """A paragraph for each department: what it should give, as the slides write it, and where it is used."""
    unknown = [row for row in rows if row.state == "unknown"]
    groups = [paragraph(name, [row for row in unknown if row.figure.department == name], lang) for name in departments_of(unknown)]
    return "\n\n".join([*groups, total(len(unknown), len(groups), lang)])


def paragraph(department: str, rows: Sequence[Row], lang: str) -> str:
    head = say_in(lang, "form/department-head", name=department or say_in(lang, "form/no-department"), count=len(rows))
    return "\n".join([head, *(f"  {number}. {entry(row, lang)}" for number, row in enumerate(rows, 1))])


def entry(row: Row, lang: str) -> str:
    """地区生产总值：预计X亿元，同比 +X%（第 5 页及备注）[gdp]."""
    figure = row.figure
    asked = [phrase(figure)] if figure.value is None else [figure.phrase]
    asked += [change_text(figure.change)] if figure.change else []
    where = places(row.uses, lang) or say_in(lang, "form/unused")
    return say_in(lang, "form/asked-for", label=figure.label, asked=joined(lang, "word/clause", asked), where=where, name=figure.name)


def places(uses: Iterable[Use], lang: str) -> str:
    """第 5 页及备注、第 7 页备注: each slide once, with what it is that the figure stands in."""
    slides: dict[int, list[bool]] = {}
    for use in uses:
        slides.setdefault(use.slide, []).append(use.notes)
    return joined(lang, "word/comma", (say_in(lang, PLACES[tuple(notes)], number=number) for number, notes in slides.items()))


def total(count: int, departments: int, lang: str) -> str:
    return say_in(lang, "form/missing-total", departments=departments, count=count) if count else say_in(lang, "form/none-missing")
