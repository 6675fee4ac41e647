"""The door for programs: what may be handed in, what comes back, what is raised, and that the host stays as it was."""

from __future__ import annotations

import copy
import io
import os
import pickle
import re
import subprocess
import sys
from collections import OrderedDict, UserDict
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml
from pptx import Presentation

import deckgen
from deckgen.write import save
from tests.some import some
from tests.support import LEDGERS, OUTLINE, REPORT, ROOT
from tests.test_docs import blocks

TEXT = """title: 报告
notes: 备注
parts:
- title: 一
  slides:
  - kind: points
    title: 产值
    points: ['产值 {gdp}，稳中有升', 第二个要点]
    notes: 备注
"""
LEDGER = "figures:\n  gdp: {label: 产值, value: 412.6, unit: 亿元}\n"
UNKNOWN = "figures:\n  gdp: {label: 产值, value: X, unit: 亿元}\n"


def mapping() -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load(TEXT)
    return made


def ledger() -> dict[str, Any]:
    made: dict[str, Any] = yaml.safe_load(LEDGER)
    return made


def slide_of(outline: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = outline["parts"][0]["slides"][0]
    return made


def words_of(data: bytes | None) -> str:
    assert data is not None
    slides = Presentation(io.BytesIO(data)).slides
    return "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)


def refused(*arguments: Any, **options: Any) -> deckgen.OutlineError:
    with pytest.raises(deckgen.OutlineError) as caught:
        deckgen.build(*arguments, **options)
    return caught.value


# ---- what goes in


def test_the_report_by_its_path_is_what_the_command_builds(tmp_path: Path) -> None:
    built = deckgen.build(OUTLINE, figures=LEDGERS["sample"])
    command = [sys.executable, "-m", "deckgen", "build", OUTLINE, "--figures", LEDGERS["sample"], "-o", tmp_path / "a.pptx"]
    subprocess.run(command, check=True, capture_output=True)
    assert built.data == (tmp_path / "a.pptx").read_bytes()
    assert (built.path, built.slides, built.unknown) == (None, 16, ())
    assert "gdp" in built.samples


def test_path_text_and_mapping_give_the_same_deck(tmp_path: Path) -> None:
    (tmp_path / "outline.yaml").write_text(f"figures: figures.yaml\n{TEXT}", encoding="utf-8")
    (tmp_path / "figures.yaml").write_text(LEDGER, encoding="utf-8")
    by_path = deckgen.build(str(tmp_path / "outline.yaml"))
    by_text = deckgen.build(TEXT, figures=LEDGER)
    by_mapping = deckgen.build(mapping(), figures=ledger())
    assert "412.6" in words_of(by_path.data)
    assert by_path.data == by_text.data == by_mapping.data
    assert by_path.findings == by_text.findings == by_mapping.findings == []


def test_the_whole_report_as_mappings_gives_the_same_deck() -> None:
    outline, book = (yaml.safe_load((REPORT / name).read_text(encoding="utf-8")) for name in ("outline.yaml", "figures.yaml"))
    del outline["figures"]
    by_mapping, by_path = deckgen.build(outline, figures=book), deckgen.build(OUTLINE)
    assert by_mapping.data == by_path.data
    assert by_mapping.unknown == by_path.unknown != ()
    assert [f.rule for f in by_mapping.findings] == [f.rule for f in by_path.findings]


@pytest.mark.parametrize("folder", ["", "elsewhere"])
def test_files_named_in_a_text_are_looked_for_in_the_current_folder(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "figures.yaml").write_text(LEDGER, encoding="utf-8")
    text = f"figures: {os.path.join(folder, 'figures.yaml')}\n{TEXT}"
    if folder:
        assert [finding.rule for finding in refused(text).findings] == ["load/missing-reference"]
    else:
        assert "412.6" in words_of(deckgen.build(text).data)


def test_a_ledger_in_memory_may_extend_one_on_disk(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(LEDGER, encoding="utf-8")
    book = {"extends": str(tmp_path / "base.yaml"), "figures": {"gdp": {"value": 500}}}
    assert "500亿元" in words_of(deckgen.build(TEXT, figures=book).data)


@pytest.mark.parametrize("theme", ["zhengwu-blue", ROOT / "themes" / "zhengwu-blue", str(ROOT / "themes" / "zhengwu-blue")])
def test_a_theme_by_name_or_by_path(theme: str | Path) -> None:
    red, blue = deckgen.build(TEXT, figures=LEDGER).data, deckgen.build(f"theme: zhengwu-blue\n{TEXT}", figures=LEDGER).data
    assert deckgen.build(TEXT, theme=theme, figures=LEDGER).data == blue != red


VALUES: list[tuple[object, str]] = [
    ("412.6", "412.6"),
    (Decimal("412.60"), "412.60"),
    (Decimal("1E+3"), "1,000"),
    (412.5, "412.5"),
    (7, "7"),
]


@pytest.mark.parametrize(("value", "shown"), VALUES, ids=str)
def test_a_figure_as_any_kind_of_number(value: object, shown: str) -> None:
    book = {"figures": {"gdp": {"label": "产值", "value": value, "unit": "亿元"}}}
    assert f"{shown.replace(',', '')}亿元" in words_of(deckgen.build(mapping(), figures=book).data).replace(",", "")


@pytest.mark.parametrize("kind", [OrderedDict, UserDict, MappingProxyType, dict])
def test_any_kind_of_mapping(kind: Any) -> None:
    outline = kind({**mapping(), "date": date(2020, 1, 15), "parts": tuple(mapping()["parts"])})
    built = deckgen.build(outline, figures=kind(ledger()))
    assert "2020年1月15日" in words_of(built.data)


def test_lines_and_spaces_of_notes_in_a_mapping_stay_as_they_are() -> None:
    notes = "甲 乙\n丙 #丁\n'戊': \"己\""
    outline = mapping()
    slide_of(outline)["notes"] = notes
    deck = Presentation(io.BytesIO(deckgen.build(outline, figures=ledger()).data or b""))
    assert deck.slides[-1].notes_slide.notes_text_frame.text == notes


def test_a_value_that_stands_twice_in_a_mapping() -> None:
    outline = mapping()
    outline["parts"].append({"title": "二", "slides": [{**slide_of(outline), "title": "同样的要点"}]})
    assert outline["parts"][1]["slides"][0]["points"] is slide_of(outline)["points"]
    assert words_of(deckgen.build(outline, figures=ledger()).data).count("第二个要点") == 2


def test_a_mapping_is_left_as_it_was() -> None:
    outline, book = mapping(), ledger()
    before = copy.deepcopy((outline, book))
    deckgen.build(outline, figures=book)
    assert (outline, book) == before


def test_final_refuses_what_is_unknown() -> None:
    built = deckgen.build(TEXT, figures=UNKNOWN)
    assert (built.unknown, built.samples) == (("gdp",), ())
    assert [finding.rule for finding in refused(TEXT, figures=UNKNOWN, final=True).findings] == ["content/unknown-value"]


# ---- what comes back


def test_a_deck_at_a_path(tmp_path: Path) -> None:
    built = deckgen.build(TEXT, tmp_path / "new" / "a.pptx", figures=LEDGER)
    assert (built.path, built.data) == (str(tmp_path / "new" / "a.pptx"), None)
    assert (tmp_path / "new" / "a.pptx").read_bytes() == deckgen.build(TEXT, figures=LEDGER).data
    assert os.listdir(tmp_path / "new") == ["a.pptx"]


def test_in_a_folder_the_title_names_the_deck(tmp_path: Path) -> None:
    assert deckgen.build(TEXT, str(tmp_path), figures=LEDGER).path == str(tmp_path / "报告.pptx")
    assert os.listdir(tmp_path) == ["报告.pptx"]


def test_a_deck_into_an_open_file(tmp_path: Path) -> None:
    with open(tmp_path / "a.pptx", "wb") as file:
        built = deckgen.build(TEXT, file, figures=LEDGER)
    assert (built.path, built.data, built.slides) == (None, None, 2)
    assert (tmp_path / "a.pptx").read_bytes() == deckgen.build(TEXT, figures=LEDGER).data


def test_check_says_what_the_command_says(tmp_path: Path) -> None:
    found = deckgen.check(OUTLINE)
    command = [sys.executable, "-m", "deckgen", "check", str(OUTLINE), "--lang", "en"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    lines: list[str] = []
    hints: set[tuple[str, str]] = set()
    for finding in found:
        first, *hint = finding.told("en").split("\n")
        lines += [first, *(line for line in hint if (finding.rule, line) not in hints)]  # the command says a hint of a rule once
        hints |= {(finding.rule, line) for line in hint}
    assert hints
    assert lines == said.splitlines()[:-2]  # how long it takes, how many findings there are


def test_check_tells_errors_and_raises_none() -> None:
    assert [finding.rule for finding in deckgen.check("nowhere.yaml")] == ["load/missing-file"]
    assert [finding.rule for finding in deckgen.check(TEXT)] == ["load/no-ledger"]
    assert deckgen.check(TEXT, figures=LEDGER) == []


def test_check_takes_a_finished_deck(tmp_path: Path) -> None:
    deckgen.build(TEXT, tmp_path / "a.pptx", figures=LEDGER)
    assert deckgen.check(tmp_path / "a.pptx") == []
    (tmp_path / "b.pptx").write_bytes(b"PK\3\4")
    assert [finding.rule for finding in deckgen.check(tmp_path / "b.pptx")] == ["package/not-a-deck"]


# ---- where something is wrong


def places(error: deckgen.OutlineError) -> list[str]:
    return [str(finding).partition(": ")[0] for finding in error.findings]


def test_places_in_a_text_are_lines_and_columns() -> None:
    text = TEXT.replace("    title: 产值", "    titel: 产值")
    assert places(refused(text, figures=LEDGER)) == ["<outline>:7:5"]
    assert places(refused(TEXT, figures=LEDGER.replace("label", "labl"))) == ["<ledger>:2:9"]


def test_places_in_a_mapping_are_its_keys() -> None:
    outline, book = mapping(), ledger()
    outline["parts"].append({"title": "二", "slides": [{"title": "没有种类"}]})
    outline["parts"][0]["slides"].append({"kind": "points", "title": ["甲"], "points": ["产值 {gpd}"], "extra.key": 1})
    book["figures"]["gdp"]["value"] = "1e5"
    assert set(places(refused(outline, figures=book))) == {
        "outline.parts[1].slides[0]",
        "outline.parts[0].slides[1].title",
        "outline.parts[0].slides[1].points[0]",
        "outline.parts[0].slides[1].extra.key",
        "ledger.figures.gdp.value",
    }


def nested(depth: int, inside: Any) -> Any:
    for _ in range(depth):
        inside = [inside]
    return inside


@pytest.mark.parametrize(
    ("changes", "place", "rule"),
    [
        ({"title": "坏\ud800字"}, "outline.title", "load/control-character"),
        ({"坏\udfff": 1}, "outline", "load/control-character"),
        ({"title": 10**5000}, "outline.title", "load/number"),
        ({"keep": [1, -(10**5000)]}, "outline.keep[1]", "load/number"),
        ({"title": nested(3000, "甲")}, "outline", "load/too-deep"),
        ({"title": nested(200_000, "坏\ud800")}, "outline", "load/too-deep"),
    ],
)
@pytest.mark.parametrize("call", [deckgen.build, deckgen.check])
def test_what_no_file_could_hold_is_a_finding_at_its_key(changes: Any, place: str, rule: str, call: Any) -> None:
    with pytest.raises(deckgen.OutlineError) as error:
        call({**mapping(), **changes})
    assert [(finding.span.path, finding.rule) for finding in error.value.findings] == [(place, rule)]


def test_a_text_that_no_file_could_hold_is_a_finding() -> None:
    with pytest.raises(deckgen.OutlineError) as error:
        deckgen.check("title: 坏\ud800\nparts: []\n")
    assert [finding.rule for finding in error.value.findings] == ["load/control-character"]


def test_an_empty_name_and_the_name_of_a_device_are_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="“”"):
        deckgen.build(mapping(), "", figures=LEDGER)
    with pytest.raises(OSError, match=r"con\.pptx"):
        deckgen.build(mapping(), tmp_path / "con.pptx", figures=LEDGER)
    assert list(tmp_path.iterdir()) == []


def test_what_lacks_in_a_mapping_is_said_of_the_mapping_not_of_its_first_key() -> None:
    error = refused({"kicker": "眉题"})
    assert places(error) == ["outline", "outline"]
    assert [finding.facts["key"] for finding in error.findings] == ["title", "parts"]


def test_warnings_of_a_mapping_are_at_its_keys() -> None:
    outline = mapping()
    del slide_of(outline)["notes"]
    for findings in (deckgen.build(outline, figures=ledger()).findings, deckgen.check(outline, figures=ledger())):
        assert [(finding.rule, finding.span.path) for finding in findings] == [("content/missing-notes", "outline.parts[0].slides[0]")]


def test_an_unknown_theme_is_said_of_the_argument() -> None:
    assert places(refused(TEXT, figures=LEDGER, theme="zhengwu-rot")) == ["theme"]


def test_the_text_of_an_error_is_its_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    error = refused({"kicker": "眉题", "titel": "报告", "parts": []})
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "outline.titel: 错误[load/unknown-key] 不认识的字段 `titel`\n  提示：是不是 `title`？" in str(error)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert "outline.titel: error[load/unknown-key] unknown field `titel`" in str(error)
    assert str(error) == "\n".join(map(str, error.findings))


def test_errors_go_from_one_process_to_another() -> None:
    error = refused({"titel": "报告"})
    copied = pickle.loads(pickle.dumps(error))
    assert sorted(map(str, copied.findings)) == sorted(map(str, error.findings))
    with pytest.raises(save.SaveError) as caught:
        deckgen.build(TEXT, __file__ + "/a.pptx", figures=LEDGER)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.what, str(again)) == (caught.value.what, str(caught.value))


@pytest.mark.parametrize(
    ("name", "rule"), [("none.yaml", "load/missing-file"), ("", "load/is-a-folder"), ("pipe", "load/not-a-file"), ("zip", "load/not-text")]
)
def test_what_cannot_be_read(name: str, rule: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zip").write_bytes(b"PK\3\4")
    assert [finding.rule for finding in refused(tmp_path / name).findings] == [rule]
    assert rule in {finding.rule for finding in refused(TEXT, figures=tmp_path / name).findings}


HOLE: dict[str, Any] = {"title": "报告"}
HOLE["parts"] = [HOLE]
DEEP: Any = []
for _ in range(5000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    ("source", "rule"),
    [(HOLE, "load/recursive-alias"), ({"title": "报告", "parts": DEEP}, "load/too-deep"), ({}, "load/missing-key")],
    ids=["in itself", "deep", "empty"],
)
def test_mappings_that_no_report_is(source: Mapping[str, object], rule: str) -> None:
    assert {finding.rule for finding in refused(source).findings} == {rule}


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        ((b"title: a\n",), {}, "the outline is a path, YAML text of several lines or a mapping, not bytes"),
        ((None,), {}, "the outline is a path.*not NoneType"),
        (([mapping()],), {}, "the outline is a path.*not list"),
        ((TEXT,), {"figures": 3}, "the ledger is a path.*not int"),
        ((TEXT,), {"theme": ["zhengwu-red"]}, "the theme is the name or the path of a theme, not list"),
        ((TEXT,), {"final": "no"}, "final is True or False, not str"),
        ((TEXT,), {"language": 3}, "language is a text such as 'en-GB', not int"),
        ((TEXT, 3), {}, "output is a path or a file opened for writing bytes, not int"),
        ((TEXT, io.StringIO()), {}, "output is a file opened for text; open it with mode 'wb'"),
        (({"title": object()},), {}, "the outline holds <object object.*; only texts, numbers, dates, lists and mappings"),
        (({"title": "a", "parts": [b"bytes"]},), {}, "the outline holds b'bytes'"),
        ((TEXT,), {"figures": {"figures": {"gdp": 1j}}}, "the ledger holds 1j"),
    ],
)
def test_arguments_of_a_wrong_kind(arguments: tuple[Any, ...], options: dict[str, Any], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        deckgen.build(*arguments, **options)


def test_a_deck_that_was_there_survives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pptx"
    path.write_bytes(b"old")
    refused(TEXT, path)
    assert path.read_bytes() == b"old"

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(save.os, "fsync", full)
    with pytest.raises(OSError, match=r"disk is full|磁盘已满"):
        deckgen.build(TEXT, path, figures=LEDGER)
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.pptx"]


def test_a_device_is_not_replaced_by_a_deck(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match=r"pipe or a device|管道或设备"):
        deckgen.build(TEXT, tmp_path / "pipe", figures=LEDGER)
    assert (tmp_path / "pipe").is_fifo()
    assert os.listdir(tmp_path) == ["pipe"]


# ---- the host


def test_builds_beside_one_another(tmp_path: Path) -> None:
    """Each gives what it gives alone, and two that write into one folder do not meet in a file in the making."""
    ledgers = [{"figures": {"gdp": {"label": "产值", "value": value, "unit": "亿元"}}} for value in range(100, 124)]
    alone = [deckgen.build(TEXT, figures=book).data for book in ledgers]

    def one(number: int) -> bytes | None:
        deckgen.build(mapping(), tmp_path / f"{number}.pptx", figures=ledgers[number], theme="zhengwu-blue")
        return deckgen.build(mapping(), figures=ledgers[number]).data

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(len(ledgers)))) == alone
    assert len(set(alone)) == len(ledgers)
    assert sorted(os.listdir(tmp_path)) == sorted(f"{number}.pptx" for number in range(len(ledgers)))


