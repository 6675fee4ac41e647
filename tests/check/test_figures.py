"""Checks of the ledger and of the quantities in texts: each finds, and each leaves the rest alone."""

from __future__ import annotations

import pytest

from tests.check.helpers import check_finds, findings_of, ledger, outline, with_ledger

GDP = {"label": "地区生产总值", "value": 412.6, "unit": "亿元"}
X = {"label": "新增就业", "value": "X", "unit": "万人", "source": "区人社局"}


def test_what_is_still_x_on_a_slide_is_one_line() -> None:
    book = ledger(
        jobs=X,
        gdp=GDP | {"change": "同比 +X%"},
        rate=GDP | {"label": "增速", "target": "X", "history": {2018: "X"}},
        known=GDP | {"label": "乙"},
    )
    check_finds("content/unknown-value", with_ledger("jobs"), "7:5 “标题” 1 个 jobs（新增就业）", book=ledger(jobs=X))
    names = "3 个 jobs（新增就业） gdp（地区生产总值的变化） rate（增速的目标）"
    check_finds("content/unknown-value", with_ledger("jobs, gdp, rate, known"), f"7:5 {names}", book=book)
    check_finds("content/unknown-value", with_ledger("gdp"), book=ledger(gdp=GDP))


def test_many_are_counted_and_not_all_named() -> None:
    book = ledger(**{f"f{number}": X | {"label": f"指标{number}"} for number in range(20)})
    check_finds(
        "content/unknown-value", with_ledger(notes="数" + "".join(f"{{f{n}}}" for n in range(20))), "7:5 20 个 f11 另有 8 个", book=book
    )


def test_a_figure_that_only_the_notes_speak_is_asked_for_too() -> None:
    check_finds("content/unknown-value", with_ledger(notes="就业{jobs}"), "7:5 jobs", book=ledger(jobs=X))


@pytest.mark.parametrize("head", ["subtitle: '{jobs}'", "closing: {title: 谢谢, text: '{jobs}'}"])
def test_cover_and_closing_are_slides_too(head: str) -> None:
    text = with_ledger("gdp")
    text = f"{text}{head}\n" if head.startswith("closing") else text.replace("notes: 备注\n", f"{head}\nnotes: 备注\n", 1)
    found = [f for f in findings_of(text, ledger(gdp=GDP, jobs=X)) if f.rule == "content/unknown-value"]
    assert len(found) == 1


def test_a_final_deck_has_no_sample(tmp_path: object) -> None:
    sample = GDP | {"sample": True}
    check_finds("content/sample-value", with_ledger("gdp"), "7:5 1 个 412.6亿元", book=ledger(gdp=sample))
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


def test_a_target_and_what_was_reached_may_share_a_label_and_so_may_two_years() -> None:
    aims = "  - {kind: objectives, title: 目标, year: 2025, figures: [b], notes: 讲稿}\n"
    check_finds("content/label-conflict", with_ledger("gdp") + aims, book=ledger(gdp=GDP, b=GDP | {"value": 420}))
    check_finds("content/label-conflict", with_ledger("gdp_2018, gdp_2019"), book=ledger(gdp_2018=GDP, gdp_2019=GDP | {"value": 420}))
    same = ledger(gdp=GDP, b=GDP | {"value": 420}, c=GDP | {"value": 430})
    aims = aims.replace("[b]", "[b, c]")
    check_finds("content/label-conflict", with_ledger("gdp") + aims, "10:3 430亿元 420亿元", book=same)


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
        ("100", "100", "家", "增长X%", ""),  # which way it went cannot be told
        ("100", "100", "家", "下降X%", ""),
        ("101", "100", "家", "下降X%", "算出来约为 1%"),
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
        ("全区经济全年运行总体平稳，地区生产总值完成400亿元", "8:32 `gdp`"),  # what breaks before the label parts nothing
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

    got = [f for f in findings_of(found, ledger(gdp=GDP)) if f.rule == "content/bare-quantity"]
    assert len(got) == len(expected)
    for finding in got:
        line = found.splitlines()[finding.span.line - 1]
        assert line[finding.span.column - 1 :].startswith(text[text.index("4") : text.index("4") + 3])
        assert finding.facts["name"] == "gdp"


