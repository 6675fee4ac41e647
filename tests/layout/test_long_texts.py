"""A pasted report in any field is refused at once, not broken at sense for minutes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import OutlineError
from tests.clock import seconds, seconds_of
from tests.support import compile_slides

TEXT = "坚持稳中求进工作总基调，推动高质量发展“三会一课”" * 800
ENTRY = {"key": "关键", "lead": "要点", "text": "说明"}
FIELDS: dict[str, dict[str, Any]] = {
    "title": {"kind": "statement", "title": "@", "text": "文字"},
    "statement": {"kind": "statement", "text": "@"},
    "tag": {"kind": "statement", "text": "文字", "tags": ["@"]},
    "quote": {"kind": "quote", "text": "@"},
    "motto": {"kind": "points", "motto": "@", "points": ["要点", "要点"]},
    "lead": {"kind": "points", "points": [{"lead": "@", "text": "说明"}, "要点"]},
    "text": {"kind": "points", "points": [{"lead": "要点", "text": "@"}, "要点"]},
    "problem": {"kind": "problems", "items": [ENTRY | {"text": "@"}, ENTRY]},
    "principle": {"kind": "principles", "items": [ENTRY | {"lead": "@"}, ENTRY, ENTRY]},
    "pair": {"kind": "pairs", "pairs": [{"pair": "稳/进", "lead": "@", "text": "说明"}, {"pair": "义/利", "lead": "要点"}]},
}


def filled(value: Any, text: str) -> Any:
    """The same with a text where @ stands."""
    if isinstance(value, dict):
        return {name: filled(child, text) for name, child in value.items()}
    if isinstance(value, list):
        return [filled(child, text) for child in value]
    return text if value == "@" else value


@pytest.mark.clock
@pytest.mark.parametrize("length", [1_500, 6_000, 19_000])
@pytest.mark.parametrize("name", FIELDS)
def test_a_long_text_is_refused_in_half_a_second(name: str, length: int, theme_name: str, tmp_path: Path) -> None:
    def refuse() -> OutlineError:
        with pytest.raises(OutlineError) as refused:
            compile_slides([{"title": "标题", **filled(FIELDS[name], TEXT[:length])}], tmp_path, theme_name)
        return refused.value

    assert seconds_of(refuse, 0.5) < seconds(0.5)
    assert {finding.rule for finding in refuse().findings if finding.severity == "error"} & {"layout/overflow", "layout/crowded"}
