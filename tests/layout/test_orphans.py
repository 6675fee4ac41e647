"""孤字: no running text ends in a line of one or two characters where a narrower box, or smaller type, can help it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from deckgen.scene import TextBox
from tests.support import box_text, compile_slides, line_text, text_boxes

SENTENCE = "围绕中心服务大局，推动各项工作落实见效，持续改善民生福祉，不断提升治理效能，" * 4
LENGTHS = range(30, 110)
POINT = {"lead": "要点二", "text": "说明"}


def slide(kind: str, text: str) -> dict[str, Any]:
    match kind:
        case "points":
            return {"points": [{"lead": "要点一", "text": text}, POINT]}
        case "problems":
            return {"items": [{"key": "关键", "lead": "要点一", "text": text}]}
        case _:
            return {"pairs": [{"pair": "稳/进", "lead": "要点一", "text": text}]}


@pytest.mark.parametrize("kind", ["points", "problems", "pairs"])
def test_a_box_is_narrowed_rather_than_a_character_left_alone(kind: str, theme_name: str, tmp_path: Path) -> None:
    """Of eighty lengths some end in a 孤字 or cut a word at the full width: their boxes are narrower."""
    slides = [{"kind": kind, "title": f"第{n}页", **slide(kind, SENTENCE[:n])} for n in LENGTHS]
    pages = compile_slides(slides, tmp_path, theme_name).scene.slides[1:]
    boxes = [box for page in pages for box in text_boxes(page) if box_text(box).endswith(SENTENCE[: int(page.title[1:-1])])]
    assert len(boxes) == len(LENGTHS)
    assert [last for box in boxes if (last := last_line(box)) and len(last) <= 2] == []
    (full, common), *_ = Counter(width(box) for box in boxes).most_common(1)
    assert common > len(LENGTHS) / 4
    narrowed = [box for box in boxes if full * 2 // 3 < width(box) < full]  # a box narrower still is of another arrangement
    assert narrowed or kind in ("pairs", "points")  # a third of the width, where smaller type or one line more is what helps


def last_line(box: TextBox) -> str:
    """The last line of the text, if it has several."""
    lines = box.paragraphs[-1].lines
    return line_text(lines[-1]).strip() if len(lines) > 1 else ""


def width(box: TextBox) -> int:
    left, _, right, _ = box.margins
    return box.box.width - left - right