def test_an_x_outside_the_ledger() -> None:
    slide = "points: [组织学习X次, 建成公园X余个, 区委X届X次全会, XX区X河治理, 第X名]"
    check_finds("content/loose-unknown", outline(slide), "8:18 “X次”", "8:26 “X余个”")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("投资XX亿元", "8:17 “XX亿元”"),
        ("投资×亿元", "8:17 “×亿元”"),
        ("增长X.X%", "8:17 “X.X%”"),
        ("投资Ⅹ万元", "8:17 “Ⅹ万元”"),
        ("完成投资TBD", "8:19 “TBD”"),
        ("待定", "8:14 “待定”"),
        ("N/A", "8:14 “N/A”"),
        ("XX项目落地", ""),
        ("XX区委", ""),
        ("3×5米展板", ""),
        ("PX项目", ""),
        ("时间待定之后再议", ""),
        ("组织待填报人员", ""),
    ],
)
def test_what_nobody_knows_in_a_text_is_no_part_of_a_final_deck(text: str, found: str) -> None:
    check_finds("content/loose-unknown", outline(f"points: ['{text}', 第二个要点]"), *([found] if found else []), final=True)


@pytest.mark.parametrize(
    ("change", "value", "target", "found"),
    [
        ("完成年度目标的 103%", 412, 400, ""), ("完成目标的 98%", 412, 400, "103"), ("103% of target", 412, 400, ""), ("97% of the target", 412, 400, "103"),
        ("超额完成3%", 412, 400, ""), ("同比 +7.8%", 412, 400, ""), ("完成预算 X%", 412, 400, ""), ("完成预算 98%", 412, "X", ""),
        ("完成预算 98%", "400—420", 400, ""),
    ],
)  # fmt: skip
def test_a_completion_follows_from_value_and_target(change: str, value: object, target: object, found: str) -> None:
    book = ledger(a=GDP | {"value": value, "target": target, "change": change})
    check_finds("content/target-completion", with_ledger("a"), *([f"2:3 {found}"] if found else []), book=book)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"rank": "全市第1", "compare": {"甲区": 8}}, "甲区 8%"),
        ({"rank": "全市第1", "compare": {"全市": 8}}, "全市 8%"),  # no member of a whole is below its average and first
        ({"rank": "全市第2", "compare": {"全市": 8}}, ""),
        ({"rank": "全市第2", "compare": {"甲区": 8, "乙区": 9}}, "乙区 9%"),
        ({"rank": "全市第3", "compare": {"甲区": 8, "乙区": 9}}, ""),
        ({"rank": "全市第一", "compare": {"甲区": 7}}, ""),
        ({"rank": "16/15"}, "15"),
        ({"rank": "全市12个县区第13"}, "12"),
        ({"rank": "3rd of 2"}, "2"),
        ({"rank": "2/15", "compare": {"甲区": "X"}}, ""),
        ({"rank": "全市第1", "compare": {"甲区": 7}, "good": "down"}, "甲区 7%"),
        ({"rank": "全市第1", "compare": {"甲区": 8}, "good": "down"}, ""),
        ({"rank": "全市第1", "compare": {"甲区": 8}, "good": "none"}, ""),
        ({"rank": "全市第1", "unit": "亿元", "compare": {"全市": 800}}, ""),
    ],
)
def test_a_rank_agrees_with_what_others_have(fields: dict[str, object], found: str) -> None:
    book = ledger(a={"label": "经济增速", "value": 7.8, "unit": "%", **fields})
    check_finds("content/rank-conflict", with_ledger("a"), *([f"2:3 {found}"] if found else []), book=book)


@pytest.mark.parametrize(
    ("shares", "found"),
    [
        ((8.2, 45.1, 46.7), ""), ((8.2, 45.1, 46.8), ""), ((8.2, 45.1, 48.7), "102%"), ((8.2, 45.1, 40), "93.3%"), ((8.2, "X", 40), ""),
    ],
)  # fmt: skip
def test_the_three_sectors_make_up_the_whole(shares: tuple[object, ...], found: str) -> None:
    names = ("第一产业", "第二产业", "第三产业")
    book = ledger(**{f"s{n}": {"label": f"{names[n]}占比", "value": share, "unit": "%"} for n, share in enumerate(shares)})
    check_finds("content/shares-of-whole", with_ledger("s0"), *([f"2:3 {found}"] if found else []), book=book)


