"""A pasted paragraph, or a whole report, in any field is refused at once, at its place, and says what would fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from deckgen.diagnostics import Findings
from deckgen.fields import Entry, ListOf, Text
from deckgen.kinds.registry import KINDS
from deckgen.pipeline import Request, compile_scene
from tests.clock import seconds, seconds_of
from tests.examples import mostly_in_ci
from tests.some import some
from tests.themes.helpers import EVERY_KIND, LEDGERS

PIECE = "坚持以人民为中心推动高质量发展，全面深化改革开放、创新驱动战略和区域协调发展，取得新成效"
LENGTHS = (1_600, 20_000)
SECONDS = 0.8  # of a whole deck with a slide of every kind, beside other tests


def places() -> list[tuple[str, ...]]:
    """Every field of every kind that holds a text: kind, field, and the field of its entries."""
    paths: list[tuple[str, ...]] = []
    for kind in KINDS.values():
        for name, field in kind.slide_fields.items():
            match field.type:
                case Text() | ListOf(entry=Text()):
                    paths.append((kind.name, name))
                case ListOf(entry=Entry() as entry):
                    paths.extend((kind.name, name, inner) for inner, held in entry.fields.items() if isinstance(held.type, Text))
    return paths


def first_places() -> list[tuple[str, ...]]:
    """The first of each kind."""
    return list({path[0]: path for path in reversed(places())}.values())


def outline_with(path: tuple[str, ...], text: str) -> dict[str, Any]:
    """An outline whose only slide of the kind holds the text there."""
    outline: dict[str, Any] = yaml.load(EVERY_KIND, Loader=yaml.BaseLoader)
    kind, name, *inner = path
    slide = next(slide for part in outline["parts"] for slide in part["slides"] if slide["kind"] == kind)
    if inner:
        entry = slide[name][0]
        slide[name][0] = {**(entry if isinstance(entry, dict) and len(entry) > 1 else {"lead": "题目"}), inner[0]: text}
    else:
        slide[name] = [text, *slide[name][1:]] if isinstance(slide.get(name), list) else text
    return outline


def refused(path: Path) -> Findings:
    """What building it finds."""
    findings = Findings()
    compile_scene(Request(str(path)), findings)
    return findings


@pytest.mark.parametrize("length", mostly_in_ci(LENGTHS, LENGTHS[-1:]))
@pytest.mark.parametrize("path", mostly_in_ci(places(), first_places()), ids=".".join)
def test_a_text_without_end_is_refused_at_once(path: tuple[str, ...], length: int, tmp_path: Path) -> None:
    text = (PIECE * (length // len(PIECE) + 1))[:length]
    (tmp_path / "figures.yaml").write_text(LEDGERS["x"], encoding="utf-8")
    (tmp_path / "outline.yaml").write_text(yaml.safe_dump(outline_with(path, text), allow_unicode=True, width=10**9), encoding="utf-8")
    findings = refused(tmp_path / "outline.yaml")
    whole = length + (len("数据来源：") if path[-1] == "source" else 0)  # the line that is too long begins with our words
    refusals = [finding for finding in findings.all if finding.rule == "layout/overflow" and finding.facts["length"] == str(whole)]
    assert refusals and all(finding.span.line for finding in some(refusals))
    assert int(refusals[0].facts["fits"]) + int(refusals[0].facts["over"]) == whole  # type: ignore[arg-type]
    assert seconds_of(lambda: refused(tmp_path / "outline.yaml"), SECONDS) < seconds(SECONDS)


def test_every_kind_has_fields_that_are_tried() -> None:
    assert {path[0] for path in places()} == set(KINDS)
