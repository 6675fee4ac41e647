"""Checks of punctuation: the mark is found where it stands."""

from __future__ import annotations

import time

import pytest

from tests.check.helpers import check_finds, findings_of, ledger, outline, with_ledger
from tests.clock import seconds


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("凝心聚力,振气塑魂", 23),
        ("增长X%;固定资产", 23),
        ("结束.", 21),
        ("PM~2.5~浓度", 0),
        ("IPv6,IPv4", 0),
        ("1,234元", 0),
        ("增长5.2个百分点", 0),
        ("下午3:30开会", 0),
        ("AI(人工智能)", 0),
        ("凝心聚力，振气塑魂", 0),
    ],
)
def test_half_width_marks_among_hanzi(text: str, column: int) -> None:
    check_finds("content/half-width-mark", outline(f"points: [甲乙, '{text}']"), *([f"8:{column}"] if column else []))


def test_half_width_brackets_among_hanzi() -> None:
    check_finds("content/half-width-mark", outline("points: [甲乙, '区委(常委)会']"), "8:21 （", "8:24 ）")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("两个“不平衡问题", "“"),
        ("两个不平衡”问题", "”"),
        ("《通知“》”", "《"),
        ("（第一", "（"),
        ("“两个‘维护’”", ""),
        ("《通知》（试行）", ""),
        ("the people’s will", ""),
    ],
)
def test_marks_without_a_partner(text: str, found: str) -> None:
    from tests.check.helpers import findings_of

    got = [f for f in findings_of(outline(f'points: [甲乙, "{text}"]')) if f.rule == "content/unpaired-mark"]
    assert bool(got) == bool(found)
    if found:
        line = outline(f'points: [甲乙, "{text}"]').splitlines()[got[0].span.line - 1]
        assert line[got[0].span.column - 1] == found


def test_quotes_of_one_paragraph_of_notes_are_not_closed_in_the_next() -> None:
    notes = "|\n      第一段“开头\n      第二段结尾”\n"
    check_finds("content/unpaired-mark", outline(notes=notes), "10:10 “", "11:12 ”")


@pytest.mark.parametrize(
    ("text", "found"),  # True: at the first 逗号 or 句号
    [
        ("你好，，再见", True),
        ("你好，。再见", True),
        ("完了。。", True),
        ("印发““通知”", "““"),
        ("印发《通知》》", "》》"),
        ("（（试行）", "（（"),
        ("……等等", False),
        ("——牢牢", False),
        ("“甲”、“乙”", False),
        ("好！！", False),
    ],
)
def test_doubled_marks(text: str, found: bool | str) -> None:
    first = found if isinstance(found, str) else "，" if "，" in text else "。"
    check_finds("content/doubled-mark", outline(f"points: [甲乙, {text}]"), *([f"8:{18 + text.index(first)}"] if found else []))


@pytest.mark.parametrize(("text", "found"), [('两个"不平衡"问题', 2), ("两个“不平衡''问题", 1), ("don't", 0), ('5" 屏', 0), ("“甲”", 0)])
def test_straight_quotes_in_chinese(text: str, found: int) -> None:
    from tests.check.helpers import findings_of

    quoted = "'" + text.replace("'", "''") + "'"
    got = [f for f in findings_of(outline(f"points: [甲乙, {quoted}]")) if f.rule == "content/mixed-quotes"]
    assert len(got) == found


def test_a_figure_that_is_missing_leaves_no_doubled_mark() -> None:
    text = with_ledger("gdp", "points: [甲乙, '总值{gdp}，{gdp.change}，占全市']")
    check_finds("content/doubled-mark", text, book=ledger(gdp={"label": "总值", "value": "X", "change": "同比 +X%"}))


@pytest.mark.clock
def test_a_text_of_nothing_but_quotes_is_told_of_in_time_that_grows_with_it() -> None:
    """Each mark is found in the file from the one before it, not from the start of its text."""
    notes = "“" * 20_000
    start = time.process_time()
    findings = findings_of(f"title: 报告\nparts: [{{title: 一, slides: [{{kind: statement, title: 甲, text: 乙, notes: {notes}}}]}}]\n")
    columns = [finding.span.column for finding in findings if finding.rule == "content/unpaired-mark"]
    assert len(columns) > 1000
    assert columns == sorted(set(columns))
    assert time.process_time() - start < seconds(5)  # 0.6 s; it took a minute while each search began anew
