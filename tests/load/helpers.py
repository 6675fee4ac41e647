"""The noise of the tests of reading: files, findings, places."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from deckgen.diagnostics import Finding, Findings, sorted_findings
from deckgen.files import Folder
from deckgen.load.outline import Report, load_outline
from deckgen.load.theme import load_theme
from deckgen.messages import rendered

ROOT = Path(__file__).parent.parent.parent
REPORT = ROOT / "content" / "report-2019"
LEDGER = "figures:\n  gdp: {label: 生产总值, value: 412.6, unit: 亿元}\n"


def findings_of(outline: str | bytes, ledger: str | bytes = LEDGER) -> list[Finding]:
    return read(outline, ledger)[1]


def read(outline: str | bytes, ledger: str | bytes = LEDGER) -> tuple[Report | None, list[Finding]]:
    """The outline with `ledger` beside it as figures.yaml; places name the files alone."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "outline.yaml").write_bytes(as_bytes(outline))
        (Path(folder) / "figures.yaml").write_bytes(as_bytes(ledger))
        found = Findings()
        report = load_outline(os.path.join(folder, "outline.yaml"), None, Folder(), found)
    return report, sorted_findings(found.all)


def theme_findings(text: str) -> list[Finding]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "theme.yaml"
        path.write_text(text, encoding="utf-8")
        found = Findings()
        load_theme(str(path), Folder(), found)
    return sorted_findings(found.all)


def as_bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text


def check_finds(outline: str | bytes, *expected: str) -> None:
    """Exactly these findings: each `line:column rule words`, where the words stand in what is shown in Chinese."""
    check(findings_of(outline), expected)


def check_ledger_finds(ledger: str | bytes, *expected: str) -> None:
    check(findings_of(deck("points: [甲]", head="figures: figures.yaml\n"), ledger), expected)


def check(found: list[Finding], expected: tuple[str, ...]) -> None:
    assert [place_and_rule(finding) for finding in found] == [" ".join(line.split(" ", 2)[:2]) for line in expected]
    for finding, line in zip(found, expected, strict=True):
        for words in line.split(" ", 2)[2:]:
            assert words in rendered(finding, "zh")


def place_and_rule(finding: Finding) -> str:
    return f"{finding.span.line}:{finding.span.column} {finding.rule}"


def deck(slide: str, head: str = "", kind: str = "points", part: str = "") -> str:
    """A deck of one slide whose fields stand from line 6 on (later when `head` or `part` has lines)."""
    lines = "".join(f"    {line}\n" for line in slide.splitlines())
    return f"title: 报告\n{head}parts:\n- title: 一\n{part}  slides:\n  - kind: {kind}\n    title: 标题\n{lines}"


# An outline with every way of writing things, in which nothing is wrong.
GOOD_DECK = """\
title: 工作报告
kicker: '全会第八次会议'
date: 2030-01
figures: figures.yaml
keep: [示范区, 生态县]
parts:
  - title: 工作回顾
    claim: 两个坚持
    agenda: true
    motto: 稳中求进
    slides:
      - kind: section
        title: 坚持战略引领
        motto: 把关定向，集优成势
        points:
          - lead: 顺势而为
            text: 积极承接战略落地，政策试点先行先试
          - 因势而谋：科学绘制发展蓝图
          - {lead: 乘势而上, text: 聚力攻坚突破}
        figures: [gdp]
        notes: 备注。
      - kind: section
        title: 坚持高质量发展
        points: [提振质量效益：两个高于, '聚焦重点攻坚']
        notes: |
          备注一
          备注二
      - {kind: points, title: 下一步, points: [甲：乙, 丙：丁], notes: '备注'}
closing: {title: 谢谢, text: 请批评指正}
"""
