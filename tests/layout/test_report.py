"""The report's slides, in every theme, with X and with sample figures: all laws, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from deckgen.kinds.section import Section
from deckgen.outline import Slide as OutlineSlide
from deckgen.scene import Group, PlacedSlide, TextBox
from deckgen.theme import Theme
from tests.layout.laws import LAWS, default_kicker, invented, lost
from tests.some import some
from tests.support import MARK, Deck, box_text, figures_of, outline_slides, paragraphs, placeholders, squeezed, text_boxes, walk

Law = Callable[[PlacedSlide, Theme], Iterator[str]]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_law(deck: Deck, law: Law) -> None:
    assert len(deck.scene.slides) == 16
    assert [fault for slide in deck.scene.slides for fault in law(slide, deck.theme)] == []


def slides_with_outlines(deck: Deck) -> list[tuple[OutlineSlide, PlacedSlide]]:
    """The slides that the outline lists, each beside what it was made from."""
    pairs = zip(outline_slides(deck.report.outline), deck.scene.slides, strict=True)
    return [(made_from, slide) for made_from, slide in pairs if isinstance(made_from, OutlineSlide)]


def test_nothing_visible_is_lost(x_deck: Deck) -> None:
    found = slides_with_outlines(x_deck)
    assert len(found) == 12
    assert {
        slide.title: lost(made_from, slide, x_deck.report.ledger)
        for made_from, slide in found
        if lost(made_from, slide, x_deck.report.ledger)
    } == {}


def test_nothing_visible_is_lost_with_figures(sample_deck: Deck) -> None:
    found = slides_with_outlines(sample_deck)
    book = sample_deck.report.ledger
    assert {slide.title: lost(made_from, slide, book) for made_from, slide in found if lost(made_from, slide, book)} == {}


def test_nothing_is_said_that_nobody_wrote(deck: Deck) -> None:
    """Frame aside: ordinals, numerals, the mark of the unknown, the kicker that a claim gives."""
    kickers = {squeezed(default_kicker(part, n)) for part in deck.report.outline.parts for n in range(len(part.slides))}
    for made_from, slide in some(slides_with_outlines(deck)):
        assert [text for text in invented(made_from, slide, deck.report.ledger) if text not in kickers] == [], slide.title


def test_cover_and_closing_say_all_of_the_head(deck: Deck) -> None:
    head = deck.report.outline
    cover, last = deck.scene.slides[0], deck.scene.slides[-1]
    assert sorted(paragraphs(cover))[:3] and {squeezed(t.plain) for t in (head.title, head.kicker, head.subtitle)} <= set(paragraphs(cover))
    assert head.closing is not None
    assert {squeezed(t.plain) for t in (head.closing.title, head.closing.text)} <= set(paragraphs(last))
    for slide in (cover, last):
        (foot,) = placeholders(slide, "foot")
        assert box_text(foot) == f"{head.organization.plain}｜{head.date.plain}"


def test_the_agenda_says_every_title_and_motto(deck: Deck) -> None:
    """Without the 坚持 that all titles begin with and the claim counts."""
    part = deck.report.outline.parts[0]
    agenda = deck.scene.slides[1]
    assert box_text(placeholders(agenda, "title")[0]) == "2019年工作回顾：“七个坚持”"
    assert box_text(placeholders(agenda, "motto")[0]) == part.motto.plain
    sections = [slide for slide in part.slides if isinstance(slide, Section)]
    entries = [box_text(box) for box in text_boxes(agenda) if "文字" in box.name]
    mottoes = [box_text(box) for box in text_boxes(agenda) if box.name.startswith("短语") and not box.placeholder]
    said = [title + motto for title, motto in zip(entries, mottoes or [""] * len(entries), strict=True)]
    assert said == [squeezed(s.title.plain.removeprefix("坚持") + s.motto.plain) for s in sections]


def test_links_lead_to_the_slides_they_name(deck: Deck) -> None:
    """Both boxes of an entry, and every stop of the navigation but the current one; the tip is the title."""
    titles = {slide.number: slide.title for slide in deck.scene.slides}
    agenda = [box for box in text_boxes(deck.scene.slides[1]) if box.link]
    assert [box.link for box in agenda] == [n for n in range(3, 10) for _ in range(2)]
    for slide in some(deck.scene.slides[2:9]):
        stops = [box for box in text_boxes(slide) if box.name.startswith("导航")]
        assert [box.link for box in stops] == [0 if n == slide.number else n for n in range(3, 10)]
        assert [box_text(box) for box in stops] == list("一二三四五六七")
    for box in some([box for slide in deck.scene.slides for box in text_boxes(slide)]):
        assert box.link_tip == titles.get(box.link, box.link_tip)


def test_the_current_stop_stands_out(deck: Deck) -> None:
    for slide in some(deck.scene.slides[2:9]):
        stops = [box for box in text_boxes(slide) if box.name.startswith("导航")]
        current = {box.fill for box in stops if not box.link}
        assert len(current) == 1 and current.isdisjoint({box.fill for box in stops if box.link})


def test_numerals_count_the_sections(deck: Deck) -> None:
    assert [box_text(placeholders(slide, "numeral")[0]) for slide in deck.scene.slides[2:9]] == list("一二三四五六七")


def test_kickers_count_the_slides_of_a_claim(deck: Deck) -> None:
    inner = [slide for slide in deck.scene.slides[1:-1] if slide.layout != "divider"]
    kickers = [box_text(box) for slide in inner for box in placeholders(slide, "kicker")]
    assert kickers == [f"四个牢牢把握·{n}" for n in "一二三四"]


def test_claims_stand_after_their_titles(deck: Deck) -> None:
    titles = [slide.title for slide in deck.scene.slides if "：" in slide.title]
    assert titles == ["2019年工作回顾：“七个坚持”", "牢牢把握基本原则：六个“必须”", "牢牢把握工作重点：五个统筹"]


def test_sections_are_unique_and_cover_the_deck(deck: Deck) -> None:
    marks = deck.scene.sections
    assert [mark.title for mark in marks] == ["封面", "2019年工作回顾", "差距与不足", "2020年工作安排", "结束"]
    covered = [n for mark in marks for n in range(mark.first, mark.first + mark.count)]
    assert covered == list(range(1, len(deck.scene.slides) + 1))


def cards(slide: PlacedSlide) -> list[Group]:
    return [item for item in slide.items if isinstance(item, Group) and item.name.startswith(("指标卡", "目标卡"))]


def test_a_card_shows_whether_its_figure_is_known(deck: Deck) -> None:
    """Surface, mark and alt text agree with the ledger; the label names the card."""
    seen = 0
    for made_from, slide in some(slides_with_outlines(deck)):
        if slide.arrangement in ("chart", "table"):
            continue
        for figure, card in zip(figures_of(made_from, deck.report.ledger), cards(slide), strict=True):
            assert card.name.endswith(f" {figure.label}")
            kind = "objective" if card.name.startswith("目标卡") else "figure"
            surface = deck.theme.surfaces[kind if figure.known else {"objective": "objective-pending", "figure": "pending"}[kind]]
            ground = card.items[0]
            marks = [item for item in card.items if isinstance(item, TextBox) and box_text(item) == MARK]
            assert (ground.fill, ground.stroke) == (surface.fill, surface.stroke), card.name  # type: ignore[union-attr]
            assert len(marks) == (not figure.known)
            assert (MARK in card.alt) == (not figure.known)
            assert figure.label in card.alt and figure.text in card.alt
            assert figure.change is None or figure.change.text in card.alt
            seen += 1
    assert seen >= 15


def test_unknown_targets_are_a_table_and_known_ones_a_chart(decks: dict[tuple[str, str], Deck]) -> None:
    for (_, ledger), deck in some(decks.items()):
        assert deck.scene.slides[12].arrangement == {"x": "table", "sample": "chart"}[ledger]


def test_sample_slides_say_so_in_their_footer(sample_deck: Deck) -> None:
    """Those whose cards, texts or notes use a sample figure, and no others."""
    book = sample_deck.report.ledger.figures
    for made_from, slide in some(slides_with_outlines(sample_deck)):
        used = {use.name for use in getattr(made_from, "figures", ())} | figures_in(made_from)
        (footer,) = placeholders(slide, "footer")
        assert ("示例数据" in box_text(footer)) == any(book[name].sample for name in used), slide.title
    assert sum("示例数据" in box_text(placeholders(slide, "footer")[0]) for slide in sample_deck.scene.slides[2:9]) == 7


def figures_in(made_from: OutlineSlide) -> set[str]:
    """Names of the figures written out in any text of the slide."""
    texts = [made_from.title, made_from.kicker, made_from.notes, getattr(made_from, "motto", made_from.title)]
    texts += [text for point in getattr(made_from, "points", ()) for text in (point.lead, point.text)]
    return {run.figure for text in texts for run in text.runs if run.figure}


def test_a_deck_without_samples_says_nothing_of_them(x_deck: Deck) -> None:
    assert "示例数据" not in "".join(text for slide in x_deck.scene.slides for text in paragraphs(slide))


def test_titles_are_real_and_unique(deck: Deck) -> None:
    titles = [slide.title for slide in deck.scene.slides]
    assert len(set(titles)) == len(titles)
    for slide in some(deck.scene.slides):
        (title,) = placeholders(slide, "title")
        assert box_text(title) == squeezed(slide.title)


def test_items_name_their_source(deck: Deck) -> None:
    """Placeholders of the report lead back to their line of the outline, cards to the ledger's."""
    boxes = [box for slide in deck.scene.slides for box in text_boxes(slide) if box.placeholder]
    assert all(box.source.path.endswith("outline.yaml") and box.source.line > 0 for box in some(boxes))
    assert all(card.source.line > 0 for slide in some(deck.scene.slides) for card in cards(slide))


def test_nothing_is_placed_twice(deck: Deck) -> None:
    for slide in some(deck.scene.slides):
        boxes = [(item.name, item.box) for item in walk(slide.items)]
        assert len(set(boxes)) == len(boxes), slide.title
