"""Whatever somebody writes into a form: it is refused with words, or the new ledger says exactly what was wanted."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from deckgen.diagnostics import Findings
from deckgen.form.cells import Cell, Sheet, TableLine, exact, text_cell
from deckgen.form.filled import filled
from deckgen.form.read import read_tables
from deckgen.messages import rendered
from tests.examples import examples
from tests.form.test_amend import LEDGERS, amended, ledger_at
from tests.support import REPORT

BOOKS = {name: ledger_at(REPORT / name) for name in LEDGERS}
NAMES = list(BOOKS["figures.yaml"].figures)
CHANGING = [name for name, figure in BOOKS["figures.yaml"].figures.items() if figure.change]
WORDS = ["", "X", "12", "１２", "1,234.5", "12.3%", "1.2万", "5000万元", "-3", "−3", "第2", "前三", "约3", "持平", "同比 +7.8%", "占比 57%", "7.8%", "#REF!", "2019-01-02", "亿元", "%", "'", "{", "&x", ": ", "# 1", "yes", "null", "~", "1_000", "0x1F", "\x07", "名称", "数值"]  # fmt: skip

words = st.one_of(st.sampled_from(WORDS), st.text(max_size=6))
numbers = st.floats(allow_nan=False, allow_infinity=False).map(lambda number: Cell(str(number), number=exact(number)))
percents = st.decimals(-1000, 1000, places=2).map(lambda number: Cell(str(number), number=number, percent=True))
cells = st.one_of(words.map(text_cell), words.map(text_cell), numbers, percents)
blank = st.just(Cell())
names = st.sampled_from([*NAMES, *CHANGING * 10, "", "gpd"]).map(text_cell)
units = st.sampled_from([*[""] * 9, "亿元", "%", "12"]).map(text_cell)
rows = st.tuples(names, blank, cells, units, st.sampled_from([blank, blank, cells]).flatmap(lambda found: found))
HEADER = TableLine(1, tuple(Cell(text) for text in ("名称", "指标", "数值", "单位", "变化")))


@examples(15, 60)
@given(ledger=st.sampled_from(LEDGERS), found=st.lists(rows, min_size=1, max_size=6))
def test_a_form_is_refused_or_written_as_it_was_meant(ledger: str, found: list[tuple[Cell, ...]]) -> None:
    lines = tuple(TableLine(number, row) for number, row in enumerate(found, 2))
    good = []
    for line in lines:  # row by row, or one faulty row would hide what the others do
        findings = Findings()
        good += filled([Sheet("a.csv", (HEADER, line))], BOOKS[ledger], findings)
        assert all(rendered(finding, lang) and finding.span.cell for finding in findings.all for lang in ("zh", "en"))
    wanted = {one.figure.name: one.wanted for one in good}
    if wanted:
        assert amended(REPORT / ledger, wanted)[1] == []


@examples(15, 60)
@given(
    data=st.binary(max_size=200), start=st.sampled_from([b"", b"PK\x03\x04", "名称,数值\ngdp,".encode(), "名称,数值\n".encode("utf-16")])
)
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.xlsx"
        path.write_bytes(start + data)
        findings = Findings()
        filled(read_tables(str(path), findings), BOOKS["figures.yaml"], findings)
        assert all(rendered(finding, "zh") for finding in findings.all)


def test_a_figure_can_take_every_sort_of_value_and_give_it_back() -> None:
    """From a number to X, to a rank and on to a number, each time read back as it was written."""
    figure = BOOKS["figures.yaml"].figures["revenue_rank"]
    for value in (None, "第2", exact(3.5), exact(-2)):
        assert amended(REPORT / "figures.yaml", {figure.name: structs.replace(figure, value=value)})[1] == []