@pytest.mark.parametrize("wording", ["占", "占比", "占全区", "比重", "比重为", "share"])
@pytest.mark.parametrize(("second", "amount", "found"), [("60", 300, ""), ("70", 300, "110%"), ("40", 200, "")])
def test_shares_are_known_by_their_words_and_make_up_a_whole_of_which_the_parts_are_all(
    wording: str, second: str, amount: int, found: str
) -> None:
    """40 % and 40 % of parts that are not all are no whole."""
    parts = {"label": "城镇", "value": 200, "unit": "亿元", "parts_of": "gdp", "change": f"{wording} 40%"}
    rest = parts | {"label": "农村", "value": amount, "change": f"{wording} {second}%"}
    told = ["2:3 110%", "12:3 农村 60%"] if found else []
    check_finds("content/shares-of-whole", with_ledger("gdp"), *told, book=ledger(gdp=GDP | {"value": 500}, a=parts, b=rest))


def test_parts_that_are_all_there_is_have_shares_that_make_up_the_whole() -> None:
    """Each is right by itself within its rounding, and together a percent is missing."""
    parts = {"label": "城镇", "value": 200, "unit": "亿元", "parts_of": "gdp", "change": "占 38%"}
    book = ledger(gdp=GDP | {"value": 500}, a=parts, b=parts | {"label": "农村", "value": 300, "change": "占 60%"})
    check_finds("content/shares-of-whole", with_ledger("gdp"), "2:3 98%", "6:3 40%", book=book)


def test_a_share_follows_from_part_and_total() -> None:
    def book(first: object, second: object) -> str:
        parts = {"label": "城镇", "value": 200, "unit": "亿元", "parts_of": "gdp", "change": f"占比 {first}%"}
        return ledger(gdp=GDP | {"value": 500}, a=parts, b=parts | {"label": "农村", "value": 300, "change": f"占比 {second}%"})

    check_finds("content/shares-of-whole", with_ledger("gdp"), book=book(40, 60))
    check_finds("content/shares-of-whole", with_ledger("gdp"), "2:3 101.5%", "6:3 城镇 40%", book=book(41.5, 60))
    check_finds("content/shares-of-whole", with_ledger("gdp"), "2:3 110%", "12:3 农村 60%", book=book(40, 70))


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"change": "7.8%"}, "7.8%"), ({"change": "+7.8%"}, "+7.8%"), ({"change": "-X%"}, "−X%"), ({"change": "+3% year on year"}, ""), ({"change": "占比 3%"}, ""),
        ({"change": "持平"}, ""), ({"unit": ""}, "412.6 没有单位"), ({"unit": "", "label": "基尼系数"}, ""), ({"unit": "", "value": "第1"}, ""),
        ({"unit": "", "label": "New jobs"}, ""), ({"unit": "", "prefix": "£"}, ""), ({"unit": "", "prefix": "约"}, "412.6 没有单位"), ({"unit": "", "value": "X"}, ""),
    ],
)  # fmt: skip
def test_a_number_says_what_it_is(fields: dict[str, object], found: str) -> None:
    book = ledger(a=GDP | {name: value for name, value in fields.items() if value != ""})
    if fields.get("unit") == "":
        book = book.replace("    unit: 亿元\n", "")
    check_finds("content/unsaid-measure", with_ledger("a"), *([f"2:3 {found}"] if found else []), book=book)


@pytest.mark.parametrize(
    ("value", "text", "found"),
    [("4.5", "总量4.5亿元", 0), ("4.56", "总量4.56亿元", 1), ("4500", "总量4,500亿元", 0), ("4560", "总量4,560亿元", 1)],
)
def test_three_digits_that_differ_from_zero_tell_a_figure(value: str, text: str, found: int) -> None:
    got = findings_of(with_ledger("gdp", f"points: [甲乙, '{text}']"), ledger(gdp=GDP | {"value": value}))
    assert [finding.rule for finding in got].count("content/bare-quantity") == found


@pytest.mark.parametrize("value", ["X", "X亿元", "XX.X", "TBD", "N/A", "待定", "暂无", "Ⅹ", "×", "X—X", "约X", "true", "无", "", "X左右"])
def test_a_final_deck_has_no_figure_that_nobody_knows_however_it_is_spelled(value: str) -> None:
    found = findings_of(with_ledger("a"), ledger(a=GDP | {"value": value}), final=True)
    assert any(finding.severity == "error" and finding.rule.startswith(("load/", "content/unknown")) for finding in found), found


@pytest.mark.parametrize("field", ["target", "base", "history", "compare", "change"])
def test_nor_one_of_which_a_part_is_open(field: str) -> None:
    value: object = {"history": {2018: "待定"}, "compare": {"全市": "TBD"}, "change": "同比 -X%"}.get(field, "N/A")
    found = findings_of(with_ledger("a"), ledger(a=GDP | {field: value}), final=True)
    assert [finding.rule for finding in found if finding.severity == "error"] == ["content/unknown-value"]
