"""Answers for programs: one object, the keys that docs/json.md names and no others, in any language and on any console."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from deckgen import __version__
from tests.cli.conftest import Deckgen
from tests.some import some
from tests.support import ROOT

DOCUMENT = ROOT / "docs" / "json.md"
FINDING = {"rule", "severity", "file", "line", "column", "slide", "shape", "cell", "message", "hint"}
SPEECH = (
    "工作报告\n各位代表：\n一、坚持项目为王\n全年完成投资12亿元，增长8%。开工项目30个。\n二、坚持民生为本\n新增就业5000人，办好20件实事。\n"
)
FIGURES = "title: 报告\nfigures: figures.yaml\nparts: [{title: 一, slides: [{kind: points, title: 甲, points: [乙, 丙], figures: [gdp], notes: '{gdp}'}]}]\n"
LEDGER = "figures:\n  gdp: {label: 生产总值, value: X, unit: 亿元, source: 统计局, change: 同比 +X%}\n"
# Section of the document → a command that gives it, or several whose keys are taken together.
COMMANDS = {
    "check": ["check faulty.yaml", "check a.pptx"],
    "figures": ["figures ledger.yaml"],
    "kinds": ["kinds", "kinds --icons"],
    "themes": ["themes"],
    "theme inspect": ["theme inspect a.pptx"],
    "theme check": ["theme check civic"],
    "theme diff": ["theme diff a.pptx b.pptx"],
    "import": ["import speech.txt"],
    "diff": ["diff outline.yaml changed.yaml"],
    "score": ["score a.pptx"],
    "explain": ["explain"],
    "doctor": ["doctor"],
}


@pytest.fixture
def files(deckgen: Deckgen) -> Deckgen:
    text = Path("outline.yaml").read_text(encoding="utf-8")
    Path("faulty.yaml").write_text(text.replace("title: 甲", "titel: 甲"), encoding="utf-8")
    Path("changed.yaml").write_text(text.replace("丙", "丁丁"), encoding="utf-8")
    Path("ledger.yaml").write_text(FIGURES, encoding="utf-8")
    Path("figures.yaml").write_text(LEDGER, encoding="utf-8")
    Path("speech.txt").write_text(SPEECH, encoding="utf-8")
    assert deckgen("build", "outline.yaml", "-o", "a.pptx").code == 0
    assert deckgen("build", "outline.yaml", "-o", "b.pptx", "--theme", "zhengwu-blue").code == 0
    shutil.copytree(ROOT / "themes" / "yemu", "own")
    return deckgen


def documented() -> dict[str, set[str]]:
    """Section → the keys that its list names."""
    found: dict[str, set[str]] = {}
    for section in DOCUMENT.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, text = section.partition("\n")
        lists = [line for line in text.splitlines() if line.startswith("- ")]
        # What stands behind the colon explains, and names keys of an entry at the most.
        heads = [re.split("：|，|；没有的时候 ", line) for line in lists]
        keys = {key for parts in heads for key in re.findall(r"`([\w.*\[\]]+)`", parts[0])}
        keys |= {key for parts in heads for part in parts[1:] for key in re.findall(r"^`(\w+\.\w+)`$", part)}
        found[name] = keys
    return found


def keys_of(value: Any, path: str = "") -> Iterator[str]:
    """`kinds[].fields[].name` of every leaf."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from keys_of(each, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        if not value:
            yield f"{path}[]"
        for each in value:
            yield from keys_of(each, f"{path}[]")
    else:
        yield path


def covers(key: str, path: str) -> bool:
    """Whether a key of the document stands for this path: itself, a `.*`, or a list of findings."""
    if key.endswith(".*"):
        return path.startswith(key[:-1])
    if key.endswith("findings[]") and path.startswith(f"{key}."):
        return path.removeprefix(f"{key}.") in FINDING
    return key == path or (key.endswith("art[]") and path.startswith(key)) or (path.endswith("[]") and key.startswith(path))


DOCUMENTED = documented()


def test_every_section_is_tried() -> None:
    assert set(DOCUMENTED) == set(COMMANDS)
    assert all(len(keys) >= 3 for keys in DOCUMENTED.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_keys_are_those_of_the_document(files: Deckgen, name: str) -> None:
    paths: set[str] = set()
    for command in some(COMMANDS[name]):
        ended = files(*command.split(), "--format", "json")
        value = json.loads(ended.out)
        assert ended.code in (0, 1), command
        assert next(iter(value)) == "version" and value["version"] == __version__
        paths |= set(keys_of(value))
    keys = DOCUMENTED[name]
    undocumented = [path for path in sorted(paths) if not any(covers(key, path) for key in keys)]
    assert undocumented == [], name
    absent = [key for key in keys if key != "libreoffice.install" and not any(covers(key, path) for path in paths)]
    assert absent == [], name


def test_keys_are_the_same_in_english(files: Deckgen) -> None:
    for command in ("kinds table", "explain unknown-value", "check faulty.yaml"):
        chinese, english = (json.loads(files(*command.split(), "--format", "json", "--lang", lang).out) for lang in ("zh", "en"))
        assert set(keys_of(chinese)) == set(keys_of(english))
        assert chinese != english


def test_check_answers_of_what_it_cannot_read(deckgen: Deckgen) -> None:
    ended = deckgen("check", "nowhere.yaml", "--format", "json")
    assert ended.code == 2
    assert json.loads(ended.out)["findings"][0]["rule"] == "load/missing-file"


def test_elsewhere_nothing_is_answered_of_what_cannot_be_read(deckgen: Deckgen) -> None:
    for command in ("figures", "score", "import", "theme inspect"):
        ended = deckgen(*command.split(), "nowhere.txt" if command == "import" else "nowhere.pptx", "--format", "json")
        assert (ended.code, ended.out) == (2, "")
        assert ended.err


def test_import_answers_what_it_wrote(files: Deckgen) -> None:
    value = json.loads(files("import", "speech.txt", "-o", "s", "--format", "json").out)
    assert value["files"] == ["s/outline.yaml", "s/figures.yaml"]
    assert all(Path(path).is_file() for path in some(value["files"]))
    assert [part["title"] for part in value["parts"]]
    assert value["figures"]["count"] >= 3
