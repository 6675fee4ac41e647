"""Accepted outputs in `golden/`: `pytest --accept` rewrites them, and their diff is read before it is committed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec import Struct, structs

from deckgen.geometry import EMU_PER_PX, Box
from deckgen.style import Color, TextStyle

FOLDER = Path(__file__).parent / "golden"
UNTOLD = ("source", "data")  # lines of a file, and bytes


def held_to_golden(name: str, found: str, request: pytest.FixtureRequest) -> None:
    """Assert that `found` is what was accepted under `name`, or accept it where that is asked for."""
    path = FOLDER / name
    if request.config.getoption("--accept"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8", newline="\n")
    assert path.is_file(), "nothing accepted yet: pytest --accept"
    assert found == path.read_text(encoding="utf-8"), "read the diff, then accept it: pytest --accept"


def told(value: object) -> str:
    """A value in few words: fields that differ from their default, lengths in design pixels, without the places it came from."""
    match value:
        case Box():
            return " ".join(f"{side / EMU_PER_PX:.2f}".rstrip("0").rstrip(".") for side in (value.x, value.y, value.width, value.height))
        case Color():
            return " ".join([value.slot, *given(value, "slot")])
        case TextStyle():
            return " ".join([f"{value.size / 100:g}", told(value.color), *given(value, "size", "color")])
        case Struct():
            return f"{type(value).__name__}({', '.join(given(value))})"
        case dict():
            return "{" + ", ".join(f"{key}: {told(held)}" for key, held in value.items()) + "}"
        case tuple() | list():
            return "[" + ", ".join(map(told, value)) + "]"
        case bytes():
            return f"{len(value)} bytes"
        case _ if callable(value):
            return str(getattr(value, "__qualname__", type(value).__name__))
        case _:
            return str(value)


def given(value: Struct, *known: str) -> list[str]:
    """The fields beside the known ones that differ from their default."""
    fields = [field for field in structs.fields(value) if field.name not in (*UNTOLD, *known)]
    return [f"{field.name}={told(held)}" for field in fields if (held := getattr(value, field.name)) != field.default]
