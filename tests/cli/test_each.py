"""`deckgen build --each`: a deck a row, every fault with its cell, files that no system refuses, nothing lost that a person made."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pptx
import pytest

from tests.cli.conftest import Deckgen

OUTLINE = """title: '{row.区县}经济运行'
figures: figures.yaml
checks: {missing-notes: off}
parts:
  - title: 回顾情况
    slides:
      - kind: section
        title: 经济运行平稳
        figures: [gdp]
        points: ['{row.区县}完成{gdp}，{gdp.change}', '投资达到{投资}']
      - {kind: points, title: 共同的一页, points: [坚持稳中求进, 抓好项目建设]}
"""
LEDGER = """figures:
  gdp: {label: 地区生产总值, value: 3120.5, unit: 亿元, change: 同比 +6.1%, base: 2941, compare: {全市: 6.9}}
  投资: {label: 固定资产投资, value: X, unit: 亿元}
"""


@pytest.fixture
def each(deckgen: Deckgen) -> Deckgen:
    """Runs `deckgen build --each 表` in one process beside an outline for districts."""
    Path("outline.yaml").write_text(OUTLINE, encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER, encoding="utf-8")
    return lambda rows, *more: deckgen("build", "outline.yaml", "--each", table(rows), "--jobs", "1", *more)


def table(rows: str, name: str = "表.csv") -> str:
    Path(name).write_text(rows, encoding="utf-8-sig")
    return name


def words(path: str) -> str:
    """All words of a deck."""
    found: list[str] = []

    def walk(shapes: object) -> None:
        for shape in shapes:  # type: ignore[attr-defined]
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if hasattr(shape, "shapes"):
                walk(shape.shapes)

    for slide in pptx.Presentation(path).slides:
        walk(slide.shapes)
    return "\n".join(found)


def test_a_row_replaces_figures_by_name_and_by_label_and_gives_words(each: Deckgen) -> None:
    ended = each("区县,gdp,地区生产总值同比,固定资产投资\n东山区,412.6,7.8,30.1\n河湾区,88,-1.2,X\n")
    assert ended.code == 0
    assert "警告[form/each-left] `gdp` 由这张表逐行替换，而表里没有它的 base" in ended.err
    east, river = words("dist/东山区.pptx"), words("dist/河湾区.pptx")
    assert "东山区完成412.6亿元，同比 +7.8%" in east
    assert "投资达到30.1亿元" in east
    assert "河湾区完成88亿元，同比 −1.2%" in river
    assert "投资达到X亿元" in river
    assert "东山区经济运行" in east
    assert ended.out.splitlines()[0].split() == ["行", "文件", "页数", "待填", "情况"]
    assert "共 2 份，全部生成" in ended.out.splitlines()[-1]


def test_what_the_table_does_not_give_is_unknown_and_never_another_place_s(each: Deckgen) -> None:
    ended = each("区县,地区生产总值\n东山区,412.6\n河湾区,\n")
    assert ended.code == 0
    assert "表.csv:B1: 警告[form/each-left] `gdp` 由这张表逐行替换，而表里没有它的 change、base：各份里写 X" in ended.err
    assert "东山区完成412.6亿元，同比 +X%" in words("dist/东山区.pptx")
    assert "河湾区完成X亿元，同比 +X%" in words("dist/河湾区.pptx")
    assert "3120" not in words("dist/东山区.pptx") + words("dist/河湾区.pptx")


def test_a_unit_in_the_heading_is_converted_and_that_is_said(each: Deckgen) -> None:
    ended = each('区县,地区生产总值（万元）,gdp.change,gdp.base（万元）\n东山区,"4,126,000",同比 +7.8%,3827000\n')
    assert ended.code == 0
    assert "“地区生产总值（万元）”按台账换算：万元 → 亿元" in ended.out
    assert "完成412.6亿元" in words("dist/东山区.pptx")


def test_every_fault_of_every_row_is_told_first_and_the_others_are_built(each: Deckgen) -> None:
    ended = each("区县,gdp,gdp.change,固定资产投资\n东山区,约400,同比 +7%,1\n河湾区,88,7,30天\n南岸区,5,6,7\n,5,6,7\n")
    assert ended.code == 1
    assert [line.split(": ")[0] for line in ended.err.splitlines() if "错误[" in line] == ["表.csv:B2", "表.csv:D3", "表.csv:A5"]
    assert "有错误的行没有生成：3 处错误" in ended.err
    assert [path.name for path in Path("dist").iterdir()] == ["南岸区.pptx"]
    assert "共 4 份：生成 1 份，没有生成 3 份（东山区、河湾区、第 5 行）" in ended.out


def test_a_row_that_does_not_fit_leaves_the_others(each: Deckgen) -> None:
    ended = each(f"区县,gdp,gdp.change\n东山区,1,2\n{'很长的名称' * 40},88,7\n")
    assert ended.code == 1
    assert "1 份如此：很长的名称" in ended.err
    assert Path("dist/东山区.pptx").exists()
    assert len(list(Path("dist").iterdir())) == 1


@pytest.mark.parametrize(
    ("rows", "more", "code", "said"),
    [
        ("甲,乙\n1,2\n", (), 1, "form/each-no-header"),
        ("区县,gdp\n", (), 1, "form/each-no-rows"),
        ("gdp,投资\n1,2\n", (), 1, "表.csv:1: 错误[form/each-no-column] 表里没有“区县”这一列"),
        ("区县,地区生产总植\n东山区,1\n", (), 1, "表.csv:B1: 错误[form/each-unknown] “地区生产总植”不是台账里的指标"),
        ("区县,地区生产总值（人）\n东山区,1\n", (), 1, "表.csv:B1: 错误[form/other-unit]"),
        ("区县,gdp,地区生产总值\n东山区,1,2\n", (), 1, "表.csv:C1: 错误[form/column-twice]"),
        ("区县,gdp\n东山区,1\n河湾区,2\n", ("-o", "a.pptx"), 2, '-o "dist/{区县}.pptx"'),
        ("区县,gdp\n东山区,1\n", ("-o", "{区}.pptx"), 1, "表里没有“区”这一列"),
        ("区县,gdp\n东山区,1\n", ("-o", "{区县}.ppt"), 2, ".pptx"),
        ("区县,gdp\n东山区,1\n", ("--final",), 1, "有错误，没有生成"),
    ],
)
def test_wrong_tables_and_wrong_usage(each: Deckgen, rows: str, more: tuple[str, ...], code: int, said: str) -> None:
    ended = each(rows, *more)
    assert ended.code == code
    assert said in ended.err + ended.out
    assert not list(Path(".").rglob("*.pptx"))


def test_a_table_that_is_not_there(deckgen: Deckgen) -> None:
    ended = deckgen("build", "outline.yaml", "--each", "无.xlsx")
    assert (ended.code, ended.out) == (2, "")
    assert "无.xlsx: 错误[form/missing-file]" in ended.err


def test_two_figures_of_one_label_are_told_apart_by_name(each: Deckgen) -> None:
    Path("figures.yaml").write_text(LEDGER + "  plan: {label: 地区生产总值, value: X, unit: 亿元}\n", encoding="utf-8")
    ended = each("区县,地区生产总值\n东山区,1\n")
    assert ended.code == 1
    assert "“地区生产总值”在台账里不止一个：gdp、plan" in ended.err


def test_file_names_are_safe_and_unique(each: Deckgen) -> None:
    rows = "区县,市,gdp\n东/山:区,甲市,1\nCON,甲市,1\n../../外,甲市,1\nA区,甲市,1\na区,甲市,1\n尾. ,乙?市,1\n"
    ended = each(rows, "-o", "出/{市}/{区县}.pptx")
    assert ended.code == 0
    made = sorted(path.as_posix() for path in Path(".").rglob("*.pptx"))
    assert made == sorted(
        ["出/甲市/东 山 区.pptx", "出/甲市/CON_.pptx", "出/甲市/外.pptx", "出/甲市/A区.pptx", "出/甲市/a区 2.pptx", "出/乙 市/尾.pptx"]
    )


def test_without_a_pattern_the_column_that_tells_rows_apart_names_them(each: Deckgen) -> None:
    assert each("序号,市,区县,gdp\n1,甲市,东山区,1\n2,甲市,河湾区,2\n").code == 0
    assert sorted(path.name for path in Path("dist").iterdir()) == ["东山区.pptx", "河湾区.pptx"]


def test_a_deck_that_was_edited_stays_and_the_others_are_built(each: Deckgen) -> None:
    rows = "区县,gdp\n东山区,1\n河湾区,2\n"
    assert each(rows).code == 0
    deck = pptx.Presentation("dist/东山区.pptx")
    deck.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].text = "手工改过的标题"
    deck.save("dist/东山区.pptx")
    edited = Path("dist/东山区.pptx").read_bytes()
    ended = each("区县,gdp\n东山区,5\n河湾区,6\n")
    assert ended.code == 1
    assert Path("dist/东山区.pptx").read_bytes() == edited
    assert "完成6亿元" in words("dist/河湾区.pptx")
    assert "没有生成 1 份（东山区）" in ended.out
    assert "手工改过，没有覆盖" in ended.out
    ended = each(rows, "--force")
    assert ended.code == 0
    kept = [path for path in Path("dist").iterdir() if "手改" in path.name]
    assert [path.read_bytes() for path in kept] == [edited]


def test_many_processes_make_the_same_bytes(each: Deckgen, deckgen: Deckgen) -> None:
    rows = "区县,gdp,gdp.change\n" + "".join(f"第{number}区,{number},{number}\n" for number in range(1, 8))
    assert each(rows, "-o", "one/{区县}.pptx").code == 0
    ended = deckgen("build", "outline.yaml", "--each", "表.csv", "--jobs", "2", "-o", "two/{区县}.pptx")
    assert ended.code == 0
    for number in range(1, 8):
        assert Path(f"one/第{number}区.pptx").read_bytes() == Path(f"two/第{number}区.pptx").read_bytes()


def test_a_deck_of_a_row_is_the_deck_of_the_same_outline_with_its_words(each: Deckgen, deckgen: Deckgen) -> None:
    """Slides that are kept from deck to deck are the very slides that a build of one deck makes."""
    assert each("区县,gdp,gdp.change\n甲区,1,2\n东山区,412.6,7.8\n").code == 0
    Path("outline.yaml").write_text(OUTLINE.replace("{row.区县}", "东山区"), encoding="utf-8")
    Path("figures.yaml").write_text(
        LEDGER.replace("3120.5", "412.6").replace("+6.1%", "+7.8%").replace("base: 2941", "base: X"), encoding="utf-8"
    )
    assert deckgen("build", "outline.yaml", "-o", "single.pptx", "--no-source").code == 0
    Path("outline.yaml").write_text(OUTLINE, encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER, encoding="utf-8")
    assert each("区县,gdp,gdp.change\n甲区,1,2\n东山区,412.6,7.8\n", "--no-source", "-o", "all/{区县}.pptx").code == 0
    assert Path("all/东山区.pptx").read_bytes() == Path("single.pptx").read_bytes()


def test_excel_with_numbers_percentages_and_remarks(each: Deckgen) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["各区县主要指标"])
    sheet.append(["区县", "地区生产总值", "地区生产总值同比"])
    sheet.append(["东山区", 412.6, 0.078])
    sheet["C3"].number_format = "0.0%"
    sheet.append(["注：数据为初步统计数。"])
    book.save("表.xlsx")
    Path("outline.yaml").write_text(OUTLINE, encoding="utf-8")
    from deckgen.cli.main import run

    assert run(["build", "outline.yaml", "--each", "表.xlsx", "--jobs", "1"]) == 0
    assert [path.name for path in Path("dist").iterdir()] == ["东山区.pptx"]
    assert "同比 +7.8%" in words("dist/东山区.pptx")


def test_an_outline_for_rows_shows_its_places_when_built_alone(each: Deckgen, deckgen: Deckgen) -> None:
    ended = deckgen("build", "outline.yaml", "-o", "样张.pptx")
    assert ended.code == 0
    assert "outline.yaml:1:9: 警告[load/no-row]" in ended.err
    assert "〔区县〕经济运行" in words("样张.pptx")


def test_a_process_that_ends_is_said_and_its_rows_are_named(each: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    from deckgen.cli import each_work

    monkeypatch.setattr(each_work.Worker, "build", lambda self, task: each_work.Outcome(task.path, "lost"))
    ended = each("区县,gdp\n东山区,1\n")
    assert ended.code == 1
    assert "没有做完：进程中断" in ended.out
    assert json.dumps(ended.err) == '""' or "each-left" in ended.err


def test_the_table_of_the_manual_builds(each: Deckgen) -> None:
    page = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
    lines = [line for line in page.partition("## 一个区县一份")[2].splitlines() if line.startswith("|")]
    rows = [",".join(cell.strip() for cell in line.strip("|").split("|")) for line in lines if "---" not in line]
    assert len(rows) == 3
    Path("figures.yaml").write_text(LEDGER.replace("base: 2941", "target: 3200"), encoding="utf-8")
    ended = each("\n".join(rows) + "\n", "-o", "dist/{区县}.pptx")
    assert (ended.code, ended.err) == (0, "")
    assert "投资达到33.1亿元" in words("dist/东山区.pptx")
    assert "投资达到X亿元" in words("dist/河湾区.pptx")
