"""Widths: the tables against the fonts and against HarfBuzz, the gap between scripts."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from deckgen.measure import METRICS, Metrics, advance
from deckgen.measure.tables import CHARACTERS
from deckgen.measure.widths import SCRIPT_GAP, WIDEST, ink, offsets

from .corpus import SENTENCES

NOTO = Path("/usr/share/fonts/opentype/noto")
FILES = {
    "sans": NOTO / "NotoSansCJK-Regular.ttc",
    "sans-bold": NOTO / "NotoSansCJK-Bold.ttc",
    "serif": NOTO / "NotoSerifCJK-Regular.ttc",
    "serif-bold": NOTO / "NotoSerifCJK-Bold.ttc",
}
SC = 2  # the face for simplified Chinese in each collection


def script() -> ModuleType:
    """tools/make_widths.py, which is no package; skips without the fonts or fontTools."""
    pytest.importorskip("fontTools")
    path = Path(__file__).parents[2] / "tools" / "make_widths.py"
    spec = importlib.util.spec_from_file_location("make_widths", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_widths"] = module
    spec.loader.exec_module(module)
    if not module.fonts_present():
        pytest.skip("fonts-noto-cjk or fonts-liberation is not installed")
    return module


def test_the_tables_are_what_the_script_writes() -> None:
    module = script()
    assert module.TABLES.read_text(encoding="utf-8") == module.tables_module()


def test_no_character_is_measured_twice() -> None:
    assert len(CHARACTERS) > 250
    assert len(set(CHARACTERS)) == len(CHARACTERS)


@pytest.mark.parametrize("name", FILES)
def test_a_sentence_is_as_wide_as_harfbuzz_sets_it(name: str) -> None:
    hb = pytest.importorskip("uharfbuzz")
    if not FILES[name].exists():
        pytest.skip("fonts-noto-cjk is not installed")
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(FILES[name])), SC))

    def shaped(text: str) -> int:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = "zh-Hans"
        hb.shape(font, buffer)
        return sum(position.x_advance for position in buffer.glyph_positions)

    assert len(SENTENCES) == 40
    errors = [abs(ink(s, METRICS[name]) / shaped(s) - 1) for s in SENTENCES]
    assert max(errors) < 0.02
    assert sum(errors) / len(errors) < 0.005


def test_the_sentence_of_the_facts_is_as_wide_as_in_libreoffice() -> None:
    text = "2024年GDP同比增长5.2%"
    assert ink(text, METRICS["sans"]) == 11_539
    assert abs(advance(text, METRICS["sans"]) - 12_530) <= 25  # LibreOffice: 12.53 em


# Counted in PDFs that LibreOffice 7.4 wrote, font Noto Sans CJK SC, lang zh-CN.
@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("年年", 0),
        ("G", 0),
        ("年G年", 2),
        ("年，G年", 2),  # a full-width mark is Chinese
        ("年“G”年", 2),  # ” goes with what precedes it
        ("“GDP”年", 1),
        ("年（5）年", 2),
        ("年—5", 1),
        ("年▲5", 1),
        ("5℃年", 1),
        ("年±5年", 2),  # a mark under U+2000 is Latin
        ("年 年", 0),
        ("年 G 年", 2),
        ("5①5", 0),
        ("⺀G⺀", 2),  # U+2E80 is the first that is Chinese
    ],
)
def test_a_gap_stands_where_the_script_changes(text: str, gaps: int) -> None:
    assert advance(text, METRICS["sans"]) == ink(text, METRICS["sans"]) + gaps * SCRIPT_GAP


@pytest.mark.parametrize("metrics", METRICS.values(), ids=METRICS)
def test_hanzi_and_full_width_marks_are_an_em(metrics: Metrics) -> None:
    for char in "永，。“”‘’—…·《》（）％：；！？、①▲▼℃　￥":
        assert advance(char, metrics) == 1000, char


def test_other_characters_have_the_default_of_their_kind() -> None:
    sans = METRICS["sans"]
    assert advance("Ж", sans) == 600
    assert all(advance(char, sans) == 500 for char in "ｱ\uff61\uffdc\uffe8\uffee\u2002\u202f")
    assert all(advance(char, sans) == 1000 for char in "\uff60\uffe7\u2001")
    assert all(advance(char, sans) == 0 for char in "\u200b\u0301\ufe0f\n")
    assert advance("𠮷", sans) == 1000


def test_song_is_half_an_em_for_ascii() -> None:
    assert advance("GDP 5.2%", METRICS["song"]) == 4000


def test_spacing_counts_for_every_character() -> None:
    assert advance("不忘初心", METRICS["sans"], spacing=100) == 4400


def test_offsets_measure_a_line_without_the_gap_at_its_start() -> None:
    starts, ends = offsets("年G年", METRICS["sans"])
    latin = advance("G", METRICS["sans"])
    assert ends[3] - starts[0] == 2000 + latin + 2 * SCRIPT_GAP
    assert ends[2] - starts[1] == latin
    assert ends[3] - starts[2] == 1000


@pytest.mark.parametrize("metrics", METRICS.values(), ids=METRICS)
def test_no_character_is_wider_than_the_widest(metrics: Metrics) -> None:
    """surely_fits() builds on it."""
    assert max(metrics.advances.values()) <= WIDEST
