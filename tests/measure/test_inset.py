"""Running text ends its lines at words: the inset that is chosen, and the filling that is promised for it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from deckgen.measure import METRICS, best_filling, fill, lines_of
from deckgen.measure.compounds import cuts_compound
from deckgen.measure.inset import FAULT, MOST_INSET, NARROWEST, filled, fillings, running_cost
from deckgen.measure.kinsoku import breakable
from deckgen.measure.lexicon import edges_between
from deckgen.measure.widths import EM, SCRIPT_GAP
from tests.examples import examples
from tests.measure.corpus import SENTENCES, rooms, spacings, texts

SANS, TIMES = METRICS["sans"], METRICS["times"]


@examples(60, 400)
@given(texts, rooms, spacings)
def test_the_promised_lines_are_those_the_client_fills_the_chosen_room_with(text: str, room: int, spacing: int) -> None:
    room = max(room, 2 * EM)  # no column is narrower
    best = best_filling(text, room, SANS, spacing)
    assert best.lines == fill(text, best.room, SANS, spacing)
    assert len(best.lines) == len(fill(text, room, SANS, spacing))
    assert room - (room // NARROWEST) <= best.room <= room


@examples(60, 400)
@given(texts, rooms, spacings)
def test_no_filling_within_reach_is_missed_or_invented(text: str, room: int, spacing: int) -> None:
    reach = range(room - min(MOST_INSET, room // NARROWEST), room)
    found = {narrower: lines for narrower, _, lines in fillings(text, room, SANS, spacing, MOST_INSET)}
    assert all(fill(text, narrower, SANS, spacing) == lines for narrower, lines in found.items())
    sampled = {narrower: fill(text, narrower, SANS, spacing) for narrower in reach[:: max(1, len(reach) // 40)]}
    if all(filled(text, narrower, SANS, spacing)[1] <= narrower for narrower in sampled):  # no word is split for want of room
        assert {*sampled.values()} <= {*found.values(), fill(text, room, SANS, spacing)}


@pytest.mark.parametrize(("room", "share"), [(9_000, 0.25), (12_000, 0.15), (15_000, 0.1), (18_000, 0.08), (21_000, 0.05), (26_000, 0.05)])
def test_sentences_of_a_report_seldom_end_a_line_inside_a_word(room: int, share: float) -> None:
    """By themselves they do at every other line."""
    lines = [(sentence, best_filling(sentence, room, SANS, more=1).lines) for sentence in SENTENCES]
    ends = [running_cost(sentence, begin, ()) >= FAULT for sentence, spans in lines for _, (begin, _) in pairwise(spans)]
    assert len(ends) >= 28 and sum(ends) <= share * len(ends)


@pytest.mark.parametrize("prefix", ["全面深入系统学习贯彻落实坚决拥护持之以恒扎实"[:count] for count in range(1, 23)])
@pytest.mark.parametrize("room", [8_000, 11_000, 13_300, 17_000])
def test_the_name_is_never_cut(prefix: str, room: int) -> None:
    text = prefix + "习近平总书记重要讲话和重要指示批示精神"
    lines = lines_of(text, best_filling(text, room, SANS, more=1).lines)
    assert any("习近平" in line for line in lines), lines


def test_a_word_of_the_author_is_as_absolute_as_a_name() -> None:
    text = "围绕中心服务大局建设云岭天池示范区"
    cut = lines_of(text, fill(text, 13_200, SANS))
    kept = lines_of(text, best_filling(text, 13_200, SANS, keep=("云岭天池",)).lines)
    assert any(line.endswith("云岭天") for line in cut) and any("云岭天池" in line for line in kept)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("落实三重一大制度", 4),
        ("指导共青团工作", 4),
        ("建成15分钟服务圈", 6),
        ("建成15分钟服务圈", 4),
        ("投入1,345亿元", 3),
        ("投入1,345亿元", 7),
    ],
)
def test_set_phrases_and_numbers_with_their_units_are_worth_more_than_any_word(text: str, at: int) -> None:
    assert running_cost(text, at, ()) > 200 or not breakable(text, at)


def test_two_words_that_make_a_third_and_characters_that_make_a_word_nobody_lists_are_kept() -> None:
    assert cuts_compound("创建文明城市", 4)
    assert not cuts_compound("创建文明城市", 2)
    assert edges_between("协同发力") == {0, 2, 4}
    assert edges_between("一是坚持") == {0, 2, 4}
    assert edges_between("发展的关键") == {0, 2, 3, 5}


def test_the_text_takes_one_line_more_only_where_it_may() -> None:
    text = "坚持全心全意依靠广大人民群众办好各项事业"
    assert len(best_filling(text, 10_100, SANS).lines) == len(fill(text, 10_100, SANS))
    assert len(best_filling(text, 10_100, SANS, more=1).lines) <= len(fill(text, 10_100, SANS)) + 1


def test_a_line_before_a_number_is_so_narrow_that_no_part_of_the_number_fits() -> None:
    """LibreOffice 7.4 breaks 容 / 忍，2019 where the line has room for a digit after the mark, and 忍， / 2019 where it has none."""
    text = "无禁区、全覆盖、零容忍，2019年立案"
    found = best_filling(text, 13_500, SANS)
    assert found.lines[0] == (0, text.index("2019"))
    assert 12_000 <= found.room < 12_000 + SCRIPT_GAP + SANS.advances["2"]


def test_a_filling_that_hardly_any_room_gives_is_no_way_out() -> None:
    """The second line needs 15 em; with 15.02 em the first one takes a character more, as a client may measure it."""
    text = "“管肚子”“管脑子”并重，激励、容错、能上能下三项制度落地见效"
    found = best_filling(text, 16_180, TIMES)
    wider = fill(text, found.room + 40, TIMES)
    assert not found.faulty and wider == found.lines
