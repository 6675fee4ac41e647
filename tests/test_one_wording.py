"""One value, one wording: whatever shows a figure of a ledger, text, card, chart, table, alternative text, notes, form or drawing, uses the same words."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec import Struct, structs

from deckgen.diagnostics import OutlineError
from deckgen.figures import Change, Figure, Ledger
from deckgen.form.cells import CellFault, text_cell
from deckgen.form.moves import read_change
from deckgen.form.quantity import read_value
from deckgen.form.rows import rows_of
from deckgen.form.words import cells_of
from deckgen.formats import formatted
from deckgen.load.outline import Report
from deckgen.marks import MARKS, marked
from deckgen.scene import ChartBox, Group, PlacedSlide, Scene, TableBox
from deckgen.write.pptx.presentation import write_pptx
from deckgen.write.svg.slide import slide_svg
from tests.examples import examples
from tests.support import compile_text, report_of, squeezed, text_boxes, walk

LABELS = {"zh": ("地区生产总值", "财政收入", "居民收入", "用电量"), "en": ("Output", "Revenue", "Income", "Energy use")}
UNITS = {"zh": ("亿元", "%", "个", "万人", "mg/L", "个百分点"), "en": ("%", "tonnes", "million", "m", "points")}
AROUND = {"zh": (("预计", "达到", "约"), ("余", "以上", "左右")), "en": (("about", "up", "£"), ("or more", "+"))}
CHANGES = {
    "zh": ("同比 +7.8%", "同比 -X%", "同比 -3%", "占比57.4%", "比2018年提高6个百分点", "下降6—6.5%", "持平", "较上年 +1,234.5个"),
    "en": ("+3.2% year on year", "up 4.1% from 58.2%", "-X% year on year", "unchanged", "down 2 points"),
}
VALUES = st.one_of(
    st.decimals(-999_999, 999_999, allow_nan=False, places=2).map(lambda value: f"{value.normalize():f}"),
    st.sampled_from(["X", "XX.X", "0", "7.50", "2.675", "-2.1", "1,234", "6—6.5", "0.3～0.8", "-3—-1", "1,200至1,500"]),
)


def figures(lang: str) -> st.SearchStrategy[dict[str, Any]]:
    before, behind = AROUND[lang]
    return st.fixed_dictionaries(
        {"value": VALUES, "unit": st.sampled_from(UNITS[lang])},
        optional={
            "prefix": st.sampled_from(before), "suffix": st.sampled_from(behind), "decimals": st.integers(0, 2), "change": st.sampled_from(CHANGES[lang]),
            "scale": st.sampled_from(["万", "亿", "auto"] if lang == "zh" else ["auto"]), "target": st.sampled_from(["X", "12", "6—6.5", "100左右"]),
        },
    )  # fmt: skip


def rates(lang: str) -> st.SearchStrategy[dict[str, Any]]:
    """Targets that a chart can show."""
    return st.fixed_dictionaries(
        {"value": st.decimals(-30, 60, allow_nan=False, places=2).map(lambda value: f"{value.normalize():f}"), "unit": st.just("%")},
        optional={"decimals": st.integers(0, 2), "suffix": st.sampled_from(AROUND[lang][1])},
    )


@st.composite
def ledgers(draw: st.DrawFn) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Language, figures of cards and table, targets."""
    lang = draw(st.sampled_from(["zh", "en"]))
    cards = draw(st.lists(figures(lang), min_size=1, max_size=4))
    aims = draw(st.lists(rates(lang), min_size=2, max_size=4))
    names = LABELS[lang]
    grouping = {"grouping": draw(st.booleans())}
    first = {f"a{n}": {"label": names[n], **one} for n, one in enumerate(cards)}
    return lang, grouping, first | {f"b{n}": {"label": names[n], "period": "2020年", **one} for n, one in enumerate(aims)}


class Shown(Struct):
    """One deck with everything it came from."""

    scene: Scene
    report: Report

    @property
    def ledger(self) -> Ledger:
        return self.report.ledger


def built(lang: str, grouping: dict[str, Any], book: dict[str, Any], folder: Path) -> Shown:
    names = [name for name in book if name.startswith("a")]
    aims = [name for name in book if name.startswith("b")]
    text = "，".join(f"数{{{name}}}" for name in names) if lang == "zh" else ", ".join(f"figure {{{name}}}" for name in names)
    notes = "\n".join(f"{{{name}}} {{{name}.change}}" if "change" in book[name] else f"{{{name}}}" for name in book)
    slides = [
        {"kind": "points", "title": "页一" if lang == "zh" else "One", "points": [text], "notes": notes},
        {"kind": "points", "title": "页二" if lang == "zh" else "Two", "points": ["好" if lang == "zh" else "Good"], "figures": names},
        {"kind": "objectives", "title": "页三" if lang == "zh" else "Three", "figures": aims},
        {"kind": "table", "title": "页四" if lang == "zh" else "Four", "figures": names},
    ]
    outline = {
        "title": "报告" if lang == "zh" else "Report",
        "figures": "figures.yaml",
        "parts": [{"title": "一" if lang == "zh" else "One", "slides": slides}],
    }
    ledger = yaml.safe_dump({**grouping, "figures": book}, allow_unicode=True, sort_keys=False)
    scene = compile_text(yaml.safe_dump(outline, allow_unicode=True, sort_keys=False), folder, ledger).scene
    return Shown(scene, report_of(folder / "outline.yaml"))


