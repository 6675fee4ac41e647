"""习近平 stands on one line, wherever text can stand: every kind of slide, every offset at which a line might end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import OutlineError
from deckgen.load.theme import theme_names
from deckgen.pipeline import Built
from deckgen.scene import PlacedSlide
from tests.examples import DESK_THEMES, mostly_in_ci
from tests.support import compile_slides, compile_text, joined, line_text, printed_boxes

NAME = "习近平"
AROUND = "全面深入系统学习贯彻认真落实"
PADS = (0, 1, 2, 3, 5, 8, 13)


def slides(pad: int) -> list[dict[str, Any]]:
    """Every kind with the name in each of its texts that may take more than a line, `pad` characters before it."""
    before = (AROUND * 2)[:pad]
    short, long = f"{before[:6]}{NAME}讲话精神", f"{before}{NAME}总书记重要讲话精神"
    item = {"lead": short, "text": long}
    pairs = [{"pair": pair, "lead": short[:8], "text": long} for pair in ("稳/进", "破/立", "义/利")]
    return [
        {"kind": "section", "motto": short, "points": [item] * 3},
        {"kind": "points", "points": [item] * 6},
        {"kind": "points", "points": [item] * 2, "figures": ["a", "b", "c"]},
        {"kind": "principles", "items": [{"key": "学习", **item}] * 4},
        {"kind": "principles", "items": [{"key": "学习", **item}] * 8},
        {"kind": "problems", "items": [{"key": "学习", **item}] * 3},
        {"kind": "measures", "items": [{"key": "学习", "lead": short, "text": long, "answer": long}] * 2},
        {"kind": "pairs", "pairs": pairs},
        {"kind": "statement", "text": f"{long}，{long}"},
        {"kind": "quote", "text": f"{long}，{long}"},
        {"kind": "timeline", "events": [{"when": f"{n}月", "lead": short[:10], "text": long} for n in (1, 4, 7, 10)]},
        {"kind": "steps", "steps": [{"lead": short[:10], "text": long}] * 4},
        {"kind": "steps", "steps": [item] * 4, "cycle": True},
        {"kind": "table", "columns": ["任务", "内容"], "rows": [[short, long], [long, short]]},
        {"kind": "framework", "tiers": [{"name": "三项任务", "items": [short] * 3}, {"name": "两项保障", "items": [short] * 2}]},
        {"kind": "objectives", "year": 2031, "heading": "主要目标", "text": long, "figures": ["a", "b"]},
    ]


def book(pad: int) -> dict[str, object]:
    label = f"{AROUND[: pad % 4]}{NAME}著作"
    return {name: {"label": label, "value": value, "unit": "册"} for name, value in (("a", 12), ("b", "X"), ("c", 30))}


def parted(slide: PlacedSlide) -> list[str]:
    """The paragraphs of a slide whose lines part the name."""
    return [
        "/".join(map(line_text, p.lines))
        for box in printed_boxes(slide)
        for p in box.paragraphs
        if joined(p).count(NAME) > sum(line_text(line).count(NAME) for line in p.lines)
    ]


def built_one(slide: dict[str, Any], pad: int, folder: Path, theme: str) -> Built | None:
    """The deck of one slide; None where it is too much for it."""
    try:
        return compile_slides([{"title": "学习贯彻讲话精神", **slide}], folder, theme, book(pad))
    except OutlineError as error:
        assert {finding.rule for finding in error.findings if finding.severity == "error"} <= {
            "layout/overflow", "layout/crowded", "layout/figure-too-wide", "load/too-long",
        }, error.findings  # fmt: skip
        return None


@pytest.mark.parametrize("theme", mostly_in_ci(theme_names(), (*DESK_THEMES, "zhengwu-red")))
def test_the_name_is_on_one_line_on_every_kind_of_slide(theme: str, tmp_path: Path) -> None:
    seen: set[str] = set()
    for pad in PADS:
        for slide in slides(pad):
            made = built_one(slide, pad, tmp_path, theme)
            if made:
                seen.add(slide["kind"])
                assert [text for each in made.scene.slides for text in parted(each)] == [], (pad, slide["kind"])
    assert seen == {slide["kind"] for slide in slides(0)}


@pytest.mark.parametrize("theme", mostly_in_ci(theme_names(), (*DESK_THEMES, "zhengwu-red")))
def test_the_name_is_on_one_line_on_slides_that_nobody_writes(theme: str, tmp_path: Path) -> None:
    for pad in PADS:
        words = f"{AROUND[:pad]}{NAME}总书记重要讲话精神"
        section = f"{{kind: section, title: {words}, motto: {AROUND[:pad][:8]}{NAME}讲话, points: [一, 二]}}"
        text = (
            f"title: {words}\nchecks: {{same-title: off}}\nsubtitle: {words}\nclosing: {{title: {words[-12:]}, text: {words}}}\nparts:\n"
            f"- {{title: {words[-14:]}, agenda: true, slides: [{section}, {section}]}}\n- {{title: {words[-13:]}, slides: [{section}]}}\n"
        )
        made = compile_text(text, tmp_path, theme=theme)
        assert [text for slide in made.scene.slides for text in parted(slide)] == [], pad
