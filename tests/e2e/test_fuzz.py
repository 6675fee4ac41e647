"""Whatever is in the files: a build ends with an exit code and words, soon, and an existing deck is whole afterwards."""

from __future__ import annotations

import os
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given
from hypothesis import strategies as st

from deckgen.cli.main import run
from deckgen.kinds.registry import KINDS
from deckgen.load.fields import HEAD
from tests.clock import seconds
from tests.examples import examples
from tests.load.test_fuzz import FILES, MARKS, edited, edits
from tests.strategies import names_of

LONGEST = 5  # seconds of the processor
OLD = b"an older deck"
NAMES = ("outline.yaml", "figures.yaml")

FIXTURES = [HealthCheck.function_scoped_fixture]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of its own, entered, so that messages and outputs are relative."""
    before = os.getcwd()
    made = tmp_path_factory.mktemp("fuzz")
    os.chdir(made)
    yield made
    os.chdir(before)


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, bytes]:
    """The shipped files, one of them edited as a keyboard would, or its bytes cut or damaged."""
    name = draw(st.sampled_from(NAMES))
    text = FILES[name]
    for change in draw(edits):
        text = edited(text, change)
    data = text.encode("utf-8", "surrogatepass")
    how = draw(st.sampled_from(["text", "text", "text", "cut", "byte", "gb18030"]))
    at = int(draw(st.floats(0, 1, exclude_max=True)) * len(data))
    if how == "cut":
        data = data[:at]
    elif how == "byte":
        data = data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
    elif how == "gb18030":
        data = text.encode("gb18030", "replace")
    return {other: data if other == name else content.encode() for other, content in FILES.items()}


keys = st.sampled_from(sorted(set(names_of(HEAD))))
scalars = st.one_of(st.text(max_size=30), st.integers(), st.booleans(), st.none(), st.sampled_from([*KINDS, "X", "**", "{gdp}"]))
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=5), max_leaves=30)


def ended(command: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["deckgen", *command])
    started = time.process_time()
    code = run(command)
    assert time.process_time() - started < seconds(LONGEST)
    return code


def check_build(files: dict[str, bytes], folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    deck = folder / "a.pptx"
    deck.write_bytes(OLD)
    code = ended(["build", "outline.yaml", "-o", "a.pptx", "--lang", "zh"], monkeypatch)
    said = capsys.readouterr()
    event(f"exit {code}")
    assert code in (0, 1, 2)
    assert "Traceback" not in said.err
    assert sorted(os.listdir(folder)) == ["a.pptx", *sorted(files)]
    if code:
        assert deck.read_bytes() == OLD
        assert said.err.strip()
    else:
        with zipfile.ZipFile(deck) as package:
            assert package.testzip() is None


@examples(20, 2_200, suppress_health_check=FIXTURES)
@given(files=mutated())
def test_a_mutated_report_is_built_or_refused(
    files: dict[str, bytes], folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_build(files, folder, capsys, monkeypatch)


@examples(10, 275, suppress_health_check=FIXTURES)
@given(value=values)
def test_any_yaml_is_built_or_refused(
    value: object, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import yaml

    text = yaml.safe_dump(value, allow_unicode=True)
    files = {"outline.yaml": text.encode("utf-8", "replace"), "figures.yaml": FILES["figures.yaml"].encode(), "figures.sample.yaml": b""}
    check_build(files, folder, capsys, monkeypatch)


@examples(10, 275, suppress_health_check=FIXTURES)
@given(data=st.binary(max_size=400))
def test_any_bytes_are_refused(data: bytes, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"outline.yaml": data, "figures.yaml": b"", "figures.sample.yaml": b""}
    check_build(files, folder, capsys, monkeypatch)


@st.composite
def grown(draw: st.DrawFn) -> dict[str, bytes]:
    """The shipped files, in one of them a piece or a line that somebody pasted again and again."""
    name = draw(st.sampled_from(NAMES))
    text = FILES[name]
    lines = text.split("\n")
    if draw(st.booleans()):
        at = draw(st.integers(0, len(lines) - 1))
        times = draw(st.sampled_from([50, 500, 3_000]))
        text = "\n".join([*lines[:at], *lines[at : at + 1] * times, *lines[at + 1 :]])
    else:
        at = draw(st.integers(0, len(text) - 1))
        piece = draw(st.sampled_from([*MARKS, text[at : at + 3], "长", "“", "，", "（", "12亿元", "2月31日", "\u200b"]))
        text = text[:at] + piece * (draw(st.sampled_from([300, 5_000, 19_000])) // len(piece) + 1) + text[at:]
    return {other: (text if other == name else content).encode("utf-8", "surrogatepass") for other, content in FILES.items()}


@examples(10, 300, suppress_health_check=FIXTURES)
@given(files=grown())
def test_a_report_that_grew_is_built_or_refused(
    files: dict[str, bytes], folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check_build(files, folder, capsys, monkeypatch)
