"""Entries that a person added or put in another order, and edits that an outline cannot say."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from pptx.presentation import Presentation as Deck

from tests.pull.test_pull import OUTLINE_TEXT, Case, randomly, replaced

ROWS = "          - [生产总值, 412.6]\n          - [财政收入, 38]\n          - [出口, 12]\n"


def rows_of(deck: Deck) -> list[object]:
    table = next(shape for shape in deck.slides[3].shapes if shape.has_table).table
    return list(table._tbl.tr_lst)


def test_a_new_row_stands_behind_its_neighbour(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        row = rows_of(deck)[2]
        fresh = deepcopy(row)
        row.addnext(fresh)  # type: ignore[attr-defined]
        table = next(shape for shape in deck.slides[3].shapes if shape.has_table).table
        for cell, words in zip(table.rows[3].cells, ("税收: 合计", "31"), strict=True):
            cell.text_frame.paragraphs[0].runs[0].text = words

    assert Case(tmp_path).edit(edit).text() == OUTLINE_TEXT.replace(
        "          - [财政收入, 38]\n", "          - [财政收入, 38]\n          - ['税收: 合计', 31]\n"
    )


def test_rows_in_another_order(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        rows = rows_of(deck)
        rows[1].addprevious(rows[3])  # type: ignore[attr-defined]

    assert Case(tmp_path).edit(edit).text() == OUTLINE_TEXT.replace(
        ROWS, "          - [出口, 12]\n          - [生产总值, 412.6]\n          - [财政收入, 38]\n"
    )


def test_a_new_paragraph_becomes_a_point_written_as_its_neighbour_is(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        shape = next(one for one in randomly.shapes_of(deck.slides[2].shapes) if one.has_text_frame and "床位有增加" in one.text_frame.text)
        last = shape.text_frame.paragraphs[-1]._p
        fresh = deepcopy(last)
        last.addnext(fresh)
        shape.text_frame.paragraphs[-1].runs[0].text = "改造二十个小区"

    assert Case(tmp_path).edit(edit).text() == OUTLINE_TEXT.replace(
        "          - {lead: 养老, text: 床位有增加}\n", "          - {lead: 养老, text: 床位有增加}\n          - {text: 改造二十个小区}\n"
    )


@pytest.mark.parametrize("place", [0, 4], ids=["before the cover", "behind the closing"])
def test_what_an_outline_cannot_say_is_left_alone_and_the_rest_is_carried(place: int, tmp_path: Path) -> None:
    def move(deck: Deck) -> None:
        slides = deck.slides._sldIdLst
        one = slides[2]
        slides.remove(one)
        slides.insert(place, one)

    case = Case(tmp_path).edit(replaced("项目带动", "项目为王"), move)
    pulled = case.pull()
    assert {outcome.why for outcome in pulled.outcomes if outcome.change.kind == "slide-moved"} <= {"unsaid", "opening", "another-part"}
    assert pulled.texts[str(case.outline)].decode() == OUTLINE_TEXT.replace("坚持项目带动", "坚持项目为王")
