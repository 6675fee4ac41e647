"""Links of words as a reader of decks finds them: to the slide that is meant, wherever it stands, and to addresses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from deckgen.pipeline import Built
from deckgen.write.svg.slide import slide_svg
from tests.support import compile_slides, write

TARGET = {"kind": "statement", "id": "there", "title": "被指到的", "text": "一句话"}
POINTS = {"kind": "points", "title": "有链接", "points": ["见[这一页](#there)为准", "见[网站](https://a.cn/b?c=1&d=2)为准"]}
TABLE = {"kind": "table", "title": "有表格", "columns": ["甲", "乙"], "rows": [["见[这一页](#there)", "2"], ["[网站](https://a.cn/)", "4"]]}


def built(folder: Path, *slides: dict[str, Any]) -> Built:
    return compile_slides(list(slides), folder, "zhengwu-red")


def links_of(built: Built, folder: Path) -> list[tuple[int, str, str, str]]:
    """(slide, words, title of the slide that is led to, address) of every run that is a link."""
    deck = Presentation(str(write(built.scene, folder / "deck.pptx")))
    titles = {slide.part: slide.shapes.title.text for slide in deck.slides}
    found = []
    for number, slide in enumerate(deck.slides, 1):
        for run in slide._element.iter(qn("a:r")):
            click = run.find(f"{qn('a:rPr')}/{qn('a:hlinkClick')}")
            if click is not None:
                relation = slide.part.rels[click.get(qn("r:id"))]
                jumps = click.get("action") == "ppaction://hlinksldjump"
                assert jumps != relation.is_external
                words = run.find(qn("a:t")).text
                found.append(
                    (number, words, "", relation.target_ref) if relation.is_external else (number, words, titles[relation.target_part], "")
                )
    return found


@pytest.mark.parametrize("linking", [POINTS, TABLE], ids=["points", "table"])
@pytest.mark.parametrize("first", [True, False], ids=["forwards", "backwards"])
def test_words_lead_to_the_slide_that_is_meant_and_to_addresses(linking: dict[str, Any], first: bool, tmp_path: Path) -> None:
    other = {"kind": "statement", "title": "另一页", "text": "另一句"}
    order = [linking, other, TARGET] if first else [TARGET, other, linking]
    links = links_of(built(tmp_path, *order), tmp_path)
    number = 2 if first else 4
    address = "https://a.cn/b?c=1&d=2" if linking is POINTS else "https://a.cn/"
    assert [(at, title, to) for at, _, title, to in links] == [(number, "被指到的", ""), (number, "", address)]
    assert [words for _, words, _, _ in links] == ["这一页", "网站"]


def test_a_row_that_sums_up_has_a_rule_of_its_own_above_it_and_no_other_row_has(tmp_path: Path) -> None:
    """In the drawing: the heavier rule once, where there is a total, and as many rules as there are rows below the head."""

    def rules(**fields: Any) -> list[str]:
        rows = [["一", "1"], ["二", "2"], ["合计", "3"]]
        made = built(tmp_path, {"kind": "table", "title": "有表格", "columns": ["甲", "乙"], "rows": rows, **fields})
        (table,) = [part for part in slide_svg(made.scene.slides[1], made.scene.design).split("<g ") if part.startswith('role="img"')]
        return re.findall(r'<line [^>]*stroke-width="([0-9.]+)"', table)

    plain, summed = rules(), rules(total="last")
    assert len(plain) == len(summed) == 3 and len(set(plain)) == 1
    assert [at for at, (one, other) in enumerate(zip(plain, summed, strict=True)) if one != other] == [1]
