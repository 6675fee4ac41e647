"""Claims, pairs and leads are taken apart as people write them."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import NOWHERE
from deckgen.load.phrases import parsed_claim, parsed_pair, split_lead


@pytest.mark.parametrize(
    ("text", "count", "noun"),
    [
        ("七个坚持", 7, "坚持"), ("7个坚持", 7, "坚持"), ("７个坚持", 7, "坚持"), ("六个“必须”", 6, "必须"), ("“十二”项任务", 12, "任务"),
        ("三方面工作", 3, "工作"), ("两者并重", 2, "并重"), ("Five priorities", 5, "priorities"), ("Our three aims", 3, "aims"),
        ("The “four” tests", 4, "tests"), ("5 priorities", 5, "priorities"),
    ],
)  # fmt: skip
def test_a_claim_has_a_number_and_what_is_counted(text: str, count: int, noun: str) -> None:
    claim = parsed_claim(text, NOWHERE)
    assert claim is not None
    assert (claim.text, claim.count, claim.noun) == (text, count, noun)


@pytest.mark.parametrize("text", ["坚持", "七", "", "“”", "Many aims", "Five", "1.5个坚持", "百个坚持"])
def test_no_claim_without_a_number_of_something(text: str) -> None:
    assert parsed_claim(text, NOWHERE) is None


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("稳/进", ("稳", "进")), ("稳与进", ("稳", "进")), ("“稳”", None), ("“稳 ／ 进”", ("稳", "进")), ("「稳、进」", ("稳", "进")),
        ("效率和公平", ("效率", "公平")), ("Growth/Stability", ("Growth", "Stability")), ("Growth and Stability", ("Growth", "Stability")),
        ("Value for money/Quality", ("Value for money", "Quality")), ("稳/进/好", None), ("稳进", None), ("高质量发展/安全", None),
        ("A longer name than that/B", None), ("A name of twenty sig/B", ("A name of twenty sig", "B")), ("A name of twenty sign/B", None), ("/进", None), ("", None), ("“稳”/“进”", None),
    ],
)  # fmt: skip
def test_a_pair_has_two_short_sides(text: str, sides: tuple[str, str] | None) -> None:
    assert parsed_pair(text) == sides


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("压实责任：层层抓落实", ("压实责任", "层层抓落实")), ("压实责任", ("压实责任", "")), ("：落实", ("：落实", "")),
        ("推动高质量发展取得新的更大的进步", ("", "推动高质量发展取得新的更大的进步")), ("见http://a.cn", ("见http://a.cn", "")),
    ],
)  # fmt: skip
def test_a_line_is_lead_and_text(text: str, parts: tuple[str, str]) -> None:
    assert split_lead(text) == parts
