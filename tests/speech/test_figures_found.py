"""Quantities, their labels and their names; and what only looks like a quantity."""

from __future__ import annotations

import pytest

from deckgen.speech.emit.inline import written
from deckgen.speech.figures.entry import DraftLedger
from deckgen.speech.figures.ledger import make_ledger
from deckgen.speech.figures.naming import legal, stem_of, unique
from deckgen.speech.figures.quantities import find_quantities, in_text
from deckgen.speech.source import Paragraph, Piece, Speech

Found = list[tuple[str, str]]


def quantities(text: str) -> Found:
    """Value and unit of each."""
    return [(found.value, found.unit) for found in in_text(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成投资X亿元，同比增长12.5%。", [("X", "亿元"), ("12.5", "%")]),
        ("提高0.5个百分点", [("0.5", "个百分点")]),
        ("办结1,234件", [("1,234", "件")]),
        ("惠及３万余人", [("3", "万余人")]),
        ("培训200余人次", [("200", "人次")]),
        ("总量居全市第一位", [("第一", "位")]),
        ("满意率达100%以上", [("100", "%")]),
        ("增长5%—6%", [("5%—6%", "")]),
        ("达到XX亿元", [("XX", "亿元")]),
        ("税收达到X，增长X%", [("X", ""), ("X", "%")]),
    ],
)
def test_quantities(text: str, found: Found) -> None:
    assert quantities(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "2019年以来",
        "20XX年1月3日",
        "党的十九届四中全会",
        "X届X次全会",
        "打造“15分钟服务圈”",
        "《关于2项工作的通知》",
        "1+3+N体系",
        "第一产业",
        "5G网络",
        "3号楼",
        "没有数字",
        "十分重要",
    ],
)
def test_what_only_looks_like_a_quantity(text: str) -> None:
    assert quantities(text) == []


def ledger_of(*lines: str) -> tuple[Speech, list[tuple[str, str, str, str]]]:
    """The speech, and (name, label, value with unit, change) of each entry."""
    speech = Speech("x.txt", tuple(Paragraph(text, n) for n, text in enumerate(lines, 1)))
    ledger = make_ledger(speech, find_quantities(speech), {}, {})
    change = [entry.wording + entry.change.value + entry.change.unit if entry.change else "" for entry in ledger.entries]
    return speech, [
        (entry.name, entry.label, entry.quantity.value + entry.quantity.unit, moved)
        for entry, moved in zip(ledger.entries, change, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("一般公共预算收入完成X亿元，同比增长X%。", ("一般公共预算收入", "一般公共预算收入", "X亿元", "同比增长X%")),
        ("地区生产总值达到412.6亿元，增长6.5%。", ("地区生产总值", "地区生产总值", "412.6亿元", "增长6.5%")),
        ("新增学位1,500个。", ("新增学位", "新增学位", "1,500个", "")),
        ("失业率控制在3.2%。", ("失业率", "失业率", "3.2%", "")),
    ],
)
def test_entries_of_the_ledger(text: str, entry: tuple[str, str, str, str]) -> None:
    assert ledger_of(text)[1] == [entry]


