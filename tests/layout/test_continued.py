"""What a （续） page repeats and what it leaves to the first one."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckgen.scene import PlacedSlide
from tests.support import box_text, compile_text, paragraphs, placeholders, text_boxes

LONG = "围绕中心服务大局，推动各项工作落实见效，持续改善民生福祉，不断提升治理效能，" * 4
LEDGER = "figures:\n  gdp: {label: 生产总值, value: 412.6, unit: 亿元}\n"


def pages(folder: Path, theme: str, **fields: object) -> tuple[PlacedSlide, ...]:
    """The pages of one slide that is too long for one."""
    slide = {"title": "重点任务", "notes": "讲稿只说一次。", **fields}
    head = {"title": "报告", "overflow": "continue", "figures": "figures.yaml", "parts": [{"title": "部分", "slides": [slide]}]}
    return compile_text(yaml.safe_dump(head, allow_unicode=True), folder, LEDGER, theme).scene.slides[1:]


def many(count: int) -> list[dict[str, str]]:
    return [{"lead": f"第{'一二三四五六七八'[n]}个要点", "text": LONG[: 96 + n]} for n in range(count)]


def test_title_claim_notes_and_figures_stand_where_they_belong(theme_name: str, tmp_path: Path) -> None:
    found = pages(tmp_path, theme_name, kind="points", claim="八个要点", points=many(8), figures=["gdp"])
    assert len(found) >= 2
    words = ["", "（续）", *(f"（续{n}）" for n in range(2, len(found)))]
    assert [box_text(placeholders(page, "title")[0]) for page in found] == [
        "重点任务：八个要点",
        *(f"重点任务{word}" for word in words[1:]),
    ]
    assert [page.title for page in found] == ["重点任务：八个要点", *(f"重点任务{word}" for word in words[1:])]
    assert [page.notes for page in found] == ["讲稿只说一次。", *[""] * (len(found) - 1)]
    assert ["生产总值" in "".join(paragraphs(page)) for page in found] == [True, *[False] * (len(found) - 1)]


@pytest.mark.parametrize("kind", ["points", "principles", "problems", "pairs"])
def test_entries_are_parted_evenly(kind: str, theme_name: str, tmp_path: Path) -> None:
    found = pages(tmp_path, theme_name, kind=kind, **entries(kind))
    assert len(found) >= 2
    counts = [sum(f"第{number}个要点" in text for text in paragraphs(page) for number in "一二三四五六") for page in found]
    assert sum(counts) == 6
    assert max(counts) - min(counts) <= 1


def test_entries_are_counted_on(theme_name: str, tmp_path: Path) -> None:
    found = pages(tmp_path, theme_name, kind="principles", **entries("principles"))
    numerals = [box_text(box) for page in found for box in text_boxes(page) if box_text(box).isdigit() and not box.placeholder]
    assert numerals == list("123456")


def entries(kind: str) -> dict[str, object]:
    match kind:
        case "points":
            return {"points": many(6)}
        case "pairs":
            return {"pairs": [entry | {"pair": "稳/进"} for entry in many(6)]}
        case _:
            return {"items": [entry | {"key": "关键"} for entry in many(6)]}


def test_a_slide_that_fits_is_left_whole(theme_name: str, tmp_path: Path) -> None:
    (page,) = pages(tmp_path, theme_name, kind="points", points=["甲乙丙丁", "戊己庚辛"])
    assert page.title == "重点任务"
