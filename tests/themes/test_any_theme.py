"""Themes of any sound values, made from the table of their fields: every one is read, and no deck built with it ends in a traceback."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckgen.base import BASE, LAYOUTS
from deckgen.diagnostics import Findings, OutlineError
from deckgen.files import Folder
from deckgen.load.theme import load_theme
from deckgen.load.theme_fields import CHOICES, ENTRIES, ORNAMENT, PLACE, STROKE, Field
from deckgen.pipeline import Request, compile_deck
from deckgen.style import SLOTS
from deckgen.write.pptx.presentation import write_pptx
from tests.examples import examples
from tests.themes.helpers import EVERY_KIND, LEDGERS, write_theme

WIDTH, HEIGHT = 960, 720
Values = st.SearchStrategy[Any]
COLORS = st.builds(
    lambda slot, shade, alpha: f"{slot} {shade} {alpha}%", st.sampled_from(SLOTS), st.integers(-100, 100), st.integers(0, 100)
)
FILLS = (
    COLORS | st.just("none") | st.fixed_dictionaries({"gradient": st.lists(COLORS, min_size=2, max_size=4), "angle": st.integers(0, 360)})
)


@st.composite
def boxes(draw: st.DrawFn, width: int = 240, height: int = 160) -> list[int]:
    """Boxes on the page, no smaller than a content box must be."""
    wide, high = draw(st.integers(width, WIDTH)), draw(st.integers(height, HEIGHT))
    return [draw(st.integers(0, WIDTH - wide)), draw(st.integers(0, HEIGHT - high)), wide, high]


def value(field: Field) -> Values:
    return {
        "text": st.text("甲乙ab", min_size=1, max_size=4),
        "flag": st.booleans(),
        "choice": st.sampled_from(field.choices or ("",)),
        "whole": st.integers(round(field.least), round(field.most)),
        "length": st.integers(int(field.least) + 1, round(field.most) or 2),
        "sizes": st.lists(st.integers(6, 60), min_size=1, max_size=4, unique=True).map(lambda sizes: sorted(sizes, reverse=True)),
        "box": boxes(),
        "color": COLORS,
        "fill": FILLS,
        "stroke": COLORS | st.just("none") | st.deferred(lambda: some(STROKE, "color")),
        "ornaments": st.lists(st.deferred(lambda: some(ORNAMENT, "box", without=("path",))), max_size=3),
    }[field.type]


def some(table: dict[str, Field], *needed: str, without: tuple[str, ...] = ()) -> Values:
    """A mapping with some of the fields."""
    strategies = {name: value(field) for name, field in table.items() if field.type != "group" and name not in without}
    return st.fixed_dictionaries(
        {name: strategies[name] for name in needed},
        optional={name: strategy for name, strategy in strategies.items() if name not in needed},
    )


def entries(names: tuple[str, ...], entry: Values) -> Values:
    return st.dictionaries(st.sampled_from(names), entry, max_size=6)


@st.composite
def layouts(draw: st.DrawFn, name: str) -> dict[str, Any]:
    layout: dict[str, Any] = draw(some(ENTRIES["layouts"][1]))
    layout["places"] = draw(st.dictionaries(st.sampled_from(LAYOUTS[name]), some(PLACE), max_size=2))
    layout["options"] = draw(some(CHOICES.get(name, {})))
    return layout


THEMES = st.fixed_dictionaries(
    {
        "name": st.just("any"),
        "extends": st.sampled_from(["zhengwu-red", "zhengwu-blue"]),
        "page": st.just("4:3"),
        "type": entries(tuple(BASE.roles), some(ENTRIES["type"][1])),
        "surfaces": entries(tuple(BASE.surfaces), some(ENTRIES["surfaces"][1])),
        "layouts": st.fixed_dictionaries({}, optional={name: layouts(name) for name in LAYOUTS}),
    }
)


@examples(8, 30)
@given(theme=THEMES, ledger=st.sampled_from(sorted(LEDGERS)))
def test_any_sound_theme_is_read_and_never_ends_in_a_traceback(theme: dict[str, Any], ledger: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = write_theme(folder, "own", yaml.safe_dump(theme, allow_unicode=True))
        (folder / "figures.yaml").write_text(LEDGERS[ledger], encoding="utf-8")
        (folder / "outline.yaml").write_text(EVERY_KIND, encoding="utf-8")
        findings = Findings()
        if load_theme(path, Folder(), findings) is None:
            assert {finding.rule for finding in findings.all} == {"theme/range"}  # type larger than its place
            return
        try:
            scene = compile_deck(Request(str(folder / "outline.yaml"), str(Path(path).parent))).scene
        except OutlineError as error:
            graver = [finding for finding in error.findings if finding.rule != "load/picture-missing"]  # a warning: its frame is drawn
            assert {finding.rule.split("/")[0] for finding in graver} <= {"layout", "content", "portability"}
        else:
            write_pptx(scene, io.BytesIO())
