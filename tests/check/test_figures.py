"""Checks of the ledger and of the quantities in texts: each finds, and each leaves the rest alone."""

from __future__ import annotations

import pytest

from tests.check.helpers import check_finds, ledger, outline, with_ledger

GDP = {"label": "地区生产总值", "value": 412.6, "unit": "亿元"}
X = {"label": "新增就业", "value": "X", "unit": "万人", "source": "区人社局"}


def test_a_figure_still_x_is_named_with_who_knows_it() -> None:
    check_finds("content/unknown-value", with_ledger("jobs"), "2:3 jobs 新增就业 数值 请区人社局提供", book=ledger(jobs=X))
    change = GDP | {"change": "同比 +X%"}
    check_finds("content/unknown-value", with_ledger("gdp"), "2:3 的变化还是", book=ledger(gdp=change))
    check_finds("content/unknown-value", with_ledger("gdp"), book=ledger(gdp=GDP))


def test_a_figure_that_only_the_notes_speak_is_asked_for_too() -> None:
    check_finds("content/unknown-value", with_ledger(notes="就业{jobs}"), "2:3 jobs", book=ledger(jobs=X))


def test_a_final_deck_has_no_sample(tmp_path: object) -> None:
    sample = GDP | {"sample": True}
    check_finds("content/sample-value", with_ledger("gdp"), "2:3 412.6亿元", book=ledger(gdp=sample))
    check_finds("content/sample-value", with_ledger("gdp"), book=ledger(gdp=GDP))


def test_a_figure_that_nothing_uses() -> None:
    check_finds("content/unused-figure", with_ledger("gdp"), "6:3 jobs", book=ledger(gdp=GDP, jobs=X))
    check_finds("content/unused-figure", with_ledger("gdp", notes="就业{jobs}"), book=ledger(gdp=GDP, jobs=X))
    parts = {"label": "城镇", "value": 200, "unit": "亿元", "parts_of": "gdp"}
    check_finds("content/unused-figure", with_ledger("gdp"), book=ledger(gdp=GDP, town=parts))


def test_one_figure_under_two_names() -> None:
    check_finds("content/twice-defined", with_ledger("gdp, also"), "6:3 also 与 `gdp`", book=ledger(gdp=GDP, also=GDP))
    check_finds("content/twice-defined", with_ledger("gdp, also"), "6:3 also", book=ledger(gdp=GDP, also=GDP | {"value": "X"}))
    check_finds("content/twice-defined", with_ledger("gdp, also"), book=ledger(gdp=GDP, also=GDP | {"prefix": "达到"}))


def test_one_label_with_two_values() -> None:
    check_finds("content/label-conflict", with_ledger("gdp, b"), "6:3 420亿元 412.6亿元", book=ledger(gdp=GDP, b=GDP | {"value": 420}))
    for other in ({"value": 420, "period": "2020年"}, {"value": 420, "unit": "%"}, {"value": "412.60"}):
        check_finds("content/label-conflict", with_ledger("gdp, b"), book=ledger(gdp=GDP, b=GDP | other))


@pytest.mark.parametrize(
    ("figure", "found"),
    [
        ({"label": "群众满意率", "value": 102, "unit": "%"}, True),
        ({"label": "占全市比重", "value": 100.5, "unit": "%"}, True),
        ({"label": "第三产业", "value": 20, "unit": "亿元", "change": "占比 157.4%"}, True),
        ({"label": "群众满意率", "value": 100, "unit": "%"}, False),
        ({"label": "计划完成率", "value": 120, "unit": "%"}, False),
        ({"label": "新增用户增长", "value": 180, "unit": "%"}, False),
        ({"label": "覆盖率", "value": "X", "unit": "%"}, False),
    ],
)
def test_a_share_of_more_than_the_whole(figure: dict[str, object], found: bool) -> None:
    check_finds("content/share-over-100", with_ledger("a"), *(["2:3 超过了"] if found else []), book=ledger(a=figure))


def test_a_share_of_more_than_the_whole_in_a_text() -> None:
    check_finds("content/share-over-100", outline("points: [社区卫生服务覆盖率达到105%, 增长率达到105%]"), "8:20 覆盖率 105%")


def parts(total: object, *values: object, unit: str = "人") -> str:
    figures = {f"p{n}": {"label": f"部分{n}", "value": value, "unit": unit, "parts_of": "total"} for n, value in enumerate(values)}
    return ledger(total={"label": "合计", "value": total, "unit": unit}, **figures)


@pytest.mark.parametrize(
    ("book", "found"),
    [
        (parts(30, 10, 20), ""),
        (parts(31, 10, 20), "各部分之和是 30人"),
        (parts("31", "10", "X"), ""),
        (parts(31, 12, 20, "X"), "各部分之和是 32人"),  # the known parts are too many already
        (parts("X", 10, 20), ""),
        (parts("3.4", "1.1", "2.2", unit="亿元"), ""),  # 1.14 + 2.24 = 3.38
        (parts("3.6", "1.1", "2.2", unit="亿元"), "各部分之和是 3.3亿元"),
        (parts("3.3", 11000, 22000, unit="亿元"), "33,000亿元"),
        (parts(100, "30.2", "69.8", unit="%"), ""),
        (parts("1,234", "1,000", "234"), ""),
    ],
)
def test_a_total_is_the_sum_of_its_parts(book: str, found: str) -> None:
    names = ", ".join(name for name in ("total", "p0", "p1") if name in book)
    check_finds("content/total-of-parts", with_ledger(names), *([f"2:3 合计 {found}".replace(" 各", " 各")] if found else []), book=book)


