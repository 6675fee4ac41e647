"""`deckgen figures fill` with what a statistics office sends: certain matches are written, everything else is asked for, nothing is guessed."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest

from deckgen.diagnostics import Findings
from deckgen.figures import Figure
from deckgen.files import Folder
from deckgen.form.read_xlsx import NAMESPACES
from deckgen.load.figures import read_ledger
from tests.cli.conftest import Deckgen
from tests.form.bureaus import MONTHLY, TWO_ROWS, Rows, monthly, two_rows, workbook
from tests.pull.support import OFFICE, needs_office

LEDGER = """figures:
  # 主要指标
  gdp: {label: GDP, value: X, unit: 亿元, change: 同比 +X%}
  工业: {label: 规模以上工业增加值, value: X, unit: 亿元}
  投资: {label: 固定资产投资, value: X, unit: 亿元, change: 同比 +X%, base: X}
  社零: {label: 社会消费品零售总额, value: X, unit: 亿元, change: 同比 +X%}
  收入: {label: 一般公共预算收入, value: 33.3, unit: 亿元, change: 同比 +4%}
"""


@pytest.fixture
def fill(deckgen: Deckgen) -> Deckgen:
    """Runs `deckgen figures fill` on an outline with a ledger of its own."""
    ledger(LEDGER)
    Path("outline.yaml").write_text(
        "title: 报告\nfigures: figures.yaml\nparts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n", encoding="utf-8"
    )
    return lambda table, *more: deckgen("figures", "fill", "outline.yaml", table, *more)


def ledger(text: str) -> None:
    Path("figures.yaml").write_text(text, encoding="utf-8")


def figures() -> dict[str, Figure]:
    findings = Findings()
    found = read_ledger("figures.yaml", Folder(), findings).figures
    assert findings.all == []
    return dict(found)


def text_of(figure: Figure) -> str:
    return f"{figure.text} {figure.change.text if figure.change else ''}".strip()


def test_a_monthly_table_with_title_corner_ordinals_and_remark(fill: Deckgen) -> None:
    ended = fill(monthly(Path()))
    assert (ended.code, ended.err) == (0, "")
    found = figures()
    assert text_of(found["gdp"]) == "412.6亿元 同比 +7.8%"  # by its synonym, 一、 taken off
    assert text_of(found["工业"]) == "123.4亿元 同比 +9.1%"  # in full width, by 规上
    assert text_of(found["投资"]) == "331亿元 同比 +12.5%"
    assert found["投资"].base is not None
    assert str(found["投资"].base.value) == "294.2222"
    assert text_of(found["社零"]) == "1,205.5亿元 同比 −1.2%"
    assert text_of(found["收入"]) == "33.3亿元 同比 +4%"  # … is no number: nothing changes
    assert "换算：3310000 万元 → 331 亿元" in ended.out
    assert "表里没有数的 1 个，台账不变：一般公共预算收入（B10）" in ended.out
    assert "没有用到的行 2 个：第一产业、第二产业" in ended.out
    assert "# 主要指标" in Path("figures.yaml").read_text(encoding="utf-8")


def test_growth_at_constant_prices_brings_no_base(fill: Deckgen) -> None:
    ended = fill(monthly(Path()))
    assert figures()["gdp"].base is None
    assert "“上年同期”（388.1）与数值、变化对不上" in ended.out
    assert figures()["社零"].base is not None  # 1205.5 / 1220.1 = −1.2 %


def test_dry_run_shows_the_same_and_writes_nothing(fill: Deckgen) -> None:
    table = monthly(Path())
    tried = fill(table, "--dry-run")
    assert Path("figures.yaml").read_text(encoding="utf-8") == LEDGER
    done = fill(table)
    assert tried.out.splitlines()[:-1] == done.out.splitlines()[:-1]


def test_merged_headers_of_two_rows_ask_which_period_and_remember_it(fill: Deckgen) -> None:
    ledger(
        "figures:\n  工业: {label: 规模以上工业增加值, value: X, unit: 亿元, change: 同比 +X%}\n  就业: {label: 城镇新增就业, value: X, unit: 万人}\n"
    )
    before = Path("figures.yaml").read_text(encoding="utf-8")
    ended = fill(two_rows(Path()))
    assert ended.code == 1
    assert Path("figures.yaml").read_text(encoding="utf-8") == before
    assert "取的是“1-11月累计绝对量”，表里还有：本月绝对量" in ended.out
    assert "2 个要确认，没有写：核对以后加上 --accept 工业 --accept 就业" in ended.err
    ended = fill(two_rows(Path()), "--accept", "工业")
    assert ended.code == 1
    assert text_of(figures()["工业"]) == "123.4亿元 同比 +9.1%"
    assert figures()["工业"].match == "规模以上工业增加值｜1-11月累计绝对量｜亿元"
    assert figures()["就业"].value is None
    assert fill(two_rows(Path()), "--accept", "all").code == 0
    assert text_of(figures()["就业"]) == "1.52万人 同比 +5.5%"
    assert fill(two_rows(Path())).code == 0  # remembered, asked no more


def test_a_period_in_the_ledger_chooses_the_column(fill: Deckgen) -> None:
    ledger("figures:\n  工业: {label: 规模以上工业增加值, value: X, unit: 亿元, period: 本月, change: 同比 +X%}\n")
    ended = fill(two_rows(Path()))
    assert (ended.code, ended.err) == (0, "")
    assert text_of(figures()["工业"]) == "11.3亿元 同比 +9.5%"


def test_headers_over_several_columns_that_are_not_merged_and_csv(fill: Deckgen) -> None:
    ledger("figures:\n  工业: {label: 规模以上工业增加值, value: X, unit: 亿元, period: 1-11月累计, change: 同比 +X%}\n")
    with open("快报.csv", "w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(TWO_ROWS)
    assert fill("快报.csv").code == 0
    assert text_of(figures()["工业"]) == "123.4亿元 同比 +9.1%"


def test_several_sheets_and_the_same_figure_in_two_of_them(fill: Deckgen) -> None:
    ledger("figures:\n  甲: {label: 粮食产量, value: X, unit: 吨}\n  乙: {label: 用电量, value: X, unit: 万千瓦时}\n")
    one: Rows = [["项目", "单位", "全年"], ["粮食产量", "吨", 100], ["用电量", "万千瓦时", 7]]
    two: Rows = [["项目", "单位", "全年"], ["粮食产量", "吨", 101], ["用电量", "万千瓦时", 7]]
    ended = fill(workbook(Path("两张.xlsx"), ("农业", one), ("能源", two)))
    assert ended.code == 1
    assert "有几行都像是它，数不一样：农业!C2 粮食产量；能源!C2 粮食产量" in ended.err
    assert figures()["甲"].value is None
    assert text_of(figures()["乙"]) == "7万千瓦时"


def test_the_same_words_below_two_rows_are_told_apart_by_their_row(fill: Deckgen) -> None:
    rows: Rows = [
        ["指标", "单位", "全年"], ["生产总值", "亿元", 400], ["第二产业", "亿元", 180], ["固定资产投资", "亿元", 300], ["第二产业", "亿元", 90],
    ]  # fmt: skip
    table = workbook(Path("表.xlsx"), ("表", rows), indented=["A3", "A5"])
    ledger("figures:\n  甲: {label: 第二产业, value: X, unit: 亿元}\n  乙: {label: 固定资产投资第二产业, value: X, unit: 亿元}\n")
    ended = fill(table)
    assert ended.code == 1
    assert figures()["甲"].value is None
    assert text_of(figures()["乙"]) == "90亿元"
    ledger("figures:\n  甲: {label: 第二产业, value: X, unit: 亿元, match: 生产总值/第二产业｜全年｜亿元}\n")
    assert fill(table).code == 0
    assert text_of(figures()["甲"]) == "180亿元"


@pytest.mark.parametrize(
    ("rows", "entry", "said"),
    [
        # no unit anywhere
        ([["指标", "全年"], ["粮食产量", 1]], "{label: 粮食产量, value: X, unit: 吨}", "表里没有写它的单位，当作台账的“吨”"),
        # corner with two amounts
        ([["单位：万元、人"], ["指标", "全年"], ["粮食产量", 1]], "{label: 粮食产量, value: X, unit: 人}", "表里没有写它的单位"),
        # only nearly the same name
        ([["指标", "单位", "全年"], ["粮食总产量", "吨", 1]], "{label: 粮食产量, value: X, unit: 吨}", "表里写的是“粮食总产量”，台账里是“粮食产量”"),
        ([["指标", "单位", "全年"], ["固定资产投资(不含农户)", "亿元", 1]], "{label: 固定资产投资, value: X, unit: 亿元}", "表里写的是“固定资产投资(不含农户)”"),
        # ratios or percentages
        (
            [["指标", "单位", "全年", "同比增长%"], ["粮食产量", "吨", 1, 0.078], ["油料产量", "吨", 1, 0.051]],
            "{label: 粮食产量, value: X, unit: 吨, change: 同比 +X%}", "不知道是百分数还是比例",
        ),
        # a change of a rate
        (
            [["指标", "单位", "全年", "同比±%"], ["城镇化率", "%", 61.2, 1.1]],
            "{label: 城镇化率, value: X, unit: '%', change: 提高X个百分点}", "没有说是百分点还是百分之几",
        ),
        # the old change would stand beside the new value
        ([["指标", "单位", "全年"], ["粮食产量", "吨", 1]], "{label: 粮食产量, value: 9, unit: 吨, change: 同比 +3%}", "台账里的“同比 +3%”是原来那个数的"),
        # a figure without a unit
        ([["指标", "单位", "全年"], ["项目", "个", 1], ["重点项目", "个", 3]], "{label: 重点项目, value: X}", "台账里没有单位，会补上“个”"),
        # growth as a figure of the same label
        ([["指标", "单位", "全年", "同比%"], ["粮食产量", "吨", 1, 5.5]], "{label: 粮食产量, value: X, unit: '%', prefix: 增长}", "台账里的单位是 %，取的是“同比%”"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_asked_and_only_then_written(fill: Deckgen, rows: Rows, entry: str, said: str) -> None:
    ledger(f"figures:\n  甲: {entry}\n")
    before = Path("figures.yaml").read_text(encoding="utf-8")
    table = workbook(Path("表.xlsx"), ("表", rows))
    ended = fill(table)
    assert ended.code == 1
    assert said in ended.out
    assert Path("figures.yaml").read_text(encoding="utf-8") == before
    assert fill(table, "--accept", "甲").code == 0
    assert figures()["甲"].value is not None
    assert figures()["甲"].match


@pytest.mark.parametrize(
    ("rows", "entry"),
    [
        ([["指标", "单位", "全年"], ["粮食产量", "万元", 1]], "{label: 粮食产量, value: X, unit: 吨}"),
        ([["指标", "单位", "全年"], ["外贸", "万美元", 1]], "{label: 外贸, value: X, unit: 亿元}"),
        ([["指标", "单位", "全年"], ["粮食产量", "吨", "约100"]], "{label: 粮食产量, value: X, unit: 吨}"),
        ([["指标", "单位", "全年"], ["粮食产量", "吨", 1], ["粮食产量", "吨", 2]], "{label: 粮食产量, value: X, unit: 吨}"),
    ],
)
def test_what_cannot_be_taken_is_said_and_never_written(fill: Deckgen, rows: Rows, entry: str) -> None:
    ledger(f"figures:\n  甲: {entry}\n")
    ended = fill(workbook(Path("表.xlsx"), ("表", rows)), "--accept", "all")
    assert ended.code == 1
    assert "→ 甲 " in ended.err
    assert "没有写，" in ended.err
    assert figures()["甲"].value is None


@pytest.mark.parametrize("near", ["城镇居民人均可支配收入", "农村居民人均可支配收入"])
def test_names_that_are_written_alike_but_mean_another_thing_are_not_even_asked(fill: Deckgen, near: str) -> None:
    other = "农村居民人均可支配收入" if near.startswith("城镇") else "城镇居民人均可支配收入"
    ledger(f"figures:\n  甲: {{label: {near}, value: X, unit: 元}}\n")
    ended = fill(workbook(Path("表.xlsx"), ("表", [["指标", "单位", "全年"], [other, "元", 1]])), "--accept", "all")
    assert ended.code == 1
    assert "没有一行对得上" in ended.err
    assert figures()["甲"].value is None


def test_two_columns_of_changes_behind_two_of_values_are_not_dealt(fill: Deckgen) -> None:
    ledger("figures:\n  甲: {label: 粮食产量, value: X, unit: 吨, change: 同比 +X%, period: 全年}\n")
    rows: Rows = [["指标", "单位", "四季度", "全年", "同比%", "增长%"], ["粮食产量", "吨", 1, 2, 3, 4]]
    ended = fill(workbook(Path("表.xlsx"), ("表", rows)))
    assert ended.code == 0
    assert text_of(figures()["甲"]) == "2吨 同比 +X%"
    assert "不知道是哪一列数值的，变化没有取" in ended.out


def test_a_form_of_ours_is_read_as_before(fill: Deckgen, deckgen: Deckgen) -> None:
    assert deckgen("figures", "export", "outline.yaml", "-o", "表.csv").code == 0
    rows = list(csv.reader(Path("表.csv").read_text(encoding="utf-8-sig").splitlines()))
    rows[1][rows[0].index("数值")] = "5"
    with open("表.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    assert fill("表.csv").code == 0
    assert text_of(figures()["gdp"]) == "5亿元 同比 +X%"
    at = next(index for index, heading in enumerate(rows[0]) if heading.startswith("名称"))
    with open("少列.csv", "w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([row[:at] + row[at + 1 :] for row in rows])
    ended = fill("少列.csv")
    assert ended.code == 1
    assert "form/no-column" in ended.err


def test_an_unknown_name_to_accept(fill: Deckgen) -> None:
    ended = fill(monthly(Path()), "--accept", "社令")
    assert (ended.code, ended.out) == (2, "")
    assert "--accept：台账里没有指标 `社令`" in ended.err


def test_a_strict_workbook(fill: Deckgen) -> None:
    usual = monthly(Path())
    with zipfile.ZipFile(usual) as old, zipfile.ZipFile("严格.xlsx", "w") as new:
        for info in old.infolist():
            content = old.read(info)
            for strict, transitional in NAMESPACES:
                content = content.replace(transitional, strict)
            new.writestr(info.filename, content)
    assert b"purl.oclc.org" in zipfile.ZipFile("严格.xlsx").read("xl/workbook.xml")
    assert fill("严格.xlsx").code == 0
    assert text_of(figures()["投资"]) == "331亿元 同比 +12.5%"


@needs_office
@pytest.mark.parametrize("ending", ["xls", "et"])
def test_a_workbook_of_the_old_format(fill: Deckgen, ending: str) -> None:
    pytest.importorskip("xlrd")
    usual = monthly(Path().resolve())
    with tempfile.TemporaryDirectory() as profile:
        command = [str(OFFICE), f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xls", "--outdir", "旧", usual]
        subprocess.run(command, check=True, capture_output=True, timeout=180, env={**os.environ, "LC_ALL": "C.UTF-8"})
    shutil.copy("旧/月报.xls", f"月报.{ending}")
    ended = fill(f"月报.{ending}")
    assert (ended.code, ended.err) == (0, "")
    assert text_of(figures()["gdp"]) == "412.6亿元 同比 +7.8%"
    assert text_of(figures()["投资"]) == "331亿元 同比 +12.5%"


def test_the_old_format_without_its_reader_says_how_to_go_on(fill: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "xlrd", None)
    Path("月报.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    ended = fill("月报.xls")
    assert ended.code == 2
    assert "python -m pip install xlrd" in ended.err


def test_a_damaged_file_of_the_old_format_and_one_with_a_password(fill: Deckgen) -> None:
    pytest.importorskip("xlrd")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    Path("坏.xls").write_bytes(head + bytes(4000))
    assert "form/damaged-xls" in fill("坏.xls").err
    Path("密.xlsx").write_bytes(head + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000))
    assert "加了密码" in fill("密.xlsx").err


def test_rows_of_the_monthly_table_that_are_asked_for_by_hand(fill: Deckgen) -> None:
    """A name that is remembered is certain, whatever the ledger calls it."""
    ledger("figures:\n  甲: {label: 农业, value: X, unit: 亿元, match: 地区生产总值/第一产业｜本年累计｜亿元, change: 同比 +X%}\n")
    assert fill(monthly(Path(), MONTHLY)).code == 0
    assert text_of(figures()["甲"]) == "31.2亿元 同比 +3.1%"


def test_the_table_of_the_manual_is_read_as_the_manual_says(fill: Deckgen) -> None:
    page = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
    lines = [line for line in page.partition("## 统计局发来的表")[2].partition("## 一个区县")[0].splitlines() if line.startswith("|")]
    rows = [[cell.strip(" ") for cell in line.strip("|").split("|")] for line in lines if "---" not in line]
    assert len(rows) == 4
    with open("手册.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    ended = fill("手册.csv")
    assert (ended.code, ended.err) == (0, "")
    assert text_of(figures()["gdp"]) == "412.6亿元 同比 +7.8%"
    assert str(figures()["gdp"].base.value) == "382.7458"  # type: ignore[union-attr]
    assert text_of(figures()["工业"]) == "123.4亿元 同比 +9.1%"
    assert "换算：4126000 万元 → 412.6 亿元" in ended.out


def test_growth_alone_fills_the_change(fill: Deckgen) -> None:
    """Of 规上工业增加值 an office gives the growth and no amount."""
    ledger("figures:\n  甲: {label: 规模以上工业增加值, value: X, unit: 亿元, change: 同比 +X%}\n")
    assert fill(workbook(Path("甲.xlsx"), ("表", [["指标", "单位", "本年累计", "同比±%"], ["规上工业增加值", "亿元", "-", 9.1]]))).code == 0
    assert text_of(figures()["甲"]) == "X亿元 同比 +9.1%"
    assert fill(workbook(Path("乙.xlsx"), ("表", [["指标", "增速（%）"], ["规上工业增加值", 8.2]]))).code == 0
    assert text_of(figures()["甲"]) == "X亿元 同比 +8.2%"
    ledger("figures:\n  甲: {label: 规模以上工业增加值, value: 100, unit: 亿元, change: 同比 +3%}\n")
    ended = fill("乙.xlsx")
    assert ended.code == 1
    assert "台账里的数“100亿元”是原来的" in ended.out
    assert text_of(figures()["甲"]) == "100亿元 同比 +3%"


def test_a_remembered_column_is_known_a_month_later(fill: Deckgen) -> None:
    ledger(
        "figures:\n  甲: {label: 规模以上工业增加值, value: X, unit: 亿元, match: 规模以上工业增加值｜1-11月累计绝对量｜亿元, change: 同比 +X%}\n"
    )
    rows: list[list[object]] = [list(row) for row in TWO_ROWS]
    rows[1][4] = "1-12月累计"
    assert fill(workbook(Path("表.xlsx"), ("表", rows), merged=["C2:D2", "E2:F2"])).code == 0
    assert text_of(figures()["甲"]) == "123.4亿元 同比 +9.1%"


@pytest.mark.parametrize(
    ("heads", "said"),
    [(["2024年", "2025年"], "取的是“2025年”，表里还有：2024年"), (["2025年", "2024年"], "取的是“2025年”，表里还有：2024年")],
)
def test_of_two_years_the_later_is_proposed(fill: Deckgen, heads: list[str], said: str) -> None:
    ledger("figures:\n  甲: {label: 粮食产量, value: X, unit: 吨}\n")
    ended = fill(workbook(Path("表.xlsx"), ("表", [["指标", "单位", *heads], ["粮食产量", "吨", 1, 2]])))
    assert ended.code == 1
    assert said in ended.out
    assert figures()["甲"].value is None


def test_a_rank_is_no_amount_and_an_amount_of_growth_is_no_rate(fill: Deckgen) -> None:
    ledger("figures:\n  甲: {label: 粮食产量, value: 第2}\n  乙: {label: 油料产量, value: X, unit: 吨, change: 同比 +X%}\n")
    rows: Rows = [["指标", "单位", "全年", "比上年增减"], ["粮食产量", "吨", 1, 2], ["油料产量", "吨", 3, 4]]
    ended = fill(workbook(Path("表.xlsx"), ("表", rows)))
    assert ended.code == 1
    assert "这一项是位次（现为“第2”）" in ended.err
    assert "“比上年增减”没有说是百分之几还是多少" in ended.out
    assert figures()["甲"].value == "第2"
    assert figures()["乙"].value is None


@pytest.mark.parametrize(("head", "code"), [("同比增长%", 1), ("全年目标 增长%", 0)])
def test_a_target_is_not_filled_with_what_was_reached(fill: Deckgen, head: str, code: int) -> None:
    ledger("figures:\n  目标: {label: 粮食产量增长, value: X, unit: '%'}\n")
    slide = "{kind: objectives, title: 目标, year: 2021, figures: [目标]}"
    Path("outline.yaml").write_text(f"title: 报告\nfigures: figures.yaml\nparts: [{{title: 一, slides: [{slide}]}}]\n", encoding="utf-8")
    ended = fill(workbook(Path("表.xlsx"), ("表", [["指标", "单位", "全年", head], ["粮食产量", "吨", 1, 5.5]])))
    assert ended.code == code
    assert ("目标页上的目标" in ended.out) is bool(code)
    assert (figures()["目标"].value is None) is bool(code)
