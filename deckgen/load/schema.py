"""The JSON Schema of both formats, made from the same declarations of fields that the reader knows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from deckgen import fields
from deckgen.fields import EntryType, Field, FieldType, Number
from deckgen.figures import NAME_PATTERN
from deckgen.kinds.kind import NAME, SLIDE
from deckgen.kinds.registry import KINDS
from deckgen.load.described import described
from deckgen.load.fields import HEAD, LEDGER
from deckgen.load.nodes import FALSE, TRUE

DRAFT = "http://json-schema.org/draft-07/schema#"  # what the YAML extension of VS Code knows best
# What a schema is known by wherever it lies; 1 goes up when a file that was valid no longer is. A name and no address: nothing is fetched.
ID = "urn:deckgen:schema:{}:1"
Schema = dict[str, Any]
MOST_LISTED = 20  # numbers that are written one by one as texts
SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
FILLED: Schema = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
SIDE: Schema = {"type": "number", "exclusiveMinimum": 0}
PAGE: Schema = {
    "anyOf": [
        {"type": "string", "pattern": r"^\s*[0-9]{1,2}\s*[:：]\s*[0-9]{1,2}\s*$"},
        {"type": "array", "items": SIDE, "minItems": 2, "maxItems": 2},
    ]
}
FIGURE: Schema = {"type": "string", "pattern": NAME_PATTERN}


def schema_text(which: str, rules: Sequence[str] = (), figures: Mapping[str, str] | None = None) -> str:
    """The schema of `outline` (which may set the `rules` of `check`) or `figures` as JSON, ending in a newline.

    `figures` are names of a ledger with what an editor says of each: they are offered where a figure is named.
    """
    made = outline_schema(rules) if which == "outline" else figures_schema()
    return json.dumps(named(made, figures) if figures else made, ensure_ascii=False, indent=2) + "\n"


def named(made: Schema, figures: Mapping[str, str]) -> Schema:
    """The schema with these names wherever a figure may be named; another name stays allowed, since a ledger grows."""
    said = list(figures.values())
    offered: Schema = {"enum": list(figures), "enumDescriptions": said, "markdownEnumDescriptions": said}

    def within(part: Any) -> Any:
        if part == FIGURE:
            return {"$ref": "#/definitions/figure"}
        if isinstance(part, dict):
            return {name: within(value) for name, value in part.items()}
        return [within(value) for value in part] if isinstance(part, list) else part

    return {**within(made), "definitions": {"figure": {"anyOf": [offered, dict(FIGURE)]}}}


def outline_schema(rules: Sequence[str] = ()) -> Schema:
    made = mapping(HEAD)
    for name, field in HEAD.items():
        if isinstance(field.type, fields.Levels):
            levels = made["properties"][name]["anyOf"][0]
            levels["properties"] = {rule: {"enum": list(field.type.options)} for rule in rules}
    return {"$schema": DRAFT, "$id": ID.format("outline"), "title": "deckgen 大纲", **made}


def figures_schema() -> Schema:
    """A ledger that extends none says of each figure what it is called and what it amounts to."""
    complete = {"properties": {"figures": {"additionalProperties": {"type": "object", "required": ["label", "value"]}}}}
    alone = {"if": {"not": {"required": ["extends"]}}, "then": complete}
    return {"$schema": DRAFT, "$id": ID.format("figures"), "title": "deckgen 指标台账", **mapping(LEDGER), **alone}


def mapping(declared: Mapping[str, Field]) -> Schema:
    properties = {name: {"description": description(field), **typed(field)} for name, field in declared.items()}
    required = [name for name, field in declared.items() if field.required]
    return {"type": "object", "additionalProperties": False, "properties": properties, **({"required": required} if required else {})}


def description(field: Field) -> str:
    return described(field).zh.replace("`", "")


def typed(field: Field) -> Schema:
    """What the field may hold; nothing at all unless it is required."""
    made = held(field.type)
    if made == SCALAR:
        return dict(FILLED) if field.required else made
    if field.required:
        return {**made, "minItems": 1} if isinstance(field.type, fields.ListOf) else made
    return {"anyOf": [*made.get("anyOf", [made]), {"type": "null"}]}


def held(kind: FieldType) -> Schema:
    match kind:
        case fields.ListOf():
            return list_of(entry(kind.entry), kind.most)
        case fields.Entry():
            return one_of(SCALAR, mapping(kind.fields)) if kind.short else mapping(kind.fields)
        case fields.Columns() | fields.Quantities() | fields.PictureFile() | fields.DataRange() | fields.Focus():
            return given(kind)
        case fields.PairSides():
            return one_of({"type": "string", "minLength": 2}, list_of(dict(FILLED), 2) | {"minItems": 2})
        case fields.PageSize():
            return dict(PAGE)
        case fields.Levels() | fields.Amounts() | fields.Named():
            return keyed(kind)
        case fields.Choice() | fields.KindName() | fields.Flag() | fields.Number() | fields.FigureName():
            return chosen(kind)
        case _:
            return dict(SCALAR)


def keyed(kind: fields.Levels | fields.Amounts | fields.Named) -> Schema:
    """A mapping whose keys are the author's."""
    match kind:
        case fields.Levels():
            return {"type": "object", "additionalProperties": {"enum": list(kind.options)}}
        case fields.Amounts():
            return {"type": "object", "additionalProperties": dict(FILLED)}
        case fields.Named():
            return {"type": "object", "patternProperties": {NAME_PATTERN: held(kind.entry)}, "additionalProperties": False}
        case _:
            assert_never(kind)


