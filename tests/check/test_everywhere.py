"""Rules of texts look into every field of an outline; dates end when their months do; how grave each rule is."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
import yaml

from deckgen.check.run import RULES
from tests.check.helpers import findings_of, outline

WRONG = "推动落实，，见效"  # a doubled mark, which no text may have
KINDS: list[dict[str, Any]] = [
    {"kind": "section", "motto": "警句", "points": [{"lead": "题目", "text": "说明文字"}, "第二个要点"]},
    {"kind": "points", "kicker": "小字", "motto": "警句", "points": [{"lead": "题目", "text": "说明文字"}, "第二个要点"]},
    {"kind": "statement", "text": "一句大字", "tags": ["创新"]},
    {"kind": "objectives", "heading": "预期目标", "text": "稳中求进", "figures": ["gdp"]},
    {"kind": "principles", "items": [{"key": "实干", "lead": "题目", "text": "说明文字"}, {"key": "创新"}]},
    {"kind": "problems", "items": [{"key": "弱项", "lead": "题目", "text": "说明文字"}, {"key": "短板"}]},
    {"kind": "pairs", "pairs": [{"pair": "稳/进", "lead": "题目", "text": "说明文字"}]},
    {"kind": "quote", "text": "一句引语", "by": "张三", "role": "社区居民"},
    {"kind": "framework", "top": "一个目标", "tiers": [{"name": "两层", "items": ["题目", "说明"]}]},
    {"kind": "steps", "steps": [{"lead": "题目", "text": "说明文字"}, "第二步", "第三步"]},
    {"kind": "timeline", "events": [{"when": "3月", "lead": "题目", "text": "说明文字"}, {"when": "6月", "lead": "题目"}]},
]
HEAD = {
    "title": "报告", "kicker": "会议", "subtitle": "副题", "organization": "单位", "presenter": "张三", "notes": "备注", "figures": "figures.yaml",
    "closing": {"title": "谢谢", "text": "请指正", "notes": "备注"},
}  # fmt: skip
LEDGER = "figures: {gdp: {label: 生产总值, value: 412.6, unit: 亿元}}\n"


def report() -> dict[str, Any]:
    """An outline with a text in every field that shows or speaks one."""
    slides = [{"title": f"第{n}页", "notes": "讲稿", **slide} for n, slide in enumerate(KINDS)]
    return HEAD | {"parts": [{"title": "部分", "motto": "警句", "notes": "备注", "agenda": True, "slides": slides}]}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where each text of the outline stands."""
    match value:
        case dict():
            return [
                place for key, inner in value.items() if key not in ("kind", "figures", "pair") for place in places(inner, (*path, key))
            ]
        case list():
            return [place for index, inner in enumerate(value) for place in places(inner, (*path, index))]
        case str():
            return [path]
    return []


def exchanged(path: tuple[Any, ...], text: str) -> dict[str, Any]:
    made = deepcopy(report())
    at: Any = made
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = text
    return made


def doubled(text: str) -> set[int]:
    """The lines in which a mark is found doubled."""
    return {finding.span.line for finding in findings_of(text, LEDGER) if finding.rule == "content/doubled-mark"}


def test_a_doubled_mark_is_found_wherever_it_stands() -> None:
    """All at once: one report with a doubled mark in every text, each in a line of its own."""
    made: dict[str, Any] = report()
    assert doubled(written(made)) == set()
    for path in places(made):
        at: Any = made
        for step in path[:-1]:
            at = at[step]
        at[path[-1]] = WRONG
    lines = written(made).splitlines()
    wrong = {number for number, line in enumerate(lines, 1) if WRONG in line}
    assert len(wrong) == len(places(made)) > 40
    assert {lines[number - 1] for number in wrong - doubled(written(made))} == set()


def written(made: dict[str, Any]) -> str:
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=1000)


@pytest.mark.parametrize("path", [("title",), ("closing", "title"), ("parts", 0, "title"), ("parts", 0, "slides", 1, "title")])
def test_a_title_of_marks_alone_is_empty_wherever_it_stands(path: tuple[Any, ...]) -> None:
    found = findings_of(yaml.safe_dump(exchanged(path, "——"), allow_unicode=True, sort_keys=False), LEDGER)
    assert [finding.rule for finding in found].count("content/empty-title") == 1


@pytest.mark.parametrize(("month", "days"), list(enumerate((31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1)))
def test_a_month_ends_when_it_does(month: int, days: int) -> None:
    def found(day: int) -> int:
        text = outline(f"points: [{month}月{day}日召开会议, 第二个要点]")
        return [finding.rule for finding in findings_of(text)].count("content/impossible-date")

    assert (found(1), found(days), found(days + 1), found(0)) == (0, 0, 1, 1)


def test_every_rule_is_a_warning_or_an_error() -> None:
    assert len(RULES) > 25
    assert {rule.RULE: rule.SEVERITY for rule in RULES if rule.SEVERITY not in ("warning", "error")} == {}
