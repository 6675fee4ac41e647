"""The JSON Schema says what the reader accepts, no more and no less; the shipped files are what the code makes."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from deckgen.check.run import short
from deckgen.load.fields import HEAD, LEDGER
from deckgen.load.schema import schema_text
from deckgen.rulebook import rule_names
from tests.load.helpers import REPORT, ROOT, deck, findings_of
from tests.strategies import names_of

VALID = {which: Draft7Validator(json.loads(schema_text(which))) for which in ("outline", "figures")}


class EditorLoader(yaml.SafeLoader):
    """YAML as editors read it: a date is a text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def accepts(which: str, text: str) -> bool:
    return bool(VALID[which].is_valid(yaml.load(text, Loader=EditorLoader)))


@pytest.mark.parametrize("which", ["outline", "figures"])
def test_shipped_schemas_are_what_the_code_makes(which: str) -> None:
    """Where this fails: `make schema`, or `python -m deckgen schema outline > deckgen/schema/outline.schema.json`."""
    assert (ROOT / "deckgen" / "schema" / f"{which}.schema.json").read_text(encoding="utf-8") == schema_text(
        which, [short(rule) for rule in rule_names()]
    )
    Draft7Validator.check_schema(json.loads(schema_text(which)))


@pytest.mark.parametrize(("name", "which"), [("outline.yaml", "outline"), ("figures.yaml", "figures"), ("figures.sample.yaml", "figures")])
def test_the_shipped_report_is_valid(name: str, which: str) -> None:
    content = yaml.load((REPORT / name).read_text(encoding="utf-8"), Loader=EditorLoader)
    assert [error.message for error in VALID[which].iter_errors(content)] == []


def properties(schema: Any) -> set[str]:
    """All field names that a schema knows, at any depth."""
    found: set[str] = set()
    if isinstance(schema, dict):
        found |= set(schema.get("properties", {}))
        for value in schema.values():
            found |= properties(value)
    elif isinstance(schema, list):
        for value in schema:
            found |= properties(value)
    return found


def test_every_field_of_the_reader_is_in_the_schema() -> None:
    assert properties(json.loads(schema_text("outline"))) == set(names_of(HEAD))
    assert properties(json.loads(schema_text("figures"))) == set(names_of(LEDGER))
    assert {"title", "slides", "kind", "motto", "pair", "key"} <= set(names_of(HEAD))
    assert {"extends", "label", "wording"} <= set(names_of(LEDGER))


EVERY_FIELD = """\
title: 报告
kicker: 会议
subtitle: 副题
organization: 单位
presenter: 2020
date: 2020-01-15
theme: zhengwu-red
page: [4, 3]
figures: figures.yaml
notes: 备注
keep: [词]
overflow: continue
parts:
- title: 一
  claim: 一个部分
  agenda: yes
  motto: 警句
  notes: 备注
  slides:
  - kind: section
    title: 甲
    claim: 三个要点
    notes: 备注
    motto: 警句
    points: [{lead: 题, text: 话}, 题：话, 2020]
    figures: [gdp]
- title: 二
  slides:
  - {kind: points, title: 乙, kicker: 小字, motto: 警句, points: [话], figures: [gdp]}
  - {kind: statement, title: 丙, text: 话, tags: [词, 1]}
  - {kind: objectives, title: 丁, year: 2020, heading: 目标, text: 话, figures: [gdp]}
  - {kind: principles, title: 戊, items: [{key: 实, lead: 题, text: 话}]}
  - {kind: problems, title: 己, items: [{key: 弱, lead: 题, text: 话}]}
  - {kind: pairs, title: 庚, pairs: [{pair: 稳/进, lead: 题, text: 话}, {pair: [质, 量]}]}
closing: {title: 谢谢, text: 话, notes: 备注}
"""
EVERY_FIGURE = """\
sample: true
figures:
  gdp: {label: 生产总值, value: 412.6, unit: 亿元, prefix: 预计, suffix: 余, change: 同比 +7.8%, decimals: 1, scale: auto, period: 2019年, source: 统计局, sample: no}
  a: {label: 甲, value: X, change: {wording: 同比, value: -3, unit: '%', signed: true}, decimals: '2', scale: 亿}
"""


def test_every_documented_field_is_read_and_valid() -> None:
    assert findings_of(EVERY_FIELD, EVERY_FIGURE) == []
    assert accepts("outline", EVERY_FIELD)
    assert accepts("figures", EVERY_FIGURE)


@pytest.mark.parametrize(
    "outline",
    [
        "title: 甲\nparts: []\n",
        "title: 甲\nparts: 乙\n",
        "title:\nparts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n",
        "titel: 甲\nparts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n",
        "title: 甲\nclosing: []\nparts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙]}]}]\n",
        deck("points: []"),
        deck("points: ['']"),
        deck("points: [{}]"),
        deck("points: [[甲]]"),
        deck(f"points: [{', '.join('甲乙丙丁戊己庚辛壬')}]"),
        deck("points: [甲]", kind="nope"),
        deck("points: [甲]\ntext: 乙"),
        deck("points: [甲]\nfigures: 乙"),
        deck("points: [甲]\nfigures: [GDP]"),
        deck("text:", kind="statement"),
        deck(f"items: [{', '.join('甲乙丙丁戊己庚')}]", kind="problems"),
        deck("pairs: [甲/乙]", kind="pairs"),
        deck("pairs: [{pair: [甲]}]", kind="pairs"),
        deck("points: [甲]", part="  agenda: 也许\n"),
    ],
)
def test_reader_and_schema_refuse_the_same_outlines(outline: str) -> None:
    assert findings_of(outline) != []
    assert not accepts("outline", outline)


@pytest.mark.parametrize(
    "ledger",
    [
        "figures:\n",
        "figures: [a]\n",
        "figures: {A: {label: 甲, value: 1}}\n",
        "figures: {a: 1}\n",
        "figures: {a: {label: 甲}}\n",
        "figures: {a: {label: 甲, value: 1, decimals: 7}}\n",
        "figures: {a: {label: 甲, value: 1, scale: 千}}\n",
        "figures: {a: {label: 甲, value: 1, change: {unit: 亿}}}\n",
        "figures: {a: {label: 甲, value: [1]}}\n",
        "figure: {}\n",
    ],
)
def test_reader_and_schema_refuse_the_same_ledgers(ledger: str) -> None:
    assert findings_of(deck("points: [甲]", head="figures: figures.yaml\n"), ledger) != []
    assert not accepts("figures", ledger)
