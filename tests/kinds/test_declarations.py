"""Declarations of kinds hold together: what they name is there, and a slide written by them is read as it was written."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from msgspec import NODEFAULT, structs

from deckgen.fields import Cells, Columns, Entry, ListOf, Quantities, Text
from deckgen.kinds.kind import NAME, Kind
from deckgen.kinds.registry import KINDS, kind_of
from deckgen.kinds.texts import slide_texts
from tests.examples import examples
from tests.load.helpers import read
from tests.some import some
from tests.strategies import slides

every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def test_there_are_kinds() -> None:
    assert {"section", "points", "pairs"} <= set(KINDS)
    assert len({kind.value for kind in KINDS.values()}) == len(KINDS)


@every_kind
def test_a_value_has_an_attribute_for_every_field(kind: Kind) -> None:
    """Those of optional fields have a default, since a reader leaves out what is not written."""
    attributes = {field.name: field for field in structs.fields(kind.value)}
    assert set(kind.slide_fields) <= set(attributes)
    for name, field in some(kind.slide_fields.items()):
        assert field.required or attributes[name].default is not NODEFAULT, name
    assert not set(NAME) & set(kind.slide_fields)


@every_kind
def test_entries_have_an_attribute_for_every_field(kind: Kind) -> None:
    for field in some(kind.fields.values()):
        if isinstance(field.type, ListOf) and isinstance(field.type.entry, Entry):
            entry = field.type.entry
            assert {*entry.fields, *entry.short, "source"} <= set(entry.value.__struct_fields__)


@every_kind
def test_what_is_counted_and_divided_is_a_list_of_the_kind(kind: Kind) -> None:
    assert kind.counts in ("", *kind.lists)
    assert set(kind.divides) <= set(kind.lists)


@every_kind
def test_every_field_has_words_in_both_languages(kind: Kind) -> None:
    for field in (*kind.fields.values(), kind):
        assert field.doc_zh and field.doc_en.isascii()


@examples(15, 60)
@given(made=slides())
def test_any_slide_is_read_as_it_was_written(made: tuple[dict[str, Any], dict[str, Any]]) -> None:
    slide, ledger = made
    head = {"title": "报告", "figures": "figures.yaml", "parts": [{"title": "一", "slides": [slide]}]}
    report, findings = read(dumped(head), dumped({"figures": ledger or {"a": {"label": "甲", "value": 1}}}))
    assert [finding for finding in findings if finding.rule not in ("load/picture-missing", "load/no-base", "content/chart-unknown")] == []
    assert report is not None
    (found,) = report.outline.parts[0].slides
    kind = KINDS[slide["kind"]]
    assert kind_of(found) is kind
    if kind.settle is None or not {"figures", "sort"} & set(slide):  # else rows are made of the ledger
        assert [text.plain for text in slide_texts(found) if text] == written(slide, kind)
        assert [len(getattr(found, name)) for name in kind.lists] == [len(slide.get(name, ())) for name in kind.lists]
    assert list(report.used) == list(ledger)
    if found.claim:
        assert found.claim.found == found.claim.count == len(slide[kind.counts])


def dumped(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)


def written(slide: dict[str, Any], kind: Kind) -> list[str]:
    """The texts of a slide as it was drawn, in the order in which an audience meets them."""
    found = [slide.get("title"), slide.get("kicker")]
    for name, field in kind.fields.items():
        match field.type:
            case Text():
                found.append(slide.get(name))
            case ListOf(entry=Text()):
                found += slide.get(name, [])
            case ListOf(entry=Entry(fields=fields)):
                for entry in slide[name]:
                    found += [text for part in fields if part in entry for text in texts_in(entry[part], fields[part].type)]
            case ListOf(entry=Cells()):
                found += [cell for row in slide.get(name, []) for cell in row]
            case Columns():
                found += [column["label"] if isinstance(column, dict) else column for column in slide.get(name, [])]
    if "note" not in kind.fields:
        found.append(slide.get("note"))
    found.append(slide.get("source"))
    return [str(text) for text in (*found, slide.get("notes")) if text or text == 0]


def texts_in(value: Any, kind: object) -> list[Any]:
    if isinstance(kind, Quantities) or (isinstance(kind, ListOf) and isinstance(kind.entry, Text)):
        return list(value)
    return [value] if isinstance(kind, Text) else []
