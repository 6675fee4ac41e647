"""The JSON Schema of a theme says what its reader accepts; the shipped file is what the code makes, and the shipped themes name it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from deckgen.base import LAYOUTS
from deckgen.load.theme import theme_names
from deckgen.load.theme_fields import CHOICES, ENTRIES, FACE, FACES, FRAME, GRADIENT, MARGINS, ORNAMENT, PALETTE, PLACE, STROKE, THEME
from deckgen.load.theme_schema import TYPES, theme_schema_text
from deckgen.load.theme_values import READERS
from tests.load.test_schema import EditorLoader, properties
from tests.some import some
from tests.support import ROOT
from tests.test_docs import blocks
from tests.themes.helpers import theme_from
from tests.themes.test_faults import FAULTS

SCHEMA = json.loads(theme_schema_text())
VALID = Draft7Validator(SCHEMA)
TABLES = (THEME, MARGINS, FRAME, PALETTE, FACES, FACE, PLACE, ORNAMENT, GRADIENT, STROKE, *(table for _, table in ENTRIES.values()))
# What a schema cannot say: what is greater than what, where a page ends, which file is there, what a path means.
BEYOND = {"theme/sizes", "theme/off-page", "theme/margins", "theme/path", "theme/extends-itself", "load/unknown-theme"}
BEYOND_TEXTS = ("page: [100, 0]", "page: [0, 100]", "page: [9999, 10]", "page: 1:9", "surfaces: {progress: {stroke: {width: 2}}}")

EVERY_FIELD = """\
name: t
label: 主题
extends: zhengwu-red
page: 4:3
margins: {left: 60, right: 60, top: 40, bottom: 80}
gutter: 20
frame: {progress: [60, 666, 840, 3], dots: [500, 37, 400, 26], bar: [60, 18, 840, 22]}
palette: {dk1: 112233, lt1: FFFFFF, dk2: '#102030', lt2: 1E5678, hlink: 000000, folHlink: '000000', accent1: AABBCC}
faces: {heading: {latin: Arial, ea: 黑体, metrics: sans, fallback: 宋体}, body: }
type:
  title: {face: heading, sizes: [30, 28.5], bold: yes, color: accent1 -20, strong: dk1 0 40%, tracking: 20, leading: 130}
  footer: {sizes: 11}
surfaces:
  card: {fill: {gradient: [dk1, lt1], angle: 90}, stroke: {color: dk1, width: 0.75, dash: solid}, shape: roundRect, edge: left, edge_fill: dk1, edge_width: 3}
  tag: {fill: none, stroke: none, edge: none}
layouts:
  section:
    label: 节
    background: lt2
    hides_master: false
    ornaments: [{name: 印, shape: ellipse, box: [-10, 0, 50, 50], fill: dk1, stroke: dk1}, {box: [0, 0, 9, 9], path: M 0 0 L 9 9 Z}]
    places: {title: {box: [60, 60, 600, 50], role: title, align: center, anchor: middle}, motto: }
    content: [60, 160, 840, 480]
    options: {navigation: bar, rules: 'no'}
"""


class Yaml12Loader(EditorLoader):
    """Editors read YAML 1.2, where 4:3 is a text and 1E5678 a number."""


Yaml12Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float")]
    for first, resolvers in EditorLoader.yaml_implicit_resolvers.items()
}
Yaml12Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
Yaml12Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"), list("-+.0123456789")
)


def faults(text: str) -> list[str]:
    return [error.message for error in VALID.iter_errors(yaml.load(text, Loader=Yaml12Loader))]


def test_the_shipped_schema_is_what_the_code_makes() -> None:
    """Where this fails: `make schema`."""
    assert (ROOT / "deckgen" / "schema" / "theme.schema.json").read_text(encoding="utf-8") == theme_schema_text()
    Draft7Validator.check_schema(SCHEMA)


def test_shipped_themes_name_the_schema_and_are_valid() -> None:
    paths = [ROOT / "themes" / name / "theme.yaml" for name in theme_names()]
    assert len(paths) >= 2
    for path in some(paths):
        text = path.read_text(encoding="utf-8")
        named = text.splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve() == (ROOT / "deckgen" / "schema" / "theme.schema.json").resolve()
        assert faults(text) == []


@pytest.mark.parametrize("block", blocks(ROOT / "docs" / "themes.md", "yaml"))
def test_themes_of_the_docs_are_valid(block: str) -> None:
    assert faults(block) == []


def test_every_field_is_read_and_valid(tmp_path: Path) -> None:
    assert faults(EVERY_FIELD) == []
    assert theme_from(tmp_path, EVERY_FIELD).label == "主题"


def test_every_field_is_in_the_schema() -> None:
    names = set[str]().union(*TABLES, *ENTRIES["type"][:1], *ENTRIES["surfaces"][:1], LAYOUTS, *LAYOUTS.values(), *CHOICES.values())
    assert properties(SCHEMA) == names


def test_every_type_of_field_is_read_and_described() -> None:
    types = {field.type for table in TABLES for field in table.values()} - {"group", "ornaments"}
    assert types == set(TYPES)
    assert types - {"stops"} == set(READERS)


REFUSED = [text for text, expected in FAULTS if expected.split()[1] not in BEYOND and text not in BEYOND_TEXTS]


def test_most_faults_can_be_said_in_a_schema() -> None:
    assert len(REFUSED) > 40


@pytest.mark.parametrize("text", REFUSED, ids=[text[:50] for text in REFUSED])
def test_reader_and_schema_refuse_the_same(text: str) -> None:
    assert faults(f"name: t\n{text}\n") != []


def test_a_theme_without_a_name_is_refused() -> None:
    assert faults("label: t\n") != []
    assert faults("name: t\n") == []
