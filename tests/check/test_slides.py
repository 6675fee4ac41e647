"""Checks of the slides as they are laid out."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.check import orphan, text_overflow
from deckgen.check.subject import Subject
from deckgen.diagnostics import term
from deckgen.figures import Ledger
from deckgen.outline import Outline, Text
from deckgen.pipeline import Request, compile_deck
from deckgen.scene import Scene, TextBox
from tests.check.cases import entries, exchanged, in_lines, sizes_of_details, themed
from tests.check.helpers import check_finds, findings_of, outline
from tests.support import OUTLINE


def test_many_characters_on_a_slide() -> None:
    check_finds("layout/density", outline(entries(6, 34)), "6:5 第 2 页")
    check_finds("layout/density", outline(entries(6, 20)))


def test_a_crowded_slide(tmp_path: Path) -> None:
    theme = themed(tmp_path, sizes_of_details("17, 16"))
    crowded = [f for f in findings_of(outline(entries(4, 30)), theme=str(theme)) if f.rule == "layout/crowded-slide"]
    assert [(f.span.line, f.facts["size"]) for f in crowded] == [(6, "17")]
    check_finds("layout/crowded-slide", outline(entries(4, 30)))


def test_a_lonely_slide() -> None:
    check_finds("layout/lonely-slide", outline("points: [一个要点]"), "6:5 只有一条")
    check_finds("layout/lonely-slide", outline("points: [一个要点, 两个要点]"))


# ---- what the layout itself would not let pass


def subject(scene: Scene) -> Subject:
    made = Subject(Outline(path="", title=Text()), Ledger("", {}), (), "")
    made.scene = scene
    return made


def motto(scene: Scene) -> TextBox:
    return next(i for i in scene.slides[2].items if isinstance(i, TextBox) and i.placeholder and i.placeholder.role == "motto")


@pytest.mark.parametrize(
    ("lines", "last"), [(("凝心聚力，", "行"), "行"), (("凝心聚力，", "行。"), "行。"), (("凝心聚力", "前行。"), ""), (("行",), "")]
)
def test_a_lonely_character(lines: tuple[str, ...], last: str) -> None:
    scene = exchanged(in_lines(*lines))
    seen = list(orphan.check(subject(scene)))
    assert [(span, facts["number"], facts["last"], facts["text"]) for span, facts in seen] == (
        [(motto(scene).source, 3, last, "".join(lines))] if last else []
    )


@pytest.mark.parametrize("length", range(14, 40, 3))
def test_the_layout_leaves_no_character_alone(length: int) -> None:
    check_finds("layout/orphan", outline(entries(2, length)))


def test_a_box_that_overflows() -> None:
    assert list(text_overflow.check(subject(compile_deck(Request(str(OUTLINE))).scene))) == []
    scene = exchanged(in_lines(*["政治建设"] * 9))
    ((span, facts),) = text_overflow.check(subject(scene))
    assert (span, facts["number"], facts["name"]) == (motto(scene).source, 3, motto(scene).name)
    assert int(str(facts["over"])) > 20


# ---- what a theme of one's own may bring about


def test_small_text_of_a_theme(tmp_path: Path) -> None:
    theme = themed(tmp_path, sizes_of_details("12, 11"))
    small = [f for f in findings_of(outline(entries(4, 30)), theme=str(theme)) if f.rule == "layout/small-text"]
    assert {(f.span.line, f.facts["size"], f.facts["number"]) for f in small} == {(8, "12", "2")}
    assert len(small) == 4
    check_finds("layout/small-text", outline(entries(3, 30)))


def test_a_face_that_other_machines_lack(tmp_path: Path) -> None:
    theme = themed(tmp_path, lambda text: text.replace("华文中宋", "方正小标宋简体"))
    (stray,) = [f for f in findings_of(outline(), theme=str(theme)) if f.rule == "portability/stock-faces"]
    assert stray.facts == {"face": "方正小标宋简体", "role": term("portability/headings")}