def words_on(slide: PlacedSlide) -> str:
    """Everything that a slide shows, without spaces."""
    shown = [run.text for box in text_boxes(slide) for paragraph in box.paragraphs for line in paragraph.lines for run in line]
    cells = [cell for item in walk(slide.items) if isinstance(item, TableBox) for row in item.cells for cell in row]
    shown += [run.text for cell in cells for paragraph in cell.paragraphs for line in paragraph.lines for run in line]
    shown += [label for item in walk(slide.items) if isinstance(item, ChartBox) for series in item.series for label in series.labels]
    return squeezed("".join(shown))


def alts_of(slide: PlacedSlide) -> str:
    return "\n".join(item.alt for item in walk(slide.items) if isinstance(item, Group | ChartBox | TableBox))


@examples(20, 500)
@given(ledgers())
def test_whatever_shows_a_figure_uses_the_same_words(drawn: tuple[str, dict[str, Any], dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            deck = built(*drawn, Path(folder))
        except OutlineError as error:
            assert all(finding.rule.startswith("layout/") or finding.severity == "warning" for finding in error.findings), str(error)
            assume(False)
            raise
    cards = [figure for name, figure in deck.ledger.figures.items() if name.startswith("a")]
    aims = [figure for name, figure in deck.ledger.figures.items() if name.startswith("b")]
    _, texts, shown, objectives, table = deck.scene.slides
    hold_notes(texts.notes, [*cards, *aims])
    for figure in cards:
        for slide in (texts, shown):
            assert squeezed(figure.text) in words_on(slide), (figure.text, slide.number)
        assert figure.text in alts_of(shown)
        assert squeezed(figure.bare_number) in words_on(table)
        if figure.change:
            hold_change(figure.change, squeezed(alts_of(shown)))
            for slide in (shown, table):
                hold_change(figure.change, words_on(slide))
    for figure in aims:
        assert squeezed(figure.text) in words_on(objectives), words_on(objectives)
        assert figure.text in alts_of(objectives)
    hold_charts(objectives, [*cards, *aims])  # what was reached stands beside what is aimed at
    hold_drawings(deck)
    hold_form(deck)


def hold_change(change: Change, words: str) -> None:
    """The words of the ledger, or ▲ and ▼ in place of + and −, which then point the same way."""
    if squeezed(change.text) in words:
        return
    assert squeezed(marked(change)) in words, (change.text, words)
    assert (MARKS["up"] in marked(change)) == (change.direction == "up")
    assert squeezed(change.text).replace(change.sign or "−", "", 1) == squeezed(without_marks(marked(change)))


def without_marks(text: str) -> str:
    return "".join(char for char in text if char not in MARKS.values())


def hold_notes(notes: str, figures: list[Figure]) -> None:
    wanted = [f"{figure.text} {figure.change.text}" if figure.change else figure.text for figure in figures]
    assert notes.split("\n") == wanted


def hold_charts(slide: PlacedSlide, figures: list[Figure]) -> None:
    """The labels are the words of the ledger, and so is what a client makes of value and number format."""
    for chart in (item for item in walk(slide.items) if isinstance(item, ChartBox)):
        for series in chart.series:
            for value, label, pattern in zip(series.values, series.labels, series.formats, strict=True):
                if value:
                    assert label in {figure.text for figure in figures}
                    assert as_a_client_writes(Decimal(value), pattern) == label


def as_a_client_writes(value: Decimal, pattern: str) -> str:
    positive, _, negative = pattern.partition(";")
    if words := re.fullmatch(r'"([^"]*)"', negative if value < 0 else positive):
        return words[1]
    if value >= 0 or not negative:
        return formatted(value, positive)
    sign, rest = re.fullmatch(r'("[^"]*")?(.*)', negative).groups()  # type: ignore[union-attr]
    return sign.strip('"') + formatted(-value, rest)


def hold_drawings(deck: Shown) -> None:
    """Deck and drawing show what the scene holds."""
    buffer = BytesIO()
    write_pptx(deck.scene, buffer)
    with ZipFile(buffer) as package:
        for slide in deck.scene.slides[1:]:
            xml = package.read(f"ppt/slides/slide{slide.number}.xml").decode()
            drawn = slide_svg(slide, deck.scene.design)
            for text in (xml, drawn):
                found = squeezed(unescape(re.sub(r"<[^>]+>", "", text)))
                for figure in figures_on(deck, slide):
                    assert squeezed(figure.text) in found or any(isinstance(item, ChartBox) for item in slide.items), (
                        figure.text,
                        slide.number,
                    )


def figures_on(deck: Shown, slide: PlacedSlide) -> Iterator[Figure]:
    start = {2: "a", 3: "a", 4: "b"}.get(slide.number)
    yield from (figure for name, figure in deck.ledger.figures.items() if start and name.startswith(start))


def hold_form(deck: Shown) -> None:
    """What the form says of a figure, read back, is that figure, in the same words."""
    for row in rows_of(deck.ledger, deck.ledger.figures, deck.report.outline):
        cells, figure = cells_of(row, "zh"), row.figure
        value = read_value(text_cell(cells["value"]), figure)
        assert not isinstance(value, CellFault), (cells["value"], value)
        change = read_change(text_cell(cells["change"]), figure) if cells["change"] else None
        assert not isinstance(change, CellFault), (cells["change"], change)
        back = structs.replace(figure, value=value.value, change=change)
        assert (back.text, back.change and back.change.text) == (figure.text, figure.change and figure.change.text)
