"""Slides keep their key when others come before them, and their print as long as they look the same."""

from __future__ import annotations

import shutil
from pathlib import Path

from deckgen.diagnostics import Span
from deckgen.preview.deck import ShownDeck, as_deck, number_at
from tests.support import ROOT, compile_text

HEAD = "title: 报告\nparts:\n  - title: 部分\n    slides:\n"


def deck_of(folder: Path, *titles: str, theme: str = "zhengwu-red", before: str = "", text: str = "一件事") -> ShownDeck:
    slides = "".join(f"{before}      - {{kind: points, title: {title}, points: [{text}]}}\n" for title in titles)
    return as_deck(compile_text(HEAD + slides, folder, theme=theme).scene)


def prints(deck: ShownDeck) -> list[str]:
    return [page.print for page in deck.pages]


def test_equal_outlines_give_equal_prints(tmp_path: Path) -> None:
    assert prints(deck_of(tmp_path, "甲", "乙")) == prints(deck_of(tmp_path, "甲", "乙"))


def test_a_comment_above_moves_every_line_and_changes_no_print(tmp_path: Path) -> None:
    plain, commented = deck_of(tmp_path, "甲", "乙"), deck_of(tmp_path, "甲", "乙", before="      # 说明\n")
    assert [span.line for span in plain.sources] != [span.line for span in commented.sources]
    assert prints(plain) == prints(commented)


def test_another_text_changes_the_print_of_its_slide_alone(tmp_path: Path) -> None:
    one, other = deck_of(tmp_path, "甲", "乙"), deck_of(tmp_path, "甲", "丙")
    assert [a == b for a, b in zip(prints(one), prints(other), strict=True)] == [True, True, False]


def test_another_theme_changes_every_print(tmp_path: Path) -> None:
    red, blue = deck_of(tmp_path, "甲", "乙"), deck_of(tmp_path, "甲", "乙", theme="zhengwu-blue")
    assert not set(prints(red)) & set(prints(blue))


def test_another_colour_of_the_theme_changes_every_print(tmp_path: Path) -> None:
    """A slide names colours by their slot alone."""
    theme = tmp_path / "own"
    shutil.copytree(ROOT / "themes" / "zhengwu-red", theme)
    before = deck_of(tmp_path, "甲", "乙", theme=str(theme))
    path = theme / "theme.yaml"
    text = path.read_text(encoding="utf-8")
    assert "A8161B" in text
    path.write_text(text.replace("A8161B", "16A81B"), encoding="utf-8")
    assert not set(prints(before)) & set(prints(deck_of(tmp_path, "甲", "乙", theme=str(theme))))


def test_a_deck_knows_the_ratio_of_its_page(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_text("name: t\npage: 4:3\n", encoding="utf-8")
    assert deck_of(tmp_path, "甲", theme=str(tmp_path)).ratio == 1.333333
    assert deck_of(tmp_path, "甲").ratio == 1.777778


def test_a_text_that_looks_like_a_source_is_part_of_the_print(tmp_path: Path) -> None:
    """The lines are taken out of the encoded slide; what an author wrote is not."""
    one = deck_of(tmp_path, "甲", text="""'"source":{{"path":"a","line":1}}'""")
    other = deck_of(tmp_path, "甲", text="""'"source":{{"path":"b","line":1}}'""")
    assert prints(one)[1] != prints(other)[1]


def test_keys_are_titles(tmp_path: Path) -> None:
    assert [page.key for page in deck_of(tmp_path, "甲", "乙").pages] == ["报告", "甲", "乙"]


def test_a_slide_inserted_before_changes_no_key(tmp_path: Path) -> None:
    assert [page.key for page in deck_of(tmp_path, "新", "甲", "乙").pages][2:] == ["甲", "乙"]


def test_every_print_can_be_drawn(tmp_path: Path) -> None:
    deck = deck_of(tmp_path, "甲", "乙")
    assert [deck.drawn[page.print][0].title for page in deck.pages] == ["报告", "甲", "乙"]


SOURCES = (Span("o.yaml", 1), Span("o.yaml", 10), Span("o.yaml", 20))


def test_a_place_belongs_to_the_slide_that_was_begun_before_it() -> None:
    found = [number_at(SOURCES, Span("o.yaml", line, 3)) for line in (1, 9, 10, 19, 20, 99)]
    assert found == [1, 1, 2, 2, 3, 3]


def test_a_place_elsewhere_belongs_to_no_slide() -> None:
    assert [number_at(SOURCES, span) for span in (Span("figures.yaml", 10), Span("o.yaml"), Span("--theme"))] == [0, 0, 0]


def test_a_finding_may_name_its_slide_itself() -> None:
    assert [number_at(SOURCES, Span("deck.pptx", slide=number)) for number in (2, 9)] == [2, 0]
