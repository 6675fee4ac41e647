"""Faults of a speech, each at its place; and what is none."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Findings
from deckgen.speech.faults.find import find_faults, in_text
from deckgen.speech.figures.quantities import find_quantities
from deckgen.speech.source import Paragraph, Speech
from deckgen.speech.structure.tree import read_tree


def faults(text: str) -> list[tuple[str, str]]:
    """(rule, what stands from its place on) of one paragraph."""
    return [(fault.rule.removeprefix("speech/"), text[fault.offset : fault.offset + 4]) for fault in in_text(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("五个6方面的工作", [("two-counts", "五个6方")]),
        ("关于年工作安排", [("no-year", "年工作安")]),
        ("2019工作回顾", [("year-without", "2019")]),
        ("坚持改革,推进发展;", [("half-width", ",推进发"), ("half-width", ";")]),
        ("坚持改革，，推进发展", [("doubled-mark", "，，推进")]),
        ("发展。，推进", [("doubled-mark", "。，推进")]),
        ("实施细则，（试行）》", [("doubled-mark", "，（试行"), ("unpaired", "》")]),
        ("“两个不平衡''问题", [("straight-quote", "''问题"), ("unpaired", "“两个不")]),
        ("坚持“改革", [("unpaired", "“改革")]),
        ("改革”不停", [("unpaired", "”不停")]),
        ("“甲“乙”", [("unpaired", "“甲“乙")]),
        ("（甲《乙）", [("unpaired", "《乙）")]),
        ("我们坚持坚持改革", [("repeated-words", "坚持坚持")]),
        ("改革的的成果", [("repeated-words", "的的成果")]),
        ("中国特色社会思想", [("known-phrase", "中国特色")]),
        ("做到三点：一是甲。二是乙。", [("claim-count", "三点：一")]),
    ],
)
def test_faults_of_a_paragraph(text: str, found: list[tuple[str, str]]) -> None:
    assert sorted(faults(text)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "去年工作、2019年工作、年初和每年",
        "完成1,234户，时间是12:30，占3.5%。",
        "“甲”《乙》（丙）“‘丁’”",
        "1）甲；2）乙，三）丙",
        "It's the people's city; we're proud, aren't we?",
        "一个一个地办，实实在在，研究研究，高高兴兴",
        "中国特色社会主义，社会主义核心价值观",
        "做到两点：一是甲。二是乙。",
        "好的确实，了解了，和和气气",
        "",
    ],
)
def test_what_is_no_fault(text: str) -> None:
    assert faults(text) == []


def told(*lines: str) -> list[tuple[int, int, str]]:
    """Line, column and rule of what is told about a whole speech."""
    speech, findings = Speech("x.txt", tuple(Paragraph(text, n, 3) for n, text in enumerate(lines, 1))), Findings()
    find_faults(speech, read_tree(speech, 0, "auto"), find_quantities(speech), findings)
    assert not findings.failed
    return [(finding.span.line, finding.span.column, finding.rule.removeprefix("speech/")) for finding in findings.all]


MATTER = "我们坚持把产业发展摆在突出位置，推动结构不断优化，基础更加牢固，后劲明显增强。"


def test_numbers_that_are_skipped() -> None:
    assert told("一、抓好产业发展", MATTER, "三、抓好民生事业", MATTER) == [(3, 3, "numbering")]
    assert told("一、抓好产业发展", MATTER, "二、抓好民生事业", MATTER) == []


def test_the_same_heading_twice() -> None:
    assert (3, 3, "same-heading") in told("一、抓好产业发展", MATTER, "二、抓好产业发展", MATTER)


def test_a_claim_that_is_not_kept() -> None:
    lead = "回顾过去一年，我们做到了“三个坚持”："
    two = ("一、坚持产业为先", MATTER, "二、坚持民生为本", MATTER)
    assert (1, 15, "claim-count") in told(lead, *two)
    assert told(lead, *two, "三、坚持党建为要", MATTER) == []


def test_shares_over_all() -> None:
    assert told("覆盖率达到120%。") == [(1, 8, "over-100")]
    assert told("覆盖率达到100%，产值增长120%，完成率达到103%。") == []  # more than planned may be done
    assert told("覆盖率达到100%，产值增长120%，合格率达到103%。") == [(1, 8 + len("100%，产值增长120%，合格率达到"), "over-100")]
    assert told("产值增长120%。") == []