HOST = """
import gc, os, signal, sys, threading, warnings, locale

def state():
    return {
        "collector": (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()),
        "streams": [(id(s), s.encoding, s.errors, s.line_buffering) for s in (sys.stdin, sys.stdout, sys.stderr)],
        "warnings": list(warnings.filters),
        "signals": [signal.getsignal(n) for n in sorted(signal.valid_signals())],
        "hooks": (sys.excepthook, sys.unraisablehook, threading.excepthook, sys.displayhook),
        "limits": (sys.getrecursionlimit(), sys.getswitchinterval(), sys.get_int_max_str_digits()),
        "environment": dict(os.environ),
        "folder": os.getcwd(),
        "path": (list(sys.path), list(sys.meta_path), list(sys.path_hooks)),
        "locale": locale.setlocale(locale.LC_ALL),
        "threads": threading.active_count(),
        "yaml": {loader: dict(loader.yaml_constructors) for loader in (yaml.SafeLoader, yaml.CSafeLoader)}
        | {dumper: dict(dumper.yaml_representers) for dumper in (yaml.SafeDumper, yaml.CSafeDumper)},
    }

import yaml
before, known = state(), dict(sys.modules)
import deckgen
assert state() == before
slow = sorted({name.partition(".")[0] for name in set(sys.modules) - set(known)} - {"deckgen", "__future__", "typing", "_typing"})
print("imported:", slow, sorted(name for name in sys.modules if name.startswith("deckgen.")))
deck = deckgen.build(sys.argv[1])
found = deckgen.check(sys.argv[1])
try:
    deckgen.build("nowhere.yaml")
except deckgen.OutlineError as error:
    str(error)
after = state()
changed = {name for name in before if before[name] != after[name]}
assert not changed, changed
assert {name for name in known if sys.modules.get(name) is not known[name]} == set()
assert [name for name, module in sys.modules.items() if module is None] == []
assert not [name for name in sys.modules if name.startswith(("deckgen.cli", "click"))]
print(deck.slides, len(found) > 0)
"""


