"""What goes wrong between a deck and its outline, one by one: nothing is lost, nothing invented, and what cannot be carried is said."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from pptx.util import Emu

import deckgen
from tests.pull import randomly
from tests.pull.support import commanded, edited, rewritten
from tests.pull.test_pull import OUTLINE_TEXT, TWO_PARTS, Case, Deck, put, replaced, run, titles

AGENDA = TWO_PARTS.replace("  - title: 工作回顾\n", "  - title: 工作回顾\n    claim: 两个坚持\n    agenda: true\n")


def outcomes(case: Case) -> list[tuple[str, str]]:
    return [(outcome.change.kind, outcome.why) for outcome in case.pull().outcomes]


def test_a_title_that_was_emptied_stays_and_is_told(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(lambda deck: setattr(deck.slides[1].shapes.title.text_frame, "text", ""))
    assert outcomes(case) == [("words", "required")] and not case.pull().texts


def test_a_slide_copied_from_another_deck_of_ours_is_a_new_one(tmp_path: Path) -> None:
    """Its record is of another outline: here it is a slide that somebody added."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "outline.yaml").write_text(
        "title: 另一份\nparts:\n- title: 甲\n  slides:\n  - {kind: points, title: 别处的工作, points: [先办甲事, 再办乙事]}\n",
        encoding="utf-8",
    )
    deckgen.build(other / "outline.yaml", other / "b.pptx")
    case = Case(tmp_path).edit(lambda deck: copied(deck, other / "b.pptx", 1, 2))
    made = case.text()
    before, _, after = made.partition("      - kind: points\n        title: 别处的工作\n")
    assert before and "先办甲事" in after and "再办乙事" in after
    assert [line for line in OUTLINE_TEXT.splitlines() if line not in made.splitlines()] == []


def copied(deck: Deck, path: Path, number: int, before: int) -> None:
    """A slide of another deck, as a client pastes it: its words in shapes of their own."""
    import pptx

    source = pptx.Presentation(str(path)).slides[number]
    slide = deck.slides.add_slide(deck.slides[1].slide_layout)
    for place in list(slide.placeholders):
        if place.placeholder_format.idx:
            place._element.getparent().remove(place._element)
    slide.shapes.title.text_frame.text = source.shapes.title.text_frame.text
    for shape in randomly.shapes_of(source.shapes):
        if shape.has_text_frame and shape != source.shapes.title and "办" in shape.text_frame.text:
            box = slide.shapes.add_textbox(Emu(914_400), shape.top, Emu(6_000_000), Emu(700_000))
            box.text_frame.text = shape.text_frame.text
    put(len(deck.slides) - 1, before)(deck)


@pytest.mark.parametrize(
    ("old", "new", "slide"),
    [
        ("抓项目就是抓发展", "抓项目“就是”抓发展", 1),
        ("明显提高", "明显——提高", 1),
        ("等候时间短", "等候时间短…", 2),
        ("床位有增加", "床位有增加'", 2),
    ],
)
def test_marks_that_a_program_corrects_are_words(old: str, new: str, slide: int, tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced(old, new, slide))
    assert new in case.text().replace("''", "'")


def test_a_title_edited_on_the_overview_is_the_title_of_its_slide(tmp_path: Path) -> None:
    case = Case(tmp_path, AGENDA)
    overview = next(n for n, title in enumerate(titles(case.deck)) if "两个坚持" in title)
    case.edit(replaced("民生优先", "民生为大", overview))
    assert case.text() == AGENDA.replace("title: 坚持民生优先", "title: 坚持民生为大")


def test_a_title_edited_otherwise_on_the_overview_and_its_slide_is_a_question(tmp_path: Path) -> None:
    case = Case(tmp_path, AGENDA)
    names = titles(case.deck)
    overview = next(n for n, title in enumerate(names) if "两个坚持" in title)
    case.edit(replaced("民生优先", "民生为大", overview), replaced("民生优先", "民生为先", names.index("坚持民生优先")))
    assert "twice" in {why for _, why in outcomes(case)}
    assert case.pull().left


def test_the_title_of_a_part_edited_on_its_divider(tmp_path: Path) -> None:
    case = Case(tmp_path, TWO_PARTS)
    divider = titles(case.deck).index("工作安排")
    assert case.edit(replaced("工作安排", "下步安排", divider)).text() == TWO_PARTS.replace("title: 工作安排", "title: 下步安排")


def test_numerals_and_navigation_are_listed_and_not_carried(tmp_path: Path) -> None:
    case = Case(tmp_path)

    def edit(deck: Deck) -> None:
        shape = next(shape for shape in randomly.shapes_of(deck.slides[1].shapes) if shape.name == "序号")
        shape.text_frame.paragraphs[0].runs[0].text = "①"

    assert outcomes(case.edit(edit)) == [("words", "furniture")] and not case.pull().texts


