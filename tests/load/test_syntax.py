"""Texts that are no YAML, files that are no text, and what would bring the process down."""

from __future__ import annotations

import pytest

from tests.load.helpers import check_finds, findings_of, read

GOOD = "parts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n"
MINIMAL = f"title: 报告\n{GOOD}"


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        ('title: "甲\nkicker: 乙\n', '1:8 load/open-quote title: "甲'),
        ("title: '甲\nkicker: 乙\n", "1:8 load/open-quote"),
        ("title: [甲\nkicker: 乙\n", "1:8 load/open-bracket"),
        ("title: 甲\nparts:\n\t- title: 乙\n", "3:1 load/tab"),
        (
            "title: 甲\nparts:\n- title: 一\n  slides:\n  - kind: points\n    title：乙\n    points: [丙]\n",
            "6:10 load/full-width-colon 写成 `title: 乙`",
        ),
        (f"title: 甲\nkicker:乙\n{GOOD}", "2:7 load/colon-space 写成 `kicker: 乙`"),
        ("title: 甲: 乙\n", "1:9 load/colon-in-text 全角冒号"),
        ("title: **甲**乙\n", "1:8 load/needs-quotes 以 * 开头"),
        ("title: {gdp}完成\n", "1:8 load/needs-quotes 以 { 开头"),
        ("title: [重点] 工作\n", "1:8 load/needs-quotes 以 [ 开头"),
        (f'title: "七个坚持"回顾\n{GOOD}', "1:8 load/text-after-quote 把整段放进引号"),
        ("title: 甲\nparts:\n- %乙\n", "3:3 load/needs-quotes 以 % 开头"),
        ("title: @甲\n", "1:8 load/needs-quotes"),
        ("title: 甲\n kicker: 乙\n", "2:8 load/yaml-syntax 缩进没有对齐"),
        ("title: 甲\nparts:\n - title: 乙\n- title: 丙\n", "4:1 load/yaml-syntax 缩进可能没有对齐"),
        (f"title: 甲\nmoto\n{GOOD}", "2:1 load/yaml-syntax 缺少半角冒号"),
        ("title: [甲, ]]\n", "1:13 load/yaml-syntax"),
        ('title: "\\q"\n', "1:9 load/yaml-syntax 反斜杠"),
        ('title: "\\ud800"\n', "1:11 load/yaml-syntax 没有这个 Unicode 字符"),
        ("title: 甲\x07\n", "1:9 load/yaml-syntax 控制字符"),
        (f"{MINIMAL}---\n{MINIMAL}", "3:1 load/yaml-syntax 只能有一份大纲"),
        ("标题\n", "1:1 load/not-an-outline “标题”"),
        ("- 甲\n", "1:1 load/not-an-outline 列表"),
        ("42", "1:1 load/not-an-outline"),
    ],
)
def test_what_is_not_yaml_is_said_in_the_authors_terms(outline: str, expected: str) -> None:
    check_finds(outline, expected)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "0:0 load/empty-file"),
        (b" \n\n", "0:0 load/empty-file"),
        (b"# a\n# b\n", "0:0 load/empty-file"),
        (b"---\n", "0:0 load/empty-file"),
        (b"null\n", "0:0 load/empty-file"),
        (b"\xef\xbb\xbf", "0:0 load/empty-file"),
        (b"PK\x03\x04rest", "0:0 load/not-text Office/ZIP"),
        (b"%PDF-1.4", "0:0 load/not-text PDF"),
        (b"\x89PNG\r\n", "0:0 load/not-text PNG"),
        (b"title: a\0b\n", "0:0 load/not-text 二进制内容"),
        (MINIMAL.encode("utf-16-le"), "0:0 load/not-text"),
        (b"title: caf\xe9 \xff\xfe\n", "0:0 load/encoding"),
        (bytes(range(128, 256)), "0:0 load/encoding"),
        (b"\xff\xfet\0\0\xd8", "0:0 load/encoding"),
        ("title: 报告\nkicker: 会议".encode() + b"\xff\n", "2:11 load/encoding"),
        (MINIMAL.encode("gb18030"), "0:0 load/gb18030 GB18030"),
    ],
)
def test_what_is_not_text(data: bytes, expected: str) -> None:
    check_finds(data, expected)


@pytest.mark.parametrize(
    "data",
    [
        MINIMAL.encode("utf-8-sig"),
        MINIMAL.replace("\n", "\r\n").encode(),
        MINIMAL.replace("\n", "\r").encode(),
        MINIMAL.encode("utf-16"),
        MINIMAL.encode("utf-32"),
        f"---\n{MINIMAL}...\n".encode(),
        f"title: true\ndate: 2020-01-15\npresenter: 2020\n{GOOD}".encode(),
    ],
)
def test_what_office_machines_save_is_read(data: bytes) -> None:
    assert findings_of(data) == []


DEEP = 20_000  # libyaml's recursion breaks the stack at a few ten thousand


@pytest.mark.parametrize(
    "text",
    [
        *(opener * DEEP for opener in ("[", "{", "[{", "{a: ", "{? ", "[#]\n", "['] ', ", "[x', 'y]', ", "- ", "? ")),
        f"#{']' * DEEP}\n{'[' * DEEP}",
        "\n".join(f"{' ' * n}a:" for n in range(2_000)),
        "\x85".join(f"{' ' * n}-" for n in range(2_000)),
    ],
)
def test_nesting_without_end_is_refused_before_it_is_walked(text: str) -> None:
    found = findings_of(text)
    assert [finding.rule for finding in found] in (["load/too-deep"], ["load/yaml-syntax"], ["load/needs-quotes"], ["load/not-ours"])


def test_brackets_in_honest_texts_are_not_nesting() -> None:
    points = ", ".join(["'{gdp} [甲] “乙”'"] * 2)
    slides = ", ".join(f"{{kind: points, title: '题[{n}', points: [{points}]}}" for n in range(400))
    outline = f"title: 报告\nfigures: figures.yaml\nparts: [{{title: 一, slides: [{slides}]}}]\n"
    assert findings_of(outline) == []


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        ("title: 甲\nparts: &a\n- *a\n", "2:8 load/recursive-alias"),
        ("&a\ntitle: 甲\nparts: [{title: 乙, slides: [*a]}]\n", "1:1 load/recursive-alias"),
        (
            "a: &a [x]\n" + "".join(f"{b}: &{b} [{', '.join(['*' + a] * 40)}]\n" for a, b in zip("abcde", "bcdef", strict=True)),
            "4:4 load/alias-bomb",
        ),
        (f"title: &a {'长' * 1_000_000}\nparts: [{', '.join(['*a'] * 1000)}]\n", "2:8 load/alias-bomb"),
    ],
)
def test_aliases_that_never_end(outline: str, expected: str) -> None:
    check_finds(outline, expected)


def test_an_honest_alias_is_read() -> None:
    assert findings_of("title: &t 报告\nparts: [{title: *t, slides: [{kind: points, title: 甲, points: [*t]}]}]\n") == []


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85"])
def test_a_line_break_that_no_editor_shows_is_a_space_and_shifts_no_line(mark: str) -> None:
    outline = f'title: 测试\nnotes: "一{mark}二"\n{GOOD}kikcer: 乙\n'
    check_finds(outline, "4:1 load/unknown-key 是不是 `kicker`")
    report, _ = read(outline.replace("kikcer", "kicker"))
    assert report is not None
    assert report.outline.notes.plain == "一 二"