def test_the_host_stays_as_it_was() -> None:
    ended = subprocess.run([sys.executable, "-c", HOST, OUTLINE], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == ["imported: [] ['deckgen.check']", "16 True"]


def test_the_function_is_not_hidden_by_the_package_of_its_name() -> None:
    code = "import deckgen; from deckgen.check import run; import deckgen.pipeline, deckgen.check.run; print(callable(deckgen.check), run.__name__)"
    other = "import deckgen.pipeline, deckgen; from deckgen import check; print(callable(check), check is deckgen.check)"
    for program, said in ((code, "True deckgen.check.run"), (other, "True True")):
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
        assert ended.stdout.strip() == said, ended.stderr


def test_nothing_else_is_offered() -> None:
    assert {name for name in deckgen.__all__ if not getattr(deckgen, name)} == set()
    with pytest.raises(AttributeError, match="module 'deckgen' has no attribute 'biuld'"):
        _ = deckgen.biuld  # type: ignore[attr-defined]


def test_the_examples_of_the_docs_run(tmp_path: Path) -> None:
    for name in ("outline.yaml", "figures.yaml"):
        (tmp_path / name).write_bytes((REPORT / name).read_bytes())
    examples = blocks(ROOT / "docs" / "api.md", "python")
    assert len(examples) == 3
    for example in some(examples):
        ended = subprocess.run([sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
        assert (ended.returncode, ended.stderr) == (0, "")
    assert (tmp_path / "briefing.pptx").is_file()


def test_the_signature_in_the_docs_is_that_of_the_code() -> None:
    import inspect

    text = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    for function in (deckgen.build, deckgen.check):
        bare = re.sub(r": [^,=)]+(?: = )?(?=[,)=])|: .*? = ", lambda match: "=" if match[0].endswith("= ") else "", "")
        shown = ", ".join(
            parameter.name if parameter.default is parameter.empty else f"{parameter.name}={parameter.default!r}"
            for parameter in inspect.signature(function).parameters.values()
        )
        assert bare == ""
        assert f"deckgen.{function.__name__}({shown})" in text.replace("*, ", "")
