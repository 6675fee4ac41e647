"""New values in the text of a ledger: the words that change and no others, whatever the file looks like."""

from __future__ import annotations

import difflib
from decimal import Decimal
from pathlib import Path

import pytest
import ruamel.yaml
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from yaml.nodes import MappingNode

from deckgen.amounts import parsed_change, parsed_value
from deckgen.diagnostics import Findings
from deckgen.figures import Figure, Ledger
from deckgen.files import Folder, Memory, Overlay
from deckgen.form.amend import amended_text, differing
from deckgen.form.filled import Amendment
from deckgen.form.original import original
from deckgen.load.figures import read_ledger
from deckgen.load.nodes import composed
from tests.examples import examples
from tests.support import REPORT

LEDGERS = ("figures.yaml", "figures.sample.yaml")


def ledger_at(path: Path) -> Ledger:
    findings = Findings()
    ledger = read_ledger(str(path), Folder(), findings)
    assert not findings.failed, findings.all
    return ledger


def amended(path: Path, wanted: dict[str, Figure]) -> tuple[str, list[str]]:
    """The new text, and the names of the figures that it would not give as wanted."""
    ledger = ledger_at(path)
    raw = path.read_bytes().decode()
    root = composed(str(path), raw.replace("\r\n", "\n"), Findings()).root
    assert isinstance(root, MappingNode)
    amendments = [Amendment(ledger.figures[name], figure) for name, figure in wanted.items()]
    text = amended_text(raw, root, amendments, list(ledger.figures))
    again = Findings()
    found = read_ledger(str(path), Overlay(Memory({str(path): text}), Folder()), again)
    return text, differing(found.figures, {**ledger.figures, **wanted}) if not again.failed else ["unreadable"]


def changed(path: Path, name: str, value: str = "", unit: str = "", change: str = "") -> tuple[str, list[str]]:
    figure = ledger_at(path).figures[name]
    fields: dict[str, object] = {"value": parsed_value(value)[0]} if value else {}
    fields |= {"unit": unit} if unit else {}
    fields |= {"change": parsed_change(change)} if change else {}
    return amended(path, {name: structs.replace(figure, **fields)})


def lines_of_diff(before: str, after: str) -> list[str]:
    return [line for line in difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="") if line[:3] not in ("---", "+++") and line[0] != "@"]  # fmt: skip


FIELDS = "label: 甲, unit: 家"
CASES = [
    # a plain value, in block and in flow, with odd spaces, a comment, quotes
    ("figures:\n  a:\n    label: 甲\n    value:   X   # 待报\n    unit: 家\n", {"value": "12"}, ["-    value:   X   # 待报", "+    value:   12   # 待报"]),
    ("figures:\n    a: {  label: 甲 ,  value: X ,unit: 家  }\n", {"value": "12"}, ["-    a: {  label: 甲 ,  value: X ,unit: 家  }", "+    a: {  label: 甲 ,  value: 12 ,unit: 家  }"]),
    ("figures:\n  a: {label: 甲, value: 'X', unit: 家}\n", {"value": "12"}, ["-  a: {label: 甲, value: 'X', unit: 家}", "+  a: {label: 甲, value: '12', unit: 家}"]),
    ('figures:\n  a: {label: 甲, value: "X"}\n', {"value": "第1"}, ['-  a: {label: 甲, value: "X"}', '+  a: {label: 甲, value: "第1"}']),
    ("figures:\n  a: {label: 甲, value: 12, unit: 家}\n", {"value": "-3"}, ["-  a: {label: 甲, value: 12, unit: 家}", "+  a: {label: 甲, value: -3, unit: 家}"]),
    ("figures:\n  a: {label: 甲, value: 12}", {"value": "X"}, ["-  a: {label: 甲, value: 12}", "+  a: {label: 甲, value: X}"]),
    # a percent sign of its own stays
    ("figures:\n  a: {label: 甲, value: 100%}\n", {"value": "99.5"}, ["-  a: {label: 甲, value: 100%}", "+  a: {label: 甲, value: 99.5%}"]),
    ("figures:\n  a: {label: 甲, value: X%}\n", {"value": "99.5"}, ["-  a: {label: 甲, value: X%}", "+  a: {label: 甲, value: 99.5%}"]),
    # a value over several lines
    ("figures:\n  a:\n    label: 甲\n    value: |\n      X\n    unit: 家\n", {"value": "12"}, ["-    value: |", "-      X", "+    value: 12"]),
    # a change keeps its words and spaces
    ("figures:\n  a: {label: 甲, value: 1, change: 占比 X%}\n", {"change": "占比57.4%"}, ["-  a: {label: 甲, value: 1, change: 占比 X%}", "+  a: {label: 甲, value: 1, change: 占比 57.4%}"]),
    ("figures:\n  a: {label: 甲, value: 1, change: '同比 +X%'}\n", {"change": "同比 -3%"}, ["-  a: {label: 甲, value: 1, change: '同比 +X%'}", "+  a: {label: 甲, value: 1, change: '同比 -3%'}"]),
    ("figures:\n  a: {label: 甲, value: 1, change: 同比 +X%}\n", {"change": "持平"}, ["-  a: {label: 甲, value: 1, change: 同比 +X%}", "+  a: {label: 甲, value: 1, change: 持平}"]),
    ("figures:\n  a: {label: 甲, value: 1, change: {wording: 同比, value: X, unit: '%'}}\n", {"change": "同比 +7.8%"}, ["-  a: {label: 甲, value: 1, change: {wording: 同比, value: X, unit: '%'}}", "+  a: {label: 甲, value: 1, change: {wording: 同比, value: 7.8, unit: '%'}}"]),
    ("figures:\n  a:\n    label: 甲\n    value: 1\n    change:\n      wording: 同比\n      value: X%\n    source: 乙\n", {"change": "同比 +7.8%"}, ["-      value: X%", "+      value: 7.8%"]),
    ("figures:\n  a:\n    label: 甲\n    value: 1\n    change:\n      wording: 同比\n      value: X%\n    source: 乙\n", {"change": "占比57%"}, ["-      wording: 同比", "-      value: X%", "+      占比57%"]),
    # fields that were not there
    ("figures:\n  a:\n    label: 甲\n    value: X # 待报\n    # 附注\n    source: 乙\n", {"value": "1", "unit": "亿元", "change": "同比 +7.8%"}, ["-    value: X # 待报", "+    value: 1 # 待报", "+    unit: 亿元", "+    change: 同比 +7.8%"]),
    ("figures:\n  a: {label: 甲, value: X, unit: 家, source: 乙}\n", {"change": "同比 +7.8%"}, ["-  a: {label: 甲, value: X, unit: 家, source: 乙}", "+  a: {label: 甲, value: X, unit: 家, change: 同比 +7.8%, source: 乙}"]),
    ("figures:\n  a: {label: 甲, value: X}\n", {"value": "8", "unit": "%"}, ["-  a: {label: 甲, value: X}", "+  a: {label: 甲, value: 8, unit: '%'}"]),
    # texts that YAML would read otherwise
    ("figures:\n  a: {label: 甲, value: 第1}\n", {"value": "前三"}, ["-  a: {label: 甲, value: 第1}", "+  a: {label: 甲, value: 前三}"]),
    # json is YAML too
    ('{"figures": {"a": {"label": "甲", "value": "X", "unit": "家"}}}', {"value": "12"}, ['-{"figures": {"a": {"label": "甲", "value": "X", "unit": "家"}}}', '+{"figures": {"a": {"label": "甲", "value": "12", "unit": "家"}}}']),
]  # fmt: skip


