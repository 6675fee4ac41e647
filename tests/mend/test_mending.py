"""`check --fix`: the marks change where they stand, and not a byte beside them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.cli import mending
from deckgen.files import Folder
from deckgen.mend.mending import mended
from deckgen.pipeline import Request
from tests.cli.conftest import Deckgen, deckgen

__all__ = ["deckgen"]

OUTLINE = """# 注释: 半角,不动
title: 区委,常委会   # 尾注,不动
kicker:   '全体会议,第一次'
notes: |
  第一段,讲“稳”。。

  第二段”稳中求进“(同比8%),很好.
figures: figures.yaml
theme: zhengwu-red
parts:
- title:    "双引号,里的"
  motto: &again 一,二
  notes: *again
  slides:
  - kind: points
    id: first
    title: 甲
    points:
      - 稳增长：抓项目,扩投资[看](https://example.org/甲,乙)
      - {lead: 增收, text: '完成{gdp},增长'}   # 甲,乙
      - Roads 路,桥: 第一,第二
      - >-
        折叠的文字,第一行
        第二行;完
    notes: "说\\"好\\"的,留下"
  - {kind: points, title: '锚,点', points: [一;二]}
"""
MENDED = (
    OUTLINE.replace("区委,常", "区委，常")
    .replace("会议,第", "会议，第")
    .replace("一段,讲“稳”。。", "一段，讲“稳”。")
    .replace("”稳中求进“(同比8%),很好.", "“稳中求进”（同比8%），很好。")
    .replace("引号,里", "引号，里")
    .replace("项目,扩", "项目，扩")
    .replace("{gdp},增长", "{gdp}，增长")
    .replace("路,桥: 第一,第二", "路，桥: 第一，第二")
    .replace("文字,第", "文字，第")
    .replace("行;完", "行；完")
    .replace('\\"好\\"的,留', "“好”的，留")
    .replace("一,二", "一，二")
    .replace("锚,点", "锚，点")
    .replace("一;二", "一；二")
)
LEDGER = "figures:\n  gdp: {label: 甲,value: 4, unit: 亿元}\n".replace("甲,", "甲, ")


@pytest.fixture
def fix(deckgen: Deckgen) -> Deckgen:
    Path("outline.yaml").write_text(OUTLINE, encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER, encoding="utf-8")
    return lambda *arguments: deckgen("check", "outline.yaml", *arguments)


def test_only_the_marks_change(fix: Deckgen) -> None:
    ended = fix("--fix")
    assert Path("outline.yaml").read_text(encoding="utf-8") == MENDED
    assert ended.code == 0 and "已改 outline.yaml：23 个字" in ended.out
    assert "\n-title: 区委,常委会   # 尾注,不动\n" in ended.out and "\n+title: 区委，常委会   # 尾注,不动\n" in ended.out
    assert "没有拿得准" in fix("--fix").out
    assert Path("outline.yaml").read_text(encoding="utf-8") == MENDED


def test_a_dry_run_shows_the_same_and_writes_nothing(fix: Deckgen) -> None:
    tried = fix("--fix", "--dry-run")
    assert Path("outline.yaml").read_text(encoding="utf-8") == OUTLINE
    done = fix("--fix")
    assert tried.out.replace("试运行，没有写入 outline.yaml：会改 ", "已改 outline.yaml：") == done.out
    assert tried.code == done.code


@pytest.mark.parametrize(
    ("encoding", "newline"),
    [("utf-8", "\r\n"), ("utf-8-sig", "\n"), ("gb18030", "\n"), ("utf-16", "\r\n")],
    ids=["crlf", "bom", "gb", "utf-16"],
)
def test_encoding_and_line_ends_stay(fix: Deckgen, encoding: str, newline: str) -> None:
    Path("outline.yaml").write_bytes(OUTLINE.replace("\n", newline).encode(encoding))
    assert fix("--fix").code == 0
    assert Path("outline.yaml").read_bytes() == MENDED.replace("\n", newline).encode(encoding)


def test_rules_that_are_off_and_other_languages_are_left(fix: Deckgen) -> None:
    text = f"checks: {{half-width-mark: off, unpaired-mark: off}}\n{OUTLINE}"
    Path("outline.yaml").write_text(text, encoding="utf-8")
    assert fix("--fix").code == 0
    assert Path("outline.yaml").read_text(encoding="utf-8") == text.replace("。。", "。").replace('\\"好\\"', "“好”")
    Path("outline.yaml").write_text(f"language: en-GB\n{OUTLINE}", encoding="utf-8")
    fix("--fix")
    assert "区委,常" in Path("outline.yaml").read_text(encoding="utf-8")


def test_a_file_with_faults_is_mended_as_well_and_the_faults_are_told(fix: Deckgen) -> None:
    Path("outline.yaml").write_text(f"titel: 甲\n{OUTLINE}", encoding="utf-8")
    ended = fix("--fix")
    assert ended.code == 1 and "load/unknown-key" in ended.out
    assert Path("outline.yaml").read_text(encoding="utf-8") == f"titel: 甲\n{MENDED}"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--dry-run",), 2, "--dry-run 要和 --fix 一起用"),
        (("--fix", "--lang", "en", "--dry-run"), 0, "tried only"),
    ],
)
def test_usage(fix: Deckgen, arguments: tuple[str, ...], code: int, words: str) -> None:
    ended = fix(*arguments)
    assert ended.code == code and words in ended.err + ended.out


def test_a_deck_and_a_file_that_cannot_be_read(deckgen: Deckgen) -> None:
    assert deckgen("check", "a.pptx", "--fix").code == 2
    ended = deckgen("check", "nope.yaml", "--fix")
    assert ended.code == 2 and "load/missing-file" in ended.out and not os.path.exists("nope.yaml")
    Path("broken.yaml").write_text("title: '甲,乙\n", encoding="utf-8")
    assert deckgen("check", "broken.yaml", "--fix").code == 2
    assert Path("broken.yaml").read_text(encoding="utf-8") == "title: '甲,乙\n"


def test_what_another_program_wrote_meanwhile_is_not_lost(fix: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(request: Request) -> object:
        found = mended(request)
        Path("outline.yaml").write_text("title: 新\n", encoding="utf-8")
        return found

    monkeypatch.setattr(mending, "mended", meanwhile)
    ended = fix("--fix")
    assert ended.code == 2 and "刚刚被别的程序改过" in ended.err
    assert Path("outline.yaml").read_text(encoding="utf-8") == "title: 新\n"


def test_nothing_is_written_that_would_be_read_otherwise(fix: Deckgen, monkeypatch: pytest.MonkeyPatch) -> None:
    from deckgen.mend import mending as mends

    monkeypatch.setattr(mends, "wordings", lambda report: [str(id(report))])
    ended = fix("--fix")
    assert ended.code == 1 and "一处也没有改" in ended.err
    assert Path("outline.yaml").read_text(encoding="utf-8") == OUTLINE


def test_the_report_has_nothing_to_mend() -> None:
    outline = Path(__file__).parent.parent.parent / "content" / "report-2019" / "outline.yaml"
    found = mended(Request(str(outline), files=Folder()))
    assert found is not None and found.before == found.after and not found.counts
