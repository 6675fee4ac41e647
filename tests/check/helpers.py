"""The noise of the tests of checks: an outline and a ledger in, `line:column rule words` out."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import yaml

from deckgen.checkup import check_outline
from deckgen.diagnostics import Finding, Findings, sorted_findings
from deckgen.messages import rendered
from deckgen.pipeline import Request, compile_scene
from tests.examples import under_ci

# A deck that nothing is to be said of; `slide` stands from line 8 on, indented by four.
HEAD = "title: 报告\nnotes: 备注\n{head}parts:\n- title: 一\n  slides:\n  - kind: {kind}\n    title: 标题\n{slide}    notes: {notes}\n"
POINTS = "points: [第一个要点, 第二个要点]"


def outline(slide: str = POINTS, head: str = "", kind: str = "points", notes: str = "讲稿") -> str:
    """An outline of one slide; its own fields stand from line 7 on (later where `head` has lines)."""
    lines = "".join(f"    {line}\n" for line in slide.splitlines())
    return HEAD.format(head=head, kind=kind, slide=lines, notes=notes)


def with_ledger(uses: str = "", slide: str = POINTS, notes: str = "讲稿") -> str:
    """An outline that uses the figures named, on cards."""
    return outline(f"{slide}\nfigures: [{uses}]" if uses else slide, "figures: figures.yaml\n", notes=notes)


def ledger(**figures: object) -> str:
    return yaml.safe_dump({"figures": figures}, allow_unicode=True, sort_keys=False)


def findings_of(text: str, book: str = "", final: bool = False, theme: str = "zhengwu-red") -> list[Finding]:
    """What `check` says. At the desk the deck is not written and opened again, which takes five times as long as all that is asked here."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "outline.yaml").write_text(text, encoding="utf-8")
        if book:
            (Path(folder) / "figures.yaml").write_text(book, encoding="utf-8")
        request = Request(os.path.join(folder, "outline.yaml"), theme, "", final)
        if under_ci():
            return check_outline(request)
        findings = Findings()
        compile_scene(request, findings)
        return sorted_findings(findings.all)


def check_finds(rule: str, text: str, *expected: str, book: str = "", final: bool = False) -> None:
    """Of this rule, exactly these findings: `line:column words`, the words part of what is shown in Chinese."""
    findings = findings_of(text, book, final)
    # What could not be read was not examined: that nothing is found there says nothing.
    assert expected or not any(finding.rule.startswith("load/") and finding.severity == "error" for finding in findings), findings
    found = [finding for finding in findings if finding.rule == rule]
    assert [f"{f.span.line}:{f.span.column}" for f in found] == [line.split(" ", 1)[0] for line in expected], list(map(shown, found))
    for finding, line in zip(found, expected, strict=True):
        for words in line.split(" ")[1:]:
            assert words in shown(finding)


def shown(finding: Finding) -> str:
    assert rendered(finding, "en")
    return rendered(finding, "zh")


def rules_found(text: str, book: str = "") -> set[str]:
    return {finding.rule for finding in findings_of(text, book)}
