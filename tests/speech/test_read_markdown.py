"""Markdown: its marks go, its words stay, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from .reading import read, texts


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("**粗**、__粗__、*斜*、_斜_、***都***、~~删~~", "粗、粗、斜、斜、都、删"),
        ("看[这里](http://a.b)和[那里][1]，图![图](x.png)没有", "看这里和那里，图没有"),
        ("`代码`和\\*星\\*和\\# 井", "代码和*星*和# 井"),
        ("- 甲", "甲"),
        ("- [x] 办好的事", "办好的事"),
        ("> > 引文", "引文"),
        ("1. **甲。**乙", "1. 甲。乙"),
        ("第一行<br>第二行<!-- 注 -->尾", "第一行第二行尾"),
        ("见注[^1]。", "见注。"),
        # What only looks like a mark is left alone.
        ("3*4*5=60，2 * 3", "3*4*5=60，2 * 3"),
        ("snake_case_name、__init__.py 前", "snake_case_name、init.py 前"),
        ("#不是标题", "#不是标题"),
        ("五星*好评", "五星*好评"),
        ("C:\\目录\\文件", "C:\\目录\\文件"),
        ("数组[0]和[待定]", "数组[0]和[待定]"),
    ],
)
def test_marks_inside_a_line(tmp_path: Path, markdown: str, words: str) -> None:
    assert texts(tmp_path, "x.md", markdown.encode()) == [words]


@pytest.mark.parametrize(
    ("markdown", "levels"),
    [
        ("# 一\n## 二 ##\n###### 六", [("一", 1), ("二", 2), ("六", 6)]),
        ("标题\n====\n副题\n----\n正文", [("标题", 1), ("副题", 2), ("正文", 0)]),
        ("正文\n\n---\n\n***\n正文", [("正文", 0), ("正文", 0)]),
        ("#\n####### 七", [("#", 0), ("####### 七", 0)]),
    ],
)
def test_headings(tmp_path: Path, markdown: str, levels: list[tuple[str, int]]) -> None:
    assert [(line.text, line.level) for line in read(tmp_path, "x.md", markdown.encode())[0]] == levels


def test_front_matter_is_left_out_and_a_rule_is_not_front_matter(tmp_path: Path) -> None:
    assert texts(tmp_path, "x.md", "---\ntitle: 报告\n作者：某\ntags:\n  - 甲\n---\n正文".encode()) == ["正文"]
    assert texts(tmp_path, "x.md", "---\n这里是正文。\n---\n又一段。".encode()) == ["这里是正文。", "又一段。"]
    assert texts(tmp_path, "x.md", "---\na: 没有结尾".encode()) == ["a: 没有结尾"]


def test_fences_keep_their_text_and_lose_their_marks(tmp_path: Path) -> None:
    assert texts(tmp_path, "x.md", "```yaml\n# 不是标题\n**不是粗体**\n```\n# 标题".encode()) == ["# 不是标题", "**不是粗体**", "标题"]
    assert texts(tmp_path, "x.md", "~~~\n```\n~~~\n正文".encode()) == ["```", "正文"]


def test_tables_row_by_row(tmp_path: Path) -> None:
    found = texts(tmp_path, "x.md", "| 指标 | 数 |\n|:--|--:|\n| **产值** | 3亿元 |".encode())
    assert [text.split() for text in found] == [["指标", "数"], ["产值", "3亿元"]]


def test_comments_and_addresses_are_left_out(tmp_path: Path) -> None:
    assert texts(tmp_path, "x.md", "前\n<!-- 一行 -->\n<!-- 多\n行\n-->\n[1]: http://a.b\n后".encode()) == ["前", "后"]


def test_every_character_knows_its_column(tmp_path: Path) -> None:
    source = "- **甲**乙[丙](u)丁"
    line = read(tmp_path, "x.md", source.encode())[0][0]
    assert line.text == "甲乙丙丁"
    assert [source[line.column_of(at) - 1] for at in range(4)] == list("甲乙丙丁")


def test_a_whole_bold_line_stands_out_and_a_bold_word_does_not(tmp_path: Path) -> None:
    lines = read(tmp_path, "x.md", "**抓好产业**\n**抓好**产业".encode())[0]
    assert [line.bold for line in lines] == [True, False]
