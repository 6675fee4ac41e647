"""The noise of the tests of themes: folders with `theme.yaml`, an outline with every kind of slide."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Finding, Findings, sorted_findings
from deckgen.files import Folder
from deckgen.load.theme import load_theme
from deckgen.messages import rendered
from deckgen.theme import Theme
from tests.support import ROOT
from tests.test_docs import blocks

# The first theme that docs/themes.md shows.
FIFTEEN_LINES = blocks(ROOT / "docs" / "themes.md", "yaml")[0]

EVERY_KIND = """\
title: 各种页面
kicker: 全体会议
subtitle: 副标题
organization: 单位
presenter: 张三
date: 2020-01-15
figures: figures.yaml
notes: 备注
checks: {missing-notes: off, crowded-slide: off, lonely-slide: off, orphan: off}
parts:
- title: 工作回顾
  claim: 两个坚持
  agenda: yes
  motto: 不忘初心
  notes: 备注
  slides:
  - {kind: section, title: 坚持以发展为要, motto: 稳中求进, points: [{lead: 发展, text: 围绕中心服务大局}, 改革：推动落实, 稳定：守住底线], figures: [a, b, c, d]}
  - {kind: section, title: 坚持以人民为本, points: [{lead: 民生, text: 围绕中心服务大局}, 就业：稳步增长]}
- title: 工作安排
  slides:
  - {kind: points, title: 要点, kicker: 小字, motto: 警句, points: [{lead: 题目, text: 推动各项工作落实见效}, 第二：围绕中心], figures: [a]}
  - {kind: statement, title: 总体要求, text: 围绕中心服务大局，推动各项工作落实见效, tags: [创新, 协调]}
  - {kind: objectives, title: 主要目标, year: 2020, heading: 预期目标, text: 稳中求进, figures: [a, b, c]}
  - {kind: principles, title: 基本原则, items: [{key: 实干, lead: 题目, text: 一句说明}, {key: 创新, text: 一句说明}, {key: 协调, text: 一句说明}]}
  - {kind: problems, title: 问题, items: [{key: 弱, lead: 题目, text: 一句说明}, {key: 少, lead: 题目, text: 一句说明}]}
  - {kind: measures, title: 举措, items: [{key: 弱, lead: 题目, text: 一句说明, answer: 补上短板}, {key: 少, text: 一句说明, answer: 加大投入}]}
  - {kind: pairs, title: 统筹, pairs: [{pair: 稳/进, lead: 题目, text: 一句说明}, {pair: [质, 量], lead: 题目, text: 一句说明}]}
  - {kind: quote, title: 群众的话, text: 围绕中心服务大局，推动各项工作落实见效, by: 张三, role: 社区居民}
  - {kind: table, title: 表格, columns: [指标, {label: 数值, emphasis: true}, 变化], rows: [[生产总值, 412.6, 同比 +7.8%], [财政收入, X, X]], total: last, note: 数据来源}
  - {kind: chart, title: 图表, categories: [2018, 2019, 2020], series: [{name: 总量（亿元）, values: [382.1, 412.6, X]}, {name: 增速, values: [7.5, 7.8, X], as: line, format: '0.0"%"'}], facts: ["总量**412.6亿元**", 增速**7.8%**], note: 数据来源}
  - {kind: number, title: 大数字, figure: a, text: 一句说明}
  - {kind: figures, title: 主要指标, figures: [a, b, c], text: 一句说明}
  - {kind: compare, title: 前后对比, figures: [b, d], old: 去年, new: 今年}
  - {kind: picture, title: 图片, image: 没有.jpg, alt: 整治后的河道, points: [18公里步道全线贯通, "**42处**排污口截污"], caption: 改造以后, credit: 融媒体中心}
  - {kind: pictures, title: 治理前后, images: [{image: 没有.jpg, alt: 治理前的河道, label: 治理前}, {image: 没有.png, alt: 治理后的河道, label: 治理后}], caption: 说明}
  - {kind: timeline, title: 时间轴, events: [{when: 3月底前, lead: 印发, text: 一句说明, done: yes}, 6月：讲评, {when: 12月, lead: 验收, text: 一句说明}], now: 8月}
  - {kind: steps, title: 步骤, steps: [分解：一句说明, 督查：一句说明, 推进：一句说明]}
  - {kind: steps, title: 闭环, steps: [分解, 督查, 推进：一句说明, 考核], cycle: yes}
  - {kind: framework, title: 布局, top: 率先建成示范区, tiers: [{name: 3大产业, items: [制造, 材料, 服务]}, {name: 2项保障, items: [党建, 作风]}]}
closing: {title: 谢谢, text: 请批评指正, notes: 备注}
"""


def ledger(value: object) -> str:
    figures = (("a", "生产总值", "同比 +{}%"), ("b", "财政收入", ""), ("c", "固定资产投资", "同比 +{}%"), ("d", "社会消费", ""))
    lines = [
        f"  {name}: {{label: {label}, value: {value}, unit: 亿元, {f'change: {change.format(value)}' if change else f'base: {value}'}}}"
        for name, label, change in figures
    ]
    return "figures:\n" + "\n".join(lines) + "\n"


LEDGERS = {"x": ledger("X"), "filled": ledger(412.6)}


def write_theme(folder: Path, name: str, text: str) -> str:
    """A theme of its own folder; the path of its file."""
    path = folder / name / "theme.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def theme_from(folder: Path, text: str, width: int = 0) -> Theme:
    """The theme that this text describes; every one given is sound."""
    findings = Findings()
    theme = load_theme(write_theme(folder, "own", text), Folder(), findings, width)
    assert theme is not None, [rendered(finding, "en") for finding in findings.all]
    return theme


def faults_of(folder: Path, text: str) -> list[Finding]:
    findings = Findings()
    theme = load_theme(write_theme(folder, "own", text), Folder(), findings)
    assert (theme is None) == findings.failed
    return sorted_findings(findings.all)
