"""Slips of the hand in YAML: each is named in its own line, in plain words, and what stands around it is read all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from deckgen.diagnostics import nearest
from deckgen.load.slip_brackets import field_names
from deckgen.load.slips import found, mended, suspicious
from deckgen.load.theme import theme_names
from deckgen.messages import rendered
from tests.load.helpers import GOOD_DECK, check_finds, check_ledger_finds, deck, findings_of

PART = "parts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n"


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        (f"title：报告\n{PART}", "1:6 load/full-width-colon 写成 `title: 报告`"),
        (f"title ：　报告\n{PART}", "1:7 load/full-width-colon 写成 `title: 报告`"),
        (f"title:报告\n{PART}", "1:6 load/colon-space 写成 `title: 报告`"),
        (f"title: 报告\nkicker 会议\n{PART}", "2:1 load/key-colon 写成 `kicker: 会议`"),
        (f"title: 报告\nkicker: 会议 ＃注释\n{PART}", "2:12 load/full-width-hash 注释要用半角 #"),
        (f"title: 报告\n＃注释\n{PART}", "2:1 load/full-width-hash"),
        (f"title: '报告' ＃注释\n{PART}", "1:13 load/full-width-hash"),
        (f'title: "报告"会议\n{PART}', '1:8 load/text-after-quote "报告"会议'),
        (f"title: '报告'会议\n{PART}", "1:8 load/text-after-quote 把整段放进引号，或去掉引号"),
    ],
)
def test_slips_of_the_head(outline: str, expected: str) -> None:
    check_finds(outline, expected)


@pytest.mark.parametrize(
    ("slide", "expected"),
    [
        ("points: [甲] ＃注释", "7:17 load/full-width-hash"),
        ("points:\n- 甲\n-乙", "9:5 load/dash-space 写成 `- 乙`"),
        ("points:\n-甲\n-乙", ("8:5 load/dash-space", "9:5 load/dash-space")),
        ("points:\n- 甲\n-5个项目", "9:5 load/dash-space"),
        ("points:\n- 甲\n－乙", "9:5 load/full-width-dash 要用半角 -"),
        ("points:\n－ 甲\n－ 乙", ("8:5 load/full-width-dash", "9:5 load/full-width-dash")),
        ("points:\n- lead：甲\n  text: 乙", "8:11 load/full-width-colon 写成 `lead: 甲`"),
        ("points:\n- lead:甲\n  text: 乙", "8:11 load/colon-space"),
        ("points:\n- lead 甲\n  text: 乙", "8:7 load/key-colon 写成 `lead: 甲`"),
        ("points:\n- lead: 甲\n  text 乙", "9:7 load/key-colon"),
        ("points:\n- {lead：甲, text: 乙}", "8:12 load/full-width-colon 写成 `lead: 甲`"),
        ("points:\n- {lead:甲, text: 乙}", "8:12 load/colon-space"),
        ("points:\n- {lead: 甲， text: 乙}", "8:15 load/flow-comma 逗号要用半角"),
        ("points:\n- {lead: 甲，text: 乙}", "8:15 load/flow-comma"),
        ("points:\n- {lead: '甲'丁, text: 乙}", "8:14 load/text-after-quote"),
        ("points: ['甲'丁, 乙]", "7:14 load/text-after-quote"),
        ("points\n- 甲", "7:5 load/key-colon `points:`"),
        ("points：\n- 甲", "7:11 load/full-width-colon"),
    ],
)
def test_slips_of_a_slide(slide: str, expected: str | tuple[str, ...]) -> None:
    check_finds(deck(slide), *((expected,) if isinstance(expected, str) else expected))


def test_a_line_of_notes_that_is_not_indented() -> None:
    check_finds(deck("points: [甲]\nnotes: |") + "备注一\n      备注二\nclosing: 谢谢\n", "9:1 load/block-indent 要比 `notes:` 缩进")
    check_finds(deck("points: [甲]\nnotes: |\n  备注一") + "备注二\n", "10:1 load/block-indent")


@pytest.mark.parametrize(
    ("ledger", "expected"),
    [
        ("figures:\n  gdp：\n    label: 甲\n    value: 1\n", "2:6 load/full-width-colon"),
        ("figures:\n  gdp:{label: 甲, value: 1}\n", "2:6 load/colon-space"),
        ("figures:\n  gdp: {label: 甲， value: 1}\n", "2:17 load/flow-comma"),
        ("figures:\n  gdp: {label: 考评, 总分, value: 1}\n", "2:16 load/comma-in-braces `label: '考评, 总分'`"),
        ("figures:\n  gdp: {label: 甲, value: 1,234}\n", "2:26 load/number-in-braces 要加引号，或写 1234"),
        ("figures:\n  gdp: {label: 甲, value: 1, 单位: 亿元}\n", "2:29 load/unknown-key 是不是 `unit`？"),
    ],
)
def test_slips_of_a_ledger(ledger: str, expected: str) -> None:
    check_ledger_finds(ledger, expected)


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        (f"title: 甲\nlanguage: en-UK\n{PART}", "是不是 `en-GB`？"),
        (deck("points: [甲]", kind="章节"), "是不是 `section`？"),
        (deck("标题二: 甲\n备注: 乙\npoints: [甲]"), "是不是 `notes`？"),
        (deck("quote: 甲", kind="quote"), "是不是 `text`？"),
    ],
)
def test_a_word_that_is_no_name_leads_to_the_name(outline: str, expected: str) -> None:
    assert any(expected in rendered(finding, "zh") for finding in findings_of(outline))


def test_a_theme_by_its_chinese_name_is_known() -> None:
    assert nearest("政务红", tuple(theme_names())) == "zhengwu-red"


@pytest.mark.parametrize(
    "text",
    [
        "text: 目标：到2030年\n",
        "- GDP：增长6%\n",
        "- PM2.5：下降\n",
        "url: https://例.cn\n",
        'text: "甲：\n  title：乙"\n',
        "notes: |\n  title：甲\n  -乙\n  ＃丙\n",
        "title: '甲' # 乙\n",
        "points: ['甲', \"乙\"]\n",
        "change: -5%\n",
        "- -5%\n",
        "a:\n  -X%\n",
        "text: 很长的文字\n  ——破折号起头\n",
        "---\ntitle: 甲\n",
        "points: [{lead: 甲，乙, text: 丙：丁}]\n",
        "points: [甲，乙]\n",
    ],
)
@pytest.mark.parametrize("broken", [False, True])
def test_what_is_meant_as_it_is_written_is_no_slip(text: str, broken: bool) -> None:
    assert found(text, broken) == []


def test_mending_keeps_every_other_line_and_adds_none() -> None:
    text = "title：报告\n# 注释\nparts:\n－ title:部分\n"
    assert suspicious(text)
    assert mended(text, found(text, broken=True)) == "title: 报告\n# 注释\nparts:\n- title: 部分\n"


def test_names_are_those_of_the_declarations() -> None:
    assert {"title", "parts", "kind", "slides", "lead", "text", "label", "unit", "wording", "palette", "sizes", "单位"} <= field_names()


# ---- every slip in every line where it can be made

Slipped = tuple[int, str, str]  # line from 1, its new text, the rule


def slipped(line: str, number: int) -> Iterator[Slipped]:
    """The line with each slip that a hand can make in it."""
    field = re.match(r"( *(?:- )?)([a-z_]+): (.+)", line)
    if field:
        lead, key, value = field.groups()
        yield number, f"{lead}{key}：{value}", "load/full-width-colon"
        yield number, f"{lead}{key}:{value}", "load/colon-space"
        if value[0] not in "{[|":
            yield number, f"{lead}{key} {value}", "load/key-colon"
            yield number, f'{lead}{key}: "{value[:1]}"{value[1:]}', "load/text-after-quote" if value[1:] else ""
    if re.fullmatch(r" *(?:- )?[a-z_]+:", line):
        yield number, line[:-1] + "：", "load/full-width-colon"
    dash = re.match(r"( *)- (.*)", line)
    if dash:
        yield number, f"{dash[1]}-{dash[2]}", "load/dash-space"
        yield number, f"{dash[1]}－ {dash[2]}", "load/full-width-dash"
        yield number, f"{dash[1]}－{dash[2]}", "load/full-width-dash"
    if "{" in line:
        yield number, re.sub(r", (?=[a-z]+:)", "， ", line, count=1), "load/flow-comma"
        yield number, re.sub(r"([{,] ?[a-z]+): ", r"\1：", line, count=1), "load/full-width-colon"
        yield number, re.sub(r"([{,] ?[a-z]+): ", r"\1:", line, count=1), "load/colon-space"
    if line.rstrip().endswith(("]", "}", "'")):
        yield number, f"{line} ＃注释", "load/full-width-hash"
    if line.startswith("          备注"):
        yield number, line.strip(), "load/block-indent"


def every_slip() -> list[Slipped]:
    lines = GOOD_DECK.split("\n")
    made = [slip for number, line in enumerate(lines, 1) for slip in slipped(line, number)]
    return [slip for slip in made if slip[2] and slip[1] != lines[slip[0] - 1]]


def test_the_good_outline_is_good_and_slips_are_many() -> None:
    assert [finding.rule for finding in findings_of(GOOD_DECK) if finding.severity == "error"] == []
    assert len(every_slip()) > 80
    assert {rule for _, _, rule in every_slip()} >= {"load/block-indent", "load/flow-comma", "load/text-after-quote", "load/key-colon"}


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_every_slip_is_named_in_its_own_line_and_nothing_else_is(eol: str) -> None:
    lines = GOOD_DECK.split("\n")
    told: Callable[[str], list[tuple[int, str]]] = lambda text: [  # noqa: E731
        (finding.span.line, finding.rule) for finding in findings_of(text) if finding.severity == "error"
    ]
    wrong = []
    for number, line, rule in every_slip():
        text = eol.join([*lines[: number - 1], line, *lines[number:]])
        if told(text) != [(number, rule)]:
            wrong.append((number, line, rule, told(text)))
    assert not wrong
