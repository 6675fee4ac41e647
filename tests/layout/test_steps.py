"""The type of a slide gets smaller step by step as its text gets longer, down to the floor and no further."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import OutlineError
from deckgen.scene import PlacedSlide
from tests.some import some
from tests.support import compile_slide, text_boxes, theme_of

SENTENCE = "围绕中心服务大局，推动各项工作落实见效，持续改善民生福祉，不断提升治理效能，" * 12
KINDS = {
    "detail": lambda text: {"kind": "points", "points": [{"lead": "要点", "text": text}] * 4},
    "problem-text": lambda text: {"kind": "problems", "items": [{"key": "关键", "lead": "要点", "text": text}] * 3},
    "principle-text": lambda text: {"kind": "principles", "items": [{"key": "关键", "lead": "要点", "text": text}] * 6},
    "pair-text": lambda text: {"kind": "pairs", "pairs": [{"pair": "稳/进", "lead": "要点", "text": text}] * 3},
    "title": lambda text: {"kind": "points", "title": text, "points": ["甲乙丙"]},
}
# The longest text at the largest size and the longest of all, by theme: what an author can rely on.
LONGEST = {
    ("zhengwu-red", "title"): (26, 59),
    ("zhengwu-blue", "title"): (25, 58),
}


def sizes_of(role: str, length: int, theme: str, folder: Path) -> set[int] | None:
    """The sizes in which a text so long is set; None when it is refused."""
    text = SENTENCE[:length]
    try:
        return sizes(compile_slide(folder, theme, **KINDS[role](text)), text)
    except OutlineError as error:
        assert {finding.rule for finding in error.findings} <= {"layout/overflow", "layout/crowded"}
        return None


def sizes(slide: PlacedSlide, text: str) -> set[int]:
    runs = [run for box in text_boxes(slide) for p in box.paragraphs for line in p.lines for run in line]
    return {run.style.size for run in runs if len(run.text) > 4 and run.text in text}


@pytest.mark.parametrize("role", KINDS)
def test_a_longer_text_is_set_in_smaller_type_until_it_is_refused(role: str, theme_name: str, tmp_path: Path) -> None:
    ladder = theme_of(theme_name).roles[role].sizes
    met: list[set[int]] = []
    for length in range(10, 220, 1 if role == "title" else 6):
        found = sizes_of(role, length, theme_name, tmp_path)
        if found is None:
            break
        met.append(found)
    else:
        pytest.fail("nothing is too long")
    assert all(len(found) == 1 for found in some(met))
    order = [size for found in met for size in found]
    assert order[0] in ladder[:3] and order[-1] == ladder[-1]  # the largest is for fewer entries
    assert set(order) <= set(ladder)
    assert len(set(order)) >= min(3, len(set(ladder)))  # a text skips a step where that spares its words
    assert order.index(ladder[-1]) > 0


@pytest.mark.parametrize(("theme", "role"), LONGEST)
def test_the_largest_type_lasts_as_long_as_it_can(theme: str, role: str, tmp_path: Path) -> None:
    largest, longest = LONGEST[theme, role]
    ladder = theme_of(theme).roles[role].sizes
    assert sizes_of(role, largest, theme, tmp_path) == {ladder[0]}
    assert sizes_of(role, largest + 1, theme, tmp_path) == {ladder[1]}
    assert sizes_of(role, longest, theme, tmp_path) == {ladder[-1]}
    assert sizes_of(role, longest + 1, theme, tmp_path) is None
