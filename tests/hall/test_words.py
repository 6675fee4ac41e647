"""No line ends inside a word: rjieba, which the package does not use, is the judge of words; the package's own patterns of numbers and names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest
import rjieba

from deckgen.load.theme import theme_names
from deckgen.measure.words import held
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import Paragraph, Scene
from tests.examples import DESK_THEMES, mostly_in_ci
from tests.support import LEDGERS, OUTLINE, joined, line_text, text_boxes

OUTLINES = sorted(path for path in (Path(__file__).parent / "outlines").glob("*.yaml") if path.stem != "figures")
FURNITURE = ("footer", "number")


def is_hanzi(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def cuts(p: Paragraph) -> Iterator[tuple[bool, str]]:
    """Every line end of a paragraph: whether it is inside a word, and the words around it."""
    text = joined(p)
    words = list(accumulate(map(len, rjieba.cut(text)), initial=0))
    whole = held(text, ())
    for at in list(accumulate(len(line_text(line)) for line in p.lines))[:-1]:
        inside = at in whole or (at not in words and is_hanzi(text[at - 1]) and is_hanzi(text[at]))
        yield inside, f"{text[max(0, at - 5) : at]}/{text[at : at + 5]}"


def line_ends(scene: Scene) -> list[tuple[bool, str]]:
    boxes = (box for slide in scene.slides for box in text_boxes(slide))
    read = (box for box in boxes if box.placeholder is None or box.placeholder.role not in FURNITURE)
    return [end for box in read for p in box.paragraphs if len(p.lines) > 1 for end in cuts(p)]


@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS)
@pytest.mark.parametrize("theme", theme_names())
def test_the_report_cuts_no_word(theme: str, ledger: str) -> None:
    ends = line_ends(compile_deck(Request(str(OUTLINE), theme, ledger)).scene)
    assert len(ends) > 15
    assert [around for inside, around in ends if inside] == []


@pytest.mark.parametrize("theme", mostly_in_ci(theme_names(), DESK_THEMES))
def test_other_subjects_cut_hardly_any(theme: str) -> None:
    ends = [end for path in OUTLINES for end in line_ends(compile_deck(Request(str(path), theme)).scene)]
    assert len(ends) > 20
    cut = [around for inside, around in ends if inside]
    assert len(cut) < 0.02 * len(ends), cut


def test_the_judge_sees_a_cut_word() -> None:
    assert [inside for inside, _ in cuts(paragraph("全面推进乡", "村振兴"))] == [True]
    assert [inside for inside, _ in cuts(paragraph("全面推进", "乡村振兴"))] == [False]
    assert [inside for inside, _ in cuts(paragraph("完成投资12.", "5亿元"))] == [True]


def paragraph(*lines: str) -> Paragraph:
    from deckgen.scene import StyledRun
    from deckgen.style import Color, TextStyle

    style = TextStyle(2000, Color("dk1"), "body", False, 0, "Arial")
    return Paragraph(tuple((StyledRun(line, style),) for line in lines), 2400)