def test_parts_of_another_scale_are_added_in_ones() -> None:
    total = {"label": "投资", "value": "3.3", "unit": "亿元"}
    roads, parks = (
        {"label": name, "value": value, "unit": "万元", "parts_of": "total"} for name, value in (("道路", 11000), ("公园", 22000))
    )
    check_finds("content/total-of-parts", with_ledger("total"), book=ledger(total=total, roads=roads, parks=parks))
    check_finds(
        "content/total-of-parts", with_ledger("total"), "2:3 3.9亿元", book=ledger(total=total, roads=roads, parks=parks | {"value": 28000})
    )


def test_a_part_measures_what_its_total_measures() -> None:
    book = ledger(total={"label": "合计", "value": 3, "unit": "人"}, firms={"label": "企业", "value": 3, "unit": "家", "parts_of": "total"})
    check_finds("content/part-unit", with_ledger("total"), "6:3 家 人", book=book)
    check_finds("content/total-of-parts", with_ledger("total"), book=book)


@pytest.mark.parametrize("target", ["nope", "part"])
def test_a_total_must_be_another_figure(target: str) -> None:
    rule = "load/unknown-figure" if target == "nope" else "load/part-of-itself"
    check_finds(rule, with_ledger("part"), "2:3", book=ledger(part={"label": "部分", "value": 1, "unit": "人", "parts_of": target}))


@pytest.mark.parametrize(
    ("value", "base", "unit", "change", "found"),
    [
        ("107.8", "100.0", "亿元", "同比 +7.8%", ""),
        ("412.6", "382.7", "亿元", "同比 +7.8%", ""),  # 7.81 %
        ("412.6", "382.7", "亿元", "同比 +8.7%", "算出来约为 7.8%"),
        ("412.6", "382", "亿元", "同比 +8.1%", ""),  # of a base between 381.5 and 382.5
        ("412.6", "382", "亿元", "同比 +7.9%", ""),
        ("412.6", "382.0", "亿元", "同比 +8.1%", "算出来约为 8%"),
        ("412.6", "382.7", "亿元", "同比 −7.8%", "算出来约为 7.8%"),
        ("92", "100", "家", "下降8%", ""),
        ("92", "100", "家", "增长8%", "算出来约为 −8%"),
        ("92", "100", "家", "增长X%", "算出来约为 −8%"),
        ("92", "100", "家", "下降X%", ""),
        ("57.4", "56.2", "%", "提高1.2个百分点", ""),
        ("57.4", "56.2", "%", "提高2.1个百分点", "算出来约为 1.2个百分点"),
        ("112", "100", "家", "增加12家", ""),
        ("112", "100", "家", "增加21家", "算出来约为 12家"),
        ("112", "100", "家", "持平", "算出来约为 12"),
        ("100", "100", "家", "持平", ""),
        ("236.8", "200.0", "亿元", "占比 57.4%", ""),
        ("X", "100", "家", "同比 +7.8%", ""),
        ("112", "X", "家", "同比 +7.8%", ""),
    ],
)
def test_a_change_follows_from_value_and_base(value: str, base: str, unit: str, change: str, found: str) -> None:
    book = ledger(a={"label": "指标", "value": value, "base": base, "unit": unit, "change": change})
    check_finds("content/base-change", with_ledger("a"), *([f"2:3 {found}"] if found else []), book=book)


def test_a_base_is_a_number() -> None:
    check_finds("load/text-value", with_ledger("gdp"), "6:11 去年", book=ledger(gdp=GDP | {"base": "去年"}))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("地区生产总值完成412.6亿元", "8:19 `gdp`"),
        ("地区生产总值完成400亿元", "8:19 `gdp`"),  # another value is worse still
        ("总量412.6亿元", "8:13 `gdp`"),  # no label, but the very same number
        ("2018年地区生产总值380亿元", ""),
        ("地区生产总值稳步增长，投资完成400亿元", ""),
        ("地区生产总值{gdp}", ""),
        ("新建公园12个", ""),
        ("投资400万元", ""),
    ],
)
def test_a_figure_of_the_ledger_written_as_digits(text: str, place: str) -> None:
    slide = f"points: [另一个要点, {text}]".replace("[另一个要点, ", "['甲乙', '").replace("]", "']")
    # the text begins at column 21 of line 8
    expected = [] if not place else [place]
    found = with_ledger("gdp", slide)
    from tests.check.helpers import findings_of

    got = [f for f in findings_of(found, ledger(gdp=GDP)) if f.rule == "content/bare-quantity"]
    assert len(got) == len(expected)
    for finding in got:
        line = found.splitlines()[finding.span.line - 1]
        assert line[finding.span.column - 1 :].startswith(text[text.index("4") : text.index("4") + 3])
        assert finding.facts["name"] == "gdp"


def test_an_x_outside_the_ledger() -> None:
    slide = "points: [组织学习X次, 建成公园X余个, 区委X届X次全会, XX区X河治理, 第X名]"
    check_finds("content/loose-unknown", outline(slide), "8:18 “X次”", "8:26 “X余个”")
