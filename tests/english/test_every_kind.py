"""A slide of each kind in English, with what its package says besides the author's words: not one Chinese character in any part."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from deckgen.kinds.examples import EXAMPLES
from deckgen.kinds.registry import KINDS
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import Scene
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.svg.slide import slide_svg
from tests.english.test_deck import CHINESE, parts
from tests.some import some

LEDGER = """
figures:
  gdp: {label: Output, value: 412.6, unit: £m, change: up 7.8%, target: 420, base: 390, history: {2029: 380, 2030: X}, rank: 4th, source: Finance}
  jobs: {label: New jobs, value: X, change: up X%, source: Economy}
  revenue: {label: Revenue, value: X, unit: £m, target: X, source: Finance}
  days_company: {label: New company, value: 1, base: 5, unit: days}
  days_estate: {label: Land registry, value: X, base: 15, unit: days}
"""
HEAD = """
title: Annual report
subtitle: What we did
organization: Borough council
date: 2031-01-15
language: en-GB
figures: figures.yaml
footer: {date: true, pages: total, hidden: skip}
overflow: continue
parts:
- title: Our year
  slides:
"""


def english_deck(kinds: list[str], folder: Path, theme: str) -> Scene:
    slides = "".join(f"  {EXAMPLES[kind].en.strip()}\n".replace("\n", "\n  ").rstrip(" ") for kind in kinds)
    (folder / "figures.yaml").write_text(LEDGER, encoding="utf-8")
    (folder / "outline.yaml").write_text(HEAD + slides, encoding="utf-8")
    return compile_deck(Request(str(folder / "outline.yaml"), theme)).scene


@pytest.mark.parametrize("theme", ["zhengwu-red", "zhengwu-blue"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_part_has_a_word_of_chinese(kind: str, theme: str, tmp_path: Path) -> None:
    scene = english_deck([kind], tmp_path, theme)
    assert kind in {slide.layout for slide in scene.slides}
    buffer = io.BytesIO()
    write_pptx(scene, buffer)
    written = parts(buffer)
    assert {"customXml/item1.xml", "docProps/app.xml", "ppt/presentation.xml"} <= written.keys() and len(written) > 60
    assert {name: words for name, text in written.items() if (words := CHINESE.findall(text))} == {}
    drawn = [re.sub("font-family='[^']*'|font-family=\"[^\"]*\"", "", slide_svg(slide, scene.design, "en-GB")) for slide in scene.slides]
    assert all("<text" in svg and not CHINESE.search(svg) for svg in some(drawn))
