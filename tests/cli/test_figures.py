"""`deckgen figures`: what is printed, exported and filled, and that a ledger is written whole or not at all."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from deckgen.files import Folder
from deckgen.load.figures import read_ledger
from deckgen.write import save as saving
from tests.cli.conftest import Deckgen
from tests.some import some
from tests.support import REPORT

FORM = "报表.csv"
HEADER = "名称,指标,数值,单位,变化\n"


@pytest.fixture
def figures(deckgen: Deckgen) -> Deckgen:
    """Runs `deckgen figures …` beside the shipped report."""
    for name in ("outline.yaml", "figures.yaml", "figures.sample.yaml"):
        shutil.copy(REPORT / name, name)
    return lambda *arguments: deckgen("figures", *arguments)


def form(rows: str, encoding: str = "utf-8-sig") -> None:
    Path(FORM).write_bytes((HEADER + rows).encode(encoding))


def ledger(name: str = "figures.yaml") -> str:
    return Path(name).read_bytes().decode()


def unharmed() -> bool:
    return all(Path(name).read_bytes() == (REPORT / name).read_bytes() for name in ("figures.yaml", "figures.sample.yaml"))


# ---- list


@pytest.mark.parametrize(
    "arguments", ["outline.yaml", "list outline.yaml", "--lang zh outline.yaml", "--figures figures.yaml outline.yaml"]
)
def test_the_table_may_be_asked_for_in_any_order(figures: Deckgen, arguments: str) -> None:
    ended = figures(*arguments.split())
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0].startswith("名称")
    assert len(lines) == 2 + 116 + 1
    assert lines[-1] == "共 116 个指标：X 110 个，示例 0 个，已填 6 个"


def test_another_ledger_and_another_language(figures: Deckgen) -> None:
    ended = figures("outline.yaml", "--figures", "figures.sample.yaml", "--lang", "en")
    assert ended.out.splitlines()[-1] == "116 figures: 0 X, 110 sample, 6 known"


def test_missing_is_a_message_by_department(figures: Deckgen) -> None:
    ended = figures("--missing", "outline.yaml", "--department", "区统计局")
    assert ended.out.startswith("区统计局（6 项）\n  1. 地区生产总值：")
    assert ended.out.endswith("共 1 个单位，待填 6 项\n")


def test_a_department_that_is_not_there(figures: Deckgen) -> None:
    ended = figures("outline.yaml", "--department", "统计局")
    assert (ended.code, ended.out) == (2, "")
    assert "没有责任单位是“统计局”的指标。是不是 区统计局？" in ended.err


def test_json_and_csv(figures: Deckgen) -> None:
    found = json.loads(figures("outline.yaml", "--format", "json", "--missing").out)
    assert len(found["figures"]) == found["totals"]["unknown"] == 110
    assert len(list(csv.reader(io.StringIO(figures("outline.yaml", "--format", "csv").out)))) == 117


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("", "缺少参数 OUTLINE"),
        ("--missing", "缺少参数 OUTLINE"),
        ("exprot outline.yaml", "没有命令 `figures exprot`。是不是 `export`？"),
        ("fil outline.yaml a.xlsx", "是不是 `fill`？"),
        ("outline.yaml extra", "多了参数 extra"),
        ("outline.yaml --format xml", "--format 的值不对，可以是：text、json、csv"),
        ("export", "缺少参数 OUTLINE"),
        ("fill outline.yaml", "缺少参数 FORM.xlsx|csv"),
        ("export outline.yaml -o a.xls", "填报表应当以 .xlsx 或 .csv 结尾：a.xls"),
        ("export outline.yaml --department 统计局", "是不是 区统计局？"),
        ("nope.yaml", "nope.yaml: 错误[load/missing-file]"),
        ("export nope.yaml", "没有写入：1 处错误"),
        ("fill nope.yaml a.csv", "没有写入：1 处错误"),
        ("fill outline.yaml nope.xlsx", "nope.xlsx: 错误[form/missing-file]"),
        ("fill outline.yaml .", ".: 错误[form/is-a-folder]"),
        ("fill outline.yaml outline.yaml", "outline.yaml: 错误[form/no-header]"),
    ],
)
def test_wrong_usage(figures: Deckgen, arguments: str, words: str) -> None:
    ended = figures(*arguments.split())
    assert (ended.code, ended.out) == (1 if "no-header" in words else 2, "")
    assert words in ended.err


def test_a_file_may_be_called_as_a_command_is_nearly(figures: Deckgen) -> None:
    shutil.copy("outline.yaml", "lists")
    assert figures("lists").code == 0


def test_completion_knows_commands_and_options(figures: Deckgen) -> None:
    from click.shell_completion import ShellComplete

    from deckgen.cli.group import cli

    def completed(words: list[str], start: str) -> set[str]:
        return {item.value for item in ShellComplete(cli, {}, "deckgen", "_DECKGEN_COMPLETE").get_completions(words, start)}

    assert completed(["figures"], "") >= {"list", "export", "fill"}
    assert completed(["figures", "outline.yaml"], "--mi") == {"--missing"}
    assert completed(["figures", "exprot"], "--mi") == {"--missing"}  # no complaint while somebody types


def test_help_names_the_commands(figures: Deckgen) -> None:
    ended = figures("--help")
    assert ended.code == 0
    assert all(name in ended.out for name in ("OUTLINE", "export", "fill", "list"))
    assert "--missing" in figures("list", "-h").out


def test_a_faulty_outline_is_told_as_build_tells_it(figures: Deckgen, deckgen: Deckgen) -> None:
    Path("figures.yaml").write_text(ledger().replace("label: 地区生产总值", "lable: 地区生产总值"), encoding="utf-8")
    listed, built = figures("outline.yaml"), deckgen("build", "outline.yaml")
    assert listed.code == built.code == 1
    assert listed.err.splitlines()[:-1] == built.err.splitlines()[:-1]
    assert listed.err.endswith("处警告。\n")


def test_an_outline_without_a_ledger(deckgen: Deckgen) -> None:
    ended = deckgen("figures", "outline.yaml")
    assert (ended.code, "错误[form/no-ledger]" in ended.err) == (1, True)


# ---- export and fill


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_what_is_exported_and_not_filled_leaves_the_ledger(figures: Deckgen, name: str) -> None:
    ended = figures("export", "outline.yaml", "-o", f"new/{name}")
    assert (ended.code, ended.out) == (0, f"已导出 new/{name}：116 个指标，其中待填 110 个\n")
    first = Path(f"new/{name}").read_bytes()
    figures("export", "outline.yaml", "-o", f"new/{name}")
    assert Path(f"new/{name}").read_bytes() == first
    ended = figures("fill", "outline.yaml", f"new/{name}")
    assert (ended.code, ended.out) == (0, "没有要改的：表里的数与台账一致（figures.yaml）\n")
    assert unharmed()


def test_a_form_of_one_department(figures: Deckgen) -> None:
    ended = figures("export", "outline.yaml", "--missing", "--department", "区统计局")
    path = os.path.join("dist", "区委常委会工作报告指标填报表（区统计局）.xlsx")
    assert ended.out == f"已导出 {path}：6 个指标，其中待填 6 个\n"
    assert os.path.exists(path)


FILLED = """\
revenue,,３１．２,亿元,9.1%
gdp,地区生产总值,"4,126,000万元",亿元,同比+7.8％
retail_sales,,168.4,亿元,
gdp_2020,,445.6,亿元,
new_jobs,,1.26万,万人,
"""
TOLD = """\
gdp 地区生产总值：X → 412.6 亿元；同比 +X% → 同比 +7.8%
revenue 一般公共预算收入：X → 31.2 亿元；同比 +X% → 同比 +9.1%
retail_sales 社会消费品零售总额：X → 168.4 亿元
new_jobs 新增就业：X → 1.26 万人
gdp_2020 地区生产总值：X → 445.6 亿元
共 116 个指标：X 106 个，示例 0 个，已填 10 个
数值已填、变化仍是 X 的 1 个：社会消费品零售总额
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_filled_form_is_told_line_by_line_and_written(figures: Deckgen, encoding: str) -> None:
    form(FILLED, encoding)
    tried = figures("fill", "outline.yaml", FORM, "--dry-run")
    assert (tried.code, tried.out) == (0, f"{TOLD}试运行，没有写入 figures.yaml：会改 5 个指标\n")
    assert unharmed()
    done = figures("fill", "outline.yaml", FORM)
    assert (done.code, done.out) == (0, f"{TOLD}已写入 figures.yaml：改了 5 个指标\n")
    old, new = (REPORT / "figures.yaml").read_text(encoding="utf-8").split("\n"), ledger().split("\n")
    added = new.index("    unit: 亿元", new.index("  gdp_2020:"))
    del new[added]
    changed = [(before.strip(), after.strip()) for before, after in zip(old, new, strict=True) if before != after]
    assert changed == [
        ("value: X", "value: 412.6"),
        ("change: 同比 +X%", "change: 同比 +7.8%"),
        ("value: X", "value: 31.2"),
        ("change: 同比 +X%", "change: 同比 +9.1%"),
        ("value: X", "value: 168.4"),
        ("value: X", "value: 1.26"),
        ("value: X", "value: 445.6"),
    ]
    assert figures("fill", "outline.yaml", FORM).out.startswith("没有要改的")


