"""The JSON Schema of both formats, made from the same table of fields that the reader knows."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from deckgen.figures import SCALES
from deckgen.language import LANGUAGES
from deckgen.load.fields import CHANGE, CLOSING, FIGURE, HEAD, ITEM, KINDS, LEDGER, PAIR, PART, POINT, SLIDE, Field, slide_fields
from deckgen.load.figures import MOST_DECIMALS
from deckgen.load.nodes import FALSE, TRUE
from deckgen.load.outline import LEVELS, LIMITS, OVERFLOWS

DRAFT = "http://json-schema.org/draft-07/schema#"  # what the YAML extension of VS Code knows best
Schema = dict[str, Any]
SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
FILLED: Schema = {"type": ["string", "number", "boolean"], "pattern": "\\S"}
NAME = "^[a-z][a-z0-9_]*$"


def schema_text(which: str, rules: Sequence[str] = ()) -> str:
    """The schema of `outline` (which may set the `rules` of `check`) or `figures` as JSON, ending in a newline."""
    made = outline_schema(rules) if which == "outline" else figures_schema()
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def outline_schema(rules: Sequence[str] = ()) -> Schema:
    made = mapping(HEAD)
    levels = made["properties"]["checks"]["anyOf"][0]
    levels["properties"] = {rule: {"enum": list(LEVELS)} for rule in rules}
    return {"$schema": DRAFT, "title": "deckgen 大纲", **made}


def figures_schema() -> Schema:
    """A ledger that extends none says of each figure what it is called and what it amounts to."""
    complete = {"properties": {"figures": {"additionalProperties": {"type": "object", "required": ["label", "value"]}}}}
    alone = {"if": {"not": {"required": ["extends"]}}, "then": complete}
    return {"$schema": DRAFT, "title": "deckgen 指标台账", **mapping(LEDGER), **alone}


def mapping(fields: dict[str, Field]) -> Schema:
    properties = {name: {"description": field.doc, **typed(field)} for name, field in fields.items()}
    required = [name for name, field in fields.items() if field.required]
    return {"type": "object", "additionalProperties": False, "properties": properties, **({"required": required} if required else {})}


def typed(field: Field) -> Schema:
    """What the field may hold; nothing at all unless it is required."""
    made = {**scalars(), **lists(), **mappings()}[field.type]()
    if field.type in ("text", "value"):
        return dict(FILLED) if field.required else made
    if field.required:
        return {**made, "minItems": 1} if field.type in lists() else made
    return {"anyOf": [*made.get("anyOf", [made]), {"type": "null"}]}


def scalars() -> dict[str, Callable[[], Schema]]:
    return {
        "text": lambda: dict(SCALAR),
        "value": lambda: dict(SCALAR),
        # YAML 1.2, which editors read, has no yes and no.
        "flag": lambda: {
            "anyOf": [{"type": "boolean"}, {"enum": [word for word in sorted(TRUE | FALSE) if word not in ("true", "false")]}]
        },
        "digits": lambda: {
            "anyOf": [{"type": "integer", "minimum": 0, "maximum": MOST_DECIMALS}, {"enum": [str(n) for n in range(MOST_DECIMALS + 1)]}]
        },
        "scale": lambda: {"enum": [*SCALES, "auto"]},
        "kind": lambda: {"enum": list(KINDS)},
        "overflow": lambda: {"enum": list(OVERFLOWS)},
        "language": lambda: {"enum": list(LANGUAGES)},
    }


def lists() -> dict[str, Callable[[], Schema]]:
    return {
        "words": lambda: list_of(dict(SCALAR)),
        "texts": lambda: list_of(dict(SCALAR), LIMITS.tags),
        "names": lambda: list_of({"type": "string", "pattern": NAME}, LIMITS.figures),
        "points": lambda: list_of(one_of(FILLED, mapping(POINT) | {"minProperties": 1}), LIMITS.points),
        "items": lambda: list_of(one_of(FILLED, mapping(ITEM) | {"minProperties": 1}), LIMITS.points),
        "problems": lambda: list_of(one_of(FILLED, mapping(ITEM) | {"minProperties": 1}), LIMITS.problems),
        "pairs": lambda: list_of(mapping(PAIR), LIMITS.pairs),
        "parts": lambda: list_of(mapping(PART)),
        "slides": lambda: list_of(slide_schema()),
    }


def mappings() -> dict[str, Callable[[], Schema]]:
    return {
        "pair": lambda: one_of({"type": "string", "minLength": 2}, list_of(dict(FILLED), 2) | {"minItems": 2}),
        "checks": lambda: {"type": "object", "additionalProperties": {"enum": list(LEVELS)}},
        "closing": lambda: one_of(SCALAR, mapping(CLOSING)),
        "change": lambda: one_of(SCALAR, mapping(CHANGE)),
        "figures": lambda: {"type": "object", "patternProperties": {NAME: one_of(SCALAR, mapping(FIGURE))}, "additionalProperties": False},
    }


def one_of(*schemas: Schema) -> Schema:
    return {"anyOf": [dict(schema) for schema in schemas]}


def list_of(items: Schema, most: int | None = None) -> Schema:
    return {"type": "array", "items": items} | ({} if most is None else {"maxItems": most})


def slide_schema() -> Schema:
    """One branch a kind, so that an editor offers the fields of that kind only."""
    branches = []
    for kind in KINDS:
        branch = mapping(slide_fields(kind))
        branch["properties"]["kind"] = {"const": kind, "description": SLIDE["kind"].doc}
        branches.append({"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": branch})
    return {"type": "object", "required": ["kind", "title"], "properties": {"kind": typed(SLIDE["kind"])}, "allOf": branches}
