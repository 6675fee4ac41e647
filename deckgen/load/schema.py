"""The JSON Schema of both formats, made from the same table of fields that the reader knows."""

from __future__ import annotations

import json
from typing import Any

from deckgen.load.fields import CHANGE, CLOSING, FIGURE, HEAD, ITEM, KINDS, LEDGER, PAIR, PART, POINT, SLIDE, Field
from deckgen.load.outline import LIMITS, OVERFLOWS

DRAFT = "http://json-schema.org/draft-07/schema#"  # what the YAML extension of VS Code knows best
Schema = dict[str, Any]
SCALAR: Schema = {"type": ["string", "number", "boolean", "null"]}
NAME = "^[a-z][a-z0-9_]*$"


def schema_text(which: str) -> str:
    """The schema of `outline` or `figures` as JSON, ending in a newline."""
    made = outline_schema() if which == "outline" else figures_schema()
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def outline_schema() -> Schema:
    return {"$schema": DRAFT, "title": "deckgen 大纲", **mapping(HEAD)}


def figures_schema() -> Schema:
    return {"$schema": DRAFT, "title": "deckgen 指标台账", **mapping(LEDGER)}


def mapping(fields: dict[str, Field]) -> Schema:
    properties = {name: {"description": field.doc, **typed(field.type)} for name, field in fields.items()}
    required = [name for name, field in fields.items() if field.required]
    return {"type": "object", "additionalProperties": False, "properties": properties, **({"required": required} if required else {})}


def typed(kind: str) -> Schema:
    match kind:
        case "text" | "value":
            return dict(SCALAR)
        case "flag":
            return {"type": "boolean"}
        case "digits":
            return {"type": "integer", "minimum": 0, "maximum": 6}
        case "scale":
            return {"enum": ["万", "亿", "auto"]}
        case "kind":
            return {"enum": list(KINDS)}
        case "names":
            return {"type": "array", "items": {"type": "string", "pattern": NAME}, "maxItems": LIMITS.figures}
        case "words":
            return {"type": "array", "items": {"type": "string"}}
        case "overflow":
            return {"enum": list(OVERFLOWS)}
        case "texts":
            return {"type": "array", "items": dict(SCALAR), "maxItems": LIMITS.tags}
        case "points":
            return {"type": "array", "items": {"anyOf": [{"type": "string"}, mapping(POINT)]}, "maxItems": LIMITS.points}
        case "items":
            return {"type": "array", "items": {"anyOf": [{"type": "string"}, mapping(ITEM)]}, "maxItems": LIMITS.points}
        case "pairs":
            return {"type": "array", "items": mapping(PAIR), "maxItems": LIMITS.pairs}
        case "pair":
            return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 2, "maxItems": 2}]}
        case "closing":
            return {"anyOf": [{"type": "string"}, mapping(CLOSING)]}
        case "parts":
            return {"type": "array", "items": mapping(PART)}
        case "slides":
            return {"type": "array", "items": slide_schema()}
        case "figures":
            entry = {"anyOf": [dict(SCALAR), mapping(FIGURE)]}
            return {"type": "object", "patternProperties": {NAME: entry}, "additionalProperties": False}
        case "change":
            return {"anyOf": [dict(SCALAR), mapping(CHANGE)]}
    raise AssertionError(kind)


def slide_schema() -> Schema:
    """One branch a kind, so that an editor offers the fields of that kind only."""
    branches = []
    for kind, fields in KINDS.items():
        branch = mapping(SLIDE | fields)
        branch["properties"]["kind"] = {"const": kind, "description": SLIDE["kind"].doc}
        branches.append({"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]}, "then": branch})
    return {"type": "object", "required": ["kind", "title"], "properties": {"kind": typed("kind")}, "allOf": branches}