def given(kind: fields.GivenType) -> Schema:
    match kind:
        case fields.Columns():
            head = one_of(FILLED, mapping(kind.fields))
            return one_of(list_of(head, kind.most), {"type": "object", "additionalProperties": head})
        case fields.Quantities():
            return list_of(dict(SCALAR), kind.most)
        case fields.PictureFile() | fields.DataRange():
            return dict(FILLED)
        case fields.Focus():
            share: Schema = {"type": "number", "minimum": 0, "maximum": 1}
            return list_of(share, 2) | {"minItems": 2}
        case _:
            assert_never(kind)


def chosen(kind: fields.Choice | fields.KindName | fields.Flag | Number | fields.FigureName) -> Schema:
    match kind:
        case fields.FigureName():
            return dict(FIGURE)
        case fields.Choice():
            return {"enum": list(kind.options)}
        case fields.KindName():
            return {"enum": list(KINDS)}
        case fields.Flag():
            # YAML 1.2, which editors read, has no yes and no.
            return {"anyOf": [{"type": "boolean"}, {"enum": [word for word in sorted(TRUE | FALSE) if word not in ("true", "false")]}]}
        case fields.Number():
            words = [str(number) for number in range(kind.least, kind.most + 1)]
            quoted: Schema = (
                {"enum": words} if len(words) <= MOST_LISTED else {"type": "string", "pattern": f"^[0-9]{{1,{len(words[-1])}}}$"}
            )
            return {"anyOf": [{"type": "integer", "minimum": kind.least, "maximum": kind.most}, quoted]}
        case _:
            assert_never(kind)


def entry(kind: EntryType) -> Schema:
    """What one entry of a list may be."""
    match kind:
        case fields.Entry():
            return one_of(FILLED, mapping(kind.fields) | {"minProperties": 1}) if kind.short else mapping(kind.fields)
        case fields.FigureName():
            return held(kind)
        case fields.AnySlide():
            return slide_schema()
        case fields.Cells():
            return list_of(dict(SCALAR))
        case fields.Text() | fields.Words():
            return dict(SCALAR)
        case _:
            assert_never(kind)


def one_of(*schemas: Schema) -> Schema:
    return {"anyOf": [dict(schema) for schema in schemas]}


def list_of(items: Schema, most: int | None = None) -> Schema:
    return {"type": "array", "items": items} | ({} if most is None else {"maxItems": most})


def slide_schema() -> Schema:
    """One branch a kind, so that an editor offers the fields of that kind only."""
    branches = []
    for name, kind in KINDS.items():
        branch = mapping(NAME | kind.slide_fields)
        branch["properties"]["kind"] = {"const": name, "description": NAME["kind"].doc_zh}
        branches.append({"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": branch})
    required = [name for name, field in (NAME | SLIDE).items() if field.required]
    return {"type": "object", "required": required, "properties": {"kind": typed(NAME["kind"])}, "allOf": branches}
