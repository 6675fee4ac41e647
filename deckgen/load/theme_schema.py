"""The JSON Schema of a theme, made from the same table of fields that the reader knows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from deckgen.base import LAYOUTS
from deckgen.load.nodes import FALSE, TRUE
from deckgen.load.schema import DRAFT, FILLED, ID, PAGE, Schema
from deckgen.load.theme_fields import (
    CHOICES,
    ENTRIES,
    FACE,
    FACES,
    FRAME,
    GRADIENT,
    LAYOUT,
    LOGO,
    MARGINS,
    MOST_ORNAMENTS,
    MOST_SIZES,
    MOST_STOPS,
    ORNAMENT,
    PALETTE,
    PLACE,
    STROKE,
    THEME,
    Field,
)
from deckgen.load.theme_values import FARTHEST
from deckgen.style import SLOTS

NOTHING: Schema = {"type": "null"}
COLOR: Schema = {"type": "string", "pattern": rf"^\s*({'|'.join(SLOTS)})(\s+[+-]?(100|[0-9]{{1,2}}))?(\s+(100|[0-9]{{1,2}})%)?\s*$"}
# YAML 1.2, which editors read, takes 112233 and 1E5678 for numbers.
RGB: Schema = {"anyOf": [{"type": "string", "pattern": "^#?[0-9A-Fa-f]{6}$"}, {"type": "number"}]}


def theme_schema_text() -> str:
    """The schema of a theme as JSON, ending in a newline."""
    return json.dumps(theme_schema(), ensure_ascii=False, indent=2) + "\n"


def theme_schema() -> Schema:
    """What a `theme.yaml` may say; what it may say in many places stands once, among the definitions."""
    return {"$schema": DRAFT, "$id": ID.format("theme"), "title": "deckgen 主题", **mapping(THEME, groups()), "definitions": definitions()}


def definitions() -> dict[str, Schema]:
    return {
        "color": COLOR, "fill": fill(), "stroke": stroke(), "box": box(), "face": mapping(FACE), "place": mapping(PLACE), "ornament": mapping(ORNAMENT),
    } | {group: mapping(table) for group, (_, table) in ENTRIES.items() if group != "layouts"}  # fmt: skip


def the(name: str) -> Schema:
    """One of the definitions."""
    return {"$ref": f"#/definitions/{name}"}


def mapping(table: Mapping[str, Field], inside: Mapping[str, Schema] | None = None) -> Schema:
    """The fields of a table; `inside` says what its groups hold."""
    properties = {name: {"description": field.doc, **typed(name, field, inside or {})} for name, field in table.items()}
    required = [name for name, field in table.items() if field.required]
    return {"type": "object", "additionalProperties": False, "properties": properties, **({"required": required} if required else {})}


def typed(name: str, field: Field, inside: Mapping[str, Schema]) -> Schema:
    """What a field holds; nothing at all unless it is required."""
    held = inside[name] if field.type in ("group", "ornaments") else TYPES[field.type](field)
    return held if field.required else {"anyOf": [*held.get("anyOf", [held]), NOTHING]}


def groups() -> dict[str, Schema]:
    """What the fields of a theme that are mappings hold."""
    simple = {group: mapping_of(dict.fromkeys(known, the(group))) for group, (known, _) in ENTRIES.items()}
    return simple | {
        "margins": mapping(MARGINS),
        "frame": mapping(FRAME),
        "palette": mapping(PALETTE),
        "logo": mapping(LOGO),
        "faces": mapping(FACES, dict.fromkeys(FACES, the("face"))),
        "layouts": mapping_of({name: layout(name) for name in LAYOUTS}),
    }


def layout(name: str) -> Schema:
    """A layout with the places and the options that it has."""
    ornaments: Schema = {"type": "array", "maxItems": MOST_ORNAMENTS, "items": the("ornament")}
    places = mapping_of(dict.fromkeys(LAYOUTS[name], the("place")))
    return mapping(LAYOUT, {"ornaments": ornaments, "places": places, "options": mapping(CHOICES.get(name, {}))})


def mapping_of(properties: dict[str, Schema]) -> Schema:
    optional = {name: {"anyOf": [schema, NOTHING]} for name, schema in properties.items()}
    return {"type": "object", "additionalProperties": False, "properties": optional}


def number(field: Field) -> Schema:
    return {"type": "number", "minimum": field.least, "maximum": field.most}


def whole(field: Field) -> Schema:
    return {"type": "integer", "minimum": field.least, "maximum": field.most}


def flag(field: Field) -> Schema:
    return {"anyOf": [{"type": "boolean"}, {"enum": [word for word in sorted(TRUE | FALSE) if word not in ("true", "false")]}]}


def choice(field: Field) -> Schema:
    return {"enum": list(field.choices)}


def box() -> Schema:
    place: Schema = {"type": "number", "minimum": -FARTHEST, "maximum": FARTHEST}
    size: Schema = {"type": "number", "minimum": 1, "maximum": FARTHEST}
    return {"type": "array", "items": [place, place, size, size], "minItems": 4, "maxItems": 4}


def sizes(field: Field) -> Schema:
    return {"anyOf": [number(field), {"type": "array", "items": number(field), "minItems": 1, "maxItems": MOST_SIZES}]}


def fill() -> Schema:
    return {"anyOf": [the("color"), {"const": "none"}, mapping(GRADIENT)]}


def stroke() -> Schema:
    return {"anyOf": [the("color"), {"const": "none"}, mapping(STROKE)]}


def stops(field: Field) -> Schema:
    return {"type": "array", "items": the("color"), "minItems": 2, "maxItems": MOST_STOPS}


TYPES: dict[str, Callable[[Field], Schema]] = {
    "text": lambda field: dict(FILLED), "flag": flag, "choice": choice, "whole": whole, "length": number, "page": lambda field: dict(PAGE),
    "rgb": lambda field: dict(RGB), "sizes": sizes, "stops": stops,
    **{name: lambda field: the(field.type) for name in ("box", "color", "fill", "stroke")},
}  # fmt: skip