def test_a_claim_that_is_true_no_longer_is_carried_and_told(tmp_path: Path) -> None:
    """One of “两个坚持” is deleted: the outline says so, and then that it claims two."""
    case = Case(tmp_path, AGENDA)
    at = titles(case.deck).index("坚持民生优先")

    def edit(deck: Deck) -> None:
        slides = deck.slides._sldIdLst
        slides.remove(slides[at])

    result = run(case.edit(edit))
    assert result.exit_code == 1 and "content/claim" in result.stderr
    assert "坚持民生优先" not in case.outline.read_text(encoding="utf-8")


def test_shapes_that_were_grouped_say_what_they_said(tmp_path: Path) -> None:
    def edit(deck: Deck) -> None:
        shapes = [shape for shape in deck.slides[1].shapes if "要点2" in shape.name or "要点3" in shape.name]
        deck.slides[1].shapes.add_group_shape(shapes)

    case = Case(tmp_path).edit(edit, replaced("一窗受理", "一站受理", 1))
    pulled = case.pull()
    assert pulled.texts[str(case.outline)].decode() == OUTLINE_TEXT.replace("一窗受理", "一站受理")
    assert {outcome.why for outcome in pulled.outcomes if outcome.change.kind != "words"} <= {"look", "shape"}


def test_a_pasted_picture_is_listed(tmp_path: Path) -> None:
    from io import BytesIO

    from PIL import Image

    def edit(deck: Deck) -> None:
        drawn = BytesIO()
        Image.new("RGB", (64, 64), (200, 30, 30)).save(drawn, "PNG")
        deck.slides[1].shapes.add_picture(drawn, 0, 0)

    case = Case(tmp_path).edit(edit)
    assert outcomes(case) == [("new", "shape")] and not case.pull().texts


def test_a_slide_that_was_hidden_and_shown_again(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(lambda deck: deck.slides[3]._element.set("show", "0"))
    hidden = OUTLINE_TEXT.replace("          - [出口, 12]\n", "          - [出口, 12]\n        hidden: true\n")
    assert case.text() == hidden
    assert run(case).exit_code == 0 and commanded("build", case.outline, "-o", case.deck).exit_code == 0
    case.edit(lambda deck: deck.slides[3]._element.attrib.pop("show"))
    assert case.text() == OUTLINE_TEXT


def test_a_renamed_section_is_listed(tmp_path: Path) -> None:
    case = Case(tmp_path, TWO_PARTS)
    rewritten(case.deck, "ppt/presentation.xml", lambda xml: xml.replace('name="工作安排"'.encode(), 'name="后半场"'.encode()))
    assert outcomes(case) == [("section", "look")] and not case.pull().texts


def test_a_record_that_this_version_cannot_read_is_as_good_as_none(tmp_path: Path) -> None:
    case = Case(tmp_path).edit(replaced("项目带动", "项目为王"))
    rewritten(case.deck, "customXml/item1.xml", lambda xml: xml.replace(b'"slides":', b'"pages":', 1))
    result = run(case)
    assert result.exit_code == 0 and "lost its record" in result.stderr
    assert "项目为王" in case.outline.read_text(encoding="utf-8")


def test_a_copied_slide_is_one_of_ours_and_one_that_is_new(tmp_path: Path) -> None:
    """Two slides of one origin: the one that was changed less is ours."""

    def edit(deck: Deck) -> None:
        slide = deck.slides.add_slide(deck.slides[2].slide_layout)
        for shape in list(slide.shapes):
            shape._element.getparent().remove(shape._element)
        for shape in deck.slides[2].shapes:
            slide.shapes._spTree.append(deepcopy(shape._element))
        put(len(deck.slides) - 1, 3)(deck)

    case = Case(tmp_path).edit(edit)
    kinds = outcomes(case)
    assert ("slide-new", "") in kinds or ("slide-new", "slide") in kinds
    assert not [kind for kind, _ in kinds if kind in ("slide-gone", "words")]


def bomb(xml: bytes) -> bytes:
    return b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + xml.partition(b"?>")[
        2
    ].replace(b"<a:t>", b"<a:t>&b;", 1)


@pytest.mark.parametrize("harm", [bomb, lambda xml: b"", lambda xml: xml.replace(b"<p:spTree>", b"<p:spTree>" + b"<p:grpSp>" * 5_000)])
def test_a_hostile_deck_is_refused_in_words(harm: Callable[[bytes], bytes], tmp_path: Path) -> None:
    case = Case(tmp_path)
    edited(case.deck, replaced("项目带动", "项目为王"))
    rewritten(case.deck, "ppt/slides/slide2.xml", harm)
    result = run(case)
    assert result.exit_code == 2 and "Traceback" not in result.output
    assert case.outline.read_bytes() == OUTLINE_TEXT.encode()
