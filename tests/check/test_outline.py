"""Checks of the outline: claims, titles, notes, years, dates."""

from __future__ import annotations

import pytest

from tests.check.helpers import POINTS, check_finds, ledger, outline, rules_found, with_ledger


def claimed(claim: str, slides: int) -> str:
    listed = ", ".join(f"{{kind: points, title: 甲{n}, points: [乙], notes: 丙}}" for n in range(slides))
    return f'title: 报告\nnotes: 丁\nparts:\n- title: 一\n  claim: "{claim}"\n  slides: [{listed}]\n'


@pytest.mark.parametrize(
    ("claim", "slides"),
    [
        ("七个坚持", 7), ("“七个坚持”", 7), ("7个坚持", 7), ("７个坚持", 7), ("“七”个坚持", 7), ("十二项", 12), ("两个维护", 2),
        ("二十一项重点", 21), ("**七个**坚持", 7),
    ],
)  # fmt: skip
def test_claims_are_counted(claim: str, slides: int) -> None:
    check_finds("content/claim-count", claimed(claim, slides))
    check_finds("content/claim-count", claimed(claim, slides + 1), f"5:10 实际有 {slides + 1} 个")


def test_a_claim_of_a_slide_is_counted() -> None:
    check_finds("content/claim-count", outline("points: [甲]\nclaim: 两个乙"), "9:12 说是 2 个，实际有 1 个")
    check_finds("content/claim-count", outline("points: [甲, 丙]\nclaim: 两个乙"))


def test_a_claim_over_a_faulty_list_is_not_counted() -> None:
    text = "title: 甲\nparts: [{title: 一, claim: 两个丙, slides: [{kind: %s, title: 乙, points: [丁]}]}]\n"
    assert "content/claim-count" in rules_found(text % "points")
    assert rules_found(text % "无") & {"load/unknown-value", "content/claim-count"} == {"load/unknown-value"}


def test_a_claim_is_counted_beside_other_faults() -> None:
    text = outline("points: [甲]\nclaim: 两个乙").replace("notes: 备注", "nots: 备注")
    assert {"load/unknown-key", "content/claim-count"} <= rules_found(text)


def test_two_slides_with_one_title() -> None:
    again = "  - {kind: points, title: 标题, points: [甲, 乙], notes: 丙}\n"
    check_finds("content/same-title", outline() + again, "10:5 第 2 页")
    check_finds("content/same-title", outline() + again.replace("标题", "另一个"))


@pytest.mark.parametrize(("title", "found"), [("'****'", True), ("……", True), ("'：'", True), ("第一", False), ("2020", False)])
def test_a_title_without_words(title: str, found: bool) -> None:
    text = outline().replace("title: 标题", f"title: {title}")
    check_finds("content/empty-title", text, *(["7:12"] if found and "*" not in title else []))


def test_a_slide_without_notes() -> None:
    check_finds("content/missing-notes", outline())
    check_finds("content/missing-notes", outline(notes=""), "6:5 第 2 页“标题”")
    check_finds("content/missing-notes", outline().replace("notes: 备注\n", ""), "1:8 第 1 页")


def test_notes_of_a_slide_that_goes_on_stand_on_its_first_page() -> None:
    long = "、".join(["围绕中心服务大局推动各项工作落实见效"] * 9)
    points = ", ".join(f"{{lead: 第{n}个要点, text: {long}}}" for n in "一二三四五六七八")
    text = outline(f"points: [{points}]", "overflow: continue\n")
    check_finds("content/missing-notes", text)
    assert not any(rule.startswith("load/") or rule == "layout/overflow" for rule in rules_found(text))


YEARS = "date: 2020-01\nsubtitle: 2019年工作总结\n"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("圆满完成2018年文明城市复检", "10:25 2018年不是这份报告的年份（2019、2020）"),
        ("圆满完成2019年文明城市复检", ""),
        ("比2018年增长三成", ""),
        ("自2018年以来稳步增长", ""),
        ("到2025年建成", ""),
        ("2016—2018年三年行动", ""),
        ("20世纪90年代", ""),
    ],
)
def test_a_year_that_is_not_the_reports(words: str, place: str) -> None:
    check_finds("content/other-year", outline(f"points: [第一个要点, {words}]", YEARS), *([place] if place else []))


def test_the_period_of_a_figure_is_the_reports() -> None:
    gdp = {"label": "地区生产总值", "value": 412.6, "unit": "亿元"}
    text = with_ledger("gdp").replace("notes: 备注\n", "notes: 备注\ndate: 2020-01\n")
    check_finds("content/other-year", text, "2:3 2018年", book=ledger(gdp=gdp | {"period": "2018年"}))
    check_finds("content/other-year", text, book=ledger(gdp=gdp | {"period": "2020年"}))


@pytest.mark.parametrize(
    ("date", "found"), [("2020-13", True), ("2020-02-30", True), ("2020-1", False), ("2020-02-29", False), ("二〇二〇年", False)]
)
def test_a_date_that_does_not_exist(date: str, found: bool) -> None:
    check_finds(
        "content/impossible-date",
        outline(head=f"date: {date}\n"),
        *(["3:7 没有“" + date.replace("2020-02-30", "2月30日")] if found else []),
    )


def test_a_date_in_a_text_that_does_not_exist() -> None:
    check_finds("content/impossible-date", outline("points: [2月30日召开, 12月31日闭会]"), "8:14 2月30日")


def test_rules_are_set_by_the_outline() -> None:
    silent = outline(POINTS, "checks: {missing-notes: off}\n", notes="")
    check_finds("content/missing-notes", silent)
    strict = outline(POINTS, "checks: {content/missing-notes: error}\n", notes="")
    check_finds("content/missing-notes", strict, "7:5 错误")


@pytest.mark.parametrize(
    ("checks", "expected"),
    [
        ("{missing-nots: off}", "load/unknown-check 3:10 是不是 `missing-notes`？"),
        ("{overflow: off}", "load/unknown-check 3:10"),  # text is never dropped
        ("{missing-notes: 关}", "load/unknown-value 3:25 off、warning、error"),
        ("missing-notes", "load/wrong-type 3:9 字段"),
    ],
)
def test_a_setting_that_means_nothing_is_reported(checks: str, expected: str) -> None:
    rule, rest = expected.split(" ", 1)
    check_finds(rule, outline(head=f"checks: {checks}\n"), rest)