@pytest.mark.parametrize(("before", "fields", "diff"), CASES)
def test_the_words_of_one_figure(before: str, fields: dict[str, str], diff: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(before, encoding="utf-8")
    after, wrong = changed(path, "a", **fields)
    assert lines_of_diff(before, after) == diff
    assert wrong == []


BASE = "figures:\n" + "".join(f"  {name}: {{label: {name}, value: X, unit: 家}}\n" for name in "abcd")
OVER = [
    # a value alone, a value with a change, an entry that only the base has: in its order, at the end, at the start
    ("figures:\n  a: 1\n", "a", {"value": "2"}, ["-  a: 1", "+  a: 2"]),
    ("figures:\n  a: 1 # 注\n", "a", {"change": "同比 +5%"}, ["-  a: 1 # 注", "+  a: {value: 1, change: 同比 +5%} # 注"]),
    ("figures:\n  a: 1\n  # 二\n  d: 4\n", "c", {"value": "3"}, ["+  c: 3"]),
    ("figures:\n  a: 1\n  b: {value: 2}  # 注\n", "d", {"value": "4", "change": "持平"}, ["+  d: {value: 4, change: 持平}"]),
    ("figures:\n  # 一\n  c: 1\n", "a", {"value": "3"}, ["+  a: 3"]),
    ("figures: {}\n", "a", {"value": "3"}, ["-figures: {}", "+figures: {a: 3}"]),
    ("figures: {a: 1, d: 2}\n", "b", {"value": "3"}, ["-figures: {a: 1, d: 2}", "+figures: {a: 1, b: 3, d: 2}"]),
    ("figures:\n  a: {}\n", "a", {"value": "3"}, ["-  a: {}", "+  a: {value: 3}"]),
    ("figures:\n  a:\n  b: 2\n", "a", {"value": "3"}, ["-  a:", "+  a: 3"]),
    ("figures:\n  a: {value: }\n", "a", {"value": "3"}, ["-  a: {value: }", "+  a: {value: 3}"]),
    ("figures:\n  a:\n    value:\n    unit: 个\n", "a", {"value": "3"}, ["-    value:", "+    value: 3"]),
    ("figures:\n  a:\n    unit: 个\n", "a", {"value": "3"}, ["+    value: 3"]),
    ("figures:\n  a: 1", "b", {"value": "3"}, ["+  b: 3"]),
]


@pytest.mark.parametrize(("over", "name", "fields", "diff"), OVER)
def test_a_ledger_over_another(over: str, name: str, fields: dict[str, str], diff: list[str], tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    path = tmp_path / "over.yaml"
    before = f"sample: true\nextends: base.yaml\n{over}"
    path.write_text(before, encoding="utf-8")
    after, wrong = changed(path, name, **fields)
    assert lines_of_diff(before, after) == diff
    assert wrong == []
    assert (tmp_path / "base.yaml").read_text(encoding="utf-8") == BASE


def test_several_new_entries_keep_the_order_of_the_base(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    path = tmp_path / "over.yaml"
    path.write_text("extends: base.yaml\nfigures:\n  b: 2\n", encoding="utf-8")
    figures = ledger_at(path).figures
    text, wrong = amended(path, {name: structs.replace(figures[name], value=Decimal(7)) for name in "acd"})
    assert text == "extends: base.yaml\nfigures:\n  a: 7\n  b: 2\n  c: 7\n  d: 7\n"
    assert wrong == []


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("# 一\r\nfigures:\r\n  a:\n    label: 甲\r\n    value: X\r\n  b: {label: 乙, value: X}\r\n".encode())
    figures = ledger_at(path).figures
    wanted = {"a": structs.replace(figures["a"], value=Decimal(1), unit="家"), "b": structs.replace(figures["b"], value=Decimal(2))}
    text, wrong = amended(path, wanted)
    assert text == "# 一\r\nfigures:\r\n  a:\n    label: 甲\r\n    value: 1\r\n    unit: 家\r\n  b: {label: 乙, value: 2}\r\n"
    assert wrong == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_goes_back_in_its_encoding(encoding: str) -> None:
    data = "指标：甲\r\n".encode(encoding)
    found = original(data)
    assert found is not None
    assert found.text == "指标：甲\r\n"
    assert found.encoded(found.text) == data
    assert original(b"\xff\xff\xff") is None
    assert original(b"\xfe\xff" + "指".encode("utf-16-be")) is None  # would come back in the other order of bytes


@pytest.mark.parametrize(
    "text",
    [
        "figures:\n  a: &x {label: 甲, value: X}\n  b: *x\n",
        "figures:\n  a: {label: 甲, value: &x X}\n  b: {label: 乙, value: *x}\n",
    ],
)
def test_a_figure_that_shares_its_words_is_noticed(text: str, tmp_path: Path) -> None:
    """Changing the one would change the other, or leave an alias without its anchor."""
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    assert changed(path, "a", value="1")[1] != []


def test_a_sample_that_would_pass_for_a_fact_is_noticed() -> None:
    figures = ledger_at(REPORT / "figures.sample.yaml").figures
    known = {name: structs.replace(figure, sample=False) for name, figure in figures.items()}
    assert differing(figures, known) == []
    assert differing(known, figures) == [name for name, figure in figures.items() if figure.sample]


def plain_data(text: str) -> object:
    """The file as anybody else reads it."""
    return yaml.load(text, Loader=yaml.CSafeLoader)


def comments(text: str) -> list[str]:
    return [line[line.index("#") :] for line in text.split("\n") if "#" in line]


values = st.one_of(st.none(), st.decimals(-(10**6), 10**9, places=2), st.integers(0, 10**6).map(Decimal), st.just("第2"))


@examples(8, 25)
@given(ledger=st.sampled_from(LEDGERS), picks=st.dictionaries(st.integers(0, 115), values, min_size=1, max_size=12), move=st.decimals(-99, 99, places=1))  # fmt: skip
def test_any_fill_of_the_shipped_ledgers_touches_only_lines_of_its_figures(
    ledger: str, picks: dict[int, Decimal | str | None], move: Decimal
) -> None:
    path = REPORT / ledger
    figures = list(ledger_at(path).figures.values())
    wanted = {}
    for place, value in picks.items():
        figure = figures[place]
        change = structs.replace(figure.change, value=move) if figure.change and figure.change.signed else figure.change
        wanted[figure.name] = structs.replace(figure, value=value, change=change)
    before = path.read_text(encoding="utf-8")
    after, wrong = amended(path, wanted)
    assert wrong == []
    assert comments(after) == comments(before)
    touched = [line for line in lines_of_diff(before, after) if line[0] == "+"]
    assert all(line.split(":")[0].strip("+ ") in ("value", "change", *wanted) for line in touched)
    assert len(touched) <= 2 * len(wanted)
    old, new = plain_data(before), plain_data(after)
    assert isinstance(old, dict)
    assert isinstance(new, dict)
    for name in new["figures"]:
        assert name in wanted or new["figures"][name] == old["figures"][name]


def test_the_library_that_writes_files_back_would_touch_more() -> None:
    """Why the words are replaced in the text: ruamel keeps the shipped ledgers byte for byte, but not what others may write."""
    library = ruamel.yaml.YAML()
    library.width, library.preserve_quotes = 4096, True
    library.indent(2, 4, 2)

    def written(text: str) -> str:
        from io import StringIO

        buffer = StringIO()
        library.dump(library.load(text), buffer)
        return buffer.getvalue()

    for ledger in LEDGERS:
        text = (REPORT / ledger).read_text(encoding="utf-8")
        assert written(text) == text
    assert written(CASES[0][0]) != CASES[0][0]
    assert written(CASES[1][0]) != CASES[1][0]
