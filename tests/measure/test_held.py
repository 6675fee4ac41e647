"""What no line break may cut, told stretch by stretch; and the dictionary's every line."""

from __future__ import annotations

import pytest

from deckgen.measure import METRICS, advance
from deckgen.measure.balance import at_marks
from deckgen.measure.breaks import line_starts
from deckgen.measure.lexicon import dictionary, line_of, words_at
from deckgen.measure.words import held, occurrences, starts_with_particle


def stretches(text: str, keep: tuple[str, ...] = ()) -> list[str]:
    """The pieces of `text` longer than a character that hold together."""
    inside = held(text, keep)
    pieces = [""]
    for at, char in enumerate(text):
        pieces = [*pieces[:-1], pieces[-1] + char] if at in inside or not pieces[-1] else [*pieces, char]
    return [piece for piece in pieces if len(piece) > 1]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("坚持“七个坚持”不动摇", ["“七个坚持”"]), ("落实‘四风’要求", ["‘四风’"]), ("学习《党章》原文", ["《党章》"]), ("开展「清风」行动", ["「清风」"]),
        ("全市（市、区）排名", ["（市、区）"]), ("一、坚持发展", ["一、坚持"]), ("3.推动落实", ["3.推动"]), ("3、推动落实", ["3、推动"]), ("３．推动落实", ["３．推动"]),
        ("党的十九届二中、三中、四中全会精神", ["党的十九届二中、三中、四中全会"]), ("十九届全体会议上", ["十九届全体会议"]), ("党的二十大报告", ["党的二十大报告"]),
        ("二十大精神", ["二十大精神"]), ("十八大以来", ["十八大以来"]), ("第一位是", ["第一位"]), ("第三产业发展", ["第三产业"]), ("第X批名单", ["第X批"]),
        ("第12届大会", ["第12届"]), ("第一责任人是", ["第一责任人"]), ("抓住第一要务和", ["第一要务"]), ("第四季度好", ["第四季度"]), ("第二名是", ["第二名"]),
        ("七个坚持好", ["七个坚持"]), ("九大体系好", ["九大体系"]), ("一月份里", ["一月"]), ("五周年里", ["五周年"]),
        ("worth £4.2 million now", ["£4.2 million"]), ("US$3 bn is", ["US$3 bn"]), ("€5 billion is", ["€5 billion"]), ("£X million is", ["£X million"]),
        ("12 million homes", ["12 million"]), ("3 thousand of", ["3 thousand"]), ("12 homes", ["12"]),
        ("增长12.3%以上", ["12.3%以上"]), ("在2020年1月起", ["2020年1月"]), ("约24小时里", ["约24小时"]), ("约5%—8%左右", ["约5%—8%左右"]), ("共X亿元整", ["X亿元"]),
        ("用电5千瓦时多", ["5千瓦时"]), ("修建1.2万公里路", ["1.2万公里"]), ("升6至8个百分点", ["6至8个百分点"]), ("在2020年1月15日8点整", ["2020年1月15日8点"]),
        ("（（市、区）好", ["（市、区）"]), ("《很长很长很长很长很长很长的书》", []), ("空“”引号", []),
        ("发展和改革", []), ("", []),
    ],
)  # fmt: skip
def test_figures_dates_ordinals_and_names_hold_together(text: str, whole: list[str]) -> None:
    assert stretches(text) == whole


def test_phrases_of_the_author_hold_together() -> None:
    assert stretches("建设南部生态县样板区", ("南部生态县", "样板")) == ["南部生态县", "样板"]
    assert stretches("甲甲甲乙", ("甲甲",)) == ["甲甲甲"]
    assert list(occurrences("甲甲甲", ["甲甲", ""])) == [(0, 2), (1, 3)]


@pytest.mark.parametrize("char", "的了和与及")
def test_a_particle_starts_no_line(char: str) -> None:
    assert starts_with_particle(f"发展{char}改革", 2)
    assert not starts_with_particle(f"发展{char}改革", 1)


@pytest.mark.parametrize("word", ["的确", "了解", "和谐", "和平", "和睦", "和美", "与会", "与时", "及时", "及早"])
def test_a_word_that_begins_like_a_particle_may(word: str) -> None:
    assert not starts_with_particle(f"发展{word}推进", 2)


def test_a_line_starts_on_ink_with_ink_before_it() -> None:
    assert line_starts("  ab c　d") == [3, 5, 7]
    assert line_starts("") == line_starts("  ") == line_starts("甲") == []


def test_the_gap_between_scripts_is_the_widest_that_was_measured() -> None:
    sans = METRICS["sans"]
    alone = advance("中", sans) + advance("a", sans)
    assert advance("中a", sans) - alone == advance("a中", sans) - alone == 245
    assert advance("中a中", sans) == 2 * advance("中", sans) + advance("a", sans) + 490


def test_words_of_the_dictionary_are_found_and_others_are_not() -> None:
    assert len(dictionary()) > 2000
    for first in "一不发新":
        for entry in line_of(first.encode()).decode().split()[1:]:
            rest, price = entry.split(":")
            word = (first + rest).encode()
            assert (int(price), len(word)) in words_at(word)
    assert words_at("一发不可".encode()) == [(56, 3), (116, 6)]
    assert words_at("发展理念".encode()) == [(82, 3), (68, 6)]
    assert all(words_at(unknown.encode()) == [(180, 3)] for unknown in "\u2fff\u9fff\uffff")


def test_a_text_of_too_many_lines_is_not_broken_at_marks() -> None:
    text = "推动落实，持续见效，服务大局，"
    assert at_marks(text, 6_000, METRICS["sans"], most=2) == ()
    assert at_marks(text, 6_000, METRICS["sans"], most=3) == ((0, 5), (5, 10), (10, 15))
