"""Figures of sentences as reports write them: thing, wording, value, change, and what it moved from."""

from __future__ import annotations

from pathlib import Path

import pytest

from .made import LONG, made, report

SENTENCES = {
    "reached": (
        "村庄绿化率提高到62%，公共图书馆达标率提升至85%，开户时间压缩至1.5天，PM10浓度降至41微克，好水比率接近90%，城乡收入倍差缩小到1.7。",
        {
            "村庄绿化率": "提高到62%",
            "公共图书馆达标率": "提升至85%",
            "开户时间": "压缩至1.5天",
            "PM10浓度": "降至41微克",
            "好水比率": "接近90%",
            "城乡收入倍差": "缩小到1.7",
        },
    ),
    "bounds": (
        "工业总产值突破300亿元，游客超过52万人次，贫困发生率不高于1%。",
        {"工业总产值": "突破300亿元", "游客": "超过52万人次", "贫困发生率": "不高于1%"},
    ),
    "from one to another": (
        "财政收入从2022年的6.2亿元增长到2027年的9.8亿元，入园率由81%提高到93%，幼儿园从17所增加到28所，受理窗口由40个调整为12个。",
        {"财政收入": "增长到9.8亿元 (6.2)", "入园率": "提高到93% (81)", "幼儿园": "增加到28所 (17)", "受理窗口": "调整为12个 (40)"},
    ),
    "two lists": (
        "师生满意率、家长满意率分别从上年的90.1%、88.4%提高到93.2%、91.7%。",
        {"师生满意率": "提高到93.2% (90.1)", "家长满意率": "提高到91.7% (88.4)"},
    ),
    "dealt to a list": (
        "茶叶、油茶、竹笋产量分别增长12%、9.5%和7%。氨氮、二氧化硫排放量分别削减3%和5.1%。",
        {
            "茶叶产量": "增长12%",
            "油茶产量": "增长9.5%",
            "竹笋产量": "增长7%",
            "氨氮排放量": "削减3%",
            "二氧化硫排放量": "削减5.1%",
        },
    ),
    "dealt over clauses": (
        "接待宾客86万人次，民宿收入2.4亿元，分别增长21%和33%。",
        {"接待宾客": "86万人次 增长21%", "民宿收入": "2.4亿元 增长33%"},
    ),
    "dealt values": ("工业产值、服务业产值分别突破400亿元、90亿元。", {"工业产值": "突破400亿元", "服务业产值": "突破90亿元"}),
    "against a named year": ("养老床位利用率达到71%，比2024年提高8个百分点。", {"养老床位利用率": "71% 比2024年提高8个百分点"}),
    "a quoted name behind": ("帮助316名“两后生”青年就业。", {"帮助“两后生”青年就业": "316名"}),
    "wide digits and hyphens": ("改造灌渠２８公里，安排资金３－４亿元。", {"改造灌渠": "28公里", "安排资金": "3-4亿元"}),
    "powers": ("减排二氧化碳10³吨，新增湿地4.5km²。", {"减排二氧化碳": "1000吨", "新增湿地": "4.5km²"}),
    "a bound behind a move": ("单位产值能耗累计下降超14%，入园率提升至93%以上。", {"单位产值能耗": "下降超14%", "入园率": "提升至93%以上"}),
    "over the share of a plan": ("财政收入完成52.4亿元，为预算的101.2%，增长4.6%。", {"财政收入": "52.4亿元 增长4.6%", "为预算": "101.2%"}),
    "of several years": ("农业产值达到21亿元，五年年均增长6.4%。", {"农业产值": "21亿元 五年年均增长6.4%"}),
    "three sectors": ("一二三产增加值分别增长3%、6%、5%。", {"一产增加值": "增长3%", "二产增加值": "增长6%", "三产增加值": "增长5%"}),
    "to and fro": ("一般公共预算收支分别突破9亿元、30亿元。", {"一般公共预算收入": "突破9亿元", "一般公共预算支出": "突破30亿元"}),
    "a fund": ("设立30亿元产业引导基金。", {"产业引导基金": "30亿元"}),
    "what it takes of a mean": ("单位产值能耗约为全国平均的70%。", {"单位产值能耗": "约为全国平均的70%"}),
    "a rank behind a value": ("竹笋产量达到110万斤、居全国第9。", {"竹笋产量": "第9"}),
    "words that begin like units": ("选派40名优秀干部，评选特岗教师12名。", {"优秀干部": "40名", "评选特岗教师": "12名"}),
    "a share of a share": (
        "高新技术产业增加值占地区生产总值比重提升1.5个百分点。",
        {"高新技术产业增加值占地区生产总值比重": "提升1.5个百分点"},
    ),
    "a ratio": ("城乡收入比由2.31缩小到2.05。", {"城乡收入比": "缩小到2.05 (2.31)"}),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_of_figures(tmp_path: Path, name: str) -> None:
    sentence, cards = SENTENCES[name]
    assert made(tmp_path, *report(f"（一）发展加快。{sentence}")).cards() == cards


RANGES = (
    "为3—5岁幼儿体检0.8万人次。",
    "新修5—12公里便道6条，评选示范户2-3户。",
    "增幅比全省平均水平高2—3个百分点。",
    "邀请3至4人参加，预算40-50元。",
)


@pytest.mark.parametrize("sentence", RANGES)
def test_ranges_are_values(tmp_path: Path, sentence: str) -> None:
    values = [str(entry["value"]) for entry in made(tmp_path, *report(f"（一）服务到位。{sentence}")).figures.values()]
    assert any(dash in value for value in values for dash in "—-至")


def test_a_label_from_the_line_before(tmp_path: Path) -> None:
    cards = made(
        tmp_path,
        *report(
            "（一）道路畅通。今年完成乡道硬化", "18.4公里 、桥梁加固 9.5公里。", "（二）收入提高。人均纯收入", "由8300元增加到11600元。"
        ),
    ).cards()
    assert cards == {"乡道硬化": "18.4公里", "桥梁加固": "9.5公里", "人均纯收入": "增加到11600元 (8300)"}


def test_a_quantity_that_names_nothing(tmp_path: Path) -> None:
    assert list(made(tmp_path, "工作小结", "一、安排", "3个 1.1、选择了送货区域，请核对。", "二、要求", "请认真落实。").cards()) == ["数量"]


def test_what_is_no_rank(tmp_path: Path) -> None:
    figures = made(tmp_path, *report("（一）城乡更美。中心城区首位度提高到28%，农村人居环境明显改善，实施工业首位战略。")).figures
    assert [entry["label"] for entry in figures.values()] == ["中心城区首位度"]


def test_radicals_of_a_copy_are_hanzi(tmp_path: Path) -> None:
    plain = made(tmp_path, *report("（一）工业向好。全年生产总值52亿元，增长6%。"))
    copied = made(
        tmp_path,
        *(
            line.replace("工", "⼯").replace("生", "⽣").replace("一", "⼀")
            for line in report("（一）工业向好。全年生产总值52亿元，增长6%。")
        ),
    )
    assert copied == plain


def test_doubtful_figures_come_behind_certain_ones(tmp_path: Path) -> None:
    """A label that is a verb alone is marked, and no card where others are certain."""
    result = made(tmp_path, *report("（一）投入加大。投入3.2亿元。农业总产值46亿元，增长5%。", f"（二）民生改善。{LONG}"))
    shown = result.slides[0].get("figures", [])
    assert [result.figures[name]["label"] for name in shown] == ["农业总产值"]
