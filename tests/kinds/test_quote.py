"""A quotation: one large sentence, and who said it."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import OutlineError
from deckgen.scene import Item, TextBox
from tests.support import box_text, compile_slides

WORDS = "以前办个证跑断腿，现在家门口半天就办好了。"


def items(folder: Path, **fields: object) -> dict[str, Item]:
    """What stands on the slide, by name."""
    built = compile_slides([{"kind": "quote", "title": "群众怎么说", "text": WORDS, **fields}], folder, "zhengwu-red")
    return {item.name: item for item in built.scene.slides[1].items}


def quotation(placed: dict[str, Item]) -> TextBox:
    box = placed["引语"]
    assert isinstance(box, TextBox)
    return box


def test_words_break_at_clauses_and_stand_larger_than_who_said_them(tmp_path: Path) -> None:
    sentence, by, role = quotation(items(tmp_path, by="王大妈", role="城东社区居民")).paragraphs
    assert ["".join(run.text for run in line) for line in sentence.lines] == ["以前办个证跑断腿，", "现在家门口半天就办好了。"]
    assert sentence.lines[0][0].style.size > by.lines[0][0].style.size > role.lines[0][0].style.size


def test_a_rule_stands_between_words_and_speaker_only_where_there_is_one(tmp_path: Path) -> None:
    assert "引语线" not in items(tmp_path)
    placed = items(tmp_path, by="王大妈")
    line, box = placed["引语线"].box, quotation(placed)
    words, who = box.paragraphs
    assert box.box.y + words.leading * len(words.lines) * 127 < line.y < line.bottom < box.box.bottom - who.leading * 127


def test_a_role_alone_says_who_it_was(tmp_path: Path) -> None:
    assert box_text(quotation(items(tmp_path, role="社区居民"))).endswith("社区居民")


def test_words_that_no_hall_could_read_are_refused_at_their_place(tmp_path: Path) -> None:
    with pytest.raises(OutlineError) as raised:
        items(tmp_path, text=WORDS * 20)
    errors = [finding for finding in raised.value.findings if finding.severity == "error"]
    assert [(finding.rule, finding.facts["what"]) for finding in errors] == [("layout/overflow", "text")]
