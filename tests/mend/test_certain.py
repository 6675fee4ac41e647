"""What is certain is put right, and nothing else is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.check.doubled_mark import doubled
from deckgen.check.subject import FIGURE
from deckgen.mend.certain import RULES, Paragraph, certain, is_balanced, replaced
from tests.examples import examples


def put_right(text: str, shown: str = "") -> str:
    mends, counts = certain(Paragraph(shown or text, text), RULES)
    assert sum(counts.values()) >= len(mends) and bool(counts) == bool(mends)
    return replaced(text, mends)


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("稳增长,扩投资;优结构:好!对?", "稳增长，扩投资；优结构：好！对？"),
        ("全面完成.", "全面完成。"),
        ("总量(含镇街)增长", "总量（含镇街）增长"),
        ("增长(同比8%)", "增长（同比8%）"),
        ("增长（同比8%)以上", "增长（同比8%）以上"),
        ("城区(县)和(镇)", "城区（县）和（镇）"),
        ("增长8%,位居前列", "增长8%，位居前列"),
        ("甲，，乙、、丙；；丁：：戊", "甲，乙、丙；丁：戊"),
        ("完成。。", "完成。"),
        ("甲,,乙", "甲，乙"),
        ("坚持”稳中求进“总基调", "坚持“稳中求进”总基调"),
        ("坚持“稳中求进“和“先行先试”", "坚持“稳中求进”和“先行先试”"),
        ("““稳中求进”总基调", "“稳中求进”总基调"),
        ("《《论语》》", "《论语》"),
        ("（见附件））", "（见附件）"),
        ('坚持"稳中求进"总基调', "坚持“稳中求进”总基调"),
        ('坚持"稳中求进"，坚持"先行先试"', "坚持“稳中求进”，坚持“先行先试”"),
    ],
)
def test_a_slip_with_one_way_out(slip: str, mended: str) -> None:
    assert put_right(slip) == mended
    assert put_right(mended) == mended


@pytest.mark.parametrize(
    "text",
    [
        "甲，。乙",  # either may stay
        "等等。。。",  # perhaps an ellipsis
        "约翰.史密斯",  # perhaps a point between names
        "一.标题",
        "一.",
        "甲“乙",  # the partner may be missing anywhere
        "“甲“，”乙”",  # in order, one within the other
        "“甲“，”乙",
        "（（二））",  # brackets may stand in brackets
        "增长(GDP)以上",
        "1,234.5和3:2",
        "PM₂.₅",
        "Growth, jobs: more (much more)!",
        "the people’s will",
        '6" 管和 8" 管',
        "把“,”改成全角",
        "(甲",
        "”（“）",  # no order of the quotes is one of the brackets
        "……——",
    ],
)
def test_what_leaves_a_choice_is_left(text: str) -> None:
    assert put_right(text) == text


def test_a_figure_is_not_touched_and_counts_as_what_it_prints() -> None:
    own = f"完成{FIGURE * 3},增长{FIGURE},好"
    assert put_right(own, "完成4亿元,增长4,好") == f"完成{FIGURE * 3}，增长{FIGURE},好"


def test_a_rule_that_is_off_mends_nothing() -> None:
    assert certain(Paragraph("甲,乙，，", "甲,乙，，"), frozenset({"content/doubled-mark"}))[0] == {4: ""}


@examples(200, 800)
@given(st.text('甲乙丙12，。、；：,.;:!?()（）“”《》" ’%X', max_size=24))
def test_words_stay_and_what_was_in_order_stays_in_order(text: str) -> None:
    mended = put_right(text)
    assert [char for char in mended if char.isalnum()] == [char for char in text if char.isalnum()]
    assert not is_balanced(text) or is_balanced(mended)
    assert put_right(mended) == mended
    assert len(list(doubled(mended))) <= len(list(doubled(text)))