@pytest.mark.parametrize(
    ("text", "at", "label", "prefix"),
    [
        # A list whose members are measured each by itself shares no end.
        ("货值、入境旅客、进出船舶、新设企业、免税品销售额分别增长3%、64%、5%、12%和9%。", 1, "入境旅客", "增长"),
        ("肉、蛋、奶产量分别增长3%、4%和5%。", 1, "蛋产量", "增长"),
        # What was built is named, not how far it is.
        ("投资4300万元的东河桥段工程整体完工。", 0, "东河桥段工程投资", ""),
        ("确保投资5500万元的污泥处理工程年内完工。", 0, "污泥处理工程投资", ""),
        ("粮食产量继续保持500亿斤以上。", 0, "粮食产量", ""),
        # Of how much it is so much, and on which side.
        ("细颗粒物平均浓度低于每立方米19微克。", 0, "细颗粒物平均浓度", "低于每立方米"),
        ("推进首批9项及第二批14项重点改革。", 1, "第二批重点改革", ""),
        ("城镇居民收入增速高于经济增速、突破3万元。", 0, "城镇居民收入", "突破"),
        ("细颗粒物年均浓度较2020年下降25%。", 0, "细颗粒物年均浓度", "较2020年下降"),
        ("年底前实现农村贫困人口96户、246人脱贫。", 0, "农村贫困人口脱贫", ""),
    ],
)
def test_labels_name_what_was_measured(text: str, at: int, label: str, prefix: str) -> None:
    ledger = ledger_in(text)
    entry = ledger.entries[at]
    assert (entry.label, entry.prefix) == (label, prefix)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("累计为35个省份保供煤炭超3亿吨。", 1),  # the 省份 are those of the 35
        ("公交与轨道50米内换乘比例提升至93%。", 1),
        ("推动20个机关、企事业单位附属空间开放共享。", 0),
        ("改革优化支出结构、清收各类资金515亿元。", 0),
        ("做强三产。全年计划投资3亿元。", 0),
        ("实施北站水厂3万吨扩建项目。", 0),
        ("碳纤维量质齐升，产销量跃升至全球第1位。", 0),
    ],
)
def test_labels_that_say_too_little_are_not_sure(text: str, at: int) -> None:
    assert not ledger_in(text).entries[at].sure


def ledger_in(text: str) -> DraftLedger:
    speech = Speech("x.txt", (Paragraph(text, 1),))
    return make_ledger(speech, find_quantities(speech), {}, {})


def test_names_are_told_apart() -> None:
    names = [name for name, _, _, _ in ledger_of("地区生产总值达到4亿元。", "地区生产总值突破5亿元。")[1]]
    assert len(set(names)) == 2
    assert names[0] == "地区生产总值"


@pytest.mark.parametrize(
    ("label", "stem"),
    [
        ("地区生产总值", "地区生产总值"),
        ("GDP", "gdp"),
        ("人均GDP", "人均GDP"),
        ("研发（R&D）经费", "研发RD经费"),
        ("新建“口袋公园”（二）", "新建口袋公园二"),
        ("全区上下坚持不懈大力推进重点领域改革攻坚行动任务", "大力推进重点领域改革攻坚行动任务"),
        ("New jobs of the year", "new_jobs_year"),
        ("…", "figure"),
    ],
)
def test_stems(label: str, stem: str) -> None:
    assert stem_of(label) == stem


def test_names_begin_with_a_letter_and_are_numbered_when_taken() -> None:
    assert legal("15 minutes") == "figure_15_minutes"
    assert unique("gdp", []) == "gdp"
    assert unique("gdp", ["gdp", "gdp_2"]) == "gdp_3"


@pytest.mark.parametrize(
    ("text", "outline"),
    [
        ("地区生产总值达到4亿元。", "地区生产总值达到{地区生产总值}。"),
        ("地区生产总值达到4亿元，同比增长5%。", "地区生产总值达到{地区生产总值}，{地区生产总值.change}。"),
        ("地区生产总值达到4 亿元。", "地区生产总值达到{地区生产总值.value} {地区生产总值.unit}。"),
        ("一个{括号}和*星*", "一个{{括号}}和\\*星\\*"),
        # A ledger prints 1,000 where the speech has 1000 and most numbers have commas: the notes keep what was written.
        ("外贸1,000万元，外资1000万元，税收2,000万元。", "外贸{外贸}，外资1000万元，税收{税收}。"),
    ],
)
def test_the_outline_refers_to_what_the_ledger_prints_word_for_word(text: str, outline: str) -> None:
    speech = Speech("x.txt", (Paragraph(text, 1),))
    ledger = make_ledger(speech, find_quantities(speech), {}, {})
    assert written(speech, ledger, Piece(0, 0, len(text))) == outline