def test_filling_everything_builds_a_deck_without_x(figures: Deckgen, deckgen: Deckgen) -> None:
    from deckgen.diagnostics import Findings

    sample = read_ledger("figures.sample.yaml", Folder(), Findings()).figures
    figures("export", "outline.yaml", "-o", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx")
    sheet = book.worksheets[0]
    for line in range(5, sheet.max_row + 1):
        figure = sample[str(sheet.cell(line, 10).value)]
        sheet.cell(line, 3).value = str(figure.value)
        sheet.cell(line, 4).value = figure.unit
        sheet.cell(line, 5).value = figure.change.text if figure.change else ""
    book.save("a.xlsx")
    ended = figures("fill", "outline.yaml", "a.xlsx")
    assert (ended.code, "X 0 个" in ended.out, ended.err) == (0, True, "")
    built = deckgen("build", "outline.yaml", "-o", "a.pptx")
    assert (built.code, "待填指标 0 个" in built.out) == (0, True)


def test_every_fault_is_told_and_nothing_is_written(figures: Deckgen) -> None:
    form("gdp,,412.6,亿元,\nrevenue,,约31,亿元,\nreveneu,,1,,\ngdp,,1,,\n")
    ended = figures("fill", "outline.yaml", FORM)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.splitlines() == [
        "报表.csv:C3: 错误[form/number] “约31”不是数值",
        "  提示：写成 412.6、1,234、12.3%、1.2万，不带“约”“左右”等字；还不知道写 X",
        "报表.csv:A4: 错误[form/unknown-name] 台账里没有指标 `reveneu`",
        "  提示：是不是 `revenue`？",
        "报表.csv:A5: 错误[form/twice] 指标 `gdp` 有两行（第一行在 A2）",
        "  提示：请核对以哪一行为准，删去另一行",
        "没有写入：3 处错误，0 处警告。",
    ]
    assert unharmed()


def test_a_ledger_over_another_takes_what_is_filled(figures: Deckgen) -> None:
    Path("own.yaml").write_text("extends: figures.yaml\nfigures:\n  gdp: {value: 400}\n", encoding="utf-8")
    form(FILLED)
    ended = figures("fill", "outline.yaml", FORM, "--figures", "own.yaml")
    assert ended.code == 0
    assert ledger("own.yaml") == (
        "extends: figures.yaml\nfigures:\n  gdp: {value: 412.6, change: 同比 +7.8%}\n  revenue: {value: 31.2, change: 同比 +9.1%}\n"
        "  retail_sales: 168.4\n  new_jobs: 1.26\n  gdp_2020: {value: 445.6, unit: 亿元}\n"
    )
    assert unharmed()


def test_a_sample_stays_a_sample(figures: Deckgen) -> None:
    form("gdp,,500,,\nrevenue_rank,,第3,,\n")
    ended = figures("fill", "outline.yaml", FORM, "--figures", "figures.sample.yaml")
    assert "X 0 个，示例 111 个，已填 5 个" in figures("outline.yaml", "--figures", "figures.sample.yaml").out
    assert ended.code == 0
    assert ledger("figures.sample.yaml").startswith((REPORT / "figures.sample.yaml").read_text(encoding="utf-8")[:200])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_ledger_keeps_its_encoding_and_its_line_ends(figures: Deckgen, encoding: str) -> None:
    text = ledger().replace("\n", "\r\n")
    Path("figures.yaml").write_bytes(text.encode(encoding))
    os.chmod("figures.yaml", 0o640)
    form("gdp,,412.6,,\n")
    assert figures("fill", "outline.yaml", FORM).code == 0
    at = text.index("value: X", text.index("  gdp:"))
    assert Path("figures.yaml").read_bytes() == (text[:at] + "value: 412.6" + text[at + 8 :]).encode(encoding)
    if sys.platform != "win32":
        assert os.stat("figures.yaml").st_mode & 0o777 == 0o640


def test_what_cannot_be_changed_alone_is_refused(figures: Deckgen) -> None:
    Path("figures.yaml").write_text(ledger().replace("value: X\n    unit: 次", "value: &x X\n    unit: 次", 1), encoding="utf-8")
    text = ledger().replace("label: 区委常委会会议\n    value: X", "label: 区委常委会会议\n    value: *x")
    Path("figures.yaml").write_text(text, encoding="utf-8")
    form("center_study,,24,,\n")
    for arguments in (["--dry-run"], []):
        ended = figures("fill", "outline.yaml", FORM, *arguments)
        assert (ended.code, ended.out) == (1, "")
        assert "错误[form/cannot-amend] 台账里 center_study 的写法特殊" in ended.err
    assert ledger() == text


@pytest.mark.parametrize(
    ("error", "words"),
    [(OSError(errno.ENOSPC, "x"), "磁盘已满"), (PermissionError(errno.EACCES, "x"), "可能正在别的程序里打开")],
)
def test_a_write_that_fails_leaves_the_ledger(figures: Deckgen, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str) -> None:
    def fail(*_: object) -> None:
        raise error

    form("gdp,,412.6,,\n")
    monkeypatch.setattr(saving.os, "replace", fail)
    ended = figures("fill", "outline.yaml", FORM)
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert unharmed()
    assert not list(Path().glob(".deckgen-*"))


def test_an_export_into_a_form_that_is_open(figures: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(path: str) -> None:
        raise PermissionError(errno.EACCES, "locked", path)

    monkeypatch.setattr(saving, "refuse_locked", locked)
    assert "可能正在 Excel 或 WPS 里打开" in figures("export", "outline.yaml", "-o", "a.xlsx").err


def test_building_a_deck_imports_nothing_of_all_this(tmp_path: Path) -> None:
    script = "import sys; from deckgen.cli.main import run; run(sys.argv[1:]); print(*sorted(sys.modules))"
    command = [sys.executable, "-c", script, "build", str(REPORT / "outline.yaml"), "-o", str(tmp_path / "a.pptx")]
    loaded = set(subprocess.run(command, capture_output=True, text=True, check=True).stdout.split())
    assert "deckgen.load.figures" in loaded
    assert not any(name.split(".")[0] in ("openpyxl", "xlsxwriter", "ruamel") or name.startswith("deckgen.form.") for name in loaded)


# ---- through an office program


@pytest.mark.visual
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_form_that_another_program_has_saved(figures: Deckgen, ending: str, tmp_path: Path) -> None:
    """LibreOffice writes the form anew, as xlsx and as CSV; what was filled is read, what was not changes nothing."""
    figures("export", "outline.yaml", "-o", "a.xlsx")
    assert resaved("a.xlsx", ending, tmp_path)
    assert figures("fill", "outline.yaml", f"saved/a.{ending}").out.startswith("没有要改的")
    book = openpyxl.load_workbook("a.xlsx")
    sheet = book.worksheets[0]
    lines = {sheet.cell(line, 10).value: line for line in range(5, sheet.max_row + 1)}
    for name, value, code in (("gdp", 412.6, "General"), ("tertiary_growth", 0.089, "0.0%"), ("new_jobs", "=6.3/5", "0.00")):
        sheet.cell(lines[name], 3).value = value
        sheet.cell(lines[name], 3).number_format = code
    sheet.cell(lines["gdp"], 5).value = "7.8%"
    book.save("a.xlsx")
    assert resaved("a.xlsx", ending, tmp_path)
    ended = figures("fill", "outline.yaml", f"saved/a.{ending}")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[:3] == [
        "gdp 地区生产总值：X → 412.6 亿元；同比 +X% → 同比 +7.8%",
        "tertiary_growth 第三产业增加值增速：X → 8.9%",
        "new_jobs 新增就业：X → 1.26 万人",
    ]


@pytest.mark.visual
def test_the_form_prints_on_a4_with_every_figure(figures: Deckgen, tmp_path: Path) -> None:
    import pypdfium2

    figures("export", "outline.yaml", "-o", "a.xlsx")
    assert resaved("a.xlsx", "pdf", tmp_path)
    with pypdfium2.PdfDocument(Path("saved/a.pdf")) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
        width, height = document[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    assert all("责任单位" in text and f"第 {number} 页" in text for number, text in some(enumerate(texts, 1)))
    from deckgen.diagnostics import Findings

    found = "".join(texts)
    assert all(name in found for name in some(read_ledger("figures.yaml", Folder(), Findings()).figures))


def resaved(name: str, ending: str, folder: Path) -> bool:
    """Write the file anew in saved/, through LibreOffice Calc."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is missing: apt-get install libreoffice-calc")
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1" if ending == "csv" else ending
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", "saved", name]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert os.path.exists(f"saved/{Path(name).stem}.{ending}"), f"is libreoffice-calc installed? {ended.stderr}"
    return True
