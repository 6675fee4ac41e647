"""`deckgen check` and `deckgen explain`: what they print, for people and for machines, and how they end."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest

from deckgen.check.run import RULES, short
from deckgen.cli.findings import shown
from deckgen.cli.grouped import MOST_SLIDES, gathered
from deckgen.diagnostics import Finding, Span
from deckgen.manual import all_rules, from_catalog, page
from deckgen.messages import rendered
from deckgen.rulebook import every_rule
from tests.cli.conftest import OUTLINE, Deckgen
from tests.examples import under_ci
from tests.some import some
from tests.support import ROOT

FAULTY = OUTLINE.replace("title: 甲", "titel: 甲")
SILENT = OUTLINE.replace(", notes: 丁}", "}")  # a warning: no notes
LEDGER = "figures:\n  jobs: {label: 新增就业, value: X, unit: 万人, source: 区人社局}\n"
WITH_X = OUTLINE.replace("notes: 丁\n", "notes: 就业{jobs}\nfigures: figures.yaml\n", 1)
SCHEMA = ROOT / "tools" / "validator" / "node_modules" / "@microsoft" / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"


def outline(text: str) -> None:
    Path("outline.yaml").write_text(text, encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER, encoding="utf-8")


def test_a_good_outline_has_nothing_to_be_said_of(deckgen: Deckgen) -> None:
    said = "全场 0:06：每分钟 170 字，2 页，每页另加 2 秒，每段 0.5 秒\noutline.yaml：没有发现问题。\n"
    assert deckgen("check", "outline.yaml") == (0, said, "")
    assert sorted(os.listdir()) == ["outline.yaml"]  # nothing is written


def test_findings_are_listed_and_counted(deckgen: Deckgen) -> None:
    outline(FAULTY)
    ended = deckgen("check", "outline.yaml")
    assert ended.code == 1
    assert ended.out.startswith("outline.yaml:3:")
    assert "是不是 `title`？" in ended.out
    assert ended.out.endswith("outline.yaml：1 处错误，0 处警告。\n")


def test_a_warning_fails_only_where_that_is_asked_for(deckgen: Deckgen) -> None:
    outline(SILENT)
    assert deckgen("check", "outline.yaml").code == 0
    ended = deckgen("check", "outline.yaml", "--strict", "--lang", "en")
    assert ended.code == 1
    assert ended.out.endswith("outline.yaml: 0 errors, 1 warning.\n")


def test_a_final_check_asks_for_every_figure(deckgen: Deckgen) -> None:
    outline(WITH_X)
    assert deckgen("check", "outline.yaml").code == 0
    ended = deckgen("check", "outline.yaml", "--final")
    assert ended.code == 1
    assert "outline.yaml:1:8: 错误[content/unknown-value] “报告”这一页有 1 个指标还是 X：jobs（新增就业）\n" in ended.out


@pytest.mark.parametrize("name", ["nope.yaml", "empty"])
def test_what_cannot_be_read_is_wrong_usage(name: str, deckgen: Deckgen) -> None:
    Path("empty").mkdir()
    assert deckgen("check", name).code == 2


def test_a_final_build_refuses_what_is_not_known(deckgen: Deckgen) -> None:
    outline(WITH_X.replace("figures: figures.yaml\n", "figures: figures.yaml\nchecks: {unknown-value: off}\n"))
    assert deckgen("build", "outline.yaml", "-o", "a.pptx").code == 0
    Path("a.pptx").write_bytes(b"an older deck")
    ended = deckgen("build", "outline.yaml", "-o", "a.pptx", "--final")
    assert ended.code == 1
    assert "错误[content/unknown-value]" in ended.err
    assert ended.err.endswith("没有生成：1 处错误，0 处警告。\n")
    assert Path("a.pptx").read_bytes() == b"an older deck"


def test_a_final_build_refuses_samples_and_takes_what_is_known(deckgen: Deckgen) -> None:
    outline(WITH_X)
    Path("figures.yaml").write_text(LEDGER.replace("value: X", "value: 1.2, sample: true"), encoding="utf-8")
    assert "content/sample-value" in deckgen("build", "outline.yaml", "-o", "a.pptx", "--final").err
    Path("figures.yaml").write_text(LEDGER.replace("value: X", "value: 1.2"), encoding="utf-8")
    assert deckgen("build", "outline.yaml", "-o", "a.pptx", "--final").code == 0


def test_a_build_counts_what_is_a_normal_state_and_names_the_rest(deckgen: Deckgen) -> None:
    outline(WITH_X.replace(", notes: 丁}", "}"))
    ended = deckgen("build", "outline.yaml", "-o", "a.pptx")
    assert ended.code == 0
    assert ended.err.count("\n") == 2
    assert "content/missing-notes" in ended.err
    assert "待填指标 1 个" in ended.out


def test_json(deckgen: Deckgen) -> None:
    outline(FAULTY)
    ended = deckgen("check", "outline.yaml", "--format", "json", "--lang", "en")
    found = json.loads(ended.out)
    assert (ended.code, found["file"], found["errors"], found["warnings"]) == (1, "outline.yaml", 1, 0)
    entry = found["findings"][0]
    assert (entry["rule"], entry["severity"], entry["file"], entry["line"]) == ("load/unknown-key", "error", "outline.yaml", 3)
    assert entry["message"] == "unknown field `titel`"
    outline(OUTLINE)
    assert json.loads(deckgen("check", "outline.yaml", "--format", "json").out)["findings"] == []


def sarif(ended_out: str) -> Any:
    found = json.loads(ended_out)
    if SCHEMA.exists():
        jsonschema.validate(found, json.loads(SCHEMA.read_text(encoding="utf-8")))
    elif under_ci():
        pytest.fail("the schema of SARIF is missing: cd tools/validator && npm install")
    return found


def test_sarif(deckgen: Deckgen) -> None:
    outline(FAULTY)
    found = sarif(deckgen("check", "outline.yaml", "--format", "sarif").out)
    (run,) = found["runs"]
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("load/unknown-key", "error")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "load/unknown-key"
    place = result["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "outline.yaml"}, "region": {"startLine": 3, "startColumn": 44}}
    outline(OUTLINE)
    assert sarif(deckgen("check", "outline.yaml", "--format", "sarif").out)["runs"][0]["results"] == []


def test_sarif_quotes_paths_and_names_slides() -> None:
    from deckgen.cli.formats import as_sarif

    found = [
        Finding(Span("报告/大 纲.yaml"), "load/missing-file"),
        Finding(Span("a.pptx", slide=3, shape="标题"), "content/empty-title", {"title": "…"}),
        Finding(Span(os.path.abspath("x.yaml")), "load/missing-file"),
    ]
    results = sarif(json.dumps(as_sarif(found, "zh")))["runs"][0]["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert uris[0] == "%E6%8A%A5%E5%91%8A/%E5%A4%A7%20%E7%BA%B2.yaml"
    assert uris[2].startswith("file:///")
    assert results[1]["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "a.pptx: 第 3 页 “标题”"}]


def test_github(deckgen: Deckgen) -> None:
    outline(FAULTY)
    out = deckgen("check", "outline.yaml", "--format", "github", "--lang", "en").out
    assert out == "::error file=outline.yaml,line=3,col=44,title=load/unknown-key::unknown field `titel`%0Adid you mean `title`?\n"
    outline(OUTLINE)
    assert deckgen("check", "outline.yaml", "--format", "github").out == ""


def test_github_escapes_its_own_marks() -> None:
    from deckgen.cli.formats import workflow_command

    finding = Finding(Span("a:b,c.yaml", 1, 2), "content/share-over-100", {"what": "占比", "value": "120%"}, "warning")
    assert workflow_command(finding, "zh").startswith(
        "::warning file=a%3Ab%2Cc.yaml,line=1,col=2,title=content/share-over-100::占比是 120%25"
    )


def test_a_form_that_does_not_exist(deckgen: Deckgen) -> None:
    ended = deckgen("check", "outline.yaml", "--format", "xml")
    assert ended.code == 2
    assert "text、json、sarif、github" in ended.err


@pytest.mark.parametrize("name", ["unknown-value", "content/unknown-value", "[content/unknown-value]"])
def test_a_rule_is_explained(name: str, deckgen: Deckgen) -> None:
    ended = deckgen("explain", name)
    assert ended.code == 0
    assert ended.out.startswith("content/unknown-value\n\n还不知道的指标（X）\n\n查什么：")
    assert deckgen("explain", name, "--lang", "en").out.startswith("content/unknown-value\n\nA figure that is still X\n\nFinds:")


def test_a_rule_of_loading_is_explained_by_its_words(deckgen: Deckgen) -> None:
    assert deckgen("explain", "tab").out == "load/tab\n\n缩进里有制表符（Tab）\n\nYAML 只能用空格缩进，请把 Tab 换成空格\n"


def test_a_misspelt_rule(deckgen: Deckgen) -> None:
    ended = deckgen("explain", "unknwn-value")
    assert (ended.code, ended.err) == (2, "没有规则 `unknwn-value`。是不是 `unknown-value`？\n")


def test_all_rules_are_listed(deckgen: Deckgen) -> None:
    lines = deckgen("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == all_rules()
    assert len(lines) > 80


@pytest.mark.parametrize("rule", sorted(every_rule()))
def test_every_page_says_what_why_and_how_in_both_languages(rule: str) -> None:
    for lang, words in (("zh", ("查什么：", "为什么：", "怎么改：")), ("en", ("Finds:", "Why:", "Mend:"))):
        text = page(rule, lang)
        assert [text.count(f"\n{word}") for word in words] == [1, 1, 1], rule
        assert len(text.splitlines()[0]) <= 80


@pytest.mark.parametrize("rule", all_rules())
def test_every_rule_has_a_page(rule: str) -> None:
    for lang in ("zh", "en"):
        assert len(page(rule, lang).splitlines()) >= 3
        assert not re.search(r"\{\w+\}", from_catalog(rule, lang))


def test_short_names_are_unique() -> None:
    names = [short(rule.RULE) for rule in RULES]
    assert len(set(names)) == len(names)


def test_warnings_of_a_kind_are_shown_and_then_counted() -> None:
    many = [Finding(Span("a.yaml", n), "content/empty-title", {"title": "…"}, "warning") for n in range(9)]
    assert len(list(shown(many, 3))) == 4
    assert len(list(shown(many))) == 9


def test_what_a_deck_does_on_every_slide_is_said_once_a_slide_and_then_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    findings = [
        Finding(
            Span("deck.pptx", slide=slide, shape=f"框{shape}"), "deck/small-print", {"text": "字", "size": "9", "why": "太小"}, "warning"
        )
        for slide in (1, 2, 3, 4, 5, 7, 8, 10)
        for shape in (1, 2, 3)
    ]
    lines = [text.split("\n")[0] for text in gathered(findings)]
    assert len(lines) == MOST_SLIDES + 1
    assert all(f"第 {slide} 页 “框1”" in line and "还有 2 处" in line for slide, line in some(enumerate(lines[:-1], 1)))
    assert "另有 9 处，在第 7–8, 10 页" in lines[-1]


def test_one_finding_a_slide_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    one = Finding(Span("deck.pptx", slide=3), "deck/hidden-slide", {"title": "标题"}, "warning")
    assert list(map(click.unstyle, gathered([one]))) == [rendered(one, "zh")]


@pytest.mark.parametrize("ending", [".pptm", ".PPSX", ".potx", ".ppsm", ".potm"])
def test_every_package_of_powerpoint_is_checked_as_a_deck(deckgen: Deckgen, ending: str) -> None:
    assert deckgen("build", "outline.yaml", "-o", "a.pptx").code == 0
    os.rename("a.pptx", f"a{ending}")
    ended = deckgen("check", f"a{ending}", "--format", "json")
    assert ended.code == 0
    assert json.loads(ended.out)["errors"] == 0
