"""How much a slide of each kind holds, and in which type: by how many entries it has and how long their texts are, as accepted.

A limit that moves by a pixel, a step of type tried too early or too late, an arrangement chosen where another was, move a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
import yaml

from deckgen.check.run import short
from deckgen.diagnostics import Findings
from deckgen.pipeline import Request, compile_scene
from deckgen.rulebook import rule_names
from deckgen.scene import PlacedSlide, TableBox
from tests.accepted import held_to_golden
from tests.some import some
from tests.support import text_boxes

WORDS = "围绕全市中心工作统筹推进重点项目建设，深化改革开放，优化营商环境，补齐民生短板，守住安全底线，确保各项任务按期完成；"
LENGTHS = range(4, 129, 4)
Fields = dict[str, object]


def said(length: int, start: int = 0) -> str:
    """So many characters of a text that has no end; no two of a slide begin alike."""
    return (WORDS * 5)[start * 7 : start * 7 + length]


def entries(count: int, length: int) -> list[Fields]:
    return [{"lead": f"{said(5, n)}", "text": said(length, n + 1)} for n in range(count)]


def keyed(count: int, length: int, **more: str) -> list[Fields]:
    return [{"key": said(2, n), **entry, **more} for n, entry in enumerate(entries(count, length))]


def named(count: int) -> list[str]:
    return [f"f{n}" for n in range(1, count + 1)]


def ledger() -> dict[str, Fields]:
    """Figures of many widths: short and long labels and numbers, known and not."""
    values: list[object] = [412.6, "X", 1345, 98.25, "X", 30.8, 120345.5, 7]
    units = ["亿元", "个", "公里", "%", "万元", "亿元", "平方米", "项"]
    return {
        f"f{n}": {"label": said(3 + n, n), "value": value, "unit": unit, "target": 500, "base": 6, "change": "同比 +7.8%"}
        for n, (value, unit) in enumerate(zip(values, units, strict=True), 1)
    }


# A kind, so many entries, so many characters → the fields of a slide.
CASES: dict[str, Callable[[int, int], Fields]] = {
    "points": lambda count, length: {"points": entries(count, length)},
    "section": lambda count, length: {"points": entries(count, length), "figures": named(max(1, 7 - count))},
    "statement": lambda count, length: {"text": said(length), "tags": [said(4, n) for n in range(count)]},
    "objectives": lambda count, length: {"year": "2031年", "heading": "预期目标", "text": said(length), "figures": named(count)},
    "principles": lambda count, length: {"items": keyed(count, length)},
    "problems": lambda count, length: {"items": keyed(count, length)},
    "measures": lambda count, length: {"items": keyed(count, length // 2, answer=said(length))},
    "pairs": lambda count, length: {"pairs": [{"pair": f"{said(1, n)}/{said(1, n + 1)}", **entry} for n, entry in enumerate(entries(count, length))]},
    "quote": lambda count, length: {"text": said(length), "by": said(count)},
    "table": lambda count, length: {
        "columns": ["指标", "说明", "完成"], "rows": [[said(6, n), said(length, n), n * 1000 + 0.5] for n in range(count)],
    },
    "chart": lambda count, length: {
        "categories": [said(length // 8 + 1, n) for n in range(count)], "series": [{"name": "数", "values": [n * 7 + 5 for n in range(count)]}],
    },
    "number": lambda count, length: {"figure": f"f{count}", "text": said(length)},
    "figures": lambda count, length: {"figures": named(count), "text": said(length)},
    "timeline": lambda count, length: {"events": [{"when": f"{n + 1}月", **entry} for n, entry in enumerate(entries(count, length))]},
    "steps": lambda count, length: {"steps": entries(count, length)},
    "framework": lambda count, length: {
        "tiers": [{"name": f"{n}项任务", "items": [said(length // 6 + 1, m) for m in range(n)]} for n in range(1, min(count, 4) + 1)],
    },
}  # fmt: skip
COUNTS = {"table": 10, "timeline": 10, "chart": 12, "framework": 4, "measures": 5, "problems": 6, "pairs": 6, "steps": 6}


@pytest.mark.parametrize("kind", CASES)
def test_a_kind_holds_what_was_accepted(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    counts = range(1, COUNTS.get(kind, 8) + 1)
    slides = [(count, length) for count in counts for length in LENGTHS]
    placed = laid_out([{"kind": kind, "title": f"第{n}页", **CASES[kind](*slide)} for n, slide in enumerate(slides)], tmp_path)
    told = [(count, length, said_of(slide)) for (count, length), slide in zip(slides, some(placed), strict=True)]
    held_to_golden(f"capacity/{kind}.txt", "".join(f"{line}\n" for line in stretches(told)), request)


def laid_out(slides: list[Fields], folder: Path) -> list[PlacedSlide]:
    """Each on a deck of its own order: what does not fit is left empty, and the next slide is laid out all the same."""
    head = {"title": "测试报告", "figures": "figures.yaml", "checks": {short(rule): "off" for rule in rule_names()}}
    (folder / "figures.yaml").write_text(yaml.safe_dump({"figures": ledger()}, allow_unicode=True), encoding="utf-8")
    outline = folder / "outline.yaml"
    outline.write_text(
        yaml.safe_dump(head | {"parts": [{"title": "部分", "slides": slides}]}, allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    findings = Findings()
    _, scene = compile_scene(Request(str(outline), "zhengwu-red"), findings)
    assert scene is not None, [str(finding) for finding in findings.all]
    return list(scene.slides[-len(slides) :])


def said_of(slide: PlacedSlide) -> str:
    """The arrangement, and of each size of type how many lines there are."""
    boxes = [box for box in text_boxes(slide) if not box.placeholder or box.placeholder.type not in ("ftr", "sldNum", "title")]
    boxes += [box for item in slide.items if isinstance(item, TableBox) for box in item.boxes]
    lines: dict[int, int] = {}
    for box in boxes:
        for paragraph in box.paragraphs:
            for line in paragraph.lines:
                size = max((run.style.size for run in line), default=0)
                lines[size] = lines.get(size, 0) + 1
    return " ".join([slide.arrangement, *(f"{size / 100:g}x{count}" for size, count in sorted(lines.items(), reverse=True))])


def stretches(told: list[tuple[int, int, str]]) -> Iterator[str]:
    """A line for all lengths one after another that come out alike."""
    for (count, words), group in groupby(told, key=lambda case: (case[0], case[2])):
        lengths = [length for _, length, _ in group]
        yield f"{count} of {lengths[0]}-{lengths[-1]}: {words}"
