"""The numbering of official Chinese, and what only looks like it."""

from __future__ import annotations

import pytest

from deckgen.speech.structure.claims import announced, claims_in, speaks_of
from deckgen.speech.text.numbering import inline_marks, mark_of


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("第一部分 工作回顾", "part", 1),
        ("第十二章　附则", "chapter", 12),
        ("Part II: Plans", "part", 2),
        ("一、工作回顾", "hanzi", 1),
        ("十一．工作", "hanzi", 11),
        ("二. 工作", "hanzi", 2),
        ("三，工作", "hanzi", 3),
        ("四 工作", "hanzi", 4),
        ("（一）工作", "hanzi-bracket", 1),
        ("(二)工作", "hanzi-bracket", 2),
        ("（ 三 ）、工作", "hanzi-bracket", 3),
        ("第一，工作", "ordinal", 1),
        ("第二、工作", "ordinal", 2),
        ("1.工作", "arabic", 1),
        ("12、工作", "arabic", 12),
        ("３．工作", "arabic", 3),
        ("IV. Plans", "roman", 4),
        ("（1）工作", "arabic-bracket", 1),
        ("2)工作", "arabic-bracket", 2),
        ("③工作", "circled", 3),
        ("一是工作", "which", 1),
        ("二要工作", "which", 2),
        ("首先，工作", "firstly", 1),
        ("——工作", "dash", 0),
        ("● 工作", "bullet", 0),
        ("- 工作", "bullet", 0),
    ],
)
def test_marks(text: str, kind: str, number: int) -> None:
    mark = mark_of(text)
    assert mark is not None
    assert (mark.kind, mark.number) == (kind, number)
    assert text[mark.end :].lstrip(" \u3000").startswith(("工作", "附则", "Plans"))


@pytest.mark.parametrize(
    "text",
    [
        "一二三产业融合",
        "一、二、三产业",
        "1.5亿元投资",
        "2019年工作",
        "第一产业",
        "第一条路",
        "一年来，工作",
        "十分重要",
        "工作",
        "一、",
        "最后的胜利",
        "-5%的降幅",
    ],
)
def test_no_marks(text: str) -> None:
    assert mark_of(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "numbers"),
    [
        ("抓好三项工作：一是抓产业；二是抓民生；三是抓党建。", "which", [1, 2, 3]),
        ("第一，抓产业。第二，抓民生。", "ordinal", [1, 2]),
        ("重点是：（1）抓产业；（2）抓民生", "arabic-bracket", [1, 2]),
        ("①甲②乙③丙", "circled", [1, 2, 3]),
        ("首先，抓产业。其次，抓民生。最后，抓党建。", "firstly", [1, 2, 9]),
        ("只有一是抓产业。", "", []),
        ("二是抓民生。三是抓党建。", "", []),
        ("一是否可行，二是非分明。", "", []),
        ("没有编号的一段话。", "", []),
    ],
)
def test_enumerations_inside_a_paragraph(text: str, kind: str, numbers: list[int]) -> None:
    found = inline_marks(text)
    assert [mark.number for _, mark in found] == numbers
    assert {mark.kind for _, mark in found} == ({kind} if kind else set())


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("做到“七个坚持”：", [("七个坚持", 7)]),
        ("围绕六个“必须”，抓好“四个牢牢把握”。", [("六个“必须”", 6), ("四个牢牢把握", 4)]),
        ("抓好三项工作：", [("三项工作", 3)]),
        ("突出5大重点：", [("5大重点", 5)]),
        ("“一个中心”", []),
        ("建成三个项目", []),
        ("“三农”工作", []),
    ],
)
def test_claims(text: str, claims: list[tuple[str, int]]) -> None:
    assert [(claim.text, claim.count) for claim in claims_in(text)] == claims


def test_a_claim_announces_only_at_the_end() -> None:
    assert announced("回顾一年，做到了“七个坚持”：") is not None
    assert announced("做到“七个坚持”以来，全区上下团结一心、真抓实干，各项事业都有新的进步。") is None


def test_a_claim_speaks_of_titles_that_hold_its_word() -> None:
    claim = announced("做到“三个坚持”：")
    assert claim is not None
    assert speaks_of(claim, ["坚持甲", "坚持乙", "丙"])
    assert not speaks_of(claim, ["甲", "乙", "坚持丙"])
    assert not speaks_of(claim, [])
